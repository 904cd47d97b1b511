internal import Model

/// Numbers as papers write them: `16.934` in Vietnamese, `16,934` in English.
struct NumberText {
    let language: Language

    /// A number with its thousands apart.
    func text(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += separator }
            text.append(digit)
        }
        return text
    }

    /// A number that is not known exactly, by its ends.
    func text(_ range: ClosedRange<Int>) -> String {
        let (low, high) = (text(range.lowerBound), text(range.upperBound))
        if low == high { return low }
        switch language {
        case .vi: return "\(low) đến \(high)"
        case .en: return "\(low) to \(high)"
        }
    }

    private var separator: String {
        switch language {
        case .vi: "."
        case .en: ","
        }
    }
}
