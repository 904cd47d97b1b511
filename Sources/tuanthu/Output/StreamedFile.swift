internal import Files

/// The file of a report that is written line by line as the lines come, so that a run over any number of statements keeps none of them.
///
/// It lies beside its place until ``commit()`` puts it there; one that is not committed goes away.
final class StreamedFile {
    private let path: String
    private var file: OutputFile?
    private var failure: FileError?

    init(_ path: String) { self.path = path }

    /// Writes at its end; that it cannot be written is told by ``commit()``.
    func write(_ bytes: [UInt8]) {
        guard failure == nil else { return }
        do throws(FileError) {
            if file == nil { file = try OutputFile(path) }
            try file?.write(bytes)
        } catch {
            file = nil
            failure = error
        }
    }

    /// Puts it in its place. A report without a line makes no file.
    func commit() throws(FileError) {
        if let failure { throw failure }
        try file?.commit()
    }
}
