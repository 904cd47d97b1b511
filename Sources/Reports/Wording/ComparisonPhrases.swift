internal import Assessor
internal import CivilTime
internal import Model

/// How a comparison reads, for dates and for other values, where it holds and where it does not.
struct ComparisonPhrase: Hashable {
    let holds: LocalizedText
    let fails: LocalizedText

    /// The phrases of the operators between dates.
    static let ofDates: [String: ComparisonPhrase] = [
        "==": ComparisonPhrase(("là", "is"), ("khác", "is not")),
        "!=": ComparisonPhrase(("khác", "is not"), ("là", "is")),
        "<": ComparisonPhrase(("trước", "is before"), ("không trước", "is not before")),
        "<=": ComparisonPhrase(("không muộn hơn", "is not later than"), ("muộn hơn", "is later than")),
        ">": ComparisonPhrase(("sau", "is after"), ("không sau", "is not after")),
        ">=": ComparisonPhrase(("không sớm hơn", "is not earlier than"), ("sớm hơn", "is earlier than")),
    ]

    /// The phrases of the operators between other values.
    static let ofValues: [String: ComparisonPhrase] = [
        "==": ComparisonPhrase(("là", "is"), ("không phải là", "is not")),
        "!=": ComparisonPhrase(("không phải là", "is not"), ("là", "is")),
        "<": ComparisonPhrase(("nhỏ hơn", "is less than"), ("không nhỏ hơn", "is not less than")),
        "<=": ComparisonPhrase(("không quá", "is at most"), ("lớn hơn", "is more than")),
        ">": ComparisonPhrase(("lớn hơn", "is more than"), ("không lớn hơn", "is not more than")),
        ">=": ComparisonPhrase(("không ít hơn", "is at least"), ("ít hơn", "is less than")),
        "in": ComparisonPhrase(("thuộc", "is among"), ("không thuộc", "is not among")),
    ]

    private init(_ holds: (vi: String, en: String), _ fails: (vi: String, en: String)) {
        self.holds = LocalizedText(vi: holds.vi, en: holds.en)
        self.fails = LocalizedText(vi: fails.vi, en: fails.en)
    }
}

/// Whether a comparison of two shown values holds; nil where it is not known, or not for these values.
enum ShownComparison {
    static func holds(_ left: ShownValue, _ symbol: String, _ right: ShownValue) -> Bool? {
        switch (left, right) {
        case (.unknown, _), (_, .unknown): return nil
        case (.integer(let left), .integer(let right)): return ordered(left, symbol, right)
        case (.date(let left), .date(let right)): return dates(left, symbol, right)
        case (.text, .text), (.choice, .choice), (.boolean, .boolean), (.none, _), (_, .none):
            let isSame = left == right
            switch symbol {
            case "==": return isSame
            case "!=": return !isSame
            default: return nil
            }
        default: return nil
        }
    }

    private static func ordered(_ left: Int64, _ symbol: String, _ right: Int64) -> Bool? {
        switch symbol {
        case "==": left == right
        case "!=": left != right
        case "<": left < right
        case "<=": left <= right
        case ">": left > right
        case ">=": left >= right
        default: nil
        }
    }

    private static func dates(_ left: StatedDate, _ symbol: String, _ right: StatedDate) -> Bool? {
        switch symbol {
        case "==": left.isSameDay(as: right).known
        case "!=": left.isSameDay(as: right).not.known
        case "<": left.isBefore(right).known
        case "<=": left.isOnOrBefore(right).known
        case ">": left.isAfter(right).known
        case ">=": left.isOnOrAfter(right).known
        default: nil
        }
    }
}
