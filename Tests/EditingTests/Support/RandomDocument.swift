import Foundation

/// Writes documents as people might: blocks and brackets, any indentation, comments, empty lines, quotes, tags, anchors.
struct RandomDocument {
    private var random: SplitMix64
    private let lineBreak: String
    private var comments = 0
    private(set) var text = ""

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
        lineBreak = random.chance(20) ? "\r\n" : "\n"
        if random.chance(5) { text += "\u{FEFF}" }
        if random.chance(5) { text += "---" + lineBreak }
        space(0)
        if random.chance(85) { mapping(indent: 0, depth: 0) } else { list(indent: 0, depth: 0) }
        space(0)
        if random.chance(10), text.hasSuffix(lineBreak), !text.hasSuffix(":" + lineBreak) {
            text.removeLast(1)
        }
    }

    /// Empty lines and comments, as they come.
    private mutating func space(_ indent: Int) {
        while random.chance(15) {
            text += random.chance(20) ? "   " : ""
            text += lineBreak
        }
        if random.chance(15) {
            let column = random.chance(80) ? indent : Int.random(in: 0...6, using: &random)
            text += String(repeating: " ", count: column) + comment() + lineBreak
        }
    }

    private mutating func comment() -> String {
        comments += 1
        return "# ghi chú \(comments)" + (random.chance(10) ? "  " : "")
    }

    private mutating func mapping(indent: Int, depth: Int, firstInline: Bool = false) {
        for index in 0..<Int.random(in: 1...4, using: &random) {
            if index > 0 || !firstInline {
                if index > 0 || depth > 0 { space(indent) }
                text += String(repeating: " ", count: indent)
            }
            text += "\(random.pick(["khóa", "k", "\"q\"", "a-b"]).dropLastQuote(index))"
            text += random.chance(5) ? " :" : ":"
            value(indent: indent, depth: depth, isItem: false)
        }
    }

    private mutating func list(indent: Int, depth: Int, firstInline: Bool = false) {
        for index in 0..<Int.random(in: 1...3, using: &random) {
            if index > 0 || !firstInline {
                if index > 0 || depth > 0 { space(indent) }
                text += String(repeating: " ", count: indent)
            }
            text += "-"
            value(indent: indent, depth: depth, isItem: true)
        }
    }

    private mutating func value(indent: Int, depth: Int, isItem: Bool) {
        let step = random.pick([1, 2, 2, 2, 3, 4])
        switch Int.random(in: 0..<(depth < 3 ? 14 : 9), using: &random) {
        case 0: text += random.chance(50) ? lineBreak : " null" + lineBreak
        case 1: text += random.pick([" !unknown", " !none lý do", " &a\(comments) x", " !!str 12"]) + ending()
        case 2: blockScalar(indent: indent + step)
        case 3: text += gap() + brackets(0) + ending()
        case 4: text += gap() + "\"nhiều\(lineBreak)\(String(repeating: " ", count: indent + step))dòng\"" + ending()
        case 5: text += gap() + "[a,\(lineBreak)\(String(repeating: " ", count: indent + step))b]" + ending()
        case 6:
            text += gap() + "dòng một\(lineBreak)\(String(repeating: " ", count: indent + step))dòng hai" + lineBreak
        case 7, 8: text += gap() + scalar() + ending()
        case 9, 10:
            if isItem, random.chance(70) {
                let blanks = random.pick([1, 1, 1, 3])
                text += String(repeating: " ", count: blanks)
                mapping(indent: indent + 1 + blanks, depth: depth + 1, firstInline: true)
            } else {
                text += ending()
                mapping(indent: indent + step, depth: depth + 1)
            }
        case 11:
            text += ending()
            list(indent: isItem || random.chance(60) ? indent + step : indent, depth: depth + 1)
        default:
            if isItem {
                text += " "
                list(indent: indent + 2, depth: depth + 1, firstInline: true)
            } else {
                text += ending()
                mapping(indent: indent + step, depth: depth + 1)
            }
        }
    }

    private mutating func gap() -> String { random.pick([" ", " ", " ", "   "]) }

    private mutating func ending() -> String {
        let blanks = random.chance(10) ? "  " : ""
        return (random.chance(10) ? "  " + comment() : blanks) + lineBreak
    }

    private mutating func scalar() -> String {
        random.pick([
            "4.10", "\"4.10\"", "'một ''hai'''", "2020-01-15", "văn bản", "true", "\"a\\tb\"", "62/QĐ-SM", "01",
        ])
    }

    private mutating func blockScalar(indent: Int) {
        let header = random.pick(["|", ">", "|-", "|+", ">-"])
        text += " " + header + (random.chance(10) ? " " + comment() : "") + lineBreak
        let margin = String(repeating: " ", count: indent)
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            text += margin + random.pick(["dòng", "  thụt vào", "# không phải ghi chú", "cuối  "]) + lineBreak
            if random.chance(15) { text += lineBreak }
        }
        // A first line that is indented further would need its columns in the header.
        let lines = text.components(separatedBy: header + lineBreak)
        if lines.count > 1, lines[lines.count - 1].hasPrefix(margin + " ") {
            text =
                lines.dropLast().joined(separator: header + lineBreak) + header + lineBreak + margin + "đầu" + lineBreak
                + lines[lines.count - 1]
        }
    }

    private mutating func brackets(_ depth: Int) -> String {
        switch Int.random(in: 0..<(depth < 2 ? 5 : 1), using: &random) {
        case 0: random.pick(["a", "\"b, c\"", "12", "'d'"])
        case 1: "{}"
        case 2: "[]"
        case 3: "{x: \(brackets(depth + 1)), y: \(brackets(depth + 1))\(random.chance(20) ? "," : "")}"
        default: "[\(brackets(depth + 1)),\(random.chance(80) ? " " : "")\(brackets(depth + 1))]"
        }
    }
}

extension String {
    /// A key that no other of its mapping has.
    fileprivate func dropLastQuote(_ index: Int) -> String {
        hasSuffix("\"") ? String(dropLast()) + "\(index)\"" : self + "\(index)"
    }
}
