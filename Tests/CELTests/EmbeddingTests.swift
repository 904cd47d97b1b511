import Foundation
import Testing

@testable import CEL

/// The article "Embedding CEL" shows what the program `EmbeddingExample` compiles, so that it cannot go stale.
@Suite struct EmbeddingTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    @Test func theArticleShowsTheExample() throws {
        let article = try Self.text("Sources/CEL/CEL.docc/EmbeddingCEL.md")
        let example = try Self.text("Tests/EmbeddingExample/main.swift")
        let pieces = article.components(separatedBy: "```swift\n").dropFirst().map {
            $0.components(separatedBy: "```")[0]
        }
        #expect(pieces.count > 5)
        var shown = 0
        for piece in pieces {
            #expect(example.contains(piece), "not in the example:\n\(piece)")
            shown += piece.split(separator: "\n").count
        }
        let lines = example.split(separator: "\n").filter { !$0.hasPrefix("//") && !$0.contains("import CivilTime") }
        #expect(shown == lines.count, "the article leaves out a part of the example")
    }

    /// The article on functions leaves none out.
    @Test func everyFunctionIsListed() throws {
        let article = try Self.text("Sources/CEL/CEL.docc/Functions.md")
        let spoken = Environment().functions.keys.filter { $0.allSatisfy { $0.isLetter || $0 == "." || $0.isNumber } }
        #expect(spoken.count > 80)
        for name in spoken {
            let isListed = article.contains("`\(name)(") || article.contains(".\(name)(")
            #expect(isListed, "\(name)() is not in the article")
        }
    }

    @Test func theExampleRuns() throws {
        let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let process = Process()
        process.executableURL = folder.appending(path: "EmbeddingExample")
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
        #expect(process.terminationStatus == 0)
        #expect(lines.first == "not decided without {qms.audits[0].day}")
        #expect(lines.contains("qms.audits[0].day relation(CEL.Operator.greaterOrEqual, 2020-06-30)"))
        #expect(lines.last == "value(unknown{qms.audits})")
    }
}
