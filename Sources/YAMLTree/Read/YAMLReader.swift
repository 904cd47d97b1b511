internal import CLibYAML

/// Reads YAML files into trees with the place of every key and value.
///
/// The language is YAML 1.1 as libyaml reads it, less directives, merge keys, several documents in a file and keys that
/// are not scalars. Scalars are not typed. Reading takes time in proportion to the bytes, whatever they are.
public enum YAMLReader {
    /// Reads one file. `name` is what messages and `SourceText` call it.
    ///
    /// A file whose bytes or characters are refused gives those errors alone; a file with a syntax error gives that one
    /// alone; a file that parses gives every error of its tree. A limit ends the reading with what was found before it.
    public static func read(
        _ bytes: [UInt8], name: String, limits: YAMLLimits = .standard
    ) -> YAMLReading {
        read(bytes, name: name, limits: limits, isQuick: true)
    }

    /// Reads one file that is known to hold nothing `read` would refuse, such as one that tests have read: its characters and its
    /// keys are not looked at again. The tree is the one `read` gives.
    public static func readProved(_ bytes: [UInt8], name: String) -> YAMLReading {
        let source = SourceText(name: name, bytes: bytes)
        guard let root = QuickReader.read(source, limits: .standard, isProved: true) else {
            return read(bytes, name: name)
        }
        return YAMLReading(source: source, root: root, errors: [])
    }

    /// Reads one file with libyaml's parser alone, whatever its form; `read` gives the same.
    package static func readByLibYAML(_ bytes: [UInt8], name: String, limits: YAMLLimits = .standard) -> YAMLReading {
        read(bytes, name: name, limits: limits, isQuick: false)
    }

    /// Whether a file is of the usual forms, for which libyaml is not asked.
    package static func isUsual(_ bytes: [UInt8]) -> Bool {
        let source = SourceText(name: "", bytes: bytes)
        guard TextCheck(source, limits: .standard).errors.isEmpty else { return false }
        return QuickReader.read(source, limits: .standard) != nil
    }

    private static func read(_ bytes: [UInt8], name: String, limits: YAMLLimits, isQuick: Bool) -> YAMLReading {
        // The positions of a tree are packed into 32 bits.
        let maxBytes: Int = min(limits.maxBytes, Int(Int32.max))
        guard bytes.count <= maxBytes else {
            let place = SourceRange(at: SourcePosition(line: 1, column: 1, offset: 0))
            let error = YAMLError(.tooLarge(bytes: bytes.count, limit: maxBytes), at: place)
            return YAMLReading(source: SourceText(name: name, bytes: []), root: nil, errors: [error])
        }
        let source = SourceText(name: name, bytes: bytes)
        let check = TextCheck(source, limits: limits)
        guard check.errors.isEmpty else {
            return YAMLReading(source: source, root: nil, errors: check.errors)
        }
        if isQuick, let root = QuickReader.read(source, limits: limits) {
            return YAMLReading(source: source, root: root, errors: [])
        }
        return bytes.withUnsafeBufferPointer { bytes in
            let base: Int = ByteOrderMark.length(in: source.bytes)
            let input = UnsafeBufferPointer(rebasing: bytes[base...])
            let end: SourcePosition = source.position(atByte: bytes.count)
            let marks = MarkCursor(input: input, base: base, isASCII: check.isASCII, end: end)
            return parse(input, base: base, source: source, builder: TreeBuilder(marks: marks, limits: limits))
        }
    }

    private static func parse(
        _ input: UnsafeBufferPointer<UInt8>, base: Int, source: SourceText, builder: consuming TreeBuilder
    ) -> YAMLReading {
        var builder: TreeBuilder = builder
        do throws(YAMLError) {
            let end: Int? = try readDocument(input, into: &builder)
            if let end, let error: YAMLError = DocumentTail.check(source, from: end) {
                if case .severalDocuments = error.problem {
                    builder.report(error)
                } else {
                    throw error
                }
            }
        } catch {
            return failed(error, found: builder.errors, source: source)
        }
        let errors: [YAMLError] = sorted(builder.errors)
        guard let root: UInt32 = builder.root, !builder.isEmptyDocument else {
            let empty = YAMLError(.empty, at: SourceRange(at: source.position(atByte: base)))
            return YAMLReading(source: source, root: nil, errors: errors.isEmpty ? [empty] : errors)
        }
        let tree: TreeStorage = builder.finish(source: source)
        return YAMLReading(source: source, root: YAMLNode(tree: tree, index: root), errors: errors)
    }

    /// Feeds the events of the first document to the builder; gives the byte where the document ends, nil if none began.
    private static func readDocument(
        _ input: UnsafeBufferPointer<UInt8>, into builder: inout TreeBuilder
    ) throws(YAMLError) -> Int? {
        guard let parser: EventParser = EventParser.start(on: input) else {
            throw YAMLError(.outOfMemory, at: SourceRange(at: SourcePosition(line: 1, column: 1, offset: 0)))
        }
        var event = yaml_event_t()
        while true {
            guard parser.next(&event) else {
                throw SyntaxErrors.error(for: parser.failure, marks: &builder.marks)
            }
            defer { yaml_event_delete(&event) }
            switch event.type {
            case YAML_DOCUMENT_END_EVENT:
                // The parser is not asked again: it would read the directives of a next document, in quadratic time.
                return builder.marks.position(event.end_mark).offset
            case YAML_STREAM_END_EVENT:
                return nil
            default:
                try builder.add(event)
            }
        }
    }

    private static func failed(_ error: YAMLError, found: [YAMLError], source: SourceText) -> YAMLReading {
        let errors: [YAMLError]
        switch error.problem {
        case .syntax, .tabIndentation, .directive, .outOfMemory:
            errors = [error]
        case .tooLarge, .utf16, .invalidUTF8, .forbiddenCharacter, .unicodeLineBreak, .empty, .severalDocuments,
            .duplicateKey, .mergeKey, .nonScalarKey, .unknownAlias, .recursiveAlias, .tooDeep, .tooManyNodes,
            .aliasExpansion:
            errors = sorted(found + [error])
        }
        return YAMLReading(source: source, root: nil, errors: errors)
    }

    private static func sorted(_ errors: [YAMLError]) -> [YAMLError] {
        errors.sorted { $0.range.start < $1.range.start }
    }
}
