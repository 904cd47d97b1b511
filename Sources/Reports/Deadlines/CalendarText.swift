/// Content lines and text values of iCalendar (RFC 5545 sections 3.1 and 3.3.11), written and read back.
enum CalendarText {
    /// The most octets of a line, the line break left out.
    static let lineLimit = 75

    private static let lineBreak: [UInt8] = [0x0D, 0x0A]
    private static let space: UInt8 = 0x20

    /// Appends a content line, folded so that no line has more than 75 octets and no character is split.
    ///
    /// A letter stays together with its marks where they fit on a line; a longer heap of marks is split between scalars.
    /// An escape stays together too: some readers take escapes away before they join the lines.
    static func write(_ line: String, to bytes: inout [UInt8]) {
        var used = 0
        func put(_ piece: some Collection<UInt8>) {
            if used + piece.count > lineLimit {
                bytes += lineBreak
                bytes.append(space)
                used = 1
            }
            bytes += piece
            used += piece.count
        }
        var escape: [UInt8] = []
        for character in line {
            if escape.isEmpty, character == "\\" {
                escape = Array(character.utf8)
            } else if escape.count + character.utf8.count < lineLimit {
                put(escape + character.utf8)
                escape = []
            } else {
                put(escape)
                escape = []
                for scalar in character.unicodeScalars { put(Array(String(scalar).utf8)) }
            }
        }
        put(escape)
        bytes += lineBreak
    }

    /// A text as a value: backslash, semicolon, comma and line break escaped; control characters, which no value may
    /// hold, left out.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": result += ["\\", scalar]
            case "\r": result += ["\\", "n"]
            case "\n": if !isAfterReturn { result += ["\\", "n"] }
            case "\t": result.append(scalar)
            case _ where scalar.properties.generalCategory == .control: break
            default: result.append(scalar)
            }
            isAfterReturn = scalar == "\r"
        }
        return String(result)
    }

    /// The text of a value; nil where a backslash escapes nothing it may.
    static func unescaped(_ value: String) -> String? {
        var result = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in value.unicodeScalars {
            switch (isEscaped, scalar) {
            case (false, "\\"):
                isEscaped = true
                continue
            case (false, _): result.append(scalar)
            case (true, "n"), (true, "N"): result.append("\n")
            case (true, "\\"), (true, ";"), (true, ","): result.append(scalar)
            case (true, _): return nil
            }
            isEscaped = false
        }
        return isEscaped ? nil : String(result)
    }

    /// A content line put together again from its folds, and the number of the line on which it begins.
    struct UnfoldedLine: Sendable, Hashable {
        let number: Int
        let text: String
    }

    /// The content lines of a file.
    static func unfolded(_ bytes: [UInt8]) throws(CalendarFault) -> [UnfoldedLine] {
        var lines: [(number: Int, bytes: [UInt8])] = []
        var number = 0
        var rest = bytes[...]
        while !rest.isEmpty {
            number += 1
            guard let end = rest.firstIndex(of: 0x0A) else { throw CalendarFault(line: number, .cutLine) }
            guard end > rest.startIndex, rest[end - 1] == 0x0D else { throw CalendarFault(line: number, .lineBreak) }
            let line = rest[rest.startIndex..<(end - 1)]
            if line.count > lineLimit { throw CalendarFault(line: number, .longLine) }
            if line.first == space, let last = lines.indices.last {
                lines[last].bytes += line.dropFirst()
            } else {
                lines.append((number, Array(line)))
            }
            rest = rest[(end + 1)...]
        }
        var result: [UnfoldedLine] = []
        for line in lines {
            guard let text = String(validating: line.bytes, as: UTF8.self) else {
                throw CalendarFault(line: line.number, .notUTF8)
            }
            result.append(UnfoldedLine(number: line.number, text: text))
        }
        return result
    }
}
