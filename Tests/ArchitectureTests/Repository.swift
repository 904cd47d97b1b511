import Foundation

/// The files of the repository, for tests that read them.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// The Swift files below a folder, as paths from the root.
    static func swiftFiles(below folder: String) -> [String] {
        let start = root.appendingPathComponent(folder)
        let paths = FileManager.default.enumerator(atPath: start.path)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(".swift") }.sorted().map { "\(folder)/\($0)" }
    }

    /// The modules a file imports.
    static func imports(_ path: String) throws -> [String] {
        let words: Set<Substring> = ["import", "internal", "public", "package", "private", "fileprivate", "@testable"]
        return try text(path).split(separator: "\n").compactMap { line in
            let parts = line.split(separator: " ")
            guard parts.contains("import"), parts.count >= 2, parts.dropLast().allSatisfy({ words.contains($0) }) else {
                return nil
            }
            return parts.last.map(String.init)
        }
    }
}
