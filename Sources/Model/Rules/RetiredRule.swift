public import CivilTime
internal import YAMLTree

/// An id that a rule had once; it keeps what it meant, so that no other requirement takes it and old reports stay readable.
public struct RetiredRule: Sendable {
    /// The id.
    public let id: String
    /// The day it was given up.
    public let since: CivilDate
    /// The set's version that no longer had it.
    public let version: String
    /// What it asked.
    public let meant: LocalizedText
    /// The rules that ask it now, by id; empty where none does.
    public let replacedBy: [String]
    /// Where it stands.
    public let place: Place
}

extension RetiredRule {
    static func read(_ entry: YAMLEntry, _ collector: inout DiagnosticCollector) -> RetiredRule? {
        guard var reader = MappingReader(entry.value, "retired", &collector) else { return nil }
        if reader.node("since") == nil { collector.error(.missingKey("since", in: "retired"), at: entry.place) }
        let since = reader.day("since", &collector)
        let version = reader.requiredText("version", &collector)
        let meant = reader.requiredLocalized("meant", &collector)
        let replacedBy = reader.texts("replaced_by", &collector)
        reader.finish(&collector)
        guard let since, let version, let meant else { return nil }
        return RetiredRule(
            id: entry.key, since: since, version: version, meant: meant, replacedBy: replacedBy, place: entry.place)
    }

    /// Refuses rules that take a retired id, whichever set they stand in, ids retired twice, and successors that are not there.
    static func check(_ sets: [RuleSet], _ collector: inout DiagnosticCollector) {
        var retired: [String: RetiredRule] = [:]
        for rule in sets.flatMap(\.retired) {
            if let first = retired.updateValue(rule, forKey: rule.id) {
                collector.error(.duplicateName(.rule, rule.id), at: rule.place, related: [first.place])
            }
        }
        if retired.isEmpty { return }
        for rule in sets.flatMap(\.rules) {
            guard let earlier = retired[rule.id] else { continue }
            collector.error(
                .rules(.retiredID(rule.id, meant: earlier.meant)), at: rule.place, related: [earlier.place])
        }
        // A successor stands in the same set, so that a set that is read without the others is judged alike.
        for set in sets {
            for rule in set.retired {
                for successor in rule.replacedBy where !set.rules.contains(where: { $0.id == successor }) {
                    collector.error(.rules(.noSuccessor(successor, of: rule.id)), at: rule.place)
                }
            }
        }
    }
}
