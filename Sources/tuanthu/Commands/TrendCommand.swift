internal import ArgumentParser
internal import CivilTime
internal import Files
internal import Model
internal import Portfolio
internal import Reports
internal import Store

/// `tuanthu trend`: how the switch of a portfolio goes over the snapshots of a history.
struct TrendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trend", abstract: "How the switch goes over the snapshots of a history, against plan and law.",
        discussion: """
            Units declared over time, beside their first plans and the straight way to the legal date; the present pace; and when the \
            last unit will have declared if it stays so, with the spread of that, or what is wanting for saying so. Only snapshots \
            under the rules of the last one count.
            """)

    @OptionGroup var store: StoreOptions

    @Option(help: ArgumentHelp("The portfolio, by code, where the history holds several.", valueName: "code"))
    var portfolio: String?

    @Option(
        help: ArgumentHelp("How far back the present pace is measured, as an ISO 8601 period.", valueName: "period"))
    var pace: String = "P1Y"

    @OptionGroup var language: LanguageOption

    @Option(
        name: [.customShort("f"), .long],
        help: ArgumentHelp(
            "How to tell it, with a file if it is not for standard output; may be given several times.",
            valueName: "text|json|csv[=path]"))
    var format: [FormatChoice<TrendFormat>] = []

    @Option(help: ArgumentHelp("When to use colours: auto, always or never.", valueName: "when"))
    var color: ColourChoice = .auto

    func validate() throws {
        if store.path == nil { throw ValidationError("name the history: --store FILE") }
        _ = try window()
        try FormatChoice.validate(format)
    }

    private func window() throws -> Period {
        do throws(PeriodParseError) {
            return try Period.parse(pace)
        } catch {
            throw ValidationError("--pace \(pace): \(error.text(in: .en))")
        }
    }

    func run() throws {
        let language = language.language
        guard let history = try store.open(for: .reading, language) else { throw CommandStop(.noVerdict) }
        let trend = try trend(history, language)
        let choices = format.isEmpty ? [FormatChoice(TrendFormat.text)] : format
        let reports = try choices.map { choice in (path: choice.path, bytes: try bytes(choice, trend, language)) }
        do throws(FileError) {
            for report in reports {
                if let path = report.path { try FileSystem.write(report.bytes, to: path) }
            }
        } catch {
            throw CommandStop(error.message(language))
        }
        for report in reports where report.path == nil { Streams.write(report.bytes) }
    }

    private func trend(_ history: HistoryStore, _ language: Language) throws -> Trend {
        let entries = try history.reading(language) { store throws(StoreError) in try store.entries() }
        let portfolios = Set(entries.map(\.head.portfolio)).sorted()
        guard let chosen = portfolio ?? portfolios.first, portfolio != nil || portfolios.count == 1 else {
            let names = portfolios.joined(separator: ", ")
            if portfolios.isEmpty {
                throw CommandStop(
                    language == .vi ? "\(history.path): chưa có số liệu chốt nào" : "\(history.path): holds no snapshot"
                )
            }
            throw CommandStop(
                language == .vi
                    ? "\(history.path): có nhiều danh sách, chọn một bằng --portfolio: \(names)"
                    : "\(history.path): holds several portfolios, name one with --portfolio: \(names)")
        }
        let own = entries.filter { $0.head.portfolio == chosen }
        let overviews = try own.map { entry in
            try history.reading(language) { store throws(StoreError) in try store.overview(entry) }
        }
        guard let trend = Trend(overviews, Trend.Options(window: try window())) else {
            let names = portfolios.joined(separator: ", ")
            throw CommandStop(
                language == .vi
                    ? "\(history.path): không có danh sách “\(chosen)”; có: \(names)"
                    : "\(history.path): holds no portfolio “\(chosen)”; there are: \(names)")
        }
        return trend
    }

    private func bytes(
        _ choice: FormatChoice<TrendFormat>, _ trend: Trend, _ language: Language
    ) throws -> [UInt8] {
        switch choice.name {
        case .text:
            let library = try LoadedLibrary.load(nil, .everything, language).library
            let isColoured = choice.path == nil && color.isColoured
            return Array(TrendText(trend, language, library: library, isColoured: isColoured).text.utf8)
        case .json: return TrendJSON.bytes(trend, version: ToolVersion.text)
        case .csv: return TrendCSV.bytes(trend)
        }
    }
}

/// The formats of a curve.
enum TrendFormat: String, CaseIterable {
    case text, json, csv
}
