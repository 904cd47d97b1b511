/// A list: elements, some of which may be unknown, and optionally the place in the data where the list stands.
public final class ListValue: Sendable {
    /// The elements in order.
    public let elements: [Value]
    /// Where the list stands in the data; `nil` for a list that an expression made.
    public let origin: DataPath?
    /// Whether an element is unknown or holds an unknown value. Computed once, when the list is made.
    public let containsUnknown: Bool

    /// Makes a list. Complexity: O(n).
    public init(_ elements: [Value], origin: DataPath? = nil) {
        self.elements = elements
        self.origin = origin
        containsUnknown = elements.contains { $0.containsUnknown }
    }

    /// The number of elements.
    public var count: Int { elements.count }
}

/// A value that may be absent, of the optional types extension.
public final class OptionalValue: Sendable {
    /// The value, or `nil` for `optional.none()`.
    public let wrapped: Value?

    /// Makes an optional value.
    public init(_ wrapped: Value?) { self.wrapped = wrapped }
}
