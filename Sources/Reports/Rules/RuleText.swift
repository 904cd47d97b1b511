internal import CivilTime
public import Model

/// The rule library as people read it: the list of rules, and one rule with all it says.
public struct RuleText {
    private let phrasing: Phrasing
    private let wrapping = LineWrapping(width: 100)

    /// Text in one language.
    public init(_ language: Language, library: RuleLibrary) {
        phrasing = Phrasing(language, library: library)
    }

    /// Every rule with its title and citation, set by set.
    public func list() -> String {
        var text = ""
        for set in phrasing.library.sets {
            let count = phrasing.pick("\(set.rules.count) yêu cầu", "\(set.rules.count) rules")
            let status = AxisNames.name(set.status)[phrasing.language]
            text += lines("\(set.title[phrasing.language]) (\(count), \(status))", lead: "\(set.id) \(set.version) · ")
            for rule in set.rules {
                let citation = phrasing.citations.text(rule.citation)
                text += lines("\(rule.title[phrasing.language]) – \(citation)", lead: "  \(rule.id): ", indent: 6)
            }
            for rule in set.setRules {
                let citation = phrasing.citations.text(rule.citation)
                let kind = phrasing.pick("trên danh sách cơ quan", "over a register")
                text += lines(
                    "\(rule.title[phrasing.language]) – \(citation) (\(kind))", lead: "  \(rule.id): ", indent: 6)
            }
            text += "\n"
        }
        return text
    }

    /// One rule on a portfolio with all it says.
    public func details(_ rule: SetRule) -> String {
        let language = phrasing.language
        var text = lines(rule.title[language], lead: "\(rule.id) · ")
        func add(_ vi: String, _ en: String, _ value: String) {
            if !value.isEmpty { text += lines(value, lead: "  \(phrasing.pick(vi, en)): ", indent: 4) }
        }
        add("yêu cầu", "requirement", rule.text[language])
        let citations = [rule.citation] + rule.furtherCitations
        add("căn cứ", "basis", citations.map { phrasing.citations.text($0) }.joined(separator: "; "))
        add("cách đọc căn cứ", "provenance", AxisNames.name(rule.provenance)[language])
        add("hiệu lực", "in force", window(rule.inForce))
        add("tính chất", "force", AxisNames.name(rule.force)[language])
        add("trạng thái", "status", AxisNames.name(rule.status)[language])
        add("áp dụng khi", "applies", rule.applies?.text ?? "")
        add("tính trên", "over", rule.counts[language])
        add("với từng", "for each", rule.each.map { "\($0.variable) in \($0.list.text)" } ?? "")
        add("chỉ tính khi", "counted", rule.counted?.text ?? "")
        add("tỷ lệ", "share", "\(rule.quota.share)")
        switch rule.quota.clock {
        case .state(let met): add("đạt khi", "met", met.text)
        case .fixed(let date, let isInclusive, let fulfilment):
            add("thời hạn", "clock", clock(.fixed(date: date, isInclusive: isInclusive)))
            add("thực hiện", "done", self.fulfilment(fulfilment))
        case .perWindow(let unit, let since, let fulfilment):
            add("thời hạn", "clock", clock(.atLeast(count: 1, per: unit, since: since)))
            add("thực hiện", "done", self.fulfilment(fulfilment))
        }
        for name in rule.readings {
            add("cách hiểu", "reading", phrasing.library.interpretations[name]?.title[language] ?? name)
        }
        add("việc cần làm", "to do", rule.remedy[language])
        return text
    }

    /// One rule with all it says.
    public func details(_ rule: Rule) -> String {
        let language = phrasing.language
        var text = lines(rule.title[language], lead: "\(rule.id) · ")
        func add(_ vi: String, _ en: String, _ value: String) {
            if !value.isEmpty { text += lines(value, lead: "  \(phrasing.pick(vi, en)): ", indent: 4) }
        }
        add("yêu cầu", "requirement", rule.text[language])
        add("căn cứ", "basis", phrasing.citations.text(of: rule))
        add("cách đọc căn cứ", "provenance", AxisNames.name(rule.provenance)[language])
        add("hiệu lực", "in force", window(rule.inForce))
        add("tính chất", "force", AxisNames.name(rule.force)[language])
        add("trạng thái", "status", AxisNames.name(rule.status)[language])
        add("điều kiện chuyển đổi", "gate", rule.gate.map { AxisNames.name($0)[language] } ?? "")
        add("bộ yêu cầu ràng buộc khi", "the set binds", rule.binds?.text ?? "")
        add("áp dụng khi", "applies", rule.applies?.text ?? "")
        add("với từng", "for each", rule.each.map { "\($0.variable) in \($0.list.text)" } ?? "")
        switch rule.requirement {
        case .condition(let conform, let partial):
            add("đáp ứng khi", "conform", conform.text)
            add("đáp ứng một phần khi", "partly conform", partial?.text ?? "")
        case .obligation(let obligation):
            add("thời hạn", "clock", clock(obligation.kind))
            add("thực hiện", "done", fulfilment(obligation.fulfilment))
        }
        add("bằng chứng thường có", "usual evidence", evidence(rule))
        for name in rule.readings {
            add("cách hiểu", "reading", phrasing.library.interpretations[name]?.title[language] ?? name)
        }
        add("việc cần làm", "to do", rule.remedy[language])
        return text
    }

    private func lines(_ text: String, lead: String, indent: Int = 4) -> String {
        wrapping.lines(text, lead: lead, indent: indent).map { $0 + "\n" }.joined()
    }

    private func evidence(_ rule: Rule) -> String {
        let names = rule.evidence.map { phrasing.library.vocabulary.documents[$0]?[phrasing.language] ?? $0 }
        return names.joined(separator: ", ")
    }

    func window(_ window: ValidityWindow) -> String {
        let from = window.from.map { phrasing.pick("từ \(phrasing.dates.text($0))", "from \(phrasing.dates.text($0))") }
        let to = window.to.map { phrasing.pick("đến hết \(phrasing.dates.text($0))", "to \(phrasing.dates.text($0))") }
        return [from, to].compactMap(\.self).joined(separator: " ")
    }

    private func clock(_ kind: ObligationKind) -> String {
        switch kind {
        case .fixed(let date, let isInclusive):
            let last = isInclusive ? phrasing.pick("chậm nhất", "by") : phrasing.pick("trước", "before")
            return "\(last) `\(date.text)`"
        case .within(let of, let period):
            return phrasing.pick("trong `\(period.text)` từ `\(of.text)`", "within `\(period.text)` of `\(of.text)`")
        case .atLeast(let count, let unit, let since):
            let unit = name(unit)
            return phrasing.pick(
                "ít nhất \(phrasing.dates.times(count)) mỗi \(unit), từ `\(since.text)`",
                "at least \(phrasing.dates.times(count)) a \(unit), from `\(since.text)`")
        case .monthWindow(let month, let since):
            return phrasing.pick(
                "tháng \(month) hằng năm, từ `\(since.text)`", "in month \(month) of every year, from `\(since.text)`")
        case .onEventNoTerm(let of):
            return phrasing.pick("khi có `\(of.text)`, không ấn định thời hạn", "on `\(of.text)`, without a term")
        case .beforeStep(let of):
            return phrasing.pick("trước bước `\(of.text)`", "before the step `\(of.text)`")
        case .atOnce(let of, let limit):
            let last = limit.map { phrasing.pick(", chậm nhất \(name($0))", ", by \(name($0))") } ?? ""
            return phrasing.pick("ngay sau `\(of.text)`\(last)", "at once after `\(of.text)`\(last)")
        case .workingDays(let of, let count):
            return phrasing.pick(
                "trong `\(count.text)` ngày làm việc từ `\(of.text)`",
                "within `\(count.text)` working days of `\(of.text)`")
        case .aheadOf(let of, let period):
            return phrasing.pick(
                "ít nhất `\(period.text)` trước `\(of.text)`", "at least `\(period.text)` before `\(of.text)`")
        case .expiry(let expiry): return clock(expiry)
        case .throughout(let throughout):
            let end = throughout.to.map { "`\($0.text)`" } ?? phrasing.pick("nay", "now")
            return phrasing.pick(
                "có hiệu lực suốt từ `\(throughout.from.text)` đến \(end)",
                "valid throughout from `\(throughout.from.text)` to \(end)")
        }
    }

    private func clock(_ expiry: Expiry) -> String {
        let end = [expiry.until, expiry.period].compactMap(\.self).map { "`\($0.text)`" }
        let ends = end.joined(separator: phrasing.pick(" hoặc ", " or "))
        let lead =
            expiry.lead.map { phrasing.pick(", trước ít nhất `\($0.text)`", ", at least `\($0.text)` ahead") } ?? ""
        return phrasing.pick(
            "gia hạn trước khi hết hiệu lực (\(ends), cấp `\(expiry.granted.text)`)\(lead)",
            "renewed before it runs out (\(ends), granted `\(expiry.granted.text)`)\(lead)")
    }

    private func name(_ limit: AtOnceLimit) -> String {
        switch limit {
        case .sameDay: phrasing.pick("trong ngày", "that day")
        case .nextDay: phrasing.pick("ngày hôm sau", "the next day")
        case .nextWorkingDay: phrasing.pick("ngày làm việc tiếp theo", "the next working day")
        }
    }

    private func name(_ unit: WindowUnit) -> String {
        switch unit {
        case .month: phrasing.pick("tháng", "month")
        case .quarter: phrasing.pick("quý", "quarter")
        case .halfYear: phrasing.pick("nửa năm", "half-year")
        case .year: phrasing.pick("năm", "year")
        }
    }

    private func fulfilment(_ fulfilment: Fulfilment) -> String {
        switch fulfilment {
        case .done(let expression): return "`\(expression.text)`"
        case .events(let pattern):
            let condition = pattern.condition.map { " where \($0.text)" } ?? ""
            return "`\(pattern.items.variable) in \(pattern.items.list.text)\(condition) on \(pattern.on.text)`"
        }
    }
}
