internal import CEmbeddedRules

/// The rule files the binary carries, so that a binary alone works.
public enum EmbeddedRules {
    /// One file of the folder `rules`, as it was when the program was built.
    public struct File: Sendable {
        /// Its path below the folder.
        public let path: String
        private let index: Int

        init(index: Int) {
            self.index = index
            path = String(cString: embedded_rule(index).path)
        }

        /// Its bytes, copied out of the program.
        public var bytes: [UInt8] {
            let file = embedded_rule(index)
            return Array(UnsafeBufferPointer(start: file.bytes, count: file.length))
        }
    }

    /// Every file in order of path; tests of rules are left out.
    public static var files: [File] {
        (0..<embedded_rule_count()).map { File(index: $0) }
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
