/// The answer to a question about dates: yes, no, or not known from what was stated.
///
/// The connectives are Kleene's: an unknown part leaves the whole unknown unless the other part settles it alone.
public enum Truth: Hashable, Sendable, CaseIterable {
    /// It is so on every day the dates may be.
    case yes
    /// It is so on none of them.
    case no
    /// It depends on which of them it was.
    case unknown

    /// A settled answer.
    public init(_ value: Bool) {
        self = value ? .yes : .no
    }

    /// The answer as a Boolean; nil where it is unknown.
    public var known: Bool? {
        switch self {
        case .yes: true
        case .no: false
        case .unknown: nil
        }
    }

    /// Yes where both are, no where either is no.
    public func and(_ other: Truth) -> Truth {
        switch (self, other) {
        case (.no, _), (_, .no): .no
        case (.yes, .yes): .yes
        case (.unknown, .yes), (.unknown, .unknown), (.yes, .unknown): .unknown
        }
    }

    /// Yes where either is, no where both are no.
    public func or(_ other: Truth) -> Truth {
        switch (self, other) {
        case (.yes, _), (_, .yes): .yes
        case (.no, .no): .no
        case (.unknown, .no), (.unknown, .unknown), (.no, .unknown): .unknown
        }
    }

    /// Yes for no, no for yes; the unknown stays.
    public var not: Truth {
        switch self {
        case .yes: .no
        case .no: .yes
        case .unknown: .unknown
        }
    }
}
