internal import Digest
internal import Files
internal import ResultCache
internal import Synchronization

/// The files that lie beside a register, each noted with its digest when it is read: what a run was made of besides the rules.
final class WatchedFiles: RegisterFiles {
    private let files: PresentFiles
    private let digests = Mutex<[String: String]>([:])

    init(_ files: PresentFiles) { self.files = files }

    var register: String { files.register }

    func registerBytes() throws(FileError) -> [UInt8] { noted(try files.registerBytes(), register) }

    func name(of path: String) -> String { files.name(of: path) }

    func bytes(of path: String) throws(FileError) -> [UInt8]? {
        try files.bytes(of: path).map { noted($0, files.name(of: path)) }
    }

    /// The files read so far, in order of name.
    var inputs: [ResultCache.Table] {
        let known = digests.withLock { $0 }
        return known.sorted { $0.key < $1.key }.map { ResultCache.Table(name: $0.key, digest: $0.value) }
    }

    private func noted(_ bytes: [UInt8], _ name: String) -> [UInt8] {
        let digest = SHA256.hexDigest(of: bytes)
        digests.withLock { $0[name] = digest }
        return bytes
    }
}
