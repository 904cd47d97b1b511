/// One file of an archive: a name and the bytes.
public struct ZipEntry: Sendable, Hashable {
    /// The path within the archive, parts separated by `/`, in UTF-8.
    public let name: String
    /// What the file holds, not compressed.
    public let bytes: [UInt8]

    /// Makes an entry of its parts.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// Makes an entry of text, in UTF-8.
    public init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }

    /// Whether a program that wrote the entry to a disk would stay inside its folder: not empty, not absolute, without a part
    /// `.` or `..`, a backslash or a NUL.
    static func isSafe(_ name: String) -> Bool {
        if name.isEmpty || name.utf8.contains(where: { $0 == 0 || $0 == UInt8(ascii: "\\") }) { return false }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        return parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    }
}
