/// The answer to a question about opaque values.
public enum OpaqueAnswer: Sendable {
    /// It holds.
    case yes
    /// It does not hold.
    case no
    /// It cannot be said without knowing these leaves better, as with dates of which only the year is known.
    case unknown(UnknownSet)
}

/// A value of a type that the language does not know, registered from outside with ``Environment``.
///
/// Conformances are value types or immutable classes. Everything an expression can do with such a value other than
/// compare it is a registered function.
public protocol OpaqueValue: Sendable {
    /// The name under which the type was declared.
    var typeName: String { get }
    /// How the value is written in traces and messages.
    var description: String { get }
    /// Where the value stands in the data, if it knows.
    var origin: DataPath? { get }
    /// A number that places the value exactly among those of its type: two values that have one compare as their numbers
    /// do, without being asked. `nil` for a value whose place is not exactly known, or of a type without order.
    var exactOrder: Int? { get }
    /// The answer of `==`. A value of another type is never equal.
    func isEqual(to other: any OpaqueValue) -> OpaqueAnswer
    /// The answer of `<` (or, with `orEqual`, of `<=`); `nil` where the values have no order.
    func isLess(than other: any OpaqueValue, orEqual: Bool) -> OpaqueAnswer?
    /// A value next below or above, to try what a change of the data would do; `nil` where there is none.
    func neighbour(above: Bool) -> (any OpaqueValue)?
    /// Whether the other value is the very same, for Swift's `==` on ``Value``.
    func isIdentical(to other: any OpaqueValue) -> Bool
}

extension OpaqueValue {
    /// No exact place in an order.
    public var exactOrder: Int? { nil }

    /// No place in the data.
    public var origin: DataPath? { nil }

    /// No neighbour.
    public func neighbour(above: Bool) -> (any OpaqueValue)? { nil }

    /// No order.
    public func isLess(than other: any OpaqueValue, orEqual: Bool) -> OpaqueAnswer? { nil }

    /// Same type and same description.
    public func isIdentical(to other: any OpaqueValue) -> Bool {
        typeName == other.typeName && sameScalars(description, other.description)
    }
}
