/// Finds names and macros in the text of an expression, which need not be whole: it may be in the middle of being written.
enum ExpressionScan {
    /// A name with what it is selected from.
    struct Chain: Equatable {
        /// The scalars before the last name and its point; empty where the name stands alone.
        let receiver: String
        /// The last name; empty right after a point.
        let name: String
        /// Where the last name stands.
        let range: Range<Int>
    }

    /// A macro whose parentheses are open.
    struct Macro: Equatable {
        let list: String
        let variable: String
    }

    /// The name at a position. With `isWhole` it goes on after the position, else it ends there.
    static func chain(at position: Int, in text: [Unicode.Scalar], isWhole: Bool) -> Chain? {
        var start = position
        while start > 0, isNamePart(text[start - 1]) { start -= 1 }
        var end = position
        while isWhole, end < text.count, isNamePart(text[end]) { end += 1 }
        if isWhole, start == end { return nil }
        let name = string(text[start..<end])
        if name.unicodeScalars.first.map({ ("0"..."9").contains($0) }) ?? false { return nil }
        guard start > 0, text[start - 1] == "." else { return Chain(receiver: "", name: name, range: start..<end) }
        let from = operandStart(before: start - 1, in: text)
        return Chain(receiver: string(text[from..<start - 1]), name: name, range: start..<end)
    }

    /// The macros whose parentheses enclose a position, from the outside in.
    static func macros(around position: Int, in text: [Unicode.Scalar]) -> [Macro] {
        var found: [Macro] = []
        for open in openParentheses(before: position, in: text) {
            var nameStart = open
            while nameStart > 0, isNamePart(text[nameStart - 1]) { nameStart -= 1 }
            guard nameStart > 0, nameStart < open, text[nameStart - 1] == "." else { continue }
            var variableEnd = open + 1
            while variableEnd < text.count, text[variableEnd] == " " { variableEnd += 1 }
            let variableStart = variableEnd
            while variableEnd < text.count, isNamePart(text[variableEnd]) { variableEnd += 1 }
            guard variableEnd > variableStart, variableEnd < text.count, text[variableEnd] == ",",
                variableEnd < position
            else {
                continue
            }
            let from = operandStart(before: nameStart - 1, in: text)
            found.append(
                Macro(list: string(text[from..<nameStart - 1]), variable: string(text[variableStart..<variableEnd])))
        }
        return found
    }

    /// Whether a position lies inside quotation marks; then where the text begins.
    static func quoteStart(before position: Int, in text: [Unicode.Scalar]) -> Int? {
        var quote: Unicode.Scalar?
        var start = 0
        var index = 0
        while index < min(position, text.count) {
            let scalar = text[index]
            if let open = quote {
                if scalar == "\\" { index += 1 } else if scalar == open { quote = nil }
            } else if scalar == "\"" || scalar == "'" {
                quote = scalar
                start = index + 1
            }
            index += 1
        }
        return quote == nil ? nil : start
    }

    // MARK: Parts

    private static func openParentheses(before position: Int, in text: [Unicode.Scalar]) -> [Int] {
        var open: [Int] = []
        var quote: Unicode.Scalar?
        var index = 0
        while index < min(position, text.count) {
            let scalar = text[index]
            if let mark = quote {
                if scalar == "\\" { index += 1 } else if scalar == mark { quote = nil }
            } else if scalar == "\"" || scalar == "'" {
                quote = scalar
            } else if scalar == "(" || scalar == "[" || scalar == "{" {
                open.append(index)
            } else if scalar == ")" || scalar == "]" || scalar == "}" {
                _ = open.popLast()
            }
            index += 1
        }
        return open.filter { text[$0] == "(" }
    }

    /// Where the operand begins that ends before a position: names, points, and whole parentheses and brackets.
    private static func operandStart(before end: Int, in text: [Unicode.Scalar]) -> Int {
        var index = end
        while index > 0 {
            let scalar = text[index - 1]
            if isNamePart(scalar) || scalar == "." {
                index -= 1
            } else if scalar == ")" || scalar == "]" {
                var depth = 0
                repeat {
                    index -= 1
                    if text[index] == ")" || text[index] == "]" { depth += 1 }
                    if text[index] == "(" || text[index] == "[" { depth -= 1 }
                } while depth > 0 && index > 0
            } else {
                break
            }
        }
        return index
    }

    private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_": true
        default: false
        }
    }

    private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
