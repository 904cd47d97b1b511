/// A day of the week, numbered as in ISO 8601-1: Monday is 1, Sunday is 7.
public enum Weekday: Int, CaseIterable, Hashable, Sendable {
    /// Thứ hai.
    case monday = 1
    /// Thứ ba.
    case tuesday
    /// Thứ tư.
    case wednesday
    /// Thứ năm.
    case thursday
    /// Thứ sáu.
    case friday
    /// Thứ bảy.
    case saturday
    /// Chủ nhật.
    case sunday

    /// Saturday and Sunday.
    public var isWeekend: Bool {
        switch self {
        case .saturday, .sunday: true
        case .monday, .tuesday, .wednesday, .thursday, .friday: false
        }
    }

    init(dayNumber: Int) {
        // Day 0, 1970-01-01, was a Thursday; the remainder is made non-negative for days before it.
        let remainder = (dayNumber + 3) % 7
        switch remainder < 0 ? remainder + 7 : remainder {
        case 0: self = .monday
        case 1: self = .tuesday
        case 2: self = .wednesday
        case 3: self = .thursday
        case 4: self = .friday
        case 5: self = .saturday
        default: self = .sunday
        }
    }
}
