extension Lexer {
    /// A string literal with one of the prefixes r, b, rb and br, or `nil` if an identifier stands here.
    mutating func stringWithPrefix() -> Token.Kind? {
        var raw = false
        var bytes = false
        var length = 0
        while length < 2, let scalar = peek(length) {
            if !raw, scalar == "r" || scalar == "R" {
                raw = true
            } else if !bytes, scalar == "b" || scalar == "B" {
                bytes = true
            } else {
                break
            }
            length += 1
        }
        guard length > 0, let quote = peek(length), quote == "\"" || quote == "'" else { return nil }
        let start = position
        position += length
        return string(raw: raw, bytes: bytes, start: start)
    }

    /// A string literal at its opening quotation mark.
    mutating func string(raw: Bool, bytes: Bool, start: Int) -> Token.Kind {
        guard let quote = peek() else { return .invalid }
        let triple = peek(1) == quote && peek(2) == quote
        position += triple ? 3 : 1
        var content = LiteralContent(isBytes: bytes)
        while true {
            guard let scalar = peek(), triple || (scalar != "\n" && scalar != "\r") else {
                report("a string without its closing quotation mark", from: start)
                return .invalid
            }
            if scalar == quote, !triple || (peek(1) == quote && peek(2) == quote) {
                position += triple ? 3 : 1
                return content.kind
            }
            position += 1
            if scalar == "\\" && !raw {
                let escapeStart = position - 1
                if let problem = escape(into: &content) { report(problem, from: escapeStart) }
            } else {
                content.append(scalar)
            }
        }
    }

    /// Reads what follows a backslash; answers what is wrong with it, if anything.
    private mutating func escape(into content: inout LiteralContent) -> String? {
        guard let scalar = peek() else { return "a backslash at the end of the text" }
        position += 1
        switch scalar {
        case "a": content.append("\u{7}")
        case "b": content.append("\u{8}")
        case "f": content.append("\u{c}")
        case "n": content.append("\n")
        case "r": content.append("\r")
        case "t": content.append("\t")
        case "v": content.append("\u{b}")
        case "\\", "?", "\"", "'", "`": content.append(scalar)
        case "x", "X": return coded(digits: 2, radix: 16, into: &content, asByte: true)
        case "u": return coded(digits: 4, radix: 16, into: &content, asByte: false)
        case "U": return coded(digits: 8, radix: 16, into: &content, asByte: false)
        case "0"..."3":
            position -= 1
            return coded(digits: 3, radix: 8, into: &content, asByte: true)
        case _: return "the escape `\\\(scalar)` is not known; a backslash itself is written `\\\\`"
        }
        return nil
    }

    private mutating func coded(
        digits: Int, radix: Int, into content: inout LiteralContent, asByte: Bool
    ) -> String? {
        let end = min(position + digits, scalars.count)
        let text = String(String.UnicodeScalarView(scalars[position..<end]))
        guard text.utf8.count == digits, let code = UInt32(text, radix: radix), text.first != "+" else {
            return "an escape that takes \(digits) \(radix == 16 ? "hexadecimal" : "octal") digits"
        }
        position = end
        if content.isBytes {
            guard asByte, let byte = UInt8(exactly: code) else { return "an escape of a scalar in a bytes literal" }
            content.append(byte: byte)
            return nil
        }
        guard let scalar = Unicode.Scalar(code) else { return "an escape of a code that is no Unicode scalar" }
        content.append(scalar)
        return nil
    }
}

/// The content of a string or bytes literal while it is read.
struct LiteralContent {
    let isBytes: Bool
    private var scalars = String.UnicodeScalarView()
    private var bytes: [UInt8] = []

    init(isBytes: Bool) { self.isBytes = isBytes }

    mutating func append(_ scalar: Unicode.Scalar) {
        if isBytes { bytes += Array(String(scalar).utf8) } else { scalars.append(scalar) }
    }

    mutating func append(byte: UInt8) { bytes.append(byte) }

    var kind: Token.Kind { isBytes ? .bytes(bytes) : .string(String(scalars)) }
}
