internal import Assessor
internal import CivilTime
public import Model
public import Portfolio

/// Why a file is no snapshot in JSON lines.
public enum SnapshotReadingError: Error, Sendable, Hashable {
    /// It does not begin with the head of a snapshot.
    case notASnapshot
    /// A line that says something else than the contract, by number.
    case line(Int, ReportReadingError)
    /// A line that cannot stand here, by number.
    case outOfPlace(Int)
    /// The last line is missing, or counts something else than the file holds.
    case cut

    /// What is wrong with a file.
    public func message(_ file: String, _ language: Language) -> String {
        switch self {
        case .notASnapshot:
            language == .vi
                ? "\(file): không phải là số liệu đã chốt (“tuanthu snapshot --jsonl”)"
                : "\(file): is no snapshot (“tuanthu snapshot --jsonl”)"
        case .line(let number, let error): error.message("\(file):\(number)", language)
        case .outOfPlace(let number):
            language == .vi
                ? "\(file):\(number): dòng này không đứng được ở đây" : "\(file):\(number): this line cannot stand here"
        case .cut:
            language == .vi
                ? "\(file): tệp bị cắt: dòng cuối không có hoặc không khớp số dòng"
                : "\(file): the file was cut: its last line is missing or counts something else"
        }
    }
}

extension SnapshotLines {
    /// Whether a file begins as a snapshot in JSON lines does.
    public static func isSnapshot(_ bytes: [UInt8]) -> Bool { bytes.starts(with: "{\"tuanthu\":\"snapshot/".utf8) }

    /// Reads a snapshot back.
    public static func read(_ bytes: [UInt8]) throws(SnapshotReadingError) -> Snapshot {
        guard isSnapshot(bytes) else { throw .notASnapshot }
        var reading = Reading()
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
            let value: JSONValue
            do throws(JSONError) {
                value = try JSONReader.read(Array(line))
            } catch {
                throw .line(index + 1, .json(error))
            }
            do throws(ReportReadingError) {
                guard try reading.take(ReportMembers(value: value, pointer: "")) else {
                    throw ReportReadingError.notAReport
                }
            } catch .notAReport {
                throw .outOfPlace(index + 1)
            } catch {
                throw .line(index + 1, error)
            }
        }
        return try reading.snapshot()
    }

    /// Reads the lines of one statement back; nil where they are something else.
    public static func statement(_ bytes: ArraySlice<UInt8>) -> SnapshotStatement? {
        let lines = bytes.split(separator: UInt8(ascii: "\n")).map { line in
            (try? JSONReader.read(Array(line))).map { ReportMembers(value: $0, pointer: "") }
        }
        guard let first = lines.first ?? nil else { return nil }
        do throws(ReportReadingError) {
            var findings: [SnapshotFinding] = []
            findings.reserveCapacity(lines.count)
            for line in lines.dropFirst() {
                guard let line else { return nil }
                findings.append(try finding(line))
            }
            guard try first.member("findings").integer() == findings.count else { return nil }
            return try statement(first, findings)
        } catch {
            return nil
        }
    }

    private static func statement(
        _ line: ReportMembers, _ findings: [SnapshotFinding]
    ) throws(ReportReadingError) -> SnapshotStatement {
        SnapshotStatement(
            path: try line.text("statement"), agency: try line.optionalText("agency"),
            digest: try line.text("sha256"), statedOn: try line.member("stated_on").day(), findings: findings)
    }

    /// What was read so far.
    private struct Reading {
        private var head: SnapshotHead?
        private var statements: [SnapshotStatement] = []
        private var statement: (line: ReportMembers, count: Int64)?
        private var findings: [SnapshotFinding] = []
        private var total = 0
        private var units: [SnapshotUnit] = []
        private var shares: [SnapshotShare] = []
        private var ended: [EndedUnit] = []
        private var end: ReportMembers?

        /// Takes a line; false where it cannot stand there.
        mutating func take(_ line: ReportMembers) throws(ReportReadingError) -> Bool {
            guard end == nil, case .object(let members) = line.value, let first = members.first else { return false }
            switch first.name {
            case "tuanthu":
                guard head == nil else { return false }
                head = try SnapshotLines.head(line)
            case "statement":
                guard units.isEmpty, shares.isEmpty, try closesStatement() else { return false }
                statement = (line, try line.member("findings").integer())
            case "finding":
                guard statement != nil, units.isEmpty else { return false }
                findings.append(try SnapshotLines.finding(line))
            case "unit":
                guard shares.isEmpty, try closesStatement() else { return false }
                units.append(try SnapshotLines.unit(line))
            case "share":
                guard ended.isEmpty, try closesStatement() else { return false }
                shares.append(try SnapshotLines.share(line))
            case "ended_unit":
                guard try closesStatement() else { return false }
                ended.append(
                    EndedUnit(
                        code: try line.text("ended_unit"), name: try line.optionalText("name"),
                        on: try line.member("on").statedDate(), successor: try line.optionalText("successor"),
                        successorName: try line.optionalText("successor_name")))
            case "end":
                guard try closesStatement() else { return false }
                end = try line.member("end")
            default: return false
            }
            return head != nil
        }

        private mutating func closesStatement() throws(ReportReadingError) -> Bool {
            guard let (line, count) = statement else { return true }
            guard count == findings.count else { return false }
            statements.append(try SnapshotLines.statement(line, findings))
            total += findings.count
            statement = nil
            findings = []
            return true
        }

        func snapshot() throws(SnapshotReadingError) -> Snapshot {
            guard let head else { throw .notASnapshot }
            guard let end else { throw .cut }
            let systems: Int
            do throws(ReportReadingError) {
                let counts = [
                    ("statements", statements.count), ("findings", total), ("units", units.count),
                    ("shares", shares.count),
                ]
                for (name, count) in counts where try end.member(name).integer() != count { throw .notAReport }
                systems = Int(try end.member("systems").integer())
                // Snapshots of earlier versions do not tell them.
                if let count = try end.optional("ended_units"), try count.integer() != ended.count { throw .notAReport }
            } catch {
                throw .cut
            }
            return Snapshot(
                head: head, statements: statements,
                tail: SnapshotTail(units: units, shares: shares, systems: systems, ended: ended))
        }
    }

    // MARK: Lines

    private static func head(_ line: ReportMembers) throws(ReportReadingError) -> SnapshotHead {
        guard try line.text("tuanthu") == kind else { throw .wrong("/tuanthu", expected: .oneOf([kind])) }
        let register = try line.member("register")
        return SnapshotHead(
            portfolio: try line.text("portfolio"), name: try line.optionalText("name"),
            asOf: try line.member("as_of").day(), ruler: try line.text("ruler"),
            context: try line.member("context").value.text(.compact), program: try line.text("program"),
            register: try register.text("path"), registerDigest: try register.text("sha256"),
            registerStatedOn: try register.member("stated_on").day(), transition: try line.optionalText("transition"))
    }

    private static func finding(_ line: ReportMembers) throws(ReportReadingError) -> SnapshotFinding {
        SnapshotFinding(
            rule: try line.text("rule"), ruleSet: try line.text("rule_set"), item: try line.optionalText("item"),
            occurrence: try line.optional("occurrence")?.day(), fingerprint: try line.text("finding"),
            verdict: try line.member("verdict").choice(Verdict.self),
            level: try line.optional("level")?.choice(Level.self),
            timing: try line.member("timing").choice(Timing.State.self), due: try line.optional("due")?.day(),
            days: try line.optional("days").map { days throws(ReportReadingError) in Int(try days.integer()) },
            source: try line.optionalText("source"), assurance: try line.member("assurance").choice(Assurance.self),
            grade: try line.optional("grade")?.choice(Grade.self),
            isGradeCandidate: try line.boolean("grade_candidate"), gate: try line.optional("gate")?.choice(Gate.self),
            isWaived: try line.boolean("waived"), isHistory: try line.boolean("history"))
    }

    private static func unit(_ line: ReportMembers) throws(ReportReadingError) -> SnapshotUnit {
        SnapshotUnit(
            code: try line.text("unit"), name: try line.optionalText("name"), block: try line.optionalText("block"),
            level: try line.optionalText("level"), parent: try line.optionalText("parent"),
            unitClass: try line.optionalText("class"), leadUnit: try line.optionalText("lead_unit"),
            isInBeing: try line.boolean("in_being"),
            standing: try line.member("standing").choice(SnapshotUnit.Standing.self),
            statement: try line.optionalText("statement"),
            conversion: try line.optional("conversion").map { note throws(ReportReadingError) in try conversion(note) },
            planned: try line.optional("planned")?.statedDate())
    }

    private static func conversion(_ note: ReportMembers) throws(ReportReadingError) -> ConversionNote {
        var steps: [ConversionNote.TakenStep] = []
        for step in try note.elements("steps") {
            steps.append(ConversionNote.TakenStep(step: try step.text("step"), on: try step.member("on").statedDate()))
        }
        return ConversionNote(
            hasToSwitch: try truth("has_to_switch", of: note), due: try note.optional("due")?.day(),
            planned: try note.optional("planned")?.statedDate(), furthest: try note.optionalText("furthest"),
            latest: try note.optional("latest")?.statedDate(), isDeclared: try truth("declared", of: note),
            steps: steps, lateness: try note.member("lateness").choice(ConversionNote.Lateness.self),
            movement: try note.member("movement").choice(ConversionNote.Movement.self))
    }

    private static func truth(_ name: String, of note: ReportMembers) throws(ReportReadingError) -> Truth {
        try note.member(name).value == .null ? .unknown : Truth(try note.boolean(name))
    }

    private static func share(_ line: ReportMembers) throws(ReportReadingError) -> SnapshotShare {
        var count: SnapshotShare.Count?
        if let met = try line.optional("met") {
            count = SnapshotShare.Count(
                met: try met.interval(), of: try line.member("of").interval(),
                lacking: try line.member("lacking").interval())
        }
        var unlisted: [String] = []
        for member in try line.elements("unlisted") { unlisted.append(try member.text()) }
        return SnapshotShare(
            rule: try line.text("share"), occurrence: try line.optional("occurrence")?.day(),
            verdict: try line.member("verdict").choice(Verdict.self),
            level: try line.optional("level")?.choice(Level.self),
            timing: try line.member("timing").choice(Timing.State.self), due: try line.optional("due")?.day(),
            isHistory: try line.boolean("history"), count: count, missing: try places("missing", of: line),
            open: try places("open", of: line), unlisted: unlisted)
    }

    private static func places(_ name: String, of line: ReportMembers) throws(ReportReadingError) -> [SetFinding.Place]
    {
        var places: [SetFinding.Place] = []
        for place in try line.elements(name) {
            places.append(SetFinding.Place(member: try place.text("member"), item: try place.optionalText("item")))
        }
        return places
    }
}

extension ReportMembers {
    fileprivate func statedDate() throws(ReportReadingError) -> StatedDate {
        guard let date = try? StatedDate.parse(try text()) else { throw .wrong(pointer, expected: .day) }
        return date
    }

    fileprivate func interval() throws(ReportReadingError) -> ClosedRange<Int> {
        let least = Int(try member("at_least").integer())
        let most = Int(try member("at_most").integer())
        guard least <= most else { throw .wrong(pointer, expected: .integer) }
        return least...most
    }
}
