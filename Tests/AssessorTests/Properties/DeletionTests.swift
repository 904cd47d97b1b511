import Assessor
import CivilTime
import Model
import Testing

/// Silence never passes and never fails (section 2 of the design): deleting a key changes a verdict only to
/// undetermined, or makes the file an error, and no finding disappears without an undetermined one of its rule.
@Suite struct DeletionTests {
    @Test(arguments: Example.all) func deletingAKeyLeavesVerdictsOrMakesThemUndetermined(_ example: Example) throws {
        let deletions = ByteEdits.deletions(try example.tree())
        let counts = try Trials(example).run(seed: 1) { _ in
            deletions
        } check: { before, after, what in
            let faults = Silence.faults(from: before.findings, to: after.findings)
            #expect(faults.isEmpty, "\(what) deleted: \(faults)")
        }
        #expect(counts.loaded > counts.tried / 2, "most keys can be left out")
    }

    /// A day written as its month says less, and so decides less.
    @Test(arguments: Example.all) func aLessExactDateLeavesVerdictsOrMakesThemUndetermined(_ example: Example) throws {
        let dates = ByteEdits.coarserDates(try example.tree())
        try Trials(example).run(seed: 7) { _ in
            dates
        } check: { before, after, what in
            let counted = [before, after].map { $0.findings.filter { !$0.isHistory } }
            let faults = Silence.faults(from: counted[0], to: counted[1])
            #expect(faults.isEmpty, "\(what) as its month: \(faults)")
        }
    }

    @Test func emptyingACellLeavesVerdictsOrMakesThemUndetermined() throws {
        let example = try Example.named("so-mau")
        let context = try example.context()
        let statement = try example.statement()
        var random = SplitMix64(seed: 4)
        for name in example.tables.keys.sorted() {
            let rows = String(decoding: try #require(example.tables[name]), as: UTF8.self).split(separator: "\n")
            for _ in 0..<(Trials.isThorough ? 200 : 3) {
                let row = Int.random(in: 1..<rows.count, using: &random)
                var cells = rows[row].split(separator: ",", omittingEmptySubsequences: false)
                let cell = Int.random(in: cells.indices, using: &random)
                cells[cell] = ""
                var changed = rows
                changed[row] = Substring(cells.joined(separator: ","))
                let bytes = Array(changed.joined(separator: "\n").utf8)
                guard let less = try? example.replacing(table: name, bytes).statement() else { continue }
                for days in [-1500, 0] {
                    let day = try #require(statement.statedOn.adding(days: days))
                    let before = Assessor.assess(statement, in: context, asOf: day).findings
                    let after = Assessor.assess(less, in: context, asOf: day).findings
                    let faults = Silence.faults(from: before, to: after)
                    #expect(faults.isEmpty, "\(day) \(name) row \(row) cell \(cell): \(faults)")
                }
            }
        }
    }
}

/// Compares the findings of a statement with those of one that says less.
enum Silence {
    static func faults(from original: [Finding], to changed: [Finding]) -> [String] {
        let before = Dictionary(original.map { (FindingIdentity($0), $0) }) { first, _ in first }
        let after = Dictionary(changed.map { (FindingIdentity($0), $0) }) { first, _ in first }
        var faults: [String] = []
        for (identity, finding) in before {
            if let other = after[identity] {
                if other.verdict != finding.verdict && other.verdict != .undetermined {
                    faults.append("\(identity): \(finding.verdict) became \(other.verdict)")
                }
            } else if !changed.contains(where: { isNewSilence($0, of: identity.rule, before) }) {
                faults.append("\(identity): \(finding.verdict) is gone")
            }
        }
        for (identity, finding) in after where before[identity] == nil {
            // Where it is no longer known whether a set binds the agency, each of its rules comes up: undetermined, or out of its time.
            if finding.verdict == .undetermined || finding.verdict == .notInForce { continue }
            faults.append("\(identity): \(finding.verdict) came from nothing")
        }
        return faults.sorted()
    }

    /// Whether a finding says of a rule that something is not known, and did not say just that before.
    private static func isNewSilence(
        _ finding: Finding, of rule: String, _ before: [FindingIdentity: Finding]
    ) -> Bool {
        guard finding.rule.id == rule, finding.verdict == .undetermined else { return false }
        guard let old = before[FindingIdentity(finding)], old.verdict == .undetermined else { return true }
        return old.undeterminedBy.map(\.path) != finding.undeterminedBy.map(\.path)
            || old.undeterminedBy.map(\.state) != finding.undeterminedBy.map(\.state)
    }
}
