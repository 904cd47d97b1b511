import YAMLTree

/// What a document says, one line a leaf; written without the module under test.
enum Dump {
    static func lines(_ node: YAMLNode, at path: String = "") -> [String] {
        let tag = node.tag.map { " \($0)" } ?? ""
        switch node.kind {
        case .scalar:
            let style = node.isNull ? "null" : node.style == .plain ? "plain" : "quoted"
            return [
                "\(path)\(tag) = \(style) \((node.text ?? "").unicodeScalars.map { String($0.value) }.joined(separator: ","))"
            ]
        case .sequence:
            return ["\(path)\(tag) []"] + node.items.enumerated().flatMap { lines($1, at: "\(path)/\($0)") }
        case .mapping: return ["\(path)\(tag) {}"] + node.entries.flatMap { lines($0.value, at: "\(path)/\($0.key)") }
        }
    }

    static func read(_ bytes: [UInt8]) -> YAMLReading { YAMLReader.read(bytes, name: "f.yaml") }

    /// The comments of a text in order, found by their own marks.
    static func comments(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap { line in
            line.firstRange(of: "# ghi chú ").map {
                String(line[$0.lowerBound...].reversed().drop { $0 == " " }.reversed())
            }
        }
    }
}
