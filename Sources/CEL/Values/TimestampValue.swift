/// A point in time between the years 1 and 9999, to the nanosecond.
public struct TimestampValue: Sendable, Hashable {
    /// Seconds since 1970-01-01T00:00:00Z.
    public let seconds: Int64
    /// Nanoseconds after the second, 0 to 999 999 999.
    public let nanoseconds: Int32

    /// The first and the last second that the language admits.
    static let admittedSeconds: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    /// A point in time; `nil` outside the years 1 to 9999 or where the nanoseconds are not in range.
    public init?(seconds: Int64, nanoseconds: Int32 = 0) {
        guard Self.admittedSeconds.contains(seconds), (0..<1_000_000_000).contains(nanoseconds) else { return nil }
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// The point a span later; `nil` outside the range.
    func adding(_ span: DurationValue) -> TimestampValue? {
        let (sum, overflow) = seconds.addingReportingOverflow(span.seconds)
        if overflow { return nil }
        var nanos = nanoseconds + span.nanoseconds
        var whole = sum
        if nanos < 0 {
            nanos += 1_000_000_000
            whole -= 1
        } else if nanos >= 1_000_000_000 {
            nanos -= 1_000_000_000
            whole += 1
        }
        return TimestampValue(seconds: whole, nanoseconds: nanos)
    }

    /// The span from another point to this one; `nil` if a span cannot be that long.
    func since(_ other: TimestampValue) -> DurationValue? {
        DurationValue(normalizing: seconds - other.seconds, nanoseconds: Int64(nanoseconds) - Int64(other.nanoseconds))
    }
}

extension TimestampValue: Comparable {
    /// Earlier first.
    public static func < (left: TimestampValue, right: TimestampValue) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }
}

extension TimestampValue: CustomStringConvertible {
    /// The point in RFC 3339 at UTC, with as many of 0, 3, 6 or 9 digits of a second as it needs.
    public var description: String {
        let fields = CalendarFields(of: self, offsetSeconds: 0)
        let date = padded(fields.year, 4) + "-" + padded(fields.month, 2) + "-" + padded(fields.day, 2)
        let time = padded(fields.hour, 2) + ":" + padded(fields.minute, 2) + ":" + padded(fields.second, 2)
        return date + "T" + time + fraction(nanoseconds) + "Z"
    }
}

/// The fraction of a second in the shortest whole number of digits, with its point; empty for none.
func fraction(_ nanoseconds: Int32) -> String {
    if nanoseconds == 0 { return "" }
    var digits = padded(Int(nanoseconds), 9)
    while digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
    return "." + digits
}

/// A whole number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
