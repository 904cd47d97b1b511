public import Assessor
internal import CivilTime
public import Model

/// What to state next, in one language, at 100 columns: the questions whose answers settle most come first.
public struct QuestionText {
    private let phrasing: Phrasing
    private let style: TextStyle
    private let wrapping = LineWrapping(width: 100)
    /// How many questions are told of each agency; nil tells all.
    private let limit: Int?
    private let isByUnit: Bool

    /// Text in one language.
    /// - Parameters:
    ///   - limit: How many questions are told of each agency; nil tells all.
    ///   - isByUnit: Whether the questions stand under those who can answer them.
    public init(_ language: Language, library: RuleLibrary, limit: Int?, isByUnit: Bool, isColoured: Bool = false) {
        phrasing = Phrasing(language, library: library)
        style = TextStyle(isColoured: isColoured)
        self.limit = limit
        self.isByUnit = isByUnit
    }

    /// The questions about one agency.
    public func text(_ questions: [OpenQuestion], of assessment: Assessment) -> String {
        let asOf = phrasing.dates.text(assessment.asOf)
        let agency = phrasing.agency(assessment.statement)
        let title = phrasing.pick(
            "Cần khai thêm gì: \(agency), xét tại ngày \(asOf)", "What to state next: \(agency), as of \(asOf)")
        var text = wrapping.lines(title, lead: "", indent: 4).map { style.paint($0, .bold) + "\n" }.joined()
        text += lines(summary(questions, assessment), lead: "  ", indent: 4)
        let told = limit.map { Array(questions.prefix($0)) } ?? questions
        let numbered = told.enumerated().map { (number: $0.offset + 1, question: $0.element) }
        if isByUnit {
            for group in groups(numbered) {
                text += "\n" + style.paint("── \(group.name): \(group.questions.count)", .bold) + "\n"
                for entry in group.questions { text += "\n" + self.text(entry.question, entry.number, assessment) }
            }
        } else {
            for entry in numbered { text += "\n" + self.text(entry.question, entry.number, assessment) }
        }
        let rest = questions.count - told.count
        if rest > 0 {
            text += "\n" + phrasing.pick("Còn \(rest) câu hỏi nữa (--all).", "\(rest) more questions (--all).") + "\n"
        }
        return text
    }

    private func summary(_ questions: [OpenQuestion], _ assessment: Assessment) -> String {
        let open = assessment.findings.count { $0.verdict == .undetermined && !$0.isHistory }
        if open == 0 { return phrasing.pick("Không còn phát hiện nào chưa rõ.", "No finding is undetermined.") }
        let order =
            isByUnit
            ? phrasing.pick("số càng nhỏ càng kết luận được nhiều", "the lower its number the more it settles")
            : phrasing.pick("câu kết luận được nhiều nhất đứng trước", "the most telling first")
        return phrasing.pick(
            "\(open) phát hiện chưa xác định được; \(questions.count) câu hỏi, \(order).",
            "\(open) findings are undetermined; \(questions.count) questions, \(order).")
    }

    /// By who can answer, in the order in which their first questions come.
    private func groups(
        _ questions: [(number: Int, question: OpenQuestion)]
    ) -> [(name: String, questions: [(number: Int, question: OpenQuestion)])] {
        var names: [String] = []
        var groups: [String: [(number: Int, question: OpenQuestion)]] = [:]
        for entry in questions {
            let name = phrasing.respondent(entry.question) ?? phrasing.nobody
            if groups[name] == nil { names.append(name) }
            groups[name, default: []].append(entry)
        }
        return names.map { ($0, groups[$0] ?? []) }
    }

    private func text(_ question: OpenQuestion, _ number: Int, _ assessment: Assessment) -> String {
        let head = "\(number). "
        var text = lines(phrasing.question(question, assessment), lead: head, indent: head.count)
        func add(_ vi: String, _ en: String, _ words: String?) {
            guard let words, !words.isEmpty else { return }
            text += lines(words, lead: "     = \(phrasing.pick(vi, en)): ", indent: 7)
        }
        add("giải quyết được", "settles", phrasing.settles(question))
        add("yêu cầu", "rules", phrasing.rules(question))
        add("khai tại", "state at", phrasing.places(question, in: assessment.statement))
        if !isByUnit { add("người trả lời", "who can answer", phrasing.respondent(question)) }
        add("bằng chứng thường có", "usual evidence", phrasing.usualEvidence(question))
        return text
    }

    private func lines(_ text: String, lead: String, indent: Int) -> String {
        wrapping.lines(text, lead: lead, indent: indent).map { $0 + "\n" }.joined()
    }
}
