public import Assessor
internal import CivilTime
public import Model

/// A line for each thing the lint found: where, what, and what to do.
public struct LintFindingText {
    private let language: Language

    /// Text in one language.
    public init(_ language: Language) { self.language = language }

    /// One finding.
    public func line(_ finding: LintFinding) -> String {
        "\(finding.place.position): warning: \(text(finding.problem))\n"
    }

    /// What was found, in one sentence.
    public func text(_ problem: LintFinding.Problem) -> String {
        switch problem {
        case .alwaysTrue(let rule, let key):
            pick(
                "\(rule): `\(key)` luôn đúng, bất kể thông tin", "\(rule): `\(key)` is always true, whatever the facts")
        case .neverTrue(let rule, let key):
            pick("\(rule): `\(key)` không bao giờ đúng", "\(rule): `\(key)` is never true")
        case .neverMet(let rule):
            pick(
                "\(rule): không bao giờ đáp ứng được khi đã áp dụng (`applies` và `conform` loại trừ nhau)",
                "\(rule): can never be met where it applies (`applies` and `conform` exclude each other)")
        case .alwaysMet(let rule):
            pick(
                "\(rule): luôn đáp ứng khi đã áp dụng (`applies` đã bao hàm `conform`)",
                "\(rule): is always met where it applies (`applies` already says `conform`)")
        case .nobodyAnswers(let rule, let fact):
            pick(
                "\(rule): thông tin \(fact) không có người trả lời (thiếu `respondent`)",
                "\(rule): nobody is named who can answer \(fact) (no `respondent`)")
        case .stale(let source, nil):
            pick(
                "\(source): chưa ghi ngày đối chiếu (`checked`)",
                "\(source): no day on which it was checked (`checked`)")
        case .stale(let source, let checked?):
            pick(
                "\(source): đối chiếu lần cuối ngày \(checked), đã quá một năm",
                "\(source): last checked on \(checked), more than a year ago")
        case .repeatsDefinition(let subject, let key, let definition):
            pick(
                "\(subject): `\(key)` chép lại định nghĩa `\(definition)`; hãy dùng tên của nó",
                "\(subject): `\(key)` repeats the definition `\(definition)`; use its name")
        case .vanished(let rule):
            pick(
                "\(rule): có trong danh mục trước, nay không còn mà chưa ghi trong `retired`",
                "\(rule): in the earlier list and gone, without an entry under `retired`")
        case .cited(let rule, let was, let now):
            pick(
                "\(rule): trước viện dẫn \(was), nay viện dẫn \(now); nếu là yêu cầu khác thì đặt mã mới và ghi mã cũ vào `retired`",
                "\(rule): cited \(was) before and cites \(now) now; another requirement takes a new id, and the old one goes under `retired`"
            )
        case .repeatsRule(let rule, let other):
            pick("\(rule): đòi hỏi giống hệt \(other)", "\(rule): asks exactly what \(other) asks")
        }
    }

    private func pick(_ vi: String, _ en: String) -> String {
        switch language {
        case .vi: vi
        case .en: en
        }
    }
}
