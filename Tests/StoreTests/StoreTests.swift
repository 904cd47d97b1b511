import Assessor
import CivilTime
import Foundation
import GRDB
import Model
import Portfolio
import Testing

@testable import Store

/// The history in SQLite.
@Suite struct StoreTests {
    /// A folder of its own for one test.
    final class Folder {
        let url: URL

        init() throws {
            url = FileManager.default.temporaryDirectory.appendingPathComponent("tuanthu-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        }

        deinit {
            do { try FileManager.default.removeItem(at: url) } catch { print("cannot remove \(url.path): \(error)") }
        }

        func path(_ name: String) -> String { url.appendingPathComponent(name).path }
    }

    static func head(_ day: String, portfolio: String = "T", ruler: String = "r") throws -> SnapshotHead {
        SnapshotHead(
            portfolio: portfolio, name: nil, asOf: try CivilDate.parse(day), ruler: ruler, context: "{}", program: "1",
            register: "register.yaml", registerDigest: "d", registerStatedOn: try CivilDate.parse("2021-12-31"),
            transition: nil)
    }

    /// A snapshot in which every column has a value, and one in which all that may be absent is.
    static func snapshot(_ day: String, _ verdict: Verdict = .conform) throws -> Snapshot {
        let full = SnapshotFinding(
            rule: "a", ruleSet: "s", item: "một, \"hai\"\n", occurrence: try CivilDate.parse("2020-01-01"),
            fingerprint: "f1",
            verdict: verdict, level: .warning, timing: .dueSoon, due: try CivilDate.parse("2021-06-29"), days: -3,
            source: "x",
            assurance: .verified, grade: .minor, isGradeCandidate: true, gate: .law, isWaived: true, isHistory: true)
        let bare = SnapshotFinding(
            rule: "b", ruleSet: "s", item: nil, occurrence: nil, fingerprint: "f2", verdict: .undetermined, level: nil,
            timing: .none, due: nil, days: nil, source: nil, assurance: .stated, grade: nil, isGradeCandidate: false,
            gate: nil,
            isWaived: false, isHistory: false)
        let note = ConversionNote(
            hasToSwitch: .unknown, due: try CivilDate.parse("2021-06-29"), planned: try StatedDate.parse("2021-Q1"),
            furthest: "plan", latest: try StatedDate.parse("2019-10"), isDeclared: .no,
            steps: [
                ConversionNote.TakenStep(step: "board", on: try StatedDate.parse("2019")),
                ConversionNote.TakenStep(step: "plan", on: try StatedDate.parse("2019-10-01/2019-10-05")),
            ], lateness: .lateIfNotDone, movement: .notKnown)
        let empty = ConversionNote(
            hasToSwitch: .yes, due: nil, planned: nil, furthest: nil, latest: nil, isDeclared: .unknown, steps: [],
            lateness: .notLate, movement: .noStep)
        let plannedAnyhow = try StatedDate.parse("2021-03")
        func unit(_ code: String, _ standing: SnapshotUnit.Standing, _ note: ConversionNote?) -> SnapshotUnit {
            SnapshotUnit(
                code: code, name: note == nil ? nil : "Sở \(code)", block: nil, level: "l", parent: nil,
                unitClass: "mandatory",
                leadUnit: nil, isInBeing: note != nil, standing: standing, statement: note == nil ? nil : "a.yaml",
                conversion: note, planned: note == nil ? plannedAnyhow : nil)
        }
        let shares = [
            SnapshotShare(
                rule: "q", occurrence: try CivilDate.parse("2020-01-01"), verdict: .pending, level: .error,
                timing: .upcoming,
                due: try CivilDate.parse("2020-12-31"), isHistory: false,
                count: SnapshotShare.Count(met: 1...2, of: 3...3, lacking: 0...1),
                missing: [SetFinding.Place(member: "A", item: "t"), SetFinding.Place(member: "B", item: nil)],
                open: [SetFinding.Place(member: "C", item: nil)], unlisted: ["C"]),
            SnapshotShare(
                rule: "q", occurrence: nil, verdict: .notInForce, level: nil, timing: .none, due: nil, isHistory: true,
                count: nil, missing: [], open: [], unlisted: []),
        ]
        return Snapshot(
            head: try head(day),
            statements: [
                SnapshotStatement(
                    path: "a.yaml", agency: "A", digest: "1", statedOn: try CivilDate.parse("2020-05-05"),
                    findings: [full, bare]),
                SnapshotStatement(
                    path: "b.yaml", agency: nil, digest: "2", statedOn: try CivilDate.parse("2020-05-06"), findings: []),
            ],
            tail: SnapshotTail(
                units: [unit("A", .assessed, note), unit("B", .noStatement, nil), unit("C", .unreadable, empty)],
                shares: shares, systems: 4,
                ended: [
                    EndedUnit(
                        code: "H", name: "Huyện", on: try StatedDate.parse("2019-12-31"), successor: "A",
                        successorName: nil),
                    EndedUnit(
                        code: "I", name: nil, on: try StatedDate.parse("2019"), successor: nil, successorName: nil),
                ]))
    }

    static func write(
        _ snapshot: Snapshot, to store: HistoryStore, content: String, replaces: Bool = false
    ) throws -> HistoryStore.Outcome {
        try store.write(snapshot.head, replaces: replaces) { writer in
            for statement in snapshot.statements { try writer.add(statement) }
            return (snapshot.tail, content)
        }
    }

    @Test func aSnapshotReadsBackAsItWasWritten() throws {
        let folder = try Folder()
        let one = try Self.snapshot("2021-01-01")
        let other = try Self.snapshot("2020-01-01", .nonconform)
        let store = try HistoryStore(folder.path("h"), for: .writing, waiting: 1)
        #expect(try Self.write(one, to: store, content: "1") == .added)
        #expect(try Self.write(other, to: store, content: "2") == .added)
        let reader = try HistoryStore(folder.path("h"), for: .reading, waiting: 1)
        let entries = try reader.entries()
        #expect(entries.map(\.head) == [other.head, one.head])
        #expect(
            entries.map(\.findings) == [2, 2] && entries.map(\.units) == [3, 3] && entries.map(\.systems) == [4, 4])
        #expect(try reader.snapshot(entries[0]) == other)
        #expect(try reader.snapshot(entries[1]) == one)
        #expect(try reader.overview(entries[1]) == one.overview)
    }

    @Test func onePortfolioDayAndRulerHaveOneSnapshot() throws {
        let folder = try Folder()
        let store = try HistoryStore(folder.path("h"), for: .writing, waiting: 1)
        let first = try Self.snapshot("2021-01-01")
        let second = try Self.snapshot("2021-01-01", .nonconform)
        #expect(try Self.write(first, to: store, content: "1") == .added)
        #expect(try Self.write(first, to: store, content: "1") == .unchanged)
        #expect(throws: StoreError.differs(path: folder.path("h"), asOf: first.head.asOf)) {
            try Self.write(second, to: store, content: "2")
        }
        let kept = try store.entries()
        #expect(kept.count == 1 && kept[0].content == "1")
        #expect(try store.snapshot(kept[0]) == first)
        #expect(try Self.write(second, to: store, content: "2", replaces: true) == .replaced)
        let now = try store.entries()
        #expect(now.count == 1 && now[0].content == "2")
        #expect(try store.snapshot(now[0]) == second)
        // Nothing of the first one is left behind.
        let rows = try DatabaseQueue(path: folder.path("h")).read { database in
            try Int.fetchOne(database, sql: "SELECT count(*) FROM statement")
        }
        #expect(rows == 2)
    }

    @Test func aRunThatFailsLeavesNothing() throws {
        struct Stop: Error {}
        let folder = try Folder()
        let store = try HistoryStore(folder.path("h"), for: .writing, waiting: 1)
        let snapshot = try Self.snapshot("2021-01-01")
        #expect(try Self.write(snapshot, to: store, content: "1") == .added)
        #expect(throws: Stop.self) {
            try store.write(try Self.head("2021-02-01"), replaces: false) { writer in
                try writer.add(snapshot.statements[0])
                throw Stop()
            }
        }
        #expect(throws: Stop.self) {
            try store.write(snapshot.head, replaces: true) { _ in throw Stop() }
        }
        let entries = try store.entries()
        #expect(entries.count == 1)
        #expect(try store.snapshot(entries[0]) == snapshot)
    }

    @Test func whatIsNoHistoryIsLeftAlone() throws {
        let folder = try Folder()
        #expect(throws: StoreError.notFound(path: folder.path("h"))) {
            try HistoryStore(folder.path("h"), for: .reading, waiting: 1)
        }
        let text = Data("tuanthu: register/1\n".utf8)
        try text.write(to: folder.url.appendingPathComponent("text"))
        let queue = try DatabaseQueue(path: folder.path("other"))
        try queue.write { try $0.execute(sql: "CREATE TABLE mine (x); PRAGMA user_version = 3") }
        try queue.close()
        let before = try Data(contentsOf: folder.url.appendingPathComponent("other"))
        for access in [HistoryStore.Access.reading, .writing] {
            #expect(throws: StoreError.notAHistory(path: folder.path("text"))) {
                try HistoryStore(folder.path("text"), for: access, waiting: 1)
            }
            #expect(throws: StoreError.notAHistory(path: folder.path("other"))) {
                try HistoryStore(folder.path("other"), for: access, waiting: 1)
            }
        }
        #expect(try Data(contentsOf: folder.url.appendingPathComponent("text")) == text)
        // Not even the journal mode.
        #expect(try Data(contentsOf: folder.url.appendingPathComponent("other")) == before)
        #expect(throws: StoreError.self) { try HistoryStore(folder.path("no/h"), for: .writing, waiting: 1) }
    }

    @Test func aNewerHistoryIsRefusedAndAnUnknownValueIsNamed() throws {
        let folder = try Folder()
        let store = try HistoryStore(folder.path("h"), for: .writing, waiting: 1)
        let snapshot = try Self.snapshot("2021-01-01")
        #expect(try Self.write(snapshot, to: store, content: "1") == .added)
        let queue = try DatabaseQueue(path: folder.path("h"))
        try queue.write { try $0.execute(sql: "UPDATE finding SET verdict = 'splendid' WHERE position = 0") }
        #expect(throws: StoreError.damaged(path: folder.path("h"), what: "splendid")) {
            try store.snapshot(try store.entries()[0])
        }
        try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2-to-come')") }
        for access in [HistoryStore.Access.reading, .writing] {
            #expect(throws: StoreError.newer(path: folder.path("h"))) {
                try HistoryStore(folder.path("h"), for: access, waiting: 1)
            }
        }
    }

    @Test func itIsKeptInWriteAheadLoggingAndEveryCommitIsSynced() throws {
        let folder = try Folder()
        let store = try HistoryStore(folder.path("h"), for: .writing, waiting: 1)
        #expect(try Self.write(try Self.snapshot("2021-01-01"), to: store, content: "1") == .added)
        let mode = try DatabaseQueue(path: folder.path("h")).read {
            try String.fetchOne($0, sql: "PRAGMA journal_mode")
        }
        #expect(mode == "wal")
    }

    @Test func aSecondWriterSaysThatItWaitedInVain() throws {
        let folder = try Folder()
        let one = try HistoryStore(folder.path("h"), for: .writing, waiting: 0)
        let other = try HistoryStore(folder.path("h"), for: .writing, waiting: 0)
        let snapshot = try Self.snapshot("2021-01-01")
        let outcome = try one.write(snapshot.head, replaces: false) { _ in
            #expect(throws: StoreError.busy(path: folder.path("h"), seconds: 0)) {
                try Self.write(snapshot, to: other, content: "1")
            }
            // Readers are not kept waiting, and see what was there.
            let seen = try other.entries()
            #expect(seen.isEmpty)
            return (snapshot.tail, "2")
        }
        #expect(outcome == .added)
        #expect(try other.entries().count == 1)
    }
}
