internal import CivilTime
internal import Files
internal import Model
internal import Portfolio
internal import Reports
internal import Store

/// A snapshot as it is named on the command line: a file of JSON lines, or a history with what tells one of its snapshots:
/// `FILE@DATE`, `FILE@CODE/DATE`, and `:RULER` behind where there is one for several versions of the rules; a history alone is its last
/// snapshot.
struct SnapshotSelector {
    private let file: String
    private let portfolio: String?
    private let day: CivilDate?
    private let ruler: String?
    private let isLines: Bool

    /// How large a file of JSON lines may be.
    private static let limit = 1 << 30

    /// The selector an argument is; nil for one that names something else.
    init?(_ argument: String) {
        if FileSystem.begins(argument, with: Array("{\"tuanthu\":\"snapshot/".utf8)) {
            self.init(argument, isLines: true)
        } else if FileSystem.begins(argument, with: Self.databaseStart) {
            self.init(argument, isLines: false)
        } else {
            guard (try? FileSystem.kind(of: argument)) == nil, let sign = argument.lastIndex(of: "@") else {
                return nil
            }
            var rest = argument[argument.index(after: sign)...]
            var ruler: String?
            if let colon = rest.firstIndex(of: ":") {
                ruler = String(rest[rest.index(after: colon)...])
                rest = rest[..<colon]
            }
            var portfolio: String?
            if let slash = rest.lastIndex(of: "/") {
                portfolio = String(rest[..<slash])
                rest = rest[rest.index(after: slash)...]
            }
            guard let day = try? CivilDate.parse(String(rest)) else { return nil }
            self.init(String(argument[..<sign]), isLines: false, portfolio: portfolio, day: day, ruler: ruler)
        }
    }

    private init(
        _ file: String, isLines: Bool, portfolio: String? = nil, day: CivilDate? = nil, ruler: String? = nil
    ) {
        self.file = file
        self.isLines = isLines
        self.portfolio = portfolio
        self.day = day
        self.ruler = ruler
    }

    private static let databaseStart: [UInt8] = Array("SQLite format 3".utf8) + [0]

    /// Reads the snapshot; what is wrong stops the run.
    func snapshot(waiting seconds: Int, _ language: Language) throws -> Snapshot {
        if isLines {
            do {
                return try SnapshotLines.read(try FileSystem.read(file, limit: Self.limit))
            } catch let error as FileError {
                throw CommandStop(error.message(language))
            } catch let error as SnapshotReadingError {
                throw CommandStop(error.message(file, language))
            }
        }
        let history = try HistoryStore.opened(file, for: .reading, waiting: seconds, language)
        let entries = try history.reading(language) { store throws(StoreError) in try store.entries() }
        let fitting = entries.filter { entry in
            (portfolio.map { $0 == entry.head.portfolio } ?? true) && (day.map { $0 == entry.head.asOf } ?? true)
                && (ruler.map { entry.head.ruler.hasPrefix($0) } ?? true)
        }
        // Without a day the last one is meant, as long as it is known of which portfolio.
        let chosen = day == nil && Set(fitting.map(\.head.portfolio)).count == 1 ? Array(fitting.suffix(1)) : fitting
        guard let entry = chosen.first else { throw CommandStop(none(language)) }
        guard chosen.count == 1 else { throw CommandStop(several(chosen, language)) }
        return try history.reading(language) { store throws(StoreError) in try store.snapshot(entry) }
    }

    private func none(_ language: Language) -> String {
        let dates = DateText(language)
        let day = day.map { dates.text($0) } ?? ""
        return language == .vi
            ? "\(file): không có số liệu chốt \(day) như vậy (xem: tuanthu snapshot list --store \(file))"
            : "\(file): holds no such snapshot \(day) (see: tuanthu snapshot list --store \(file))"
    }

    private func several(_ entries: [HistoryStore.Entry], _ language: Language) -> String {
        let names = entries.map { entry in
            "\(file)@\(entry.head.portfolio)/\(entry.head.asOf):\(entry.head.ruler.prefix(8))"
        }.joined(separator: ", ")
        return language == .vi
            ? "\(file): có nhiều số liệu như vậy, chọn một: \(names)" : "\(file): there are several, name one: \(names)"
    }
}
