#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// Files that belong together and are written as one: every content lies beside its file, whole, before the first of them takes its
/// place, and where one cannot take its place those before it are put back.
public struct FileSet: Sendable {
    /// One file.
    public struct Part: Sendable {
        /// Where it goes. A file that is there keeps its permissions, and a link to one stays a link.
        public let path: String
        /// What it is to hold.
        public let bytes: [UInt8]
        /// Whether nothing may stand there yet.
        public let isNew: Bool

        /// Makes a part.
        public init(path: String, bytes: [UInt8], isNew: Bool = false) {
            self.path = path
            self.bytes = bytes
            self.isNew = isNew
        }
    }

    /// Why files were not written.
    public enum Failure: Error, Sendable, Hashable {
        /// One of them cannot be written. Everything stands as it stood before.
        case unchanged(FileError)
        /// One could not take its place, and of those that had, some could not be put back.
        /// - Parameters:
        ///   - written: Files that hold what is new.
        ///   - kept: For each of them that was there before, where what it held lies.
        case partly(FileError, written: [String], kept: [String])
    }

    private let parts: [Part]
    /// rename(2); a test gives another.
    private let rename: @Sendable (String, String) -> Int32

    /// A set of files.
    public init(_ parts: [Part]) {
        self.init(parts) { SystemCalls.rename($0, $1) }
    }

    init(_ parts: [Part], rename: @escaping @Sendable (String, String) -> Int32) {
        self.parts = parts
        self.rename = rename
    }

    /// A part with what lies beside it while the set is written.
    private struct Prepared {
        /// What is new.
        var file: FileBeside
        /// Where what the file held lies; nil where there was none.
        var earlier: String?
    }

    /// Writes all of them, or none.
    public func write() throws(Failure) {
        var prepared: [Prepared] = []
        do throws(FileError) {
            for part in parts { try prepare(part, &prepared) }
        } catch {
            clear(&prepared)
            throw .unchanged(error)
        }
        for index in prepared.indices {
            do throws(FileError) {
                try prepared[index].file.takePlace(rename)
            } catch {
                throw takenBack(&prepared, before: index, error)
            }
        }
        clear(&prepared)
    }

    private func prepare(_ part: Part, _ prepared: inout [Prepared]) throws(FileError) {
        let kind = try? FileSystem.kind(of: part.path)
        if part.isNew, kind != nil { throw .exists(path: part.path) }
        switch kind {
        case .folder?: throw .isFolder(path: part.path)
        case .other?: throw .notAFile(path: part.path)
        case .file?, nil: break
        }
        let position = prepared.count
        let tag = "-\(position)"
        prepared.append(Prepared(file: try FileBeside(part.path, tag: tag)))
        try prepared[position].file.write(part.bytes)
        try prepared[position].file.finish()
        guard kind == .file else { return }
        // A second name costs nothing; where the file system knows none, a copy does.
        let target = prepared[position].file.target
        let name = "\(target).\(getpid())\(tag).old"
        unlink(name)
        if link(target, name) == 0 {
            prepared[position].earlier = name
            return
        }
        let held = try FileSystem.read(target, limit: .max)
        var earlier = try FileBeside(part.path, tag: tag, ending: "old")
        prepared[position].earlier = earlier.name
        try earlier.write(held)
        try earlier.finish()
    }

    /// Puts back the files before one that could not take its place.
    private func takenBack(_ prepared: inout [Prepared], before failed: Int, _ failure: FileError) -> Failure {
        var written: [String] = []
        var kept: [String] = []
        for part in prepared[..<failed].reversed() {
            if let earlier = part.earlier {
                if rename(earlier, part.file.target) == 0 { continue }
                kept.append(earlier)
            } else if unlink(part.file.target) == 0 {
                continue
            }
            written.append(part.file.path)
        }
        clear(&prepared, but: kept)
        return written.isEmpty
            ? .unchanged(failure) : .partly(failure, written: written.reversed(), kept: kept.reversed())
    }

    /// Takes away what lies beside the files.
    private func clear(_ prepared: inout [Prepared], but kept: [String] = []) {
        for index in prepared.indices {
            prepared[index].file.giveUp()
            if let earlier = prepared[index].earlier, !kept.contains(earlier) { unlink(earlier) }
        }
    }
}
