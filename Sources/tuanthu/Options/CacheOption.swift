internal import ArgumentParser
internal import CivilTime
internal import Files
internal import Model
internal import Reports
internal import ResultCache

/// Where results of earlier runs are kept.
struct CacheOption: ParsableArguments {
    @Option(
        name: .customLong("cache"),
        help: ArgumentHelp(
            "Folder of results of earlier runs; what has not changed is taken from there, with the same bytes.",
            valueName: "dir"))
    var folder: String?

    @Option(
        name: .customLong("cache-limit"),
        help: ArgumentHelp(
            "How many MiB the folder may hold after a run; the oldest results are removed first.", valueName: "MiB"))
    var limit: Int = 1024

    func validate() throws {
        guard limit >= 0, limit <= 1 << 20 else { throw ValidationError("--cache-limit must be from 0 to 1048576") }
    }

    /// The cache; nil where none is asked for.
    func open(_ language: Language) throws -> ResultCache? {
        guard let folder else { return nil }
        do throws(FileError) {
            return try ResultCache(folder: folder)
        } catch {
            throw CommandStop(error.message(language))
        }
    }

    /// Keeps the folder within its limit; that it cannot is told, and changes nothing of the run.
    func prune(_ cache: ResultCache, _ language: Language) {
        do throws(FileError) {
            try cache.prune(to: limit << 20)
        } catch {
            Streams.complain("tuanthu: \(error.message(language))\n")
        }
    }
}

extension LoadedLibrary {
    /// The key of everything that results of a run are made of besides their own inputs.
    func cacheKey(of run: ReportRun, _ kind: String) -> CacheKey {
        CacheKey().adding("tuanthu", "\(ToolVersion.text) \(kind)").adding(files.contents)
            .adding([("context", run.contextBytes)]).adding("as_of", run.asOf.description)
    }
}
