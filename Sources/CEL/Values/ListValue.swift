/// A list: elements, some of which may be unknown, and optionally the place in the data where the list stands.
public final class ListValue: Sendable {
    /// The elements in order.
    public let elements: [Value]
    /// Where the list stands in the data; `nil` for a list that an expression made.
    public let origin: DataPath?
    /// The unknown leaves inside, at whatever depth.
    let unknowns: UnknownSet?

    /// How many values a walk through all its parts meets; a part that is shared counts each time.
    let weight: UInt64

    /// Makes a list. Complexity: O(n).
    public init(_ elements: [Value], origin: DataPath? = nil) {
        self.elements = elements
        self.origin = origin
        (unknowns, weight) = Value.summary(elements)
    }

    /// The number of elements.
    public var count: Int { elements.count }

    /// Whether a part is unknown, at whatever depth. Complexity: O(1).
    public var containsUnknown: Bool { unknowns != nil }
}

/// A value that may be absent, of the optional types extension.
public final class OptionalValue: Sendable {
    /// The value, or `nil` for `optional.none()`.
    public let wrapped: Value?

    /// Makes an optional value.
    public init(_ wrapped: Value?) { self.wrapped = wrapped }
}
