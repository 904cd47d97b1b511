internal import CivilTime
internal import ConcurrentMap
internal import Digest
internal import Files
internal import Model
internal import Reports
internal import ResultCache

/// What a run over a register told, kept for the next one that is asked the same and finds every file as it was: such a run reads and
/// digests its inputs, and works out nothing.
///
/// It is kept only of a run that had nothing to say on standard error, under the rules that come with the program.
struct KeptRun {
    /// The reports in the order in which they were asked for, and how the run ended.
    struct Told {
        let reports: [[UInt8]]
        let status: ExitStatus
    }

    private let cache: ResultCache
    private let key: CacheKey

    /// Where what the run tells is kept; nil where it is not, as more belongs to it than a register and the files that this names.
    init?(_ command: PortfolioCommand, _ settings: RunSettings) throws {
        guard command.store.path == nil, command.pages == nil, command.template.path == nil,
            settings.holidays.isEmpty, settings.changes.isEmpty,
            let cache = try command.cache.open(settings.language.value)
        else { return nil }
        let location: RulesLocation
        do throws(FileError) {
            location = try RulesLocation.find(settings.rules?.value)
        } catch {
            return nil
        }
        guard location.isShipped else { return nil }
        let formats = command.format.map { "\($0.name.rawValue)=\($0.path ?? "-")" }
        let asked = [
            command.register, try command.asOf.day().description, command.within, command.idleAfter,
            command.to ?? "-", "\(command.threshold)", settings.profile?.value ?? "-",
            settings.language.value.rawValue, command.color.isColoured ? "coloured" : "plain",
        ]
        self.cache = cache
        key = CacheKey().adding("tuanthu", "\(ToolVersion.text) portfolio-run/1 \(location.origin)")
            .adding(location.files.map { ($0.path, $0.bytes) })
            .adding((asked + formats).map { ("asked", Array($0.utf8)) })
    }

    /// What the run tells, where it was kept and none of its files is another since.
    func told() -> Told? {
        guard let entry = cache.entry(key) else { return nil }
        let isSame = entry.tables.concurrentMap { table in
            guard let bytes = try? FileSystem.read(table.name) else { return false }
            return SHA256.hexDigest(of: bytes) == table.digest
        }
        return isSame.allSatisfy(\.self) ? Self.told(entry.result) : nil
    }

    /// Keeps what a run told.
    /// - Parameter files: The files it read; nil where that is not known.
    func keep(_ told: Told, from files: WatchedFiles?) {
        guard let files, Streams.complaints == 0 else { return }
        let sizes = told.reports.map { String($0.count) }
        var bytes = Array("\(told.status.rawValue) \(sizes.joined(separator: " "))\n".utf8)
        for report in told.reports { bytes += report }
        cache.keep(ResultCache.Entry(tables: files.inputs, result: bytes), under: key)
    }

    /// The first line has the exit code and the size of each report; the reports follow.
    private static func told(_ bytes: [UInt8]) -> Told? {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let numbers = bytes[..<end].split(separator: UInt8(ascii: " ")).map { Int(String(decoding: $0, as: UTF8.self)) }
        guard let first = numbers.first, let code = first, let status = ExitStatus(rawValue: Int32(clamping: code))
        else {
            return nil
        }
        var rest = bytes[(end + 1)...]
        var reports: [[UInt8]] = []
        for number in numbers.dropFirst() {
            guard let size = number, size >= 0, size <= rest.count else { return nil }
            reports.append(Array(rest.prefix(size)))
            rest = rest.dropFirst(size)
        }
        return rest.isEmpty ? Told(reports: reports, status: status) : nil
    }
}
