import Assessor
import CivilTime
import Foundation
import Model

/// Assesses an example before and after changes of its text, on several days.
///
/// Some of all pairs of a change and a day are tried, always the same ones; with `THOROUGH=1` in the environment, all.
struct Trials {
    let example: Example
    private let statement: Statement
    private let context: AssessmentContext

    static let isThorough = ProcessInfo.processInfo.environment["THOROUGH"] == "1"

    init(_ example: Example) throws {
        self.example = example
        statement = try example.statement()
        context = try example.context(profile: ShippedRules.everyRuleProfile)
    }

    /// Tries changes; one that makes the file an error is passed over.
    /// - Returns: How many were tried and loaded, and how many there were.
    @discardableResult
    func run(
        seed: UInt64, edits: (CivilDate) -> [ByteEdit],
        check: (_ before: Assessment, _ after: Assessment, _ what: String) -> Void
    ) throws -> (loaded: Int, tried: Int) {
        let pairs = try example.days().flatMap { day in edits(day).map { (day, $0) } }
        var random = SplitMix64(seed: seed)
        let chosen = Trials.isThorough ? pairs : random.sample(pairs, example.isLarge ? 12 : 40)
        var originals: [CivilDate: Assessment] = [:]
        var loaded = 0
        for (day, edit) in chosen {
            guard let changed = try? example.replacing(edit.applied(to: example.bytes)).statement() else { continue }
            loaded += 1
            let before = originals[day] ?? Assessor.assess(statement, in: context, asOf: day)
            originals[day] = before
            let after = Assessor.assess(changed, in: context, asOf: day)
            check(before, after, "\(example.name) on \(day): \(edit.path)")
        }
        return (loaded, chosen.count)
    }
}
