internal import CEL

/// A date to the day, as an embedder registers it.
struct Day: OpaqueValue {
    /// Days since 1970-01-01.
    let number: Int

    init(number: Int) { self.number = number }

    /// Reads `2026-11-21`.
    init?(_ text: String) {
        let digits = text.utf8.withContiguousStorageIfAvailable { bytes -> (Int, Int, Int)? in
            guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
            func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1) - 48 } }
            return (number(0..<4), number(5..<7), number(8..<10))
        }
        guard case let (year, month, day)?? = digits else { return nil }
        // Days from civil: years start in March, so that the leap day comes last.
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    var typeName: String { "day" }
    var description: String { "day \(number)" }
    var exactOrder: Int? { number }

    func isEqual(to other: any OpaqueValue) -> OpaqueAnswer { (other as? Day)?.number == number ? .yes : .no }

    func isLess(than other: any OpaqueValue, orEqual: Bool) -> OpaqueAnswer? {
        guard let other = other as? Day else { return nil }
        return number < other.number || (orEqual && number == other.number) ? .yes : .no
    }
}
