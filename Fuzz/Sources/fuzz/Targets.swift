internal import CEL
internal import YAMLTree

/// What is tried with each input. A broken promise ends the process, which the fuzzer reports.
enum Targets {
    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    /// Every fault lies inside the text and has words.
    private static func inspect(_ errors: CompileErrors, _ text: String) {
        let length = text.unicodeScalars.count
        precondition(!errors.errors.isEmpty, "refused without a reason")
        for error in errors.errors {
            precondition(!error.message.isEmpty, "an error without words")
            let range = error.range
            precondition(range.offset >= 0 && range.length >= 0, "a place before the text")
            precondition(range.offset + range.length <= length + 1, "a place outside the text")
        }
    }

    /// Reads a text without checking its types.
    static func parser(_ bytes: [UInt8]) {
        let text = text(bytes)
        do throws(CompileErrors) {
            _ = try Vocabulary.environment.compile(text, checked: false)
        } catch {
            inspect(error, text)
        }
    }

    /// Reads and checks a text, as it is or made of the bytes by the grammar.
    static func checker(_ bytes: [UInt8]) {
        let text = expression(bytes)
        do throws(CompileErrors) {
            let program = try Vocabulary.environment.compile(text)
            precondition(!program.resultType.description.isEmpty, "no type")
            _ = program.cost.worstCase(size: 100)
            _ = program.references.paths.map(\.description)
        } catch {
            inspect(error, text)
        }
    }

    /// Evaluates, traces, and compares the two.
    static func evaluator(_ bytes: [UInt8]) {
        let text = expression(bytes)
        for isChecked in [true, false] {
            guard let program = try? Vocabulary.environment.compile(text, checked: isChecked) else { continue }
            let limits = EvaluationLimits(cost: 20_000)
            let result = program.evaluate(Vocabulary.activation, limits: limits)
            let trace = program.trace(Vocabulary.activation, limits: limits)
            precondition(trace.result == result || bothEnd(result, trace.result), "the trace disagrees: \(text)")
            _ = trace.decidingReads
            _ = trace.wouldChange
        }
    }

    /// A limit may be met in another place by another way of going through the same parts.
    private static func bothEnd(_ one: Evaluation, _ other: Evaluation) -> Bool {
        [one, other].contains {
            if case .error(let error) = $0, case .costLimit = error.code { true } else { false }
        }
    }

    private static func expression(_ bytes: [UInt8]) -> String {
        guard let first = bytes.first else { return "" }
        if first & 1 == 0 { return text(Array(bytes.dropFirst())) }
        var maker = ExpressionMaker(Array(bytes.dropFirst()))
        return maker.any(6)
    }

    /// A pattern on the first line, a text on the others.
    static func patterns(_ bytes: [UInt8]) {
        let parts = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return }
        var activation = Vocabulary.activation
        activation.bind("s", .string(text(Array(parts[0]))))
        activation.bind("t", .string(text(Array(parts[1]))))
        guard case .value(.bool(let occurs)) = Vocabulary.occurs.evaluate(activation) else { return }
        guard case .value(let replaced) = Vocabulary.replaced.evaluate(activation) else {
            preconditionFailure("a pattern that matches but does not replace")
        }
        precondition(occurs || replaced == .string(text(Array(parts[1]))), "replaced what does not occur")
    }

    /// Reads a document with small limits and words its errors.
    static func documents(_ bytes: [UInt8]) {
        let limits = YAMLLimits(maxBytes: 65_536, maxDepth: 32, maxNodes: 5_000, maxAliasNodes: 1_000)
        let reading = YAMLReader.read(bytes, name: "f", limits: limits)
        for error in reading.errors {
            precondition(error.range.start.offset <= bytes.count, "a place outside the file")
            for language in YAMLMessageLanguage.allCases { precondition(!error.problem.message(language).isEmpty) }
        }
        if let root = reading.root { walk(root, bytes.count) }
        precondition(reading.root != nil || !reading.errors.isEmpty, "neither a tree nor an error")
        let slow = YAMLReader.readByLibYAML(bytes, name: "f", limits: limits)
        precondition(slow.errors.map(\.range) == reading.errors.map(\.range), "libyaml finds other errors")
        precondition(slow.root.map(account) == reading.root.map(account), "libyaml makes another tree")
    }

    /// Everything a tree says.
    private static func account(_ node: YAMLNode) -> [String] {
        var result = [
            "\(node.kind) \(String(describing: node.tag)) \(String(describing: node.style)) \(node.text ?? "") \(node.range)"
        ]
        for item in node.items { result += account(item) }
        for entry in node.entries { result += account(entry.keyNode) + account(entry.value) }
        return result
    }

    private static func walk(_ node: YAMLNode, _ length: Int) {
        precondition(node.range.start <= node.range.end, "a node that ends before it starts")
        precondition(node.range.end.offset <= length, "a node outside the file")
        switch node.kind {
        case .scalar:
            guard let text = node.text, let positions = node.textPositions() else {
                preconditionFailure("a scalar without a text")
            }
            for index in 0...text.unicodeScalars.count {
                guard let place = positions[index] else {
                    preconditionFailure("a character without a place")
                }
                precondition(place.offset <= length, "a character outside the file")
            }
        case .sequence: for item in node.items { walk(item, length) }
        case .mapping:
            for entry in node.entries {
                walk(entry.keyNode, length)
                walk(entry.value, length)
            }
        }
    }
}
