import Assessor
import CivilTime
import Model
import Portfolio

/// Snapshots made up for tests of what is done with them.
enum MadeSnapshots {
    static func day(_ text: String) throws -> CivilDate { try CivilDate.parse(text) }

    static func head(_ day: String, ruler: String = "r1") throws -> SnapshotHead {
        SnapshotHead(
            portfolio: "T", name: "Tỉnh Thử", asOf: try self.day(day), ruler: ruler, context: "{\"profile\":\"p\"}",
            program: "1", register: "register.yaml", registerDigest: "d", registerStatedOn: try self.day("2021-12-31"),
            transition: "iso-9001-2008-to-2015")
    }

    /// A unit: whether it has to switch, whether it did, and the last day of its plan.
    static func unit(
        _ code: String, _ hasToSwitch: Truth = .yes, declared: Truth = .no, due: String? = "2021-06-29",
        planned: String? = nil, steps: [String] = []
    ) throws -> SnapshotUnit {
        let note = ConversionNote(
            hasToSwitch: hasToSwitch, due: try due.map { try day($0) },
            planned: try planned.map { try StatedDate.parse($0) },
            furthest: steps.last, latest: nil, isDeclared: declared,
            steps: try steps.map { ConversionNote.TakenStep(step: $0, on: try StatedDate.parse("2020-01")) },
            lateness: .notLate, movement: .moving)
        return SnapshotUnit(
            code: code, name: nil, block: nil, level: nil, parent: nil, unitClass: nil, leadUnit: nil, isInBeing: true,
            standing: .assessed, statement: "\(code).yaml", conversion: note)
    }

    static func silent(_ code: String, planned: StatedDate? = nil) -> SnapshotUnit {
        SnapshotUnit(
            code: code, name: nil, block: nil, level: nil, parent: nil, unitClass: nil, leadUnit: nil, isInBeing: true,
            standing: .noStatement, statement: nil, conversion: nil, planned: planned)
    }

    /// So many units of which the first few have declared.
    static func overview(_ day: String, declared: Int, of count: Int, ruler: String = "r1") throws -> SnapshotOverview {
        let units = try (0..<count).map { try unit("U\($0)", declared: $0 < declared ? .yes : .no) }
        return SnapshotOverview(head: try head(day, ruler: ruler), units: units)
    }

    static func finding(
        _ rule: String, _ verdict: Verdict, level: Level? = nil, timing: Timing.State = .none, item: String? = nil,
        due: String? = nil, days: Int? = nil, isHistory: Bool = false
    ) throws -> SnapshotFinding {
        SnapshotFinding(
            rule: rule, ruleSet: "s", item: item, occurrence: nil, fingerprint: "\(rule)/\(item ?? "")",
            verdict: verdict,
            level: level, timing: timing, due: try due.map { try day($0) }, days: days, source: nil, assurance: .stated,
            grade: nil, isGradeCandidate: false, gate: nil, isWaived: false, isHistory: isHistory)
    }

    static func statement(_ path: String, _ agency: String?, _ findings: [SnapshotFinding]) throws -> SnapshotStatement
    {
        SnapshotStatement(path: path, agency: agency, digest: path, statedOn: try day("2020-01-01"), findings: findings)
    }

    static func snapshot(
        _ statements: [SnapshotStatement], units: [SnapshotUnit] = [], shares: [SnapshotShare] = []
    ) throws -> Snapshot {
        Snapshot(
            head: try head("2021-01-01"), statements: statements,
            tail: SnapshotTail(units: units, shares: shares, systems: 3))
    }
}
