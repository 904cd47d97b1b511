import Assessor
import CivilTime
import Model

/// What a finding is about: rule, item and occurrence.
///
/// An item is told by its place in its list, so that it stays the same where its key is deleted.
struct FindingIdentity: Hashable, CustomStringConvertible {
    let rule: String
    let item: String
    let occurrence: CivilDate?

    init(_ finding: Finding) {
        rule = finding.rule.id
        item = finding.item.map { $0.path?.dotted ?? $0.key } ?? ""
        occurrence = finding.occurrence
    }

    var description: String { [rule, item, occurrence?.description ?? ""].joined(separator: " ") }
}
