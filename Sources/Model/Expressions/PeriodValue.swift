public import CEL
public import CivilTime

/// A period of years, months and days in expressions.
public struct PeriodValue: OpaqueValue {
    /// The name of the type in expressions.
    public static let type = "period"

    /// The period.
    public let period: Period

    /// Makes a period value.
    public init(_ period: Period) { self.period = period }

    /// The name of the type in expressions.
    public var typeName: String { PeriodValue.type }

    /// The period in ISO 8601.
    public var description: String { period.description }

    /// Whether both are the same length in years, months and days.
    public func isEqual(to other: any OpaqueValue) -> OpaqueAnswer {
        guard let other = other as? PeriodValue else { return .no }
        return period == other.period ? .yes : .no
    }
}
