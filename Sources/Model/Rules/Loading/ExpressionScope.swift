internal import CEL
internal import YAMLTree

/// The names an expression may use, and the compiling of expressions that stand in YAML text.
struct ExpressionScope {
    var environment: Environment
    /// Whether every expression is known to compile, so that it can wait until somebody evaluates it.
    var isProved = false

    /// Compiles the text of a scalar; faults are reported at their columns inside it.
    func compile(
        _ node: YAMLNode, expecting type: CELType?, _ collector: inout DiagnosticCollector
    ) -> Expression? {
        guard let text = node.readText(&collector) else { return nil }
        return compile(text, of: node, offset: 0, expecting: type, &collector)
    }

    /// Compiles a part of a scalar's text that begins `offset` Unicode scalars into it.
    func compile(
        _ text: String, of node: YAMLNode, offset: Int, expecting type: CELType?,
        _ collector: inout DiagnosticCollector
    ) -> Expression? {
        if isProved {
            let promise = Expression.Promise(type: type, environment: environment)
            return Expression(text: text, place: Place(node), promise: promise)
        }
        do throws(CompileErrors) {
            let program = try environment.compile(text, expecting: type)
            return Expression(text: text, place: Place(node), program: program)
        } catch {
            for fault in error.errors {
                let place = ExpressionScope.place(
                    of: fault.range.offset + offset, length: fault.range.length, in: node)
                collector.error(.rules(.expression(fault)), at: place)
            }
            return nil
        }
    }

    /// Compiles a text that the program itself made for a node, whose faults have no columns in it.
    func compile(
        made text: String, for node: YAMLNode, expecting type: CELType, _ collector: inout DiagnosticCollector
    ) -> Expression? {
        compile(text, of: node, offset: 0, expecting: type, &collector)
    }

    /// The place in the file of a part of a scalar's text.
    private static func place(of offset: Int, length: Int, in node: YAMLNode) -> Place {
        guard let start = node.position(ofTextScalar: offset) else { return Place(node) }
        let end = node.position(ofTextScalar: offset + max(length, 1)) ?? node.range.end
        return Place(source: node.source, range: SourceRange(start: start, end: max(start, end)))
    }

    /// Reads `NAME in LIST` and declares the name as an item of the list.
    mutating func itemPattern(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> ItemPattern? {
        guard let text = node.readText(&collector) else { return nil }
        let word = " in "
        let name = String(text.prefix { $0 != " " })
        guard ExpressionScope.isIdentifier(name), text.utf8.dropFirst(name.utf8.count).starts(with: word.utf8) else {
            collector.error(.rules(.itemPattern(text)), at: Place(node))
            return nil
        }
        // A name is ASCII.
        let offset = name.utf8.count + word.utf8.count
        let list = String(Substring(text.utf8.dropFirst(offset)))
        guard let expression = compile(list, of: node, offset: offset, expecting: nil, &collector) else { return nil }
        guard case .list(let item) = expression.program.resultType else {
            collector.error(.rules(.notAList(found: expression.program.resultType.description)), at: Place(node))
            return nil
        }
        guard !environment.isDeclared(variable: name) else {
            collector.error(.rules(.itemNameTaken(name)), at: Place(node))
            return nil
        }
        environment.declare(variable: name, item)
        return ItemPattern(variable: name, list: expression)
    }

    /// Whether a text is a name: a letter or underscore, then letters, digits and underscores.
    static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.utf8.first, first == UInt8(ascii: "_") || isLetter(first) else { return false }
        return text.utf8.allSatisfy { isLetter($0) || $0 == UInt8(ascii: "_") || (48...57).contains($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }
}
