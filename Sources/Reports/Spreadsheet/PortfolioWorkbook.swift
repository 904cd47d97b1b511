internal import AnswerSheets
internal import Assessor
internal import CivilTime
public import Model
internal import Portfolio
public import Spreadsheets
internal import YAMLTree

/// A portfolio as a workbook: overview, what changed, units, those that have ended, shares and their other readings, requirements that units miss, dates,
/// inspections, groups, sources; and the register's lists, to be worked on and read back. Units stand in the order of the register.
public struct PortfolioWorkbook {
    let report: PortfolioReport
    let phrasing: Phrasing

    /// A workbook in one language.
    public init(_ report: PortfolioReport, _ language: Language) {
        self.report = report
        phrasing = report.phrasing(language)
    }

    var portfolio: PortfolioAssessment { report.portfolio }
    var library: RuleLibrary { report.run.context.library }
    var language: Language { phrasing.language }

    /// The bytes of the workbook.
    public func bytes() throws(SpreadsheetError) -> [UInt8] { try WorkbookWriter.bytes(of: workbook) }

    private var workbook: Workbook {
        let vocabulary = library.vocabulary.ofRegisters
        var choices = ChoiceSheet(vocabulary, language)
        // What is read back is what the register itself states.
        let facts = portfolio.register.written
        let lists = ListSheet.lists(of: facts, asked: [], vocabulary).compactMap { names in
            ListSheet(names, vocabulary, language)?.sheet(of: facts, &choices)
        }
        var questions = QuestionSheet(vocabulary, language)
        questions.add([], of: facts)
        let sources = SourceSheet(phrasing: phrasing, run: report.run).sheet(files: facts.inputs)
        var sheets = [
            overview, changes, units, ended, steps, shares, readings, requirements, deadlines, inspections, groups,
        ]
        .filter { !$0.columns.isEmpty }
        sheets += [questions.sheet(&choices), sources] + lists
        sheets += choices.sheet.map { [$0] } ?? []
        let name = portfolio.register.name ?? portfolio.register.code ?? ""
        return Workbook(title: name, created: portfolio.asOf, sheets: sheets)
    }

    func head(_ title: String) -> [[Cell]] { SheetHead.lines(title, report.run, phrasing) }

    func pick(_ vi: String, _ en: String) -> String { phrasing.pick(vi, en) }

    // MARK: Sheets

    private var overview: Sheet {
        let total = portfolio.total
        let rows: [(String, Cell)] = [
            (pick("Cơ quan đang hoạt động", "Units in being"), .integer(total.units)),
            (phrasing.endedInYear, .integer(portfolio.ended(inYear: true).count)),
            (pick("Hệ thống", "Systems"), .integer(portfolio.systems)),
            (pick("Bản khai đã xét", "Statements assessed"), .integer(total.statements)),
            (pick("Cơ quan chưa có bản khai", "Units without a statement"), .integer(total.withoutStatement)),
            (
                pick("Cơ quan có bản khai không đọc được", "Units whose statement could not be read"),
                .integer(total.unreadable)
            ),
            (pick("Yêu cầu áp dụng", "Rules that apply"), .integer(total.applicable)),
            (pick("Đã xác định", "Decided"), .integer(total.decided)),
            (pick("Đáp ứng, ít nhất", "Conforming, at least"), .integer(total.conforming.lowerBound)),
            (pick("Đáp ứng, nhiều nhất", "Conforming, at most"), .integer(total.conforming.upperBound)),
        ]
        var table = rows.map { [Cell.text($0.0), $0.1] }
        // In parts that add up to the requirements that apply.
        table += RequirementSplit(total).parts.map { part in
            [
                .text(pick("Trong đó: \(part.name.vi)", "Of which: \(part.name.en)")),
                .integer(part.count, part.id == "missed" && part.count > 0 ? .failing : .plain),
            ]
        }
        for lateness in ConversionNote.Lateness.allCases {
            let count = portfolio.units(lateness).count
            if portfolio.options.transition != nil {
                table.append([
                    .text(PortfolioNames.name(lateness)[language]),
                    .integer(count, lateness == .late && count > 0 ? .failing : .plain),
                ])
            }
        }
        for figure in portfolio.figures {
            for row in FigureRows(figure, phrasing).rows {
                let style: CellStyle = row.isOpen ? .open : .plain
                table.append([
                    .text("\(figure.figure.title[language]): \(row.name)", style),
                    row.count.map { .integer($0, style) } ?? .text(pick("không tính được", "not counted"), style),
                ])
            }
        }
        let name = portfolio.register.name ?? portfolio.register.code ?? portfolio.register.facts.source.name
        return Sheet(
            name: pick("Tổng quan", "Overview"), preamble: head(name),
            columns: [Column(pick("Chỉ tiêu", "Figure"), widest: 70), Column(pick("Số", "Count"))], rows: table,
            isFiltered: false)
    }

    private var units: Sheet {
        let columns =
            [
                Column(pick("STT", "No."), widest: 5), Column(pick("Mã", "Code"), widest: 18),
                Column(pick("Cơ quan", "Unit"), widest: 44),
                Column(pick("Khối", "Block"), widest: 24), Column(pick("Cấp", "Level"), widest: 26),
                Column(pick("Cơ quan cấp trên", "Body above"), widest: 18),
                Column(pick("Diện áp dụng", "Class"), widest: 24),
                Column(pick("Đầu mối", "Lead unit"), widest: 28), Column(pick("Bản khai", "Statement"), widest: 24),
                Column(pick("Khai đến ngày", "Stated up to")),
            ] + Verdict.allCases.map { Column(capital(AxisNames.name($0)[language])) }
            + [
                Column(pick("Bước cuối đã làm", "Last step taken"), widest: 34),
                Column(pick("Ngày của bước", "Day of the step")),
                Column(pick("Đã công bố", "Declared")),
                Column(pick("Hạn chuyển đổi", "Date of the switch"), widest: 26),
                Column(pick("Tiến độ chuyển đổi", "Progress of the switch"), widest: 40),
            ]
        let rows = portfolio.units.enumerated().map { index, unit in [Cell.integer(index + 1)] + cells(unit) }
        let title = pick("Cơ quan", "Units")
        return Sheet(name: title, preamble: head(title), columns: columns, rows: rows, frozenColumns: 3)
    }

    private func cells(_ unit: UnitResult) -> [Cell] {
        var rules: [Verdict: Int] = [:]
        for rule in unit.rules { rules[rule.verdict, default: 0] += 1 }
        let standing: Cell
        switch unit.standing {
        case .assessed: standing = .text(unit.path)
        case .noStatement: standing = .text(pick("chưa có bản khai", "no statement"), .open)
        case .unreadable: standing = .text(pick("không đọc được", "could not be read"), .failing)
        }
        let counts = Verdict.allCases.map { verdict -> Cell in
            guard unit.result != nil else { return .empty }
            let count = rules[verdict] ?? 0
            return .integer(count, count > 0 ? verdict.cellStyle : .plain)
        }
        let conversion = unit.result?.conversion
        let step = conversion?.furthest.flatMap { portfolio.options.transition?.step($0)?.label[language] }
        let declared = conversion.map { note -> String in
            switch note.isDeclared {
            case .yes: pick("có", "yes")
            case .no: pick("chưa", "no")
            case .unknown: pick("chưa rõ", "not known")
            }
        }
        let latest: Cell
        if let day = conversion?.latest?.day {
            latest = .date(day)
        } else {
            latest = .text(conversion?.latest.map { phrasing.dates.text($0) })
        }
        let lateness = conversion.map { PortfolioNames.name($0.lateness)[language] }
        let head: [Cell] = [
            .text(unit.unit.code), .text(unit.name), .text(unit.block),
            .text(unit.level.map { PortfolioNames.level($0, library)?[language] ?? $0 }), .text(unit.parent),
            .text(unit.unitClass.map { PortfolioNames.unitClass($0, library)?[language] ?? $0 }),
            .text(unit.unit.leadUnit.on(portfolio.asOf)), standing, .date(unit.result?.statedOn),
        ]
        let tail: [Cell] = [
            .text(step), latest, .text(declared), .text(lateness, conversion?.lateness == .late ? .failing : .plain),
            .text(
                conversion.map { PortfolioNames.name($0.movement, idleAfter: portfolio.options.idleAfter)[language] }),
        ]
        return head + counts + tail
    }

    private var steps: Sheet {
        let title = pick("Chuyển đổi", "Transition")
        guard let transition = portfolio.options.transition else { return Sheet(name: title) }
        let rows = portfolio.byStep.map { group -> [Cell] in
            let label = group.step.flatMap { transition.step($0)?.label[language] }
            return [
                .text(label ?? pick("chưa biết bước nào", "no step is known")), .integer(group.units.count),
                .text(group.units.map(\.unit.code).joined(separator: ", ")),
            ]
        }
        return Sheet(
            name: title, preamble: head(transition.title[language]),
            columns: [
                Column(pick("Bước cuối cùng đã biết là đã làm", "Last step known to be taken"), widest: 60),
                Column(pick("Số cơ quan", "Units")), Column(pick("Mã cơ quan", "Codes"), widest: 80),
            ], rows: rows)
    }

    private var shares: Sheet {
        let title = pick("Tỷ lệ phải đạt", "Shares to be reached")
        let rows = portfolio.sets.map { finding -> [Cell] in
            let count = finding.count
            return [
                .text(finding.rule.title[language]), .integer(finding.occurrence?.year),
                .text(
                    AxisNames.name(finding.verdict)[language], finding.isHistory ? .plain : finding.verdict.cellStyle),
                .text("\(finding.rule.quota.share)"), .text(finding.rule.counts[language]),
                .integer(count?.numerator.lowerBound), .integer(count?.numerator.upperBound),
                .integer(count?.denominator.lowerBound), .integer(count?.denominator.upperBound),
                .integer(count?.lacking.lowerBound), .integer(count?.lacking.upperBound),
                .date(count == nil ? nil : finding.countedOn(asOf: portfolio.asOf)), .date(finding.timing.due),
                .text(finding.missing.map(\.text).joined(separator: ", ")),
                .text(finding.open.map(\.text).joined(separator: ", ")),
                .text(finding.unlisted.joined(separator: ", ")), .text(phrasing.citations.text(finding.rule.citation)),
                .text(finding.rule.id, .code),
            ]
        }
        let columns = [
            Column(pick("Yêu cầu", "Requirement"), widest: 50), Column(pick("Năm", "Year")),
            Column(pick("Kết quả", "Verdict"), widest: 22),
            Column(pick("Cần", "Asked for")), Column(pick("Đếm theo", "Counted by"), widest: 22),
            Column(pick("Đạt, ít nhất", "Reached, at least")), Column(pick("Đạt, nhiều nhất", "Reached, at most")),
            Column(pick("Trên, ít nhất", "Of, at least")), Column(pick("Trên, nhiều nhất", "Of, at most")),
            Column(pick("Còn thiếu, ít nhất", "Lacking, at least")),
            Column(pick("Còn thiếu, nhiều nhất", "Lacking, at most")),
            Column(pick("Đếm cơ quan ngày", "Members on")), Column(pick("Hạn", "Due")),
            Column(pick("Còn thiếu", "Missing"), widest: 50),
            Column(pick("Chưa xác định được", "Not known"), widest: 50),
            Column(pick("Chưa biết có những gì", "Not listed"), widest: 30),
            Column(pick("Căn cứ", "Basis"), widest: 40), Column(pick("Mã yêu cầu", "Rule"), widest: 26),
        ]
        return Sheet(name: title, preamble: head(title), columns: columns, rows: rows)
    }

    private var requirements: Sheet {
        let title = pick("Yêu cầu", "Requirements")
        let rows = portfolio.missed.map { rule -> [Cell] in
            [
                .text(phrasing.ruleTitle(rule.rule)), .integer(rule.missing, .failing), .integer(rule.pending),
                .integer(rule.undetermined), .integer(rule.conform), .integer(rule.applicable), .text(rule.rule, .code),
            ]
        }
        let columns = [
            Column(pick("Yêu cầu", "Requirement"), widest: 80),
            Column(pick("Cơ quan chưa đáp ứng", "Units that miss it")),
            Column(capital(AxisNames.name(Verdict.pending)[language])),
            Column(pick("Chưa xác định được", "Undetermined")), Column(pick("Đáp ứng", "Conforming")),
            Column(pick("Cộng", "Total")),
            Column(pick("Mã yêu cầu", "Rule"), widest: 30),
        ]
        return Sheet(name: title, preamble: head(title), columns: columns, rows: rows)
    }

    private var deadlines: Sheet {
        let title = pick("Hạn", "Deadlines")
        let rows = (portfolio.past + portfolio.ahead).flatMap { group in
            group.units.map { unit -> [Cell] in
                let standing = group.note.standing
                let style: CellStyle
                switch standing {
                case .overdue: style = .failing
                case .overdueIfNotDone: style = .open
                case .dueSoon: style = .attention
                case .upcoming: style = .plain
                case .doneOnTime, .doneLate, .done: style = .good
                }
                return [
                    .date(group.note.due, style), .integer(group.note.due - portfolio.asOf),
                    .text(DeadlineNames.name(standing)[language], style), .text(unit.unit.code), .text(unit.name),
                    .text(phrasing.ruleTitle(group.note.rule)), .text(group.note.rule, .code),
                ]
            }
        }
        let columns = [
            Column(pick("Hạn", "Due")), Column(pick("Còn (ngày)", "Days left")),
            Column(pick("Tình trạng", "Standing"), widest: 26),
            Column(pick("Mã", "Code"), widest: 18), Column(pick("Cơ quan", "Unit"), widest: 44),
            Column(pick("Yêu cầu", "Requirement"), widest: 60), Column(pick("Mã yêu cầu", "Rule"), widest: 26),
        ]
        return Sheet(name: title, preamble: head(title), columns: columns, rows: rows, frozenColumns: 1)
    }

    private var groups: Sheet {
        let title = pick("Theo nhóm", "Groups")
        let labels = RollUpLabels(report, phrasing)
        let rows = RollUpKey.allCases.flatMap { key in
            portfolio.rollUp(by: key, in: library).map { row -> [Cell] in
                [
                    .text(PortfolioNames.name(key)[language]), .text(labels.label(row.key, key)), .integer(row.units),
                    .integer(row.withoutStatement), .integer(row.statements), .integer(row.applicable),
                    .integer(row.decided),
                    .integer(row.conforming.lowerBound), .integer(row.conforming.upperBound),
                ] + RequirementSplit(row).parts.map { .integer($0.count) }
            }
        }
        let columns = [
            Column(pick("Nhóm theo", "Grouped by"), widest: 24), Column(pick("Nhóm", "Group"), widest: 44),
            Column(pick("Cơ quan", "Units")), Column(pick("Chưa có bản khai", "Without a statement")),
            Column(pick("Bản khai", "Statements")), Column(pick("Yêu cầu áp dụng", "Rules that apply")),
            Column(pick("Đã xác định", "Decided")), Column(pick("Đáp ứng, ít nhất", "Conforming, at least")),
            Column(pick("Đáp ứng, nhiều nhất", "Conforming, at most")),
        ]
        let parts = RequirementSplit(portfolio.total).parts.map { Column(capital($0.name[language]), widest: 22) }
        return Sheet(name: title, preamble: head(title), columns: columns + parts, rows: rows)
    }

    private func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
