import Foundation
import Testing

/// Whole outputs kept in files: `RECORD_GOLDENS=1 swift test` writes them, and fails once to say so.
enum Golden {
    static func expect(_ bytes: [UInt8], _ name: String, location: SourceLocation = #_sourceLocation) throws {
        let file = TestDeadlines.fixtures.appendingPathComponent("goldens").appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
            try Data(bytes).write(to: file)
            Issue.record("recorded \(name); look at it, and run again without RECORD_GOLDENS", sourceLocation: location)
            return
        }
        let kept = Array(try Data(contentsOf: file))
        guard kept != bytes else { return }
        let old = lines(kept)
        let new = lines(bytes)
        let first = zip(old, new).prefix { $0 == $1 }.count
        let oldLine = first < old.count ? old[first] : "(end)"
        let newLine = first < new.count ? new[first] : "(end)"
        Issue.record("\(name):\(first + 1): kept “\(oldLine)”, now “\(newLine)”", sourceLocation: location)
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    }
}
