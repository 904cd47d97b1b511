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

    /// The JSON Schema of a report by the report's name, as it is published; nil where there is none.
    public static func schema(of report: String) -> [UInt8]? {
        for index in 0..<embedded_schema_count() {
            let file = embedded_schema(index)
            guard String(cString: file.path) == report else { continue }
            return Array(UnsafeBufferPointer(start: file.bytes, count: file.length))
        }
        return nil
    }
}
