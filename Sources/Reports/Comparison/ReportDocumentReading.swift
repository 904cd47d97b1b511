internal import Assessor
internal import CivilTime
internal import Model

extension ReportDocument {
    /// Reads a JSON report of `check`.
    /// - Parameters:
    ///   - bytes: The file's bytes.
    ///   - name: The file, as it was given.
    public static func read(_ bytes: [UInt8], name: String) throws(ReportReadingError) -> ReportDocument {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONReader.read(bytes)
        } catch {
            throw .json(error)
        }
        let root = ReportMembers(value: value, pointer: "")
        guard case .object = value, case .integer(let version)? = value["schema_version"],
            case .string("tuanthu")? = value["tool"]?["name"], value["subjects"] != nil
        else { throw .notAReport }
        guard version == JSONReport.schemaVersion else {
            throw .otherVersion(version, supported: JSONReport.schemaVersion)
        }
        var isIncomplete = false
        for problem in try root.elements("errors") where try problem.text("severity") == "error" { isIncomplete = true }
        var subjects: [Subject] = []
        for subject in try root.elements("subjects") { subjects.append(try self.subject(subject)) }
        return ReportDocument(
            name: name, asOf: try root.member("as_of").day(), version: try root.member("tool").text("version"),
            context: try context(try root.member("context")), subjects: subjects, isIncomplete: isIncomplete)
    }

    // MARK: The run

    private static func context(_ context: ReportMembers) throws(ReportReadingError) -> Context {
        var sets: [RuleSetVersion] = []
        for set in try context.elements("rule_sets") {
            sets.append(
                RuleSetVersion(
                    id: try set.text("id"), version: try set.text("version"), digest: try set.text("sha256")))
        }
        var inspections: [InspectionFile] = []
        for inspection in try context.elements("inspections") {
            inspections.append(
                InspectionFile(
                    agency: try inspection.text("agency"), path: try inspection.text("path"),
                    digest: try inspection.text("sha256")))
        }
        var holidays: [NamedText] = []
        for year in try context.elements("holidays") {
            holidays.append(NamedText(name: String(try year.member("year").integer()), text: try year.text("sha256")))
        }
        var assumptions: [NamedText] = []
        // Reports older than assumptions have none.
        for assumption in try context.optional("assumptions")?.elements() ?? [] {
            assumptions.append(NamedText(name: try assumption.text("fact"), text: try assumption.text("value")))
        }
        var waivers: [String] = []
        // Nor had older ones selections, grades and waivers.
        for file in try context.optional("waivers")?.elements() ?? [] { waivers.append(try file.text("sha256")) }
        return Context(
            profile: try context.text("profile"), ruleSets: sets,
            vocabulary: try context.member("vocabulary").text("sha256"),
            parameters: try texts(try context.member("parameters")),
            interpretations: try texts(try context.member("interpretations")), holidays: holidays,
            inspections: inspections, assumptions: assumptions, selection: try context.optional("selection")?.value,
            grades: try context.optional("grades")?.value, waivers: waivers)
    }

    /// The members of an object as texts, in order of name.
    private static func texts(_ object: ReportMembers) throws(ReportReadingError) -> [NamedText] {
        guard case .object(let members) = object.value else { throw .wrong(object.pointer, expected: .object) }
        let texts = members.map { member in
            if case .string(let text) = member.value { return NamedText(name: member.name, text: text) }
            return NamedText(name: member.name, text: member.value.text(.compact))
        }
        return texts.sorted { $0.name < $1.name }
    }

    // MARK: Subjects

    private static func subject(_ subject: ReportMembers) throws(ReportReadingError) -> Subject {
        let agency = try subject.member("agency")
        let input = try subject.member("input")
        var tables: [NamedText] = []
        for table in try input.elements("tables") {
            tables.append(NamedText(name: try table.text("path"), text: try table.text("sha256")))
        }
        var findings: [ReportedFinding] = []
        for finding in try subject.elements("findings") { findings.append(try self.finding(finding)) }
        return Subject(
            code: try agency.optionalText("code"), agency: try agency.optionalText("name"),
            path: try input.text("path"), digest: try input.text("sha256"), tables: tables,
            statedOn: try input.member("stated_on").day(), findings: findings)
    }

    private static func finding(_ finding: ReportMembers) throws(ReportReadingError) -> ReportedFinding {
        let timing = try finding.member("timing")
        return ReportedFinding(
            rule: try finding.text("rule"), ruleSet: try finding.optionalText("rule_set"),
            item: try finding.optionalText("item"), occurrence: try finding.optionalText("occurrence"),
            fingerprint: try finding.text("fingerprint"),
            citation: try finding.member("ref").localized("text"),
            verdict: try finding.member("verdict").choice(Verdict.self),
            level: try finding.optional("level")?.choice(Level.self),
            timing: try timing.member("state").choice(Timing.State.self),
            isOrder: timing.value["order"] == .boolean(true), due: try timing.optional("due")?.day(),
            assurance: try finding.member("assurance").choice(Assurance.self),
            isHistory: try finding.boolean("history"), because: try finding.localized("because"),
            facts: try facts(finding), readings: try readings(finding))
    }

    private static func facts(_ finding: ReportMembers) throws(ReportReadingError) -> [ReportedFinding.SeenFact] {
        var facts: [ReportedFinding.SeenFact] = []
        for read in try finding.elements("reads") {
            facts.append(
                ReportedFinding.SeenFact(
                    pointer: try read.text("pointer"), state: .value(try read.member("value").value),
                    isAssumed: read.value["assumed"] == .boolean(true)))
        }
        for missing in try finding.elements("undetermined_by") {
            facts.append(
                ReportedFinding.SeenFact(
                    pointer: try missing.text("pointer"), state: .missing(try missing.member("state").value),
                    isAssumed: missing.value["assumed"] == .boolean(true)))
        }
        return facts
    }

    private static func readings(
        _ finding: ReportMembers
    ) throws(ReportReadingError) -> [ReportedFinding.ReadingSeen] {
        var readings: [ReportedFinding.ReadingSeen] = []
        for reading in try finding.elements("readings") {
            readings.append(
                ReportedFinding.ReadingSeen(
                    interpretation: try reading.text("interpretation"), choice: try reading.text("choice"),
                    verdict: try reading.member("verdict").choice(Verdict.self)))
        }
        return readings
    }
}
