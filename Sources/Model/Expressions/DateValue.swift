public import CEL
public import CivilTime

/// A civil date in expressions: what was stated, with the precision it has.
///
/// A comparison that depends on the day is unknown and names the leaf the imprecise date was read from.
public struct DateValue: OpaqueValue {
    /// The name of the type in expressions.
    public static let type = "date"

    /// The date.
    public let date: StatedDate
    /// Where it stands in the data; nil for one that was computed from no fact.
    public let origin: DataPath?

    /// Makes a date value.
    public init(_ date: StatedDate, origin: DataPath? = nil) {
        self.date = date
        self.origin = origin
    }

    /// The name of the type in expressions.
    public var typeName: String { DateValue.type }

    /// The date as it was written.
    public var description: String { date.description }

    /// The number of the day, where it is known to the day.
    public var exactOrder: Int? { date.day.map(\.dayNumber) }

    /// Whether both are the same day; unknown where that depends on the day.
    public func isEqual(to other: any OpaqueValue) -> OpaqueAnswer {
        guard let other = other as? DateValue else { return .no }
        return answer(date.isSameDay(as: other.date), with: other)
    }

    /// Whether this day comes first; unknown where that depends on the day.
    public func isLess(than other: any OpaqueValue, orEqual: Bool) -> OpaqueAnswer? {
        guard let other = other as? DateValue else { return nil }
        let truth = orEqual ? date.isOnOrBefore(other.date) : date.isBefore(other.date)
        return answer(truth, with: other)
    }

    private func answer(_ truth: Truth, with other: DateValue) -> OpaqueAnswer {
        switch truth {
        case .yes: .yes
        case .no: .no
        case .unknown: .unknown(vagueness(with: other))
        }
    }

    /// The leaves that would have to be known to the day.
    private func vagueness(with other: DateValue) -> UnknownSet {
        let vague = [self, other].filter { $0.date.day == nil }
        return UnknownSet(leaves: vague.compactMap(\.origin))
    }
}
