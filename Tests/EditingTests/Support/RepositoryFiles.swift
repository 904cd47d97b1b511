import Foundation
import YAMLTree

/// The YAML files of the repository.
enum RepositoryFiles {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The files below folders, by their paths.
    static func readings(_ folders: [String]) throws -> [(name: String, reading: YAMLReading)] {
        var found: [(name: String, reading: YAMLReading)] = []
        for folder in folders {
            let below = root.appendingPathComponent(folder)
            let paths = FileManager.default.enumerator(atPath: below.path)?.compactMap { $0 as? String } ?? []
            for path in paths.sorted() where path.hasSuffix(".yaml") {
                let bytes = [UInt8](try Data(contentsOf: below.appendingPathComponent(path)))
                found.append(("\(folder)/\(path)", YAMLReader.read(bytes, name: path)))
            }
        }
        return found
    }

    /// A text with twice the spaces at the beginnings of its lines, and blanks at their ends.
    static func widened(_ bytes: [UInt8]) -> [UInt8] {
        var wide: [UInt8] = []
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let spaces = line.prefix { $0 == UInt8(ascii: " ") }.count
            wide += [UInt8](repeating: UInt8(ascii: " "), count: spaces) + line
            wide.append(UInt8(ascii: "\n"))
        }
        wide.removeLast()
        return wide
    }
}
