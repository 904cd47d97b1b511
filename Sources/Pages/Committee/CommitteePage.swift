internal import Assessor
internal import CivilTime
public import Model
internal import Portfolio
public import Reports
internal import YAMLTree

/// The committee's page over the units of a register: one self-contained HTML document. Units stand in the order of the register,
/// and nothing ranks them.
public struct CommitteePage: Sendable {
    let report: PortfolioReport
    let phrasing: Phrasing
    let number: NumberText
    let links: UnitLinks
    private let templates: PageTemplates

    /// A page in one language.
    /// - Parameters:
    ///   - report: The portfolio and its run.
    ///   - language: The language.
    ///   - folder: The folder of the units' pages, relative to this page; nil where they are not made.
    public init(_ report: PortfolioReport, _ language: Language, unitPagesIn folder: String? = nil) {
        self.report = report
        phrasing = report.phrasing(language)
        number = NumberText(language: language)
        links = UnitLinks(folder: folder)
        templates = PageTemplates(language)
    }

    var portfolio: PortfolioAssessment { report.portfolio }
    var library: RuleLibrary { report.run.context.library }

    /// The whole document.
    public var bytes: [UInt8] { Array(templates.render(view, as: .committee).utf8) }

    private var view: CommitteeView {
        let register = portfolio.register
        let name = register.name ?? register.code ?? register.facts.source.name
        let attention = self.attention
        let quotas = self.quotas
        let dates = dateTables
        let missed = self.missed
        let gaps = self.gaps
        let figures = self.figures
        let heat = heatMap
        let isIncomplete = report.problems.contains(where: \.isError)
        return CommitteeView(
            version: report.run.version, title: "\(name) – \(phrasing.pick("tính đến ngày", "as of")) \(asOfText)",
            css: PageStyle.css, name: name, asOf: asOfText,
            registerStatedOn: phrasing.dates.text(register.statedOn), contents: contents,
            incomplete: isIncomplete
                ? phrasing.pick("Có tệp không đọc được, xem cuối trang.", "Some input could not be read, see the end.")
                : nil,
            facts: facts, classes: classes, conformity: conformity, conversion: conversion,
            since: since, hasAttention: !attention.isEmpty, attention: attention,
            hasQuotas: !quotas.told.isEmpty || !quotas.empty.isEmpty, quotas: quotas.told, emptyQuotas: quotas.empty,
            timeline: timeline, nothingAhead: nothingAhead, dateTables: dates, hasHeat: heat != nil,
            legend: heat?.legend ?? [], sourceHeads: heat?.sourceHeads ?? [], columns: heat?.columns ?? [],
            heatRows: heat?.rows ?? "", someCells: heat?.someCells,
            shortClass: (portfolio.units.count > 30 ? " long" : " short")
                + (heat.map { $0.columns.count <= CommitteePage.mostSticky } == true ? " fits" : ""),
            hasMissed: !missed.isEmpty, missed: missed, moreMissed: moreMissed,
            hasGaps: !gaps.isEmpty, gaps: gaps, withoutGaps: withoutGaps, rollUps: rollUps,
            inspectionTitle: inspectionTable.title(phrasing), inspectionParts: inspectionParts,
            hasFigures: !figures.isEmpty, figures: figures,
            sources: SourcesView(
                report.run,
                [(phrasing.pick("Danh sách", "Register"), register.facts.source, register.statedOn)] + tables,
                cited: cited, problems: report.problems, isOfSet: true, phrasing))
    }

    /// The tables the register's lists were read from.
    private var tables: [(role: String, source: SourceText, until: CivilDate?)] {
        portfolio.register.facts.inputs.dropFirst().map { (phrasing.pick("Bảng kèm theo", "Table"), $0, nil) }
    }

    var asOfText: String { phrasing.dates.text(portfolio.asOf) }

    private var contents: [CommitteeView.Entry] {
        func entry(_ anchor: String, _ vi: String, _ en: String) -> CommitteeView.Entry {
            CommitteeView.Entry(anchor: anchor, label: phrasing.pick(vi, en))
        }
        var entries = [entry("summary", "Tóm tắt", "Summary")]
        if report.since != nil { entries.append(entry("since", "Thay đổi", "Changes")) }
        if portfolio.options.transition != nil { entries.append(entry("switch", "Chuyển đổi", "Switch")) }
        if !attention.isEmpty { entries.append(entry("attention", "Cần chú ý", "To look at")) }
        let quotas = self.quotas
        if !quotas.told.isEmpty || !quotas.empty.isEmpty { entries.append(entry("quotas", "Tỷ lệ", "Shares")) }
        entries.append(entry("deadlines", "Hạn", "Deadlines"))
        if !portfolio.statements.isEmpty { entries.append(entry("map", "Cơ quan × điều, khoản", "Units × clauses")) }
        if !portfolio.missed.isEmpty {
            entries.append(entry("missed", "Yêu cầu chưa đáp ứng", "Requirements missed"))
            entries.append(entry("gaps", "Điểm chưa đáp ứng", "Gaps"))
        }
        entries.append(entry("inspections", "Kiểm tra", "Inspections"))
        entries.append(entry("rollups", "Tổng hợp", "Roll-ups"))
        if !portfolio.figures.isEmpty { entries.append(entry("figures", "Số liệu", "Figures")) }
        entries.append(entry("sources", "Căn cứ", "Sources"))
        return entries
    }

    /// The documents the rules, shares and dates of the run rest on.
    private var cited: [Source] {
        var ids: [String] = []
        var applied: Set<String> = []
        for statement in portfolio.statements {
            for rule in statement.rules where rule.verdict != .notApplicable && rule.verdict != .notInForce {
                applied.insert(rule.rule)
            }
        }
        for rule in report.run.context.rules where applied.contains(rule.id) {
            if !ids.contains(rule.citation.source) { ids.append(rule.citation.source) }
        }
        for finding in portfolio.sets where finding.count != nil {
            if !ids.contains(finding.rule.citation.source) { ids.append(finding.rule.citation.source) }
        }
        return ids.compactMap { library.sources[$0] }
    }
}
