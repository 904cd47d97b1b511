public import Assessor
internal import CivilTime
public import Model
internal import YAMLTree

/// Where an agency stands in a switch, as people read it.
public struct TransitionText {
    let phrasing: Phrasing
    let style: TextStyle
    let width: Int
    let isVerbose: Bool

    /// Text in one language with the words of a library.
    public init(
        _ language: Language, library: RuleLibrary, isColoured: Bool = false, isVerbose: Bool = false,
        width: Int = 100
    ) {
        phrasing = Phrasing(language, library: library)
        style = TextStyle(isColoured: isColoured)
        self.width = width
        self.isVerbose = isVerbose
    }

    var language: Language { phrasing.language }

    func pick(_ vi: String, _ en: String) -> String { phrasing.pick(vi, en) }

    /// The whole report. Every line ends with a line break.
    public func text(_ answer: TransitionAssessment) -> String {
        var lines = self.lines(for: answer)
        head(answer, &lines)
        completion(answer, &lines)
        editions(answer, &lines)
        steps(answer, &lines)
        roadmap(answer, &lines)
        documents(answer, &lines)
        clauses(answer, &lines)
        foot(answer, &lines)
        return lines.text
    }

    /// The roadmap alone: the agency's plans, and counting back from every day that binds or is directed, step by step.
    public func roadmapText(_ answer: TransitionAssessment) -> String {
        var lines = self.lines(for: answer)
        head(answer, &lines)
        roadmap(answer, tellsEveryCount: true, &lines)
        return lines.text
    }

    private func lines(for answer: TransitionAssessment) -> TransitionLines {
        TransitionLines(language, isProvisional: answer.transition.isProvisional, style: style, width: width)
    }

    private func head(_ answer: TransitionAssessment, _ lines: inout TransitionLines) {
        let statement = answer.statement
        let name = statement.agencyName ?? statement.agencyCode ?? statement.source.name
        let code = statement.agencyCode.map { " (\($0))" } ?? ""
        lines.paragraph(name + code, tone: .bold)
        lines.paragraph(answer.transition.title[language])
        let stated = phrasing.dates.text(statement.statedOn)
        let asOf = phrasing.dates.text(answer.asOf)
        lines.paragraph(
            pick(
                "Bản khai nói đến hết ngày \(stated); xét tại ngày \(asOf).",
                "The statement speaks up to \(stated); assessed as of \(asOf)."))
        if answer.isAfterStatement {
            lines.paragraph(
                pick(
                    "Không có thông tin sau ngày \(stated): việc có thể đã làm từ sau ngày đó là chưa xác định được.",
                    "No information after \(stated): what may have been done since is undetermined."))
        }
        assumed(statement, &lines)
        if let note = answer.transition.note { lines.paragraph(note[language]) }
    }

    /// What was assumed, so that nobody takes the answer for one of the statement.
    private func assumed(_ statement: Statement, _ lines: inout TransitionLines) {
        if statement.assumed.isEmpty { return }
        lines.paragraph(AssumptionText.heading[language], tone: .bold)
        for fact in statement.assumed { lines.paragraph("\(fact.fact) = \(fact.value)", lead: "  • ") }
    }

    // MARK: Complete?

    private func completion(_ answer: TransitionAssessment, _ lines: inout TransitionLines) {
        lines.heading(pick("Đã hoàn thành chưa?", "Is it complete?"))
        tell(answer.law, pick("Về pháp lý", "In law"), answer, &lines)
        tell(answer.substance, pick("Về thực chất", "In substance"), answer, &lines)
        work(answer, &lines)
    }

    private func tell(
        _ completion: CompletionAnswer, _ name: String, _ answer: TransitionAssessment, _ lines: inout TransitionLines
    ) {
        var words = TransitionNames.name(completion.answer)[language]
        if completion.wasNotComplete {
            let day = phrasing.dates.text(answer.statement.statedOn)
            words += pick(" (chưa hoàn thành tính đến ngày \(day))", " (not complete on \(day))")
        }
        lines.paragraph(words, lead: "  \(name): ", tone: completion.answer == .complete ? .good : nil)
        let counts = [
            (completion.met, pick("đáp ứng", "met")),
            (completion.partial.count, pick("đáp ứng một phần", "partly met")),
            (completion.failing.count, pick("chưa đáp ứng", "not met")),
            (completion.absent.count, pick("chưa khai", "not stated")),
            (completion.undetermined.count, pick("chưa xác định được", "undetermined")),
            (completion.notApplicable, pick("không áp dụng", "not applicable")),
        ]
        let told = counts.filter { $0.0 > 0 }.map { "\($0.1) \($0.0)" }
        if !told.isEmpty {
            lines.paragraph(told.joined(separator: " · "), lead: pick("    Điều kiện: ", "    Gates: "))
        }
        list(completion.failing, pick("Chưa đáp ứng", "Not met"), answer, &lines)
        list(completion.partial, pick("Đáp ứng một phần", "Partly met"), answer, &lines)
        list(completion.absent, pick("Chưa khai thông tin", "Nothing is stated"), answer, &lines)
        list(completion.undetermined, pick("Chưa xác định được", "Undetermined"), answer, &lines)
    }

    private func list(
        _ findings: [Finding], _ name: String, _ answer: TransitionAssessment, _ lines: inout TransitionLines
    ) {
        guard !findings.isEmpty else { return }
        lines.paragraph("\(name):", lead: "    ")
        for finding in findings {
            let citation = phrasing.citations.text(finding.rule.citation)
            let verdict = finding.verdict == .pending ? ": \(phrasing.verdict(finding))" : ""
            lines.paragraph("\(title(finding)) (\(citation))\(verdict)", lead: "      - ")
            if isVerbose {
                lines.paragraph(phrasing.because(finding, in: answer.statement), lead: "        ")
            }
        }
    }

    /// A rule's title with the item its finding is on.
    func title(_ finding: Finding) -> String {
        finding.rule.title[language] + (finding.item.map { " [\($0.key)]" } ?? "")
    }

    private func work(_ answer: TransitionAssessment, _ lines: inout TransitionLines) {
        let name = pick("  Loại công việc: ", "  Class of work: ")
        switch answer.work {
        case .known(let work):
            lines.paragraph("\(work.label[language]). \(work.text[language])", lead: name)
        case .nothingLeft:
            lines.paragraph(pick("không còn việc phải làm.", "nothing is left to do."), lead: name)
        case .notKnown(let work, let missing):
            let facts = self.facts(missing, answer)
            lines.paragraph(
                pick(
                    "chưa xác định được; chưa rõ có phải “\(work.label[language])” hay không. Cần khai: \(facts).",
                    "undetermined; it is not known whether it is “\(work.label[language])”. To be stated: \(facts)."),
                lead: name)
        case .failed(let failure): lines.paragraph(phrasing.text(failure), lead: name)
        }
    }

    /// A label at the beginning of a line.
    func capital(_ label: String) -> String {
        guard let first = label.first else { return label }
        return first.uppercased() + label.dropFirst()
    }

    /// The facts that would tell, by their labels, each once.
    func facts(_ missing: [MissingFact], _ answer: TransitionAssessment) -> String {
        var names: [String] = []
        for fact in missing {
            let name = phrasing.label(of: fact.path, in: answer.statement, item: nil)
            if !names.contains(name) { names.append(name) }
        }
        let told = names.prefix(4).joined(separator: ", ")
        let rest = names.count - 4
        return rest > 0 ? told + pick(" và \(rest) thông tin khác", " and \(rest) more") : told
    }

    func respondent(_ id: String) -> String { phrasing.library.vocabulary.respondents[id]?[language] ?? id }

    private func foot(_ answer: TransitionAssessment, _ lines: inout TransitionLines) {
        let transition = answer.transition
        lines.heading(pick("Các mốc chung", "Dates of others"))
        for milestone in transition.milestones {
            let binds = TransitionNames.name(milestone.binds)[language]
            let basis = phrasing.library.sources[milestone.basis]?.short[language] ?? milestone.basis
            let day = phrasing.dates.text(milestone.date)
            lines.paragraph(
                pick(
                    "\(milestone.label[language]); áp dụng với \(binds) (\(basis))",
                    "\(milestone.label[language]); binds \(binds) (\(basis))"), lead: "  \(day): ")
        }
        lines.heading(pick("Căn cứ của bảng chuyển đổi", "What the table rests on"))
        let basis = transition.basis.map { phrasing.citations.text($0) }.joined(separator: "; ")
        lines.paragraph(basis, lead: "  ")
        let confidences = Confidence.allCases.compactMap { confidence -> String? in
            let count = (transition.leaving + transition.entering).count { $0.confidence == confidence }
            return count > 0 ? "\(TransitionNames.name(confidence)[language]) \(count)" : nil
        }
        lines.paragraph(
            confidences.joined(separator: " · "), lead: pick("  Các dòng điều khoản: ", "  Rows on clauses: "))
    }
}
