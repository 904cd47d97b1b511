/// A signed span of time to the nanosecond.
public struct DurationValue: Sendable, Hashable {
    /// Whole seconds, of the sign of the span.
    public let seconds: Int64
    /// Nanoseconds beyond the seconds, of the same sign, less than a second.
    public let nanoseconds: Int32

    /// The longest span in seconds, in either direction: some 10 000 years.
    static let longestSeconds: Int64 = 315_576_000_000

    /// A span; `nil` beyond some 10 000 years or where the parts differ in sign.
    public init?(seconds: Int64, nanoseconds: Int32 = 0) {
        guard (-Self.longestSeconds...Self.longestSeconds).contains(seconds),
            (-999_999_999...999_999_999).contains(nanoseconds)
        else { return nil }
        if seconds > 0 && nanoseconds < 0 || seconds < 0 && nanoseconds > 0 { return nil }
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// A span of parts of any size and sign; `nil` beyond the longest.
    init?(normalizing seconds: Int64, nanoseconds: Int64) {
        var whole = seconds + nanoseconds / 1_000_000_000
        var rest = nanoseconds % 1_000_000_000
        if whole > 0 && rest < 0 {
            whole -= 1
            rest += 1_000_000_000
        } else if whole < 0 && rest > 0 {
            whole += 1
            rest -= 1_000_000_000
        }
        self.init(seconds: whole, nanoseconds: Int32(rest))
    }

    /// The sum of two spans; `nil` beyond the longest.
    func adding(_ other: DurationValue) -> DurationValue? {
        DurationValue(normalizing: seconds + other.seconds, nanoseconds: Int64(nanoseconds) + Int64(other.nanoseconds))
    }

    /// The span in the other direction.
    var negated: DurationValue { DurationValue(seconds: -seconds, nanoseconds: -nanoseconds) ?? self }

    /// Whether the span fits a count of nanoseconds in 64 bits, as the conversions of the language demand.
    var fitsNanoseconds: Bool {
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        return !overflow && !product.addingReportingOverflow(Int64(nanoseconds)).overflow
    }
}

extension DurationValue: Comparable {
    /// Shorter first; negative spans before positive ones.
    public static func < (left: DurationValue, right: DurationValue) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }
}

extension DurationValue: CustomStringConvertible {
    /// The span in seconds, such as `-1.5s`.
    public var description: String {
        let sign = seconds < 0 || nanoseconds < 0 ? "-" : ""
        return sign + String(seconds.magnitude) + fraction(nanoseconds < 0 ? -nanoseconds : nanoseconds) + "s"
    }

    /// Reads a span such as `1h30m`, `-1.5s` or `100ms`: an optional sign, then numbers with the units h, m, s, ms,
    /// us (or µs) and ns; or a bare `0`. `nil` for anything else and beyond the longest span.
    public init?(_ text: String) {
        var scalars = Array(text.unicodeScalars)[...]
        var negative = false
        if let sign = scalars.first, sign == "-" || sign == "+" {
            negative = sign == "-"
            scalars.removeFirst()
        }
        if scalars.count == 1, scalars.first == "0" {
            self.init(seconds: 0)
            return
        }
        guard !scalars.isEmpty else { return nil }
        var seconds: Int64 = 0
        var nanoseconds: Int64 = 0
        while !scalars.isEmpty {
            guard let part = Self.takePart(&scalars) else { return nil }
            let (sum, overflow) = seconds.addingReportingOverflow(part.seconds)
            if overflow || sum > Self.longestSeconds { return nil }
            seconds = sum
            nanoseconds += part.nanoseconds
        }
        if negative {
            self.init(normalizing: -seconds, nanoseconds: -nanoseconds)
        } else {
            self.init(normalizing: seconds, nanoseconds: nanoseconds)
        }
    }

    /// One number with its unit.
    private static func takePart(
        _ scalars: inout ArraySlice<Unicode.Scalar>
    ) -> (seconds: Int64, nanoseconds: Int64)? {
        var whole: Int64 = 0
        var digits = 0
        while let digit = scalars.first.flatMap(decimalDigit) {
            let (scaled, overflow) = whole.multipliedReportingOverflow(by: 10)
            if overflow || scaled > Int64.max - Int64(digit) { return nil }
            whole = scaled + Int64(digit)
            digits += 1
            scalars.removeFirst()
        }
        var numerator: Int64 = 0
        var denominator: Int64 = 1
        if scalars.first == "." {
            scalars.removeFirst()
            while let digit = scalars.first.flatMap(decimalDigit) {
                if denominator < 1_000_000_000_000 {
                    numerator = numerator * 10 + Int64(digit)
                    denominator *= 10
                }
                digits += 1
                scalars.removeFirst()
            }
        }
        guard digits > 0 else { return nil }
        let unit = String(String.UnicodeScalarView(scalars.prefix { decimalDigit($0) == nil && $0 != "." }))
        scalars.removeFirst(unit.unicodeScalars.count)
        let unitNanoseconds: Int64
        switch unit {
        case "h": unitNanoseconds = 3_600_000_000_000
        case "m": unitNanoseconds = 60_000_000_000
        case "s": unitNanoseconds = 1_000_000_000
        case "ms": unitNanoseconds = 1_000_000
        case "us", "\u{b5}s", "\u{3bc}s": unitNanoseconds = 1_000
        case "ns": unitNanoseconds = 1
        case _: return nil
        }
        let product = whole.multipliedFullWidth(by: unitNanoseconds)
        guard product.high >= 0, product.high < 500_000_000 else { return nil }
        let split = Int64(1_000_000_000).dividingFullWidth(product)
        let part = numerator.multipliedFullWidth(by: unitNanoseconds)
        let extra = denominator.dividingFullWidth(part).quotient
        return (split.quotient + extra / 1_000_000_000, split.remainder + extra % 1_000_000_000)
    }
}

/// The value of a decimal digit of ASCII.
func decimalDigit(_ scalar: Unicode.Scalar) -> Int? {
    ("0"..."9").contains(scalar) ? Int(scalar.value - 48) : nil
}
