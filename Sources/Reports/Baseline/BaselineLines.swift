internal import Model
public import YAMLTree

/// Changing a baseline that is there: lines of what stays keep their bytes and their order.
extension BaselineFile {
    /// The bytes of a file with other entries.
    ///
    /// A file that is not laid out with one finding a line is written anew as a whole.
    public static func bytes(_ entries: [BaselineEntry], over source: SourceText?) -> [UInt8] {
        guard let lines = source.flatMap({ lines(of: $0.bytes) }) else { return bytes(entries) }
        var wanted = Dictionary(entries.map { ($0.fingerprint, $0) }) { first, _ in first }
        var kept: [(entry: BaselineEntry, line: ArraySlice<UInt8>)] = []
        for (entry, old) in lines.findings {
            guard let new = wanted.removeValue(forKey: entry.fingerprint) else { continue }
            kept.append((new, new == entry ? old : line(new)[...]))
        }
        // What is new stands before the first line that comes after it; in a file in order that keeps the order.
        for new in wanted.values.sorted() {
            let place = kept.firstIndex { new < $0.entry } ?? kept.endIndex
            kept.insert((new, line(new)[...]), at: place)
        }
        var out = Array(lines.head)
        for (_, bytes) in kept { out += bytes }
        return out + lines.tail
    }

    private struct Lines {
        let head: ArraySlice<UInt8>
        let findings: [(entry: BaselineEntry, line: ArraySlice<UInt8>)]
        let tail: ArraySlice<UInt8>
    }

    /// A finding's line, with its comma before it.
    private static func line(_ entry: BaselineEntry) -> [UInt8] {
        var out: [UInt8] = Array(",".utf8)
        json(entry).write(to: &out, .compact)
        return out + "\n".utf8
    }

    /// The first line, the lines of findings, and what follows them; nil where a line is something else.
    private static func lines(of bytes: [UInt8]) -> Lines? {
        var lines: [ArraySlice<UInt8>] = []
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.endIndex
            lines.append(bytes[start..<end])
            start = end
        }
        guard let head = lines.first, head.first == UInt8(ascii: "["),
            let last = lines.indices.last(where: { lines[$0].first == UInt8(ascii: "]") }), last > 0
        else { return nil }
        var findings: [(entry: BaselineEntry, line: ArraySlice<UInt8>)] = []
        for line in lines[1..<last] {
            guard line.first == UInt8(ascii: ","), let value = try? JSONReader.read(Array(line.dropFirst())),
                let entry = entry(value)
            else { return nil }
            findings.append((entry, line))
        }
        return Lines(head: head, findings: findings, tail: bytes[lines[last].startIndex...])
    }
}
