internal import CivilTime
public import Assessor
internal import Digest
public import Model
internal import YAMLTree

/// The findings as OSCAL assessment results, one result for each statement.
///
/// What is unknown or not yet due is an observation without a finding: OSCAL knows only satisfied and not satisfied, and neither would
/// be true. Every UUID is made of names, so that the same run gives the same bytes.
public struct OSCALResults: StreamedReport {
    private let run: ReportRun
    private let phrasing: Phrasing
    private let sink: ReportSink
    private var parties = OSCALParties()
    private var inputs: [String] = []

    /// A report of a run whose sentences are in one language, written to a sink.
    public init(_ run: ReportRun, _ language: Language, sink: @escaping ReportSink) {
        self.run = run
        self.sink = sink
        phrasing = Phrasing(language, library: run.context.library)
    }

    /// Writes the result of one statement.
    public mutating func add(_ assessment: Assessment, changes: @Sendable (Finding) -> [WouldChange]) {
        var out: [UInt8] = Array((inputs.isEmpty ? "{\"assessment-results\":{\"results\":[\n" : ",\n").utf8)
        let statement = assessment.statement
        let digest = SHA256.hexDigest(of: statement.source.bytes)
        inputs.append("\(statement.source.name) \(digest)")
        let party = parties.party(of: statement)
        let parts = OSCALFindings(assessment, run, phrasing, party: party)
        let controls = { (tokens: [String]) in
            OSCALText.list(tokens.map { .object(["control-id": .string($0)]) })
        }
        let summary = RunSummary(assessment, baseline: run.baseline)
        let result: JSONValue = .object([
            "uuid": .string(NameUUID(["result", statement.source.name, digest, run.asOf.description]).description),
            "title": .string(OSCALText.line(phrasing.agency(statement))),
            "description": .string(description(statement)),
            "start": .string(OSCALText.start(of: run.asOf)),
            "props": OSCALText.list(properties(statement, digest, summary)),
            "reviewed-controls": .object([
                "control-selections": [
                    .object([
                        "include-controls": controls(parts.reviewed),
                        "exclude-controls": controls(parts.excluded),
                    ])
                ]
            ]),
            "observations": OSCALText.list(parts.observations),
            "risks": OSCALText.list(parts.risks),
            "findings": OSCALText.list(parts.findings),
        ])
        result.write(to: &out, .compact)
        sink(out)
    }

    /// Writes the head of the document, which names the agencies, and what it refers to.
    public mutating func finish(_ result: RunResult) {
        guard !inputs.isEmpty else { return }
        let plan = NameUUID(["plan", run.context.profile.id, run.asOf.description]).description
        let resource: JSONValue = .object([
            "uuid": .string(plan),
            "title": .string(phrasing.pick("Cách kiểm tra", "How the check was made")),
            "description": .string(planDescription(result)),
            "props": OSCALText.list(OSCALDocument.properties(run, result)),
        ])
        let title = phrasing.pick("Kết quả kiểm tra của tuanthu", "Findings of tuanthu")
        let members: [(String, JSONValue)] = [
            ("uuid", .string(OSCALDocument.uuid("assessment-results", run, inputs))),
            ("metadata", parties.metadata(run, title: title)),
            ("import-ap", .object(["href": .string("#\(plan)")])),
            ("back-matter", .object(["resources": [resource]])),
        ]
        var out: [UInt8] = Array("\n]".utf8)
        for (name, value) in members {
            out += ",\n\"\(name)\":".utf8
            value.write(to: &out, .compact)
        }
        out += "}}\n".utf8
        sink(out)
    }

    private func description(_ statement: Statement) -> String {
        let stated = phrasing.dates.text(statement.statedOn)
        return phrasing.pick(
            "Bản khai nói đến hết ngày \(stated), xét tại ngày \(phrasing.dates.text(run.asOf)).",
            "The statement speaks up to \(stated), assessed as of \(phrasing.dates.text(run.asOf)).")
    }

    private func planDescription(_ result: RunResult) -> String {
        let rules = run.context.rules.count
        let text = phrasing.pick(
            "\(rules) yêu cầu của bộ chọn \(run.context.profile.id), xét trên bản khai; không kiểm tra tại chỗ.",
            "The \(rules) rules of profile \(run.context.profile.id), on statements; nothing was inspected on site.")
        return ([text, phrasing.outcome(result)] + result.problems.map { $0.message[phrasing.language] })
            .joined(separator: "\n\n")
    }

    private func properties(_ statement: Statement, _ digest: String, _ summary: RunSummary) -> [JSONValue] {
        let counts = Verdict.allCases.map {
            OSCALText.property("count-\($0.rawValue)", String(summary.findings[$0] ?? 0))
        }
        let own = [
            OSCALText.property("as-of", run.asOf.description),
            OSCALText.property("stated-on", statement.statedOn.description),
            OSCALText.property("input", statement.source.name), OSCALText.property("input-sha256", digest),
            OSCALText.property("waived", String(summary.waived)),
            OSCALText.property("expired-waivers", String(summary.expiredWaivers)),
        ]
        return (own + counts).compactMap(\.self)
    }
}

/// What both OSCAL documents of a run share.
enum OSCALDocument {
    /// The UUID of a document: of the inputs and the day, so that another run has another one.
    static func uuid(_ kind: String, _ run: ReportRun, _ inputs: [String]) -> String {
        NameUUID([kind, run.version, run.asOf.description, run.context.profile.id] + inputs).description
    }

    /// The rule sets, the day and the result.
    static func properties(_ run: ReportRun, _ result: RunResult) -> [JSONValue] {
        let used = Set(run.context.rules.map(\.set))
        let sets = run.context.library.sets.filter { used.contains($0.id) }
        let properties = [
            OSCALText.property("as-of", run.asOf.description), OSCALText.property("profile", run.context.profile.id),
            OSCALText.property("outcome", result.outcome.rawValue),
        ]
        return (properties + sets.map { OSCALText.property("rule-set", "\($0.id) \($0.version)") }).compactMap(\.self)
    }
}
