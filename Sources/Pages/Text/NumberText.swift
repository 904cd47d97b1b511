internal import Model

/// Numbers as people read them: `16.934` in Vietnamese papers, `16,934` in English.
struct NumberText: Sendable {
    let language: Language

    /// A count.
    func text(_ number: Int) -> String {
        let digits = String(abs(number))
        var groups: [Substring] = []
        var rest = digits[...]
        while rest.count > 3 {
            groups.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        groups.insert(rest, at: 0)
        let separator =
            switch language {
            case .vi: "."
            case .en: ","
            }
        return (number < 0 ? "−" : "") + groups.joined(separator: separator)
    }

    /// A count that is known between two bounds.
    func text(_ range: ClosedRange<Int>) -> String {
        if range.lowerBound == range.upperBound { return text(range.lowerBound) }
        let ends = (text(range.lowerBound), text(range.upperBound))
        switch language {
        case .vi: return "\(ends.0) đến \(ends.1)"
        case .en: return "\(ends.0) to \(ends.1)"
        }
    }
}
