internal import CEmbeddedRules

/// The rule files the binary carries, so that a binary alone works.
public enum EmbeddedRules {
    /// One file of the folder `rules`, as it was when the program was built.
    public struct File: Sendable {
        /// Its path below the folder.
        public let path: String
        /// Its bytes.
        public let bytes: [UInt8]
    }

    /// Every file in order of path; tests of rules are left out.
    public static var files: [File] {
        (0..<embedded_rule_count()).map { index in
            let file = embedded_rule(index)
            let bytes = UnsafeBufferPointer(start: file.bytes, count: file.length)
            return File(path: String(cString: file.path), bytes: Array(bytes))
        }
    }
}
