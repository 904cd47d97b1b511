public import Assessor
internal import CivilTime
public import Model

extension Phrasing {
    /// Why a finding says what it says, in one sentence: the rule's own where it has one and its values are known.
    public func because(_ finding: Finding, in statement: Statement) -> String {
        if let own = finding.ownSentence { return text(own) }
        let told = sentence(clauses(finding, in: statement))
        if !told.isEmpty { return told }
        if finding.verdict == .conform {
            return pick("Không có điều gì trái với yêu cầu.", "Nothing speaks against the requirement.")
        }
        return sentence(["\(verdict(finding)): \(finding.rule.title[language])"])
    }

    private func clauses(_ finding: Finding, in statement: Statement) -> [String] {
        switch finding.reason {
        case .condition(let operands):
            return clauses(operands, of: finding, in: statement)
        case .applicability(let operands):
            return applicability(clauses(operands, of: finding, in: statement), finding.verdict)
        case .noItems(let path):
            let name = path.map { label(of: $0, in: statement, item: nil) } ?? listName(of: finding.rule)
            return [
                name.map { pick("không có \($0) nào", "\($0): none") }
                    ?? pick("không có mục nào để xét", "there is nothing to look at")
            ]
        case .itemsUnknown(let path):
            let name = path.map { label(of: $0, in: statement, item: nil) } ?? listName(of: finding.rule)
            return [
                name.map { pick("chưa rõ \($0)", "\($0): not known") }
                    ?? pick("chưa rõ danh sách", "the list is not known")
            ]
        case .clock(let clock):
            return clauses(clock, of: finding, in: statement)
        case .notInForce(let window):
            return [validity(window)]
        case .failure(let failure):
            return [text(failure)]
        }
    }

    /// That a rule does not apply, or may not, and why.
    private func applicability(_ reasons: [String], _ verdict: Verdict) -> [String] {
        let isOpen = verdict == .undetermined
        let lead =
            isOpen
            ? pick("chưa rõ yêu cầu có áp dụng hay không", "it is not known whether the rule applies")
            : pick("yêu cầu không áp dụng", "the rule does not apply")
        guard let first = reasons.first else { return [lead] }
        let joined = lead + (isOpen ? pick(" vì ", ": ") : ": ") + first
        return [joined] + reasons.dropFirst()
    }

    /// What the list is called that a rule goes through, where the rules have named it.
    private func listName(of rule: Rule) -> String? {
        guard let text = rule.each?.list.text else { return nil }
        return library.definitions.first { $0.name == text }?.label[language]
    }

    /// What kept an expression or a clock of the rules from giving a value.
    func text(_ failure: Failure) -> String {
        switch failure {
        case .dueDateOutOfRange:
            pick("hạn cuối rơi sau năm 9999, không tính được", "the due date lies past the year 9999")
        case .workingDayCount:
            pick(
                "không tính được hạn: số ngày làm việc phải từ 1 đến 10000",
                "the due date cannot be worked out: the number of working days has to be from 1 to 10000")
        case .noPeriod: pick("thời hạn của yêu cầu không có giá trị", "the rule's period has no value")
        case .expression(let message):
            pick("không tính được biểu thức của yêu cầu: \(message)", "the rule's expression failed: \(message)")
        }
    }

    private func validity(_ window: ValidityWindow) -> String {
        let from = window.from.map { dates.text($0) }
        let to = window.to.map { dates.text($0) }
        switch (from, to) {
        case (let from?, let to?):
            return pick("có hiệu lực từ ngày \(from) đến hết ngày \(to)", "in force from \(from) to \(to)")
        case (let from?, nil): return pick("có hiệu lực từ ngày \(from)", "in force from \(from)")
        case (nil, let to?): return pick("hết hiệu lực sau ngày \(to)", "in force until \(to)")
        case (nil, nil): return pick("không có hiệu lực vào ngày xét", "not in force on the day assessed")
        }
    }
}
