import Assessor
import CivilTime
import Model
import Portfolio
import Reports
import Testing

/// Snapshots as JSON lines.
@Suite struct SnapshotLinesTests {
    static func bytes(_ snapshot: Snapshot) -> [UInt8] {
        let findings = snapshot.statements.map(\.findings.count).reduce(0, +)
        return SnapshotLines.bytes(snapshot.head) + snapshot.statements.flatMap { SnapshotLines.bytes($0) }
            + SnapshotLines.bytes(snapshot.tail)
            + SnapshotLines.end(statements: snapshot.statements.count, findings: findings, snapshot.tail)
    }

    @Test func theyReadBackAsTheyWereWritten() throws {
        let snapshot = try TestPortfolio.example().snapshot(on: "2021-03-01")
        let bytes = Self.bytes(snapshot)
        #expect(try SnapshotLines.read(bytes) == snapshot)
        #expect(Self.bytes(try SnapshotLines.read(bytes)) == bytes)
        let silent = try MadeSnapshots.snapshot(
            [],
            units: [MadeSnapshots.silent("A"), MadeSnapshots.silent("B", planned: try StatedDate.parse("2021-03-31"))])
        #expect(try SnapshotLines.read(Self.bytes(silent)) == silent)
    }

    @Test func aFileThatWasCutIsKnownToBe() throws {
        let statements = [try MadeSnapshots.statement("a.yaml", "A", [try MadeSnapshots.finding("r", .conform)])]
        let whole = try MadeSnapshots.snapshot(statements, units: [try MadeSnapshots.unit("A")])
        let lines = Self.bytes(whole).split(separator: UInt8(ascii: "\n")).map { Array($0) + [UInt8(ascii: "\n")] }
        #expect(lines.count == 5)
        for left in 1..<lines.count {
            #expect(throws: SnapshotReadingError.self, "\(left) lines") {
                try SnapshotLines.read(lines.prefix(left).flatMap { $0 })
            }
        }
        for gone in lines.indices {
            var rest = lines
            rest.remove(at: gone)
            #expect(throws: SnapshotReadingError.self, "without line \(gone + 1)") {
                try SnapshotLines.read(rest.flatMap { $0 })
            }
        }
        #expect(throws: SnapshotReadingError.outOfPlace(6)) {
            try SnapshotLines.read((lines + [lines[2]]).flatMap { $0 })
        }
        let bad = lines.map { String(decoding: $0, as: UTF8.self).replacing("conform", with: "good") }.joined()
        #expect(throws: SnapshotReadingError.self) { try SnapshotLines.read(Array(bad.utf8)) }
        #expect(throws: SnapshotReadingError.notASnapshot) { try SnapshotLines.read(Array("{}\n".utf8)) }
    }

    @Test func theDigestFollowsWhatIsHeld() throws {
        func digest(_ snapshot: Snapshot) -> String {
            var digest = SnapshotDigest()
            for statement in snapshot.statements { digest.add(SnapshotLines.bytes(statement)) }
            digest.add(SnapshotLines.bytes(snapshot.tail))
            return digest.hex
        }
        let example = try TestPortfolio.example()
        let one = digest(try example.snapshot(on: "2021-03-01"))
        #expect(one == digest(try example.snapshot(on: "2021-03-01")))
        #expect(one != digest(try example.snapshot(on: "2021-06-30")))
    }
}

extension TestPortfolio {
    /// The snapshot of a day.
    func snapshot(on day: String) throws -> Snapshot {
        let assessor = try assessor(on: day)
        var kept: [SnapshotStatement] = []
        let results = assessor.paths.compactMap { path in
            statements[path].map { statement in
                let assessment = assessor.findings(of: statement, at: path)
                if assessor.isOfUnitInBeing(path) { kept.append(SnapshotStatement(assessment, at: path)) }
                return assessor.result(of: assessment, at: path)
            }
        }
        let run = ReportRun(
            version: "1", asOf: assessor.asOf, context: assessor.context, rulesOrigin: "rules", vocabularyFiles: [],
            threshold: .error)
        return Snapshot(
            head: SnapshotHead(run, register, assessor.options), statements: kept,
            tail: SnapshotTail(assessor.assessment(results)))
    }
}
