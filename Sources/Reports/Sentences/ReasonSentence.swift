public import Assessor
internal import CivilTime
public import Model

extension Phrasing {
    /// Why a finding says what it says, in one sentence: the rule's own where it has one and its values are known.
    public func because(_ finding: Finding, in statement: Statement) -> String {
        if let own = finding.ownSentence { return text(own) }
        let told = sentence(clauses(finding, in: statement))
        return told.isEmpty
            ? sentence(["\(verdict(finding)): \(finding.rule.title[language])"]) : told
    }

    private func text(_ sentence: OwnSentence) -> String {
        var text = ""
        for part in sentence[language] {
            switch part {
            case .text(let words): text += words
            case .value(let value): text += inSentence(value)
            case .values(let values): text += listing(values)
            }
        }
        return text
    }

    /// More elements of a list than this are counted, not told.
    private static let toldElements = 8

    private func listing(_ values: [ShownValue]) -> String {
        let told = values.prefix(Phrasing.toldElements).map { inSentence($0) }.joined(separator: ", ")
        let rest = values.count - Phrasing.toldElements
        return rest > 0 ? told + pick(" và \(rest) mục khác", " and \(rest) more") : told
    }

    /// A value inside a rule author's own sentence: texts without quotation marks.
    private func inSentence(_ value: ShownValue) -> String {
        if case .text(let text) = value { text } else { text(value) }
    }

    private func clauses(_ finding: Finding, in statement: Statement) -> [String] {
        switch finding.reason {
        case .condition(let operands):
            return clauses(operands, of: finding, in: statement)
        case .applicability(let operands):
            let lead =
                finding.verdict == .undetermined
                ? pick("chưa rõ yêu cầu có áp dụng hay không", "it is not known whether the rule applies")
                : pick("yêu cầu không áp dụng", "the rule does not apply")
            return [lead] + clauses(operands, of: finding, in: statement)
        case .noItems(let path):
            let name = path.map { label(of: $0, in: statement, item: nil) }
            return [
                name.map { pick("không có \($0) nào", "\($0): none") } ?? pick("danh sách rỗng", "the list is empty")
            ]
        case .itemsUnknown(let path):
            let name = path.map { label(of: $0, in: statement, item: nil) }
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
            return pick("có hiệu lực từ \(from) đến hết \(to)", "in force from \(from) to \(to)")
        case (let from?, nil): return pick("có hiệu lực từ \(from)", "in force from \(from)")
        case (nil, let to?): return pick("hết hiệu lực sau ngày \(to)", "in force until \(to)")
        case (nil, nil): return pick("không có hiệu lực vào ngày xét", "not in force on the day assessed")
        }
    }
}
