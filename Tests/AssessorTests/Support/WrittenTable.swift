import Foundation
import Testing

/// A decision table written by hand: lines of words, the first that fits holds, `*` fits anything.
struct WrittenTable {
    private let lines: [(pattern: [String], result: [String])]

    /// Reads the table of a name from `Fixtures/verdict-tables.txt`.
    init(_ name: String) throws {
        let bytes = try Repository.bytes("Tests/AssessorTests/Fixtures/verdict-tables.txt")
        let text = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        let start = try #require(text.firstIndex { $0.hasPrefix("[\(name)]") })
        let body = text[(start + 1)...].prefix { !$0.hasPrefix("[") }
        lines = body.map { line in
            let words = line.split(separator: " ").map(String.init)
            let parts = words.split(separator: "->").map(Array.init)
            return (parts.first ?? [], parts.last ?? [])
        }
    }

    /// The result for a case; an error where no line fits.
    func result(_ words: [String]) throws -> [String] {
        let line = lines.first { zip($0.pattern, words).allSatisfy { $0 == "*" || $0 == $1 } }
        return try #require(line, "no line for \(words)").result
    }
}
