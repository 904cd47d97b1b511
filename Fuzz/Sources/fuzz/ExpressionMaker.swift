/// Makes an expression of bytes: each byte chooses a rule of the grammar, so that changes of the input change parts of a
/// text that mostly compiles.
struct ExpressionMaker {
    private var bytes: ArraySlice<UInt8>
    private var variables: [String] = []

    init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

    private mutating func choose(_ count: Int) -> Int { Int(bytes.popFirst() ?? 0) % count }

    private mutating func pick(_ words: [String]) -> String { words[choose(words.count)] }

    mutating func any(_ depth: Int) -> String {
        guard depth > 0, !bytes.isEmpty else { return leaf() }
        switch choose(14) {
        case 0, 1: return "(" + any(depth - 1) + pick(Self.operators) + any(depth - 1) + ")"
        case 2: return pick(["!", "-"]) + any(depth - 1)
        case 3: return "(" + any(depth - 1) + " ? " + any(depth - 1) + " : " + any(depth - 1) + ")"
        case 4: return any(depth - 1) + pick([".", ".?"]) + pick(Self.fields)
        case 5: return any(depth - 1) + pick(["[", "[?"]) + any(depth - 1) + "]"
        case 6: return "[" + list(depth) + "]"
        case 7: return "{" + any(depth - 1) + ": " + any(depth - 1) + "}"
        case 8: return "has(" + any(depth - 1) + "." + pick(Self.fields) + ")"
        case 9: return any(depth - 1) + "." + pick(Self.methods) + "(" + list(depth) + ")"
        case 10: return pick(Self.functions) + "(" + list(depth) + ")"
        case 11, 12: return comprehension(depth)
        case _: return "cel.bind(b, " + any(depth - 1) + ", " + body(["b"], depth) + ")"
        }
    }

    private mutating func list(_ depth: Int) -> String {
        var parts: [String] = []
        for _ in 0..<choose(4) { parts.append(pick(["", "", "?"]) + any(depth - 1)) }
        return parts.joined(separator: ", ").replacing("?", with: choose(8) == 0 ? "?" : "")
    }

    private mutating func body(_ names: [String], _ depth: Int) -> String {
        variables += names
        defer { variables.removeLast(names.count) }
        return any(depth - 1)
    }

    private mutating func comprehension(_ depth: Int) -> String {
        let range = any(depth - 1)
        let name = "x\(variables.count)"
        switch choose(3) {
        case 0: return range + "." + pick(Self.quantifiers) + "(\(name), " + body([name], depth) + ")"
        case 1:
            return range + "." + pick(["map", "transformList", "transformMap"]) + "(\(name), " + body([name], depth) + ", "
                + body([name], depth) + ")"
        case _:
            return range + "." + pick(Self.pairMacros) + "(\(name), y, " + body([name, "y"], depth) + ")"
        }
    }

    private mutating func leaf() -> String {
        if let last = variables.last, choose(2) == 0 { return last }
        return pick(Self.leaves)
    }

    private static let operators = [
        " + ", " - ", " * ", " / ", " % ", " == ", " != ", " < ", " <= ", " > ", " >= ", " && ", " || ", " in ",
    ]
    private static let fields = ["items", "done", "names", "first", "kind", "count", "note", "a", "x", "`a b`"]
    private static let quantifiers = [
        "all", "exists", "exists_one", "map", "filter", "sortBy", "optMap", "optFlatMap",
    ]
    private static let pairMacros = ["all", "exists", "existsOne", "transformList", "transformMap", "transformMapEntry"]
    private static let methods = [
        "size", "startsWith", "endsWith", "contains", "matches", "getHours", "getFullYear", "charAt", "indexOf",
        "lastIndexOf", "join", "lowerAscii", "replace", "reverse", "split", "substring", "trim", "format", "distinct",
        "flatten", "slice", "sort", "first", "last", "hasValue", "value", "or", "orValue", "unwrapOpt",
    ]
    private static let functions = [
        "size", "int", "uint", "double", "string", "bytes", "bool", "type", "dyn", "timestamp", "duration", "optional.of",
        "optional.none", "optional.ofNonZeroValue", "math.greatest", "math.least", "math.abs", "math.round",
        "math.bitShiftLeft", "math.sqrt", "sets.contains", "sets.intersects", "sets.equivalent", "lists.range",
        "base64.encode", "base64.decode", "json.encode", "json.parse", "regex.replace", "regex.extract",
        "regex.extractAll", "strings.quote", "Item", "unknown",
    ]
    private static let leaves = [
        "1", "n", "w", "d", "s", "t", "m", "true", "false", "null", "0", "-1", "2u", "1.5", "'a'", "''", "b'x'", "[]", "{}",
        "w.items", "w.names", "w.done", "w.first", "9223372036854775807", "18446744073709551615u", "'%s %d'", "'(a|b)*'",
        "int", "'2021-06-30T08:00:00Z'", "'1h'", "'[1, {\\\"a\\\": 2}]'", "0.0 / 0.0", "Item{count: 1}", "'a,b'",
    ]
}
