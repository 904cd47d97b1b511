/// The way to a fact as a person writes it before the `=` of an assumption: `qms.declarations[0].date`,
/// `qms.declarations["62/QĐ-SM"].date`, `qms.internal_audits[+]`.
struct FactPathText: Sendable {
    /// Which item of a list is meant.
    enum Selector: Sendable, Hashable {
        /// The position, from 0.
        case position(Int)
        /// The key the item is known by.
        case key(String)
        /// An item to be added at the end.
        case added
    }

    /// One name, with the item of the list it names.
    struct Segment: Sendable {
        let name: String
        /// The bytes of the name.
        let range: Range<Int>
        let selector: Selector?
        /// The bytes between the brackets, brackets included.
        let selectorRange: Range<Int>
    }

    /// Where a path cannot be read, and what would be expected there.
    struct Fault: Error {
        let expected: AssumptionProblem.PathExpectation
        let range: Range<Int>
    }

    /// The names from the root on.
    let segments: [Segment]
    /// The byte of the `=` sign.
    let end: Int

    /// Reads a path up to the `=` behind it.
    init(_ bytes: [UInt8]) throws(Fault) {
        var scanner = Scanner(bytes: bytes)
        var segments: [Segment] = [try scanner.segment()]
        while scanner.take(UInt8(ascii: ".")) { segments.append(try scanner.segment()) }
        guard scanner.next == UInt8(ascii: "=") else { throw scanner.fault(.equalsSign) }
        self.segments = segments
        end = scanner.index
    }

    /// The path with other names, and the items as they were written.
    func text(names: [String]) -> String {
        zip(segments, names).map { segment, name in
            switch segment.selector {
            case .position(let position): "\(name)[\(position)]"
            case .key(let key): "\(name)[\"\(key)\"]"
            case .added: "\(name)[+]"
            case nil: name
            }
        }.joined(separator: ".")
    }

    // MARK: Reading

    private struct Scanner {
        let bytes: [UInt8]
        var index = 0

        var next: UInt8? { index < bytes.count ? bytes[index] : nil }

        mutating func take(_ byte: UInt8) -> Bool {
            guard next == byte else { return false }
            index += 1
            return true
        }

        func fault(_ expected: AssumptionProblem.PathExpectation) -> Fault {
            Fault(expected: expected, range: index..<min(index + 1, bytes.count))
        }

        mutating func segment() throws(Fault) -> Segment {
            let start = index
            while let byte = next, Scanner.isNamePart(byte) { index += 1 }
            guard index > start else { throw fault(.name) }
            let name = String(decoding: bytes[start..<index], as: UTF8.self)
            let range = start..<index
            guard take(UInt8(ascii: "[")) else {
                return Segment(name: name, range: range, selector: nil, selectorRange: index..<index)
            }
            let selector = try selector()
            guard take(UInt8(ascii: "]")) else { throw fault(.closingBracket) }
            return Segment(name: name, range: range, selector: selector, selectorRange: range.upperBound..<index)
        }

        private mutating func selector() throws(Fault) -> Selector {
            if take(UInt8(ascii: "+")) { return .added }
            if let quote = next, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") { return try key(quote) }
            let start = index
            while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
            guard let position = Int(String(decoding: bytes[start..<index], as: UTF8.self)) else {
                index = start
                throw fault(.selector)
            }
            return .position(position)
        }

        /// A key between quotes; a backslash keeps the byte after it.
        private mutating func key(_ quote: UInt8) throws(Fault) -> Selector {
            let start = index
            index += 1
            var key: [UInt8] = []
            while let byte = next {
                index += 1
                if byte == quote { return .key(String(decoding: key, as: UTF8.self).nfc) }
                if byte == UInt8(ascii: "\\"), let escaped = next {
                    index += 1
                    key.append(escaped)
                } else {
                    key.append(byte)
                }
            }
            throw Fault(expected: .closingQuote, range: start..<index)
        }

        /// Letters of any language, so that a misspelt name is told as one.
        private static func isNamePart(_ byte: UInt8) -> Bool {
            let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            return isLetter || isDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte >= 0x80
        }
    }
}
