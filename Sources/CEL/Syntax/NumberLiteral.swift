extension Lexer {
    /// A number: decimal or hexadecimal digits, with `u` an unsigned one, with a point or an exponent a double.
    mutating func number() -> Token.Kind {
        let start = position
        if peek() == "0", peek(1) == "x" || peek(1) == "X" { return hexadecimal(start) }
        skipDigits()
        var isDouble = false
        if peek() == ".", let next = peek(1), decimalDigit(next) != nil {
            isDouble = true
            position += 1
            skipDigits()
        }
        if peek() == "e" || peek() == "E" {
            let signLength = peek(1) == "+" || peek(1) == "-" ? 1 : 0
            if let digit = peek(1 + signLength), decimalDigit(digit) != nil {
                isDouble = true
                position += 1 + signLength
                skipDigits()
            }
        }
        let text = String(String.UnicodeScalarView(scalars[start..<position]))
        if isDouble { return finish(Double(text).map(Token.Kind.double), start) }
        if peek() == "u" || peek() == "U" {
            position += 1
            return finish(UInt64(text).map(Token.Kind.uint), start)
        }
        return finish(UInt64(text).map(Token.Kind.int), start)
    }

    private mutating func hexadecimal(_ start: Int) -> Token.Kind {
        position += 2
        let digits = position
        while let scalar = peek(), scalar.properties.isASCIIHexDigit { position += 1 }
        guard position > digits else {
            while let next = peek(), Self.continuesIdentifier(next) { position += 1 }
            report("a hexadecimal number without digits", from: start)
            return .invalid
        }
        let text = String(String.UnicodeScalarView(scalars[digits..<position]))
        let value = UInt64(text, radix: 16)
        if peek() == "u" || peek() == "U" {
            position += 1
            return finish(value.map(Token.Kind.uint), start)
        }
        return finish(value.map(Token.Kind.int), start)
    }

    private mutating func skipDigits() {
        while let scalar = peek(), decimalDigit(scalar) != nil { position += 1 }
    }

    private mutating func finish(_ kind: Token.Kind?, _ start: Int) -> Token.Kind {
        if let scalar = peek(), Self.continuesIdentifier(scalar) {
            while let next = peek(), Self.continuesIdentifier(next) { position += 1 }
            report("letters directly after a number", from: start)
            return .invalid
        }
        guard let kind else {
            report("a number beyond 64 bits", from: start)
            return .invalid
        }
        return kind
    }
}
