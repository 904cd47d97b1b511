import Foundation
import Model
import YAMLTree

/// The files of the repository these tests stand in.
enum Repository {
    /// The repository's root.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The paths below a folder, relative to it, in order.
    static func paths(below folder: String, suffix: String) throws -> [String] {
        let directory = root.appending(path: folder).resolvingSymlinksInPath().path(percentEncoded: false)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: directory)
        return paths.filter { $0.hasSuffix(suffix) }.sorted()
    }

    /// The bytes of a file.
    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: path)))
    }
}

/// What keeps a test's input from loading: every message, so that a failing test says what is wrong.
struct LoadFailure: Error, CustomStringConvertible {
    let description: String

    init(_ diagnostics: [Diagnostic]) {
        description = diagnostics.map { $0.text(.en) }.joined()
    }

    init(_ text: String) { description = text }
}

extension Loaded {
    /// The value, or the messages as an error.
    func get() throws -> Value {
        guard let value else { throw LoadFailure(diagnostics) }
        return value
    }
}
