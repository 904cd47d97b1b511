public import CivilTime

/// What can be wrong with a waiver, beyond what any document can have wrong.
public enum WaiverProblem: Sendable, Hashable {
    /// The rule's set does not let it be waived.
    case notWaivable(rule: String)
    /// The rule's set does not say how long a waiver may run.
    case noLongest(rule: String, set: String)
    /// It runs longer than the rule's set lets it; the last day it may have.
    case tooLong(until: CivilDate, latest: CivilDate, longest: Period)
    /// Its last day is before the day of its document.
    case endsBeforeItBegins(until: CivilDate, dated: CivilDate)
}

extension WaiverProblem {
    /// The sentence the person who keeps the file reads.
    func message(_ language: Language) -> String {
        switch self {
        case .notWaivable(let rule):
            return language.pick(
                "không được chấp nhận tạm thời đối với “\(rule)”: bộ yêu cầu không cho phép (waivable: false)",
                "“\(rule)” cannot be waived: its rule set does not allow it (waivable: false)")
        case .noLongest(let rule, let set):
            return language.pick(
                "không được chấp nhận tạm thời đối với “\(rule)”: bộ yêu cầu “\(set)” không quy định thời hạn dài nhất (longest_waiver)",
                "“\(rule)” cannot be waived: its rule set “\(set)” does not say for how long (longest_waiver)")
        case .tooLong(let until, let latest, let longest):
            return language.pick(
                "thời hạn đến \(until) quá dài: bộ yêu cầu cho nhiều nhất \(longest), tức là đến hết ngày \(latest)",
                "until \(until) is too long: the rule set allows \(longest) at most, that is until \(latest)")
        case .endsBeforeItBegins(let until, let dated):
            return language.pick(
                "ngày hết hạn \(until) trước ngày ban hành văn bản \(dated)",
                "it ends on \(until), before the day of its document, \(dated)")
        }
    }
}
