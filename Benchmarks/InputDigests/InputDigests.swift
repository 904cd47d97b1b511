internal import ConcurrentMap
internal import Digest
internal import Files

/// Reads and digests the files of a register and nothing else, with the reading, the digest and the cores that `tuanthu portfolio
/// --cache` has: what a run over results that are kept cannot do without.
///
///     InputDigests FOLDER
@main enum InputDigests {
    static func main() {
        guard CommandLine.arguments.count == 2 else { return complain("usage: InputDigests FOLDER") }
        do throws(FileError) {
            let files = try Folder.files(below: CommandLine.arguments[1], endingIn: [".yaml", ".csv"])
            let read = files.concurrentMap { path -> (digest: String, size: Int)? in
                guard let bytes = try? FileSystem.read(path, limit: 1 << 30) else { return nil }
                return (SHA256.hexDigest(of: bytes), bytes.count)
            }
            let whole = SHA256.hexDigest(of: read.compactMap { $0?.digest }.joined().utf8)
            let size = read.reduce(0) { $0 + ($1?.size ?? 0) }
            let text = "\(read.count { $0 != nil }) of \(files.count) files, \(size) bytes, \(whole)\n"
            _ = OutputStream.standardOutput.write(Array(text.utf8))
        } catch {
            complain("\(error.path): cannot be read")
        }
    }

    private static func complain(_ text: String) { _ = OutputStream.standardError.write(Array("\(text)\n".utf8)) }
}
