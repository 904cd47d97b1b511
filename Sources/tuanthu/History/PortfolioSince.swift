internal import CivilTime
internal import Files
internal import Model
internal import Portfolio
internal import Reports
internal import Store

extension PortfolioRun {
    /// A run that is held against the last snapshot of the same portfolio before its day, under the same rules where there is one.
    init(_ command: PortfolioCommand, _ settings: RunSettings, comparedIn store: StoreOptions) throws {
        let language = settings.language.value
        let request = SnapshotRun.Request(
            register: command.register, within: try command.period("--within", command.within),
            idleAfter: try command.period("--no-step-in", command.idleAfter), to: command.to,
            threshold: command.threshold, cache: command.cache)
        guard let history = try store.open(for: .reading, language) else { throw CommandStop(.noVerdict) }
        let run = try SnapshotRun(request, settings)
        let files = PresentFiles(register: command.register)
        let day = try run.day(command.asOf.day(), files)
        let (snapshot, outcome) = try run.snapshot(day)
        report = day.report
        assessor = day.assessor
        self.files = files
        portfolio = outcome.portfolio
        problems = outcome.problems
        since = try PortfolioRun.earlier(than: day.head, in: history, language)
            .map { SnapshotComparison($0, snapshot) }
    }

    private static func earlier(
        than head: SnapshotHead, in history: HistoryStore, _ language: Language
    ) throws -> Snapshot? {
        let entries = try history.reading(language) { store throws(StoreError) in try store.entries() }
            .filter { $0.head.portfolio == head.portfolio && $0.head.asOf < head.asOf }
        guard let entry = entries.last(where: { $0.head.ruler == head.ruler }) ?? entries.last else {
            Streams.complain(
                language == .vi
                    ? "tuanthu: \(history.path): không có số liệu chốt trước ngày \(DateText(.vi).text(head.asOf)) để so sánh\n"
                    : "tuanthu: \(history.path): holds no snapshot before \(head.asOf) to compare with\n")
            return nil
        }
        return try history.reading(language) { store throws(StoreError) in try store.snapshot(entry) }
    }
}
