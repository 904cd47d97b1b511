import CivilTime
import YAMLTree

/// A change of a text: some of its bytes give way to others.
struct ByteEdit: Sendable {
    /// What is changed, for messages: the path of the entry.
    let path: String
    let range: Range<Int>
    let replacement: [UInt8]

    func applied(to bytes: [UInt8]) -> [UInt8] {
        Array(bytes[..<range.lowerBound]) + replacement + Array(bytes[range.upperBound...])
    }
}

/// Changes of a YAML text that its tree's ranges allow without writing the file anew.
enum ByteEdits {
    /// Deletes one entry of one mapping, for every entry there is.
    static func deletions(_ root: YAMLNode) -> [ByteEdit] {
        mappings(root, "").flatMap { mapping in
            mapping.node.entries.indices.map { index in
                let path = "\(mapping.path)/\(mapping.node.entries[index].key)"
                return deletion(of: index, in: mapping.node, path)
            }
        }
    }

    private static func deletion(of index: Int, in mapping: YAMLNode, _ path: String) -> ByteEdit {
        let entries = mapping.entries
        if entries.count == 1 {
            let whole = mapping.range.start.offset..<mapping.range.end.offset
            return ByteEdit(path: path, range: whole, replacement: Array("{}".utf8))
        }
        if index + 1 < entries.count {
            let end = entries[index + 1].keyRange.start.offset
            return ByteEdit(path: path, range: entries[index].keyRange.start.offset..<end, replacement: [])
        }
        let start = entries[index - 1].value.range.end.offset
        return ByteEdit(path: path, range: start..<entries[index].value.range.end.offset, replacement: [])
    }

    /// Swaps two neighbouring entries of one mapping, for every pair that does not take in the last.
    static func swaps(_ root: YAMLNode) -> [ByteEdit] {
        mappings(root, "").flatMap { mapping in
            mapping.node.entries.indices.dropLast(2).map { index in
                let entries = mapping.node.entries
                let starts = (index...index + 2).map { entries[$0].keyRange.start.offset }
                let bytes = mapping.node.source.bytes
                return ByteEdit(
                    path: "\(mapping.path)/\(entries[index].key)", range: starts[0]..<starts[2],
                    replacement: Array(bytes[starts[1]..<starts[2]]) + Array(bytes[starts[0]..<starts[1]]))
            }
        }
    }

    /// Writes one day as its month, for every day there is below the roots.
    static func coarserDates(_ root: YAMLNode) -> [ByteEdit] {
        root.entries.filter { ["agency", "qms"].contains($0.key) }.flatMap { coarserDates(in: $0.value, $0.key) }
    }

    private static func coarserDates(in node: YAMLNode, _ path: String) -> [ByteEdit] {
        switch node.kind {
        case .sequence: return node.items.enumerated().flatMap { coarserDates(in: $1, "\(path)/\($0)") }
        case .mapping: return node.entries.flatMap { coarserDates(in: $0.value, "\(path)/\($0.key)") }
        case .scalar:
            guard node.style == .plain, let text = node.text, (try? CivilDate.parse(text)) != nil else { return [] }
            let end = node.range.end.offset
            return [ByteEdit(path: path, range: end - 3..<end, replacement: [])]
        }
    }

    /// Adds one item at the end of a list; `item` is its text in flow style.
    static func append(_ item: String, to list: YAMLNode, _ path: String) -> ByteEdit {
        let bytes = list.source.bytes
        let end = list.range.end.offset
        if bytes[list.range.start.offset] == UInt8(ascii: "[") {
            let comma = list.items.isEmpty ? "" : ", "
            return ByteEdit(path: path, range: end - 1..<end - 1, replacement: Array("\(comma)\(item)".utf8))
        }
        let margin = String(repeating: " ", count: list.range.start.column - 1)
        return ByteEdit(path: path, range: end..<end, replacement: Array("\n\(margin)- \(item)".utf8))
    }

    /// Puts a line before every key that begins its line.
    static func comments(_ root: YAMLNode, _ comment: String) -> [UInt8] {
        let bytes = root.source.bytes
        var lines: Set<Int> = []
        for mapping in mappings(root, "") {
            for entry in mapping.node.entries {
                let start = entry.keyRange.start
                let first = start.offset - (start.column - 1)
                if bytes[first..<start.offset].allSatisfy({ $0 == UInt8(ascii: " ") }) { lines.insert(first) }
            }
        }
        var commented: [UInt8] = []
        for (offset, byte) in bytes.enumerated() {
            if lines.contains(offset) { commented += Array("# \(comment)\n".utf8) }
            commented.append(byte)
        }
        return commented
    }

    private static func mappings(_ node: YAMLNode, _ path: String) -> [(node: YAMLNode, path: String)] {
        switch node.kind {
        case .scalar: return []
        case .sequence: return node.items.enumerated().flatMap { mappings($1, "\(path)/\($0)") }
        case .mapping:
            return [(node, path)] + node.entries.flatMap { mappings($0.value, "\(path)/\($0.key)") }
        }
    }
}
