internal import Files
internal import Model
internal import Reports
internal import YAMLTree

/// Reads the file of a baseline; what is wrong with it stops the run.
enum BaselineReading {
    /// Baselines of hundreds of agencies are larger than any statement.
    static let limit = 64 << 20

    static func read(_ path: String, _ language: Language) throws -> Baseline {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileSystem.read(path, limit: limit)
        } catch {
            let hint =
                language == .vi
                ? " (mốc so sánh; ghi bằng “tuanthu baseline write”)"
                : " (the baseline; “tuanthu baseline write” writes it)"
            throw CommandStop(error.message(language) + hint)
        }
        do throws(BaselineError) {
            return try BaselineFile.read(SourceText(name: path, bytes: bytes))
        } catch {
            throw CommandStop(error.message(path, language))
        }
    }
}
