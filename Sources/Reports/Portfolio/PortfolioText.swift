internal import Assessor
internal import CivilTime
public import Model
internal import Portfolio
internal import YAMLTree

/// The committee's page, in one language, at 100 columns. Units stand in the order of the register: nothing here ranks them.
public struct PortfolioText {
    private let report: PortfolioReport
    private let phrasing: Phrasing
    private let style: TextStyle
    private let wrapping = LineWrapping(width: 100)
    /// How many requirements are told.
    private static let toldRequirements = 10
    /// How many units, items or codes are named one by one in a line.
    private static let toldNames = 40

    /// Text in one language.
    public init(_ report: PortfolioReport, _ language: Language, isColoured: Bool = false) {
        self.report = report
        phrasing = report.phrasing(language)
        style = TextStyle(isColoured: isColoured)
    }

    private var portfolio: PortfolioAssessment { report.portfolio }

    /// The whole page.
    public var text: String {
        heading + steps + units + SnapshotComparisonText.since(report, phrasing, style) + quotas + deadlines
            + requirements + figures + inspections + rollUp(.level) + rollUp(.block) + rollUp(.source) + ending
    }

    // MARK: Parts

    private var heading: String {
        let total = portfolio.total
        let name = portfolio.register.name ?? portfolio.register.code ?? portfolio.register.facts.source.name
        let asOf = phrasing.dates.text(portfolio.asOf)
        let stated = phrasing.dates.text(portfolio.register.statedOn)
        let title = pick("\(name): tính đến ngày \(asOf)", "\(name): as of \(asOf)")
        var text = style.paint(title, .bold) + "\n"
        text += lines(
            pick("Danh sách nói đến hết ngày \(stated).", "The register speaks up to \(stated)."), lead: "  ", indent: 2
        )
        text += lines(
            pick(
                "\(total.units) cơ quan đang hoạt động (\(classes)), \(portfolio.systems) hệ thống trong danh sách; "
                    + "\(total.statements) bản khai đã xét, \(total.withoutStatement) cơ quan chưa có bản khai, "
                    + "\(total.unreadable) cơ quan có bản khai không đọc được.",
                "\(counted(total.units)) in being (\(classes)), \(english(portfolio.systems, "system")) in the register; "
                    + "\(english(total.statements, "statement")) assessed, "
                    + "\(counted(total.withoutStatement)) without a statement, "
                    + "\(counted(total.unreadable)) whose statement could not be read."), lead: "  ", indent: 2)
        let conforming = interval(total.conforming)
        if total.applicable > 0 {
            text += lines(
                pick(
                    "Yêu cầu của các bản khai: \(conforming) trên \(total.applicable) đáp ứng, \(total.decided) đã xác định được.",
                    "Requirements of the statements: \(conforming) of \(total.applicable) conform, \(total.decided) are decided."
                ), lead: "  ", indent: 2)
        }
        return text
    }

    private var classes: String {
        let library = report.run.context.library
        var order: [String?] = []
        var counts: [String?: Int] = [:]
        for unit in portfolio.units {
            if counts[unit.unitClass] == nil { order.append(unit.unitClass) }
            counts[unit.unitClass, default: 0] += 1
        }
        return order.map { id in
            let label = id.flatMap { PortfolioNames.unitClass($0, library) }?[phrasing.language]
            return "\(counts[id] ?? 0) \(label ?? id ?? pick("chưa nêu diện", "class not stated"))"
        }.joined(separator: ", ")
    }

    private var steps: String {
        guard let transition = portfolio.options.transition else { return "" }
        var text = section(transition.title[phrasing.language])
        text += lines(
            pick("Cơ quan theo bước cuối cùng đã biết là đã làm:", "Units by the last step known to be taken:"),
            lead: "  ", indent: 2)
        for group in portfolio.byStep where !group.units.isEmpty {
            let label = group.step.flatMap { transition.step($0)?.label[phrasing.language] }
            let name = label ?? pick("chưa biết bước nào", "no step is known")
            text += lines("\(name): \(codes(group.units))", lead: "  \(padded(group.units.count))  ", indent: 8)
        }
        return text
    }

    private var units: String {
        var text = ""
        for lateness in [ConversionNote.Lateness.late, .lateIfNotDone] {
            text += list(PortfolioNames.name(lateness), portfolio.units(lateness))
        }
        let idle = phrasing.dates.text(portfolio.options.idleAfter)
        for movement in [ConversionNote.Movement.notMoving, .notKnown, .noStep] {
            var name = PortfolioNames.name(movement)
            if movement != .noStep {
                name = LocalizedText(vi: "\(name.vi) trong \(idle)", en: "\(name.en) in \(idle)")
            }
            text += list(name, portfolio.units(movement))
        }
        text += list(LocalizedText(vi: "Chưa có bản khai", en: "No statement"), portfolio.withoutStatement)
        text += list(
            LocalizedText(vi: "Bản khai không đọc được", en: "Statement could not be read"), portfolio.unreadable)
        let ended = portfolio.ended(inYear: true)
        if !ended.isEmpty {
            let names = ended.map { unit in
                (unit.name.map { "\($0) (\(unit.code))" } ?? unit.code) + " " + phrasing.end(unit)
            }
            let name = pick("Không còn hoạt động trong năm", "Ended within the year")
            text += lines(
                "\(name): \(some(names, separator: "; "))", lead: "  \(padded(ended.count))  ", indent: 8)
        }
        return text.isEmpty ? "" : section(pick("Cần chú ý", "To look at")) + text
    }

    private func list(_ name: LocalizedText, _ units: [UnitResult]) -> String {
        guard !units.isEmpty else { return "" }
        return lines("\(name[phrasing.language]): \(names(units))", lead: "  \(padded(units.count))  ", indent: 8)
    }

    private var quotas: String {
        let told = portfolio.sets.filter { !$0.isHistory && $0.verdict != .notInForce && $0.verdict != .notApplicable }
        let idle = portfolio.sets.filter { !$0.isHistory && $0.verdict == .notApplicable && $0.count != nil }
        guard !told.isEmpty || !idle.isEmpty else { return "" }
        var text = section(pick("Tỷ lệ phải đạt", "Shares to be reached"))
        for finding in told { text += quota(finding) }
        for finding in idle {
            let nothing = pick(
                "không có gì để tính tỷ lệ (\(finding.rule.counts.vi): 0)",
                "there is nothing to take a share of (\(finding.rule.counts.en): 0)")
            text += lines("\(finding.rule.title[phrasing.language]): \(nothing)", lead: "  ", indent: 4)
        }
        return text
    }

    private func quota(_ finding: SetFinding) -> String {
        let rule = finding.rule
        let verdict = AxisNames.name(finding.verdict)[phrasing.language]
        let year = finding.occurrence.map { pick(" – năm \($0.year)", " – \($0.year)") } ?? ""
        var text = lines(
            "\(style.paint(verdict, style.tone(finding.level))): \(rule.title[phrasing.language])\(year)", lead: "  ",
            indent: 4)
        if let count = finding.count {
            let share = "\(rule.quota.share)"
            var words = pick(
                "\(interval(count.numerator)) trên \(interval(count.denominator)) \(rule.counts.vi); cần \(share)",
                "\(interval(count.numerator)) of \(interval(count.denominator)) \(rule.counts.en); \(share) are asked for"
            )
            if count.lacking.upperBound > 0 {
                words += pick(", còn thiếu \(interval(count.lacking))", ", \(interval(count.lacking)) more are needed")
            }
            text += lines(words, lead: "     = ", indent: 7)
        }
        if let due = finding.timing.due {
            let state = AxisNames.name(finding.timing.state)[phrasing.language]
            let words = pick("hạn: hết ngày", "due: the end of")
            text += lines("\(words) \(phrasing.dates.text(due)) (\(state))", lead: "     = ", indent: 7)
        }
        text += lines(phrasing.citations.text(rule.citation), lead: "     = \(pick("căn cứ", "basis")): ", indent: 7)
        // Of a share that is reached nobody is missing.
        let isShort = (finding.count?.lacking.upperBound ?? 0) > 0
        if isShort { text += places(pick("còn thiếu", "missing"), finding.missing) }
        text += places(pick("chưa xác định được", "not known"), finding.open)
        text += places(
            pick("chưa biết có những gì", "not known what they have"),
            finding.unlisted.map { SetFinding.Place(member: $0, item: nil) })
        for reading in finding.readings {
            text += lines(self.reading(reading, of: rule), lead: "     = \(pick("cách hiểu", "reading")): ", indent: 7)
        }
        return text
    }

    /// What a share comes to under one reading.
    private func reading(_ reading: SetReadingResult, of rule: SetRule) -> String {
        var text = phrasing.reading(reading.interpretation, reading.choice)
        text += ": \(AxisNames.name(reading.verdict)[phrasing.language])"
        if let count = reading.count {
            let met = interval(count.numerator)
            let of = interval(count.denominator)
            text += pick(", \(met) trên \(of) \(rule.counts.vi)", ", \(met) of \(of) \(rule.counts.en)")
        }
        return text + phrasing.timing(reading.timing) + phrasing.chosen(reading.isChosen)
    }

    private func places(_ name: String, _ places: [SetFinding.Place]) -> String {
        guard !places.isEmpty else { return "" }
        return lines(
            "\(some(places.map(\.text)))", lead: "     = \(name) (\(places.count)): ", indent: 7)
    }

    private var deadlines: String {
        let ahead = portfolio.ahead
        let until = portfolio.asOf.adding(portfolio.options.within).map { phrasing.dates.text($0) } ?? ""
        guard !ahead.isEmpty else { return "" }
        var text = section(pick("Hạn từ nay đến hết ngày \(until)", "Dates up to \(until)"))
        for group in ahead {
            text += lines(
                "\(phrasing.ruleTitle(group.note.rule)): \(counted(group.units.count)): \(codes(group.units))",
                lead: "  \(phrasing.dates.text(group.note.due))  ", indent: 14)
        }
        return text
    }

    private var requirements: String {
        let missed = portfolio.missed.prefix(Self.toldRequirements)
        guard !missed.isEmpty else { return "" }
        var text = section(pick("Yêu cầu nhiều cơ quan chưa đáp ứng nhất", "Requirements that most units miss"))
        for rule in missed {
            let open =
                rule.undetermined > 0 ? pick(", \(rule.undetermined) chưa rõ", ", \(rule.undetermined) not known") : ""
            let words = pick("trên \(rule.applicable) cơ quan\(open)", "of \(counted(rule.applicable))\(open)")
            text += lines(
                "\(words): \(phrasing.ruleTitle(rule.rule)) [\(rule.rule)]", lead: "  \(padded(rule.missing))  ",
                indent: 8)
        }
        return text
    }

    private var figures: String {
        guard !portfolio.figures.isEmpty else { return "" }
        var text = section(pick("Số liệu", "Figures"))
        for count in portfolio.figures {
            let figure = count.figure
            var parts = count.rows.map { row in "\(kind(row.kind, figure)) \(row.count)" }
            if count.open > 0 { parts.append(pick("chưa rõ \(count.open)", "not known \(count.open)")) }
            if count.failure != nil { parts.append(pick("không tính được", "could not be counted")) }
            if parts.isEmpty { parts = [pick("không có", "none")] }
            var words = parts.joined(separator: " · ")
            if !count.unlisted.isEmpty {
                let units = counted(count.unlisted.count)
                words += pick("; chưa biết của \(units)", "; not known of \(units)")
            }
            text += lines(
                "\(figure.title[phrasing.language]) (\(figure.counts[phrasing.language])): \(words)", lead: "  ",
                indent: 4)
        }
        return text
    }

    private var inspections: String {
        let told = InspectionFigureLines(phrasing).lines(portfolio.inspections)
        return section(
            pick("Kiểm tra năm \(portfolio.inspections.year)", "Inspections of \(portfolio.inspections.year)"))
            + told.map { lines($0, lead: "  ", indent: 4) }.joined()
    }

    private func kind(_ id: String?, _ figure: Figure) -> String {
        guard let id else { return pick("không có", "none") }
        let list = figure.choiceList.flatMap { report.run.context.library.vocabulary.choices[$0] }
        return list?.label(of: id)?[phrasing.language] ?? id
    }

    private func rollUp(_ key: RollUpKey) -> String {
        let rows = portfolio.rollUp(by: key, in: report.run.context.library)
        guard rows.count > 1 else { return "" }
        var text = section(PortfolioNames.name(key)[phrasing.language])
        for row in rows {
            let units: String
            switch key {
            case .level, .block, .parent:
                units = pick(
                    "\(row.units) cơ quan, \(row.withoutStatement) chưa có bản khai; ",
                    "\(counted(row.units)), \(row.withoutStatement) without a statement; ")
            case .source, .clause, .tag: units = ""
            }
            let conforming =
                row.applicable == 0
                ? pick("chưa có yêu cầu nào để tính", "no requirement to count")
                : pick(
                    "\(interval(row.conforming)) trên \(row.applicable) yêu cầu đáp ứng",
                    "\(interval(row.conforming)) of \(row.applicable) requirements conform")
            text += lines("\(label(row.key, key)): \(units)\(conforming)", lead: "  ", indent: 4)
        }
        return text
    }

    private func label(_ id: String?, _ key: RollUpKey) -> String {
        let library = report.run.context.library
        guard let id else { return pick("chưa nêu", "not stated") }
        switch key {
        case .level: return PortfolioNames.level(id, library)?[phrasing.language] ?? id
        case .source: return library.sources[id]?.short[phrasing.language] ?? id
        case .parent: return portfolio.register.unit(id)?.name.on(portfolio.asOf) ?? id
        case .block, .clause, .tag: return id
        }
    }

    private var ending: String {
        guard report.problems.contains(where: \.isError) else { return "" }
        let incomplete = pick("Chưa đầy đủ: có tệp không đọc được.", "Incomplete: some input could not be read.")
        return "\n" + style.paint(incomplete, .error) + "\n"
    }

    // MARK: Words

    private func section(_ name: String) -> String { "\n" + style.paint("── \(name)", .bold) + "\n" }

    private func pick(_ vi: String, _ en: String) -> String { phrasing.pick(vi, en) }

    private func padded(_ count: Int) -> String {
        let text = String(count)
        return String(repeating: " ", count: max(0, 4 - text.count)) + text
    }

    private func interval(_ range: ClosedRange<Int>) -> String {
        range.lowerBound == range.upperBound
            ? String(range.lowerBound)
            : pick("\(range.lowerBound) đến \(range.upperBound)", "\(range.lowerBound) to \(range.upperBound)")
    }

    private func counted(_ count: Int) -> String { pick("\(count) cơ quan", english(count, "unit")) }

    private func english(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    private func codes(_ units: [UnitResult]) -> String { some(units.map(\.unit.code)) }

    private func names(_ units: [UnitResult]) -> String {
        some(units.map { unit in unit.name.map { "\($0) (\(unit.unit.code))" } ?? unit.unit.code })
    }

    /// The first of many names, and how many more there are.
    private func some(_ names: [String], separator: String = ", ") -> String {
        let rest = names.count - Self.toldNames
        let told = names.prefix(Self.toldNames).joined(separator: separator)
        return rest > 0 ? told + pick(" và \(rest) nữa", " and \(rest) more") : told
    }

    private func lines(_ text: String, lead: String, indent: Int) -> String {
        wrapping.lines(text, lead: lead, indent: indent).map { $0 + "\n" }.joined()
    }
}
