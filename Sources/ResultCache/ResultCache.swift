public import Files

/// Results of earlier runs in a folder, each under the digest of everything it was made of.
///
/// The cache is a promise of the same bytes: an entry that is damaged, of another format or of other inputs is none, and is written
/// anew. Nothing in it is needed; the folder may be removed at any time.
public struct ResultCache: Sendable {
    /// The folder.
    public let folder: String

    /// An entry.
    public struct Entry: Sendable, Hashable {
        /// The files that belong to the input besides the one that its key was made of, each with its digest.
        public let tables: [Table]
        /// The result.
        public let result: [UInt8]

        /// Makes an entry.
        public init(tables: [Table], result: [UInt8]) {
            self.tables = tables
            self.result = result
        }
    }

    /// A file that belongs to an input.
    public struct Table: Sendable, Hashable {
        /// The name the input has for it.
        public let name: String
        /// The SHA-256 of its bytes.
        public let digest: String

        /// Names a file.
        public init(name: String, digest: String) {
            self.name = name
            self.digest = digest
        }
    }

    /// Opens a cache; its folder is made where it is not there yet.
    public init(folder: String) throws(FileError) {
        self.folder = folder
        try StoredFiles.makeFolder(folder)
    }

    /// The entry of a key; nil where there is none that is whole.
    public func entry(_ key: CacheKey) -> Entry? {
        guard let bytes = try? FileSystem.read(path(of: key), limit: EntryFormat.maxBytes) else { return nil }
        return EntryFormat.read(bytes, of: key)
    }

    /// Keeps an entry. What cannot be written is not kept, which costs the next run time and nothing else.
    /// - Returns: Whether it was kept.
    @discardableResult public func keep(_ entry: Entry, under key: CacheKey) -> Bool {
        guard let bytes = EntryFormat.bytes(of: entry, key), bytes.count <= EntryFormat.maxBytes else { return false }
        let path = path(of: key)
        do throws(FileError) {
            try StoredFiles.replace(path, with: bytes)
            return true
        } catch {
            guard case .notFound = error else { return false }
        }
        do throws(FileError) {
            try StoredFiles.makeFolder(Folder.parent(of: path))
            try StoredFiles.replace(path, with: bytes)
            return true
        } catch {
            return false
        }
    }

    /// Removes the oldest entries until all of them together have at most so many bytes.
    /// - Returns: How many were removed.
    @discardableResult public func prune(to limit: Int) throws(FileError) -> Int {
        let files = try Folder.files(below: folder, endingIn: [Self.ending]).compactMap { StoredFiles.stored($0) }
        var size = files.reduce(0) { $0 + $1.size }
        guard size > limit else { return 0 }
        var removed = 0
        for file in files.sorted(by: { ($0.writtenAt, $0.path) < ($1.writtenAt, $1.path) }) where size > limit {
            try StoredFiles.remove(file.path)
            size -= file.size
            removed += 1
        }
        return removed
    }

    private static let ending = ".entry"

    /// The entries lie in folders by the first two digits, as file systems like few files in each.
    private func path(of key: CacheKey) -> String {
        Folder.path(Folder.path(folder, String(key.digest.prefix(2))), key.digest + Self.ending)
    }
}
