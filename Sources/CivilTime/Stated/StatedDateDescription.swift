extension StatedDate: CustomStringConvertible {
    /// What was written, in the form that ``parse(_:)`` takes.
    public var description: String {
        let start = firstPrecision.text(of: interval.first)
        return precision == .range ? "\(start)/\(lastPrecision.text(of: interval.last))" : start
    }
}

extension DatePrecision {
    /// A date written in this precision.
    fileprivate func text(of date: CivilDate) -> String {
        let text = date.description
        return switch self {
        case .day, .range: text
        case .month: String(text.prefix(7))
        case .quarter: "\(text.prefix(4))-Q\(date.quarter)"
        case .year: String(text.prefix(4))
        }
    }
}
