internal import Assessor
internal import CivilTime
public import Model
internal import Portfolio

extension PortfolioSummary {
    /// The summary of a portfolio.
    public init(_ report: PortfolioReport, _ language: Language) {
        let writer = PortfolioSummaryWriter(report: report, phrasing: report.phrasing(language))
        let portfolio = report.portfolio
        let phrasing = writer.phrasing
        self.language = language
        day = portfolio.asOf
        asOf = phrasing.dates.text(portfolio.asOf)
        name = portfolio.register.name ?? portfolio.register.code ?? phrasing.pick("Danh sách cơ quan", "Register")
        statedOn = phrasing.dates.text(portfolio.register.statedOn)
        transition = portfolio.options.transition?.title[language] ?? ""
        sentences = writer.sentences
        blocks = writer.blocks
        total = writer.figures(portfolio.units)
        quotas = writer.quotas
        deadlines = writer.deadlines
        until = portfolio.asOf.adding(portfolio.options.within).map { phrasing.dates.text($0) } ?? ""
        missed = writer.missed
        ended = portfolio.ended(inYear: true).map { unit in
            Ended(
                code: unit.code, name: unit.name ?? unit.code, on: phrasing.dates.text(unit.on),
                successor: phrasing.successor(of: unit) ?? "")
        }
        endedTitle = phrasing.endedInYear
        changes = writer.changes
        reported = writer.reported
        inspections = writer.inspections
        inspectionYear = "\(portfolio.inspections.year)"
        isIncomplete = report.problems.contains(where: \.isError)
        tool = "tuanthu \(report.run.version)"
    }
}

/// Puts a portfolio into the texts of a table.
struct PortfolioSummaryWriter {
    let report: PortfolioReport
    let phrasing: Phrasing

    /// How many requirements are told.
    private static let toldRequirements = 10
    /// How many codes are told one by one in a cell.
    private static let toldCodes = 20

    private var portfolio: PortfolioAssessment { report.portfolio }
    private var library: RuleLibrary { report.run.context.library }
    private var numbers: NumberText { NumberText(language: phrasing.language) }
    private func pick(_ vi: String, _ en: String) -> String { phrasing.pick(vi, en) }

    var sentences: [String] {
        let total = portfolio.total
        let (units, systems) = (numbers.text(total.units), numbers.text(portfolio.systems))
        let (statements, without) = (numbers.text(total.statements), numbers.text(total.withoutStatement))
        let unreadable = numbers.text(total.unreadable)
        var sentences = [
            pick(
                "\(units) cơ quan đang hoạt động, \(systems) hệ thống; đã xét \(statements) bản khai; \(without) cơ quan chưa có bản khai, "
                    + "\(unreadable) cơ quan có bản khai không đọc được.",
                "\(units) units in being, \(systems) systems; \(statements) statements assessed; \(without) units without a statement, "
                    + "\(unreadable) whose statement could not be read.")
        ]
        if total.applicable > 0 {
            let conforming = numbers.text(total.conforming)
            let (applicable, decided) = (numbers.text(total.applicable), numbers.text(total.decided))
            sentences.append(
                pick(
                    "Yêu cầu của các bản khai: \(conforming) trên \(applicable) đáp ứng, \(decided) đã xác định được.",
                    "Requirements of the statements: \(conforming) of \(applicable) conform, \(decided) are decided."))
            sentences.append(RequirementSplit(total).sentence(phrasing.language))
        }
        return sentences
    }

    // MARK: Agencies

    var blocks: [PortfolioSummary.Block] {
        var order: [String?] = []
        var members: [String?: [UnitResult]] = [:]
        for unit in portfolio.units {
            if members[unit.block] == nil { order.append(unit.block) }
            members[unit.block, default: []].append(unit)
        }
        return order.map { block in
            let units = members[block] ?? []
            return PortfolioSummary.Block(
                name: block ?? pick("Chưa nêu khối", "Block not stated"), units: units.map { self.unit($0) },
                figures: figures(units))
        }
    }

    private func unit(_ unit: UnitResult) -> PortfolioSummary.Unit {
        let conversion = unit.result?.conversion
        let statement: String
        switch unit.standing {
        case .assessed(let result): statement = phrasing.dates.text(result.statedOn)
        case .noStatement: statement = pick("chưa có", "none")
        case .unreadable: statement = pick("không đọc được", "unreadable")
        }
        let counts = unit.result.map { _ in Counts(unit.rules) }
        return PortfolioSummary.Unit(
            code: unit.unit.code, name: unit.name ?? unit.unit.code,
            level: unit.level.map { PortfolioNames.level($0, library)?[phrasing.language] ?? $0 } ?? "",
            unitClass: unit.unitClass.map { PortfolioNames.unitClass($0, library)?[phrasing.language] ?? $0 } ?? "",
            statement: statement, step: conversion.map { step($0) } ?? "",
            stepOn: conversion?.latest.map { phrasing.dates.text($0) } ?? "",
            conversion: conversion.map { standing($0) } ?? "", conform: counts.map { numbers.text($0.conform) } ?? "",
            missed: counts.map { numbers.text($0.missed) } ?? "",
            pending: counts.map { numbers.text($0.pending) } ?? "", open: counts.map { numbers.text($0.open) } ?? "",
            applicable: counts.map { numbers.text($0.applicable) } ?? "")
    }

    private func step(_ note: ConversionNote) -> String {
        guard let id = note.furthest else { return pick("chưa biết bước nào", "no step is known") }
        return portfolio.options.transition?.step(id)?.label[phrasing.language] ?? id
    }

    private func standing(_ note: ConversionNote) -> String {
        switch note.lateness {
        case .late, .lateIfNotDone: PortfolioNames.name(note.lateness)[phrasing.language]
        case .notLate: PortfolioNames.name(note.movement, idleAfter: portfolio.options.idleAfter)[phrasing.language]
        }
    }

    /// Requirements of some statements by what there is to do about them.
    private struct Counts {
        var conform = 0
        var missed = 0
        var pending = 0
        var open = 0

        var applicable: Int { conform + missed + pending + open }

        init(_ rules: [RuleVerdict]) {
            for rule in rules {
                switch rule.verdict {
                case .conform: conform += 1
                case .nonconform, .partial: missed += 1
                case .undetermined, .error: open += 1
                case .pending: pending += 1
                case .notApplicable, .notInForce: continue
                }
            }
        }
    }

    /// What some agencies come to; a statement that several share counts once.
    func figures(_ units: [UnitResult]) -> PortfolioSummary.Figures {
        let counts = Counts(PortfolioAssessment.asked(units).flatMap(\.self))
        return PortfolioSummary.Figures(
            units: numbers.text(units.count), withoutStatement: numbers.text(units.count { $0.result == nil }),
            conform: numbers.text(counts.conform), missed: numbers.text(counts.missed),
            pending: numbers.text(counts.pending), open: numbers.text(counts.open),
            applicable: numbers.text(counts.applicable))
    }

    // MARK: Lists

    var quotas: [PortfolioSummary.Quota] {
        portfolio.sets.filter { isTold($0) }.map { finding in
            let rule = finding.rule
            let year = finding.occurrence.map { pick(" – năm \($0.year)", " – \($0.year)") } ?? ""
            var count = pick("chưa tính được", "not counted")
            var lacking = ""
            if let found = finding.count {
                let (met, of) = (numbers.text(found.numerator), numbers.text(found.denominator))
                let late = phrasing.late(finding).map { ", \($0)" } ?? ""
                count = pick("\(met) trên \(of) \(rule.counts.vi)\(late)", "\(met) of \(of) \(rule.counts.en)\(late)")
                if found.denominator.upperBound == 0 {
                    count = pick("không có gì để tính tỷ lệ", "nothing to take a share of")
                }
                if found.lacking.upperBound > 0 { lacking = numbers.text(found.lacking) }
            }
            return PortfolioSummary.Quota(
                title: rule.title[phrasing.language] + year,
                verdict: AxisNames.name(finding.verdict)[phrasing.language],
                count: count, share: "\(rule.quota.share)", lacking: lacking,
                due: finding.timing.due.map { phrasing.dates.text($0) } ?? "",
                basis: phrasing.citations.text(rule.citation), missing: missing(finding),
                countedOn: phrasing.countedOn(finding, asOf: portfolio.asOf) ?? "",
                readings: finding.readings.map { phrasing.reading($0, of: rule) }.joined(separator: "\n"))
        }
    }

    /// What is past, not in force, or of another province is not told.
    private func isTold(_ finding: SetFinding) -> Bool {
        if finding.isHistory || finding.verdict == .notInForce { return false }
        return finding.verdict != .notApplicable || finding.count != nil
    }

    /// Of a share that is reached nobody is missing.
    private func missing(_ finding: SetFinding) -> String {
        var lines: [String] = []
        if finding.count.map({ $0.lacking.upperBound > 0 }) ?? false, !finding.missing.isEmpty {
            lines.append(pick("Còn thiếu: ", "Missing: ") + some(finding.missing.map(\.text)))
        }
        if !finding.open.isEmpty { lines.append(pick("Chưa rõ: ", "Not known: ") + some(finding.open.map(\.text))) }
        if !finding.unlisted.isEmpty {
            lines.append(pick("Chưa biết có những gì: ", "Not known what they have: ") + some(finding.unlisted))
        }
        return lines.joined(separator: "\n")
    }

    var deadlines: [PortfolioSummary.Due] {
        portfolio.ahead.map { group in
            PortfolioSummary.Due(
                day: phrasing.dates.text(group.note.due), title: phrasing.ruleTitle(group.note.rule),
                standing: phrasing.standing(group.note, asOf: portfolio.asOf), count: numbers.text(group.units.count),
                units: some(group.units.map(\.unit.code)))
        }
    }

    var missed: [PortfolioSummary.Missed] {
        portfolio.missed.prefix(Self.toldRequirements).map { missed in
            PortfolioSummary.Missed(
                title: phrasing.ruleTitle(missed.rule), missing: numbers.text(missed.missing),
                pending: numbers.text(missed.pending), conform: numbers.text(missed.conform),
                open: numbers.text(missed.undetermined), applicable: numbers.text(missed.applicable))
        }
    }

    // MARK: The year

    var changes: PortfolioSummary.Changes? {
        guard let comparison = report.since else { return nil }
        let told = SnapshotChanges(comparison, phrasing)
        let units = told.groups.map { group in
            let items = group.units.map { unit in unit.detail.map { "\(unit.name): \($0)" } ?? unit.name }
            return PortfolioSummary.Changes.Row(
                title: group.title, count: numbers.text(group.units.count), text: some(items))
        }
        let shares = told.shares.map { share in
            PortfolioSummary.Changes.Row(title: share.title, count: "", text: "\(share.before) → \(share.after)")
        }
        return PortfolioSummary.Changes(
            title: told.title, rows: units + shares,
            sentences: [told.warning, told.findings, told.notCompared].compactMap(\.self))
    }

    var reported: [PortfolioSummary.Reported] {
        portfolio.figures.flatMap { figure in
            FigureRows(figure, phrasing).rows.map { row in
                PortfolioSummary.Reported(
                    title: figure.figure.title[phrasing.language], counts: figure.figure.counts[phrasing.language],
                    kind: row.name, number: row.count.map { numbers.text($0) } ?? "")
            }
        }
    }

    var inspections: [PortfolioSummary.Inspected] {
        InspectionFigureTable(portfolio.inspections, phrasing).parts.flatMap { part in
            let rows = part.rows.enumerated().map { index, row in
                PortfolioSummary.Inspected(
                    part: part.title, note: index == 0 ? part.note ?? "" : "", name: row.name,
                    number: numbers.text(row.count), units: row.units.map { some($0) } ?? "")
            }
            guard rows.isEmpty, let note = part.note else { return rows }
            return [PortfolioSummary.Inspected(part: part.title, note: note, name: "", number: "", units: "")]
        }
    }

    private func some(_ names: [String]) -> String {
        let rest = names.count - Self.toldCodes
        let told = names.prefix(Self.toldCodes).joined(separator: ", ")
        return rest > 0 ? told + pick(" và \(rest) nữa", " and \(rest) more") : told
    }
}
