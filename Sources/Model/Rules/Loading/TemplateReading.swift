internal import YAMLTree

extension Template {
    /// Reads `{vi: …, en: …}`, sentences with expressions in braces.
    static func read(
        _ node: YAMLNode, _ scope: ExpressionScope, _ collector: inout DiagnosticCollector
    ) -> Template? {
        if scope.isProved { return Template(PromisedTemplate { proved(node, scope) }) }
        return sentences(node, scope, &collector).map { Template($0) }
    }

    private static func proved(_ node: YAMLNode, _ scope: ExpressionScope) -> TemplateSentences {
        var collector = DiagnosticCollector()
        guard let sentences = sentences(node, scope, &collector), collector.diagnostics.isEmpty else {
            preconditionFailure("a sentence that was proved cannot be read: \(Place(node))")
        }
        return sentences
    }

    private static func sentences(
        _ node: YAMLNode, _ scope: ExpressionScope, _ collector: inout DiagnosticCollector
    ) -> TemplateSentences? {
        guard var reader = MappingReader(node, "because", &collector) else { return nil }
        let vi = reader.requiredNode("vi", &collector).flatMap { segments($0, scope, &collector) }
        let en = reader.requiredNode("en", &collector).flatMap { segments($0, scope, &collector) }
        reader.finish(&collector)
        guard let vi, let en else { return nil }
        return TemplateSentences(vi: vi, en: en)
    }

    private static func segments(
        _ node: YAMLNode, _ scope: ExpressionScope, _ collector: inout DiagnosticCollector
    ) -> [Segment]? {
        guard let text = node.readText(&collector) else { return nil }
        var segments: [Segment] = []
        var rest = text.utf8[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
            guard let close = rest[open...].firstIndex(of: UInt8(ascii: "}")) else {
                collector.error(.rules(.template), at: Place(node))
                return nil
            }
            if open > rest.startIndex { segments.append(.text(String(Substring(rest[..<open])))) }
            let start = rest.index(after: open)
            let offset = text[..<start].unicodeScalars.count
            let part = String(Substring(rest[start..<close]))
            guard let expression = scope.compile(part, of: node, offset: offset, expecting: nil, &collector) else {
                return nil
            }
            segments.append(.expression(expression))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { segments.append(.text(String(Substring(rest)))) }
        return segments
    }
}
