public import Assessor
internal import CivilTime
public import Model
internal import Portfolio
public import Reports
internal import YAMLTree

/// The pages of a portfolio's units: one document each, made from a unit's own assessment, so that only one of them is held at a time.
public struct UnitPages: Sendable {
    private let report: PortfolioReport
    private let phrasing: Phrasing
    private let templates: PageTemplates
    private let back: String?
    private let unitsByPath: [String: [UnitResult]]

    /// Pages in one language.
    /// - Parameter back: The committee's page, relative to the folder of these pages; nil where it is not written to a file.
    public init(_ report: PortfolioReport, _ language: Language, backTo back: String?) {
        self.report = report
        phrasing = report.phrasing(language)
        templates = PageTemplates(language)
        self.back = back.map { UnitLinks.percentEncoded($0) }
        var units: [String: [UnitResult]] = [:]
        for unit in report.portfolio.units {
            if case .assessed(let result) = unit.standing { units[result.path, default: []].append(unit) }
        }
        unitsByPath = units
    }

    /// The statements that were assessed, relative to the register, each once, in the order of the units.
    public var paths: [String] { report.portfolio.statements.map(\.path) }

    /// The pages of the units a statement speaks for.
    public func pages(of assessment: Assessment, at path: String) -> [(name: String, bytes: [UInt8])] {
        let own = view(of: assessment)
        return (unitsByPath[path] ?? []).map { unit in
            guard unit.sharesStatement else { return page(unit, own, missing: nil) }
            return page(unit, view(of: assessment.leavingOut { !unit.isAsked($0.rule.id) }), missing: nil)
        }
    }

    private func view(of assessment: Assessment) -> AgencyView {
        let builder = AgencyViewBuilder(
            assessment: assessment, run: report.run, phrasing: phrasing, within: report.portfolio.options.within,
            prefix: "")
        return builder.view(ownHeading: nil, withSources: true)
    }

    /// The pages of the units without a statement that could be assessed.
    public var pagesWithoutStatement: [(name: String, bytes: [UInt8])] {
        report.portfolio.units.compactMap { unit in
            switch unit.standing {
            case .assessed: nil
            case .noStatement:
                page(
                    unit, nil,
                    missing: phrasing.pick(
                        "Chưa có bản khai nên chưa có kết luận nào về cơ quan này.",
                        "There is no statement, so nothing is said of this unit."))
            case .unreadable:
                page(
                    unit, nil,
                    missing: phrasing.pick(
                        "Bản khai \(unit.path ?? "") không đọc được nên chưa có kết luận nào.",
                        "The statement \(unit.path ?? "") could not be read, so nothing is said of this unit."))
            }
        }
    }

    private struct View: Sendable {
        let version: String
        let title: String
        let css: String
        let backLink: String?
        let portfolioName: String
        let asOf: String
        let unitName: String
        let unitLine: String
        let unitFacts: [String]
        let missingText: String?
        let agencies: [AgencyView]
        let sources: SourcesView?
    }

    private func page(_ unit: UnitResult, _ agency: AgencyView?, missing: String?) -> (name: String, bytes: [UInt8]) {
        let register = report.portfolio.register
        let name = unit.name ?? unit.unit.code
        let asOf = phrasing.dates.text(report.portfolio.asOf)
        let own = [(phrasing.pick("Danh sách", "Register"), register.facts.source, Optional(register.statedOn))]
        let view = View(
            version: report.run.version, title: "\(name) – \(asOf)", css: PageStyle.css, backLink: back,
            portfolioName: register.name ?? register.code ?? register.facts.source.name, asOf: asOf, unitName: name,
            unitLine: line(unit), unitFacts: facts(unit), missingText: missing,
            agencies: agency.map { [$0] } ?? [],
            sources: agency == nil ? SourcesView(report.run, own, cited: [], problems: [], phrasing) : nil)
        let file = UnitLinks.fileName(
            code: unit.unit.code, position: register.position(ofUnit: unit.unit.code) ?? 0)
        return (file, Array(templates.render(view, as: .unit).utf8))
    }

    /// Code, class, level, block and the unit above, in one line.
    private func line(_ unit: UnitResult) -> String {
        let library = report.run.context.library
        let language = phrasing.language
        let parent = unit.parent.map { code in
            report.portfolio.register.unit(code)?.name.on(report.portfolio.asOf) ?? code
        }
        let parts: [String?] = [
            phrasing.pick("Mã \(unit.unit.code)", "Code \(unit.unit.code)"),
            unit.level.map { PortfolioNames.level($0, library)?[language] ?? $0 },
            unit.block.map { phrasing.pick("khối \($0)", "block \($0)") },
            unit.unitClass.map { PortfolioNames.unitClass($0, library)?[language] ?? $0 },
            parent.map { phrasing.pick("cấp trên: \($0)", "under \($0)") },
        ]
        return parts.compactMap(\.self).joined(separator: " · ")
    }

    private func facts(_ unit: UnitResult) -> [String] {
        var facts: [String] = []
        if let lead = unit.unit.leadUnit.on(report.portfolio.asOf) {
            facts.append(phrasing.pick("Đơn vị chủ trì theo dõi: \(lead).", "Lead unit: \(lead)."))
        }
        facts += PlanWords(report, phrasing).sentences(of: unit)
        if unit.sharesStatement, let owner = unit.result?.agency {
            let name = report.portfolio.register.unit(owner)?.name.on(report.portfolio.asOf) ?? owner
            facts.append(
                phrasing.pick(
                    "Dùng chung bản khai của \(name); việc \(name) phải làm để chỉ đạo, kiểm tra các cơ quan khác không tính ở đây.",
                    "Shares the statement of \(name); what \(name) owes for the agencies it directs and inspects is not counted here."
                ))
        }
        if let conversion = unit.result?.conversion, conversion.hasToSwitch != .no {
            facts.append(
                phrasing.pick("Chuyển đổi", "Switch") + ": "
                    + PortfolioNames.name(conversion.movement, idleAfter: report.portfolio.options.idleAfter)[
                        phrasing.language] + "; "
                    + PortfolioNames.name(conversion.lateness)[phrasing.language] + ".")
        }
        return facts
    }
}
