@testable internal import CEL
internal import Foundation
import Testing

/// The public suite's cases, where they lie beside the repository; `Conformance/` runs the same ones from the command
/// line.
@Test func conformance() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appending(path: "../shared/conformance/cel").standardizedFileURL
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    for file in files where file.pathExtension == "jsonl" {
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            let test = try #require(Case(line: String(line)))
            if case .failed(let reason) = run(test, beside: { $0.record($1).result }) {
                Issue.record("\(test.identity): \(test.expression): \(reason)")
            }
        }
    }
}
