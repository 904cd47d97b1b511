/// A length of time in calendar units: years, months and days, none of them negative.
///
/// A month has no fixed number of days, so two periods have no order and `P1M` differs from `P30D`. How long a period
/// is shows only when it is added to a date.
public struct Period: Hashable, Sendable {
    /// The number of years.
    public let years: Int
    /// The number of months, which may be more than 12.
    public let months: Int
    /// The number of days.
    public let days: Int

    /// The greatest number a component may have: the days from 0001-01-01 to 9999-12-31. No longer period could be
    /// added to any date.
    public static let componentLimit = 3_652_058

    /// No time at all, `P0D`.
    public static let zero = Period.days(0)

    /// A period; nil where a component is negative or above ``componentLimit``.
    public init?(years: Int = 0, months: Int = 0, days: Int = 0) {
        let allowed = 0...Period.componentLimit
        guard allowed.contains(years), allowed.contains(months), allowed.contains(days) else { return nil }
        self.init(uncheckedYears: years, months: months, days: days)
    }

    /// A number of years.
    public static func years(_ count: UInt16) -> Period {
        Period(uncheckedYears: Int(count), months: 0, days: 0)
    }

    /// A number of months.
    public static func months(_ count: UInt16) -> Period {
        Period(uncheckedYears: 0, months: Int(count), days: 0)
    }

    /// A number of weeks, as seven days each.
    public static func weeks(_ count: UInt16) -> Period {
        Period(uncheckedYears: 0, months: 0, days: 7 * Int(count))
    }

    /// A number of days.
    public static func days(_ count: UInt16) -> Period {
        Period(uncheckedYears: 0, months: 0, days: Int(count))
    }

    /// Whether all components are zero.
    public var isZero: Bool { years == 0 && months == 0 && days == 0 }

    /// Years and months together, in months.
    var totalMonths: Int { years * 12 + months }

    init(uncheckedYears years: Int, months: Int, days: Int) {
        self.years = years
        self.months = months
        self.days = days
    }
}
