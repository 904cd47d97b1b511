/// Reads RE2's syntax.
struct RegexParser {
    struct Flags {
        var ignoresCase = false
        var isMultiline = false
        var dotMatchesNewline = false
        var isUngreedy = false
    }

    let scalars: [Unicode.Scalar]
    var position = 0
    var flags = Flags()
    /// The name of each group in order; empty for one without.
    var groupNames: [String] = []
    private var depth = 0

    private static let deepest = 200
    private static let mostRepetitions = 1_000

    init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

    var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    func text(from start: Int) -> String { String(String.UnicodeScalarView(scalars[start..<position])) }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        position += 1
        return true
    }

    mutating func parse() throws(RegexError) -> RegexNode {
        let node = try alternatives()
        if next != nil { throw .misplaced(")") }
        return node
    }

    private mutating func alternatives() throws(RegexError) -> RegexNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw .tooLarge }
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .alternatives(branches)
    }

    private mutating func sequence() throws(RegexError) -> RegexNode {
        var parts: [RegexNode] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            if scalar == "\\", position + 1 < scalars.count, scalars[position + 1] == "Q" {
                var run = quotedRun()
                // What repeats after the run repeats its last scalar.
                if let last = run.popLast() { run.append(try repeated(last)) }
                parts += run
                continue
            }
            parts.append(try repeated(try atom()))
        }
        return parts.count == 1 ? parts[0] : (parts.isEmpty ? .empty : .sequence(parts))
    }

    private mutating func quotedRun() -> [RegexNode] {
        position += 2
        var parts: [RegexNode] = []
        while let scalar = next {
            if scalar == "\\", position + 1 < scalars.count, scalars[position + 1] == "E" {
                position += 2
                break
            }
            parts.append(literal(scalar))
            position += 1
        }
        return parts
    }

    func literal(_ scalar: Unicode.Scalar) -> RegexNode {
        var set = ScalarSet(scalar)
        set.ignoresCase = flags.ignoresCase
        return .set(set)
    }

    private mutating func repeated(_ operand: RegexNode) throws(RegexError) -> RegexNode {
        let start = position
        guard let bounds = try repetition() else { return operand }
        let isLazy = take("?")
        let node = RegexNode.repetition(
            operand, least: bounds.least, most: bounds.most, isGreedy: isLazy == flags.isUngreedy)
        let after = position
        if try repetition() != nil { throw .badRepetition(text(from: start)) }
        position = after
        return node
    }

    private mutating func repetition() throws(RegexError) -> (least: Int, most: Int?)? {
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        if take("?") { return (0, 1) }
        let start = position
        guard take("{"), let least = number() else {
            position = start
            return nil
        }
        var most: Int? = least
        if take(",") { most = number() }
        guard take("}") else {
            position = start
            return nil
        }
        if least > Self.mostRepetitions || most.map({ $0 > Self.mostRepetitions || $0 < least }) ?? false {
            throw .badRepetition(text(from: start))
        }
        return (least, most)
    }

    private mutating func number() -> Int? {
        var value = 0
        let start = position
        while let digit = next.flatMap(\.decimalDigit) {
            value = min(value * 10 + digit, 1_000_000)
            position += 1
        }
        return position > start ? value : nil
    }

    private mutating func atom() throws(RegexError) -> RegexNode {
        guard let scalar = next else { throw .unexpectedEnd("the pattern") }
        switch scalar {
        case "(": return try group()
        case "[": return .set(try bracketClass())
        case "\\": return try escape()
        case ".":
            position += 1
            return .set(flags.dotMatchesNewline ? .all : .allButNewline)
        case "^":
            position += 1
            return .assertion(flags.isMultiline ? .lineStart : .textStart)
        case "$":
            position += 1
            return .assertion(flags.isMultiline ? .lineEnd : .textEnd)
        case "*", "+", "?": throw .misplaced(String(scalar))
        case _:
            position += 1
            return literal(scalar)
        }
    }

    private mutating func group() throws(RegexError) -> RegexNode {
        let start = position
        position += 1
        guard take("?") else { return try captured("") }
        if take("P") || next == "<" {
            guard take("<") else { throw .badGroup(text(from: start)) }
            return try captured(try groupName(from: start))
        }
        let saved = flags
        var isOn = true
        var isComplete = true
        while let scalar = next {
            position += 1
            guard isComplete || !":)-".unicodeScalars.contains(scalar) else { throw .badGroup(text(from: start)) }
            isComplete = true
            switch scalar {
            case "i": flags.ignoresCase = isOn
            case "m": flags.isMultiline = isOn
            case "s": flags.dotMatchesNewline = isOn
            case "U": flags.isUngreedy = isOn
            case "-" where isOn:
                isOn = false
                isComplete = false
            case ":":
                let node = try alternatives()
                guard take(")") else { throw .unexpectedEnd("a group") }
                flags = saved
                return node
            case ")": return .empty
            case _: throw .badGroup(text(from: start))
            }
        }
        throw .unexpectedEnd("a group")
    }

    private mutating func groupName(from start: Int) throws(RegexError) -> String {
        let nameStart = position
        while let scalar = next, scalar.isWord { position += 1 }
        let name = text(from: nameStart)
        guard take(">"), !name.isEmpty, !groupNames.contains(name) else { throw .badGroup(text(from: start)) }
        return name
    }

    private mutating func captured(_ name: String) throws(RegexError) -> RegexNode {
        groupNames.append(name)
        let number = groupNames.count
        let saved = flags
        let node = try alternatives()
        guard take(")") else { throw .unexpectedEnd("a group") }
        flags = saved
        return .group(node, number: number)
    }
}
