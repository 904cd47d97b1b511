extension RegexParser {
    /// What stands after a backslash outside a class.
    mutating func escape() throws(RegexError) -> RegexNode {
        let start = position
        if let set = try classEscape() { return .set(set) }
        guard position + 1 < scalars.count else { throw .unexpectedEnd("an escape") }
        let assertion: RegexAssertion?
        switch scalars[position + 1] {
        case "A": assertion = .textStart
        case "z": assertion = .textEnd
        case "b": assertion = .wordBoundary
        case "B": assertion = .noWordBoundary
        case _: assertion = nil
        }
        if let assertion {
            position += 2
            return .assertion(assertion)
        }
        position = start
        return literal(try escapedScalar())
    }

    /// `\d`, `\pL` and the like; `nil`, with nothing taken, for another escape.
    private mutating func classEscape() throws(RegexError) -> ScalarSet? {
        guard position + 1 < scalars.count else { return nil }
        let start = position
        var set: ScalarSet
        let isNegated: Bool
        switch scalars[position + 1] {
        case "d": (set, isNegated) = (.digits, false)
        case "D": (set, isNegated) = (.digits, true)
        case "s": (set, isNegated) = (.blanks, false)
        case "S": (set, isNegated) = (.blanks, true)
        case "w": (set, isNegated) = (.word, false)
        case "W": (set, isNegated) = (.word, true)
        case "p", "P":
            let isNegated = scalars[position + 1] == "P"
            position += 2
            return try property(isNegated: isNegated, from: start)
        case _: return nil
        }
        position += 2
        set.ignoresCase = flags.ignoresCase
        return isNegated ? set.negated : set
    }

    private mutating func property(isNegated: Bool, from start: Int) throws(RegexError) -> ScalarSet {
        guard let first = next else { throw .unexpectedEnd("a class") }
        position += 1
        var name = String(first)
        if first == "{" {
            let nameStart = position
            while let scalar = next, scalar != "}" { position += 1 }
            name = text(from: nameStart)
            guard take("}") else { throw .unexpectedEnd("a class") }
        }
        var negated = isNegated
        if name.hasPrefix("^") {
            negated.toggle()
            name.removeFirst()
        }
        var set = ScalarSet()
        if name == "Any" {
            set = .all
        } else if let categories = UnicodeCategories.named(name) {
            set.insert(categories)
        } else if let ranges = UnicodeScripts.named(name) {
            set = ScalarSet(ranges)
        } else {
            throw .unknownClass(text(from: start))
        }
        set.ignoresCase = flags.ignoresCase
        return negated ? set.negated : set
    }

    /// The scalar that an escape stands for.
    private mutating func escapedScalar() throws(RegexError) -> Unicode.Scalar {
        let start = position
        position += 1
        guard let scalar = next else { throw .unexpectedEnd("an escape") }
        position += 1
        switch scalar {
        case "a": return "\u{7}"
        case "f": return "\u{c}"
        case "t": return "\t"
        case "n": return "\n"
        case "r": return "\r"
        case "v": return "\u{b}"
        case "x": return try hexadecimal(from: start)
        case "0"..."7":
            let isOctal = scalar == "0" || next.map { ("0"..."7").contains($0) } ?? false
            guard isOctal else { throw .badEscape(text(from: start)) }
            var code = scalar.value - 48
            for _ in 0..<2 {
                guard let digit = next, ("0"..."7").contains(digit) else { break }
                code = code * 8 + digit.value - 48
                position += 1
            }
            return Unicode.Scalar(code) ?? "\u{FFFD}"
        case _:
            guard scalar.isASCII, !scalar.isWord else { throw .badEscape(text(from: start)) }
            return scalar
        }
    }

    private mutating func hexadecimal(from start: Int) throws(RegexError) -> Unicode.Scalar {
        var digits = ""
        if take("{") {
            while let scalar = next, scalar != "}" {
                digits.unicodeScalars.append(scalar)
                position += 1
            }
            guard take("}") else { throw .unexpectedEnd("an escape") }
        } else {
            for _ in 0..<2 {
                guard let scalar = next else { throw .unexpectedEnd("an escape") }
                digits.unicodeScalars.append(scalar)
                position += 1
            }
        }
        let isPlain = digits.unicodeScalars.allSatisfy { $0.properties.isASCIIHexDigit }
        guard isPlain, let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code) else {
            throw .badEscape(text(from: start))
        }
        return scalar
    }

    /// A class in brackets.
    mutating func bracketClass() throws(RegexError) -> ScalarSet {
        position += 1
        var set = ScalarSet()
        set.ignoresCase = flags.ignoresCase
        set.isNegated = take("^")
        var isFirst = true
        while let scalar = next {
            if scalar == "]", !isFirst {
                position += 1
                return set
            }
            isFirst = false
            if scalar == "[", position + 1 < scalars.count, scalars[position + 1] == ":" {
                if try namedClass(into: &set) { continue }
            }
            if scalar == "\\", let escaped = try classEscape() {
                set.insert(escaped)
                continue
            }
            let start = position
            let low = try classScalar()
            guard next == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
                set.insert(low.value...low.value)
                continue
            }
            position += 1
            let high = try classScalar()
            guard low.value <= high.value else { throw .badRange(text(from: start)) }
            set.insert(low.value...high.value)
        }
        throw .unexpectedEnd("a class")
    }

    private mutating func classScalar() throws(RegexError) -> Unicode.Scalar {
        guard let scalar = next else { throw .unexpectedEnd("a class") }
        if scalar == "\\" { return try escapedScalar() }
        position += 1
        return scalar
    }

    private mutating func namedClass(into set: inout ScalarSet) throws(RegexError) -> Bool {
        var end = position + 2
        while end < scalars.count, scalars[end] != ":", scalars[end] != "]" { end += 1 }
        guard end + 1 < scalars.count, scalars[end] == ":", scalars[end + 1] == "]" else { return false }
        var name = String(String.UnicodeScalarView(scalars[position + 2..<end]))
        let start = position
        position = end + 2
        let isNegated = name.hasPrefix("^")
        if isNegated { name.removeFirst() }
        guard let ranges = Self.namedClasses[name] else { throw .unknownClass(text(from: start)) }
        var named = ScalarSet(ranges)
        named.ignoresCase = flags.ignoresCase
        set.insert(isNegated ? named.negated : named)
        return true
    }

    private static let namedClasses: [String: [ClosedRange<UInt32>]] = [
        "alnum": [48...57, 65...90, 97...122], "alpha": [65...90, 97...122], "ascii": [0...127],
        "blank": [9...9, 32...32], "cntrl": [0...31, 127...127], "digit": [48...57], "graph": [33...126],
        "lower": [97...122], "print": [32...126], "punct": [33...47, 58...64, 91...96, 123...126],
        "space": [9...13, 32...32], "upper": [65...90], "word": [48...57, 65...90, 95...95, 97...122],
        "xdigit": [48...57, 65...70, 97...102],
    ]
}
