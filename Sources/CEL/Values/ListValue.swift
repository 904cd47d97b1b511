internal import Synchronization

/// A list: elements, some of which may be unknown, and optionally the place in the data where the list stands.
///
/// A list may be open: it may hold further elements beside those it shows, and it is not known whether it does. That is
/// not the same as a list with an unknown element, which is known to be there.
public final class ListValue: Sendable {
    /// The elements that are known to be there, in order.
    public let elements: [Value]
    /// The leaves of the data on which it depends whether there are further elements; `nil` for a complete list.
    public let open: UnknownSet?
    /// The position from which further elements may stand: the elements before it have their places. The number of
    /// elements for a complete list.
    public let openFrom: Int
    /// Where the list stands in the data; `nil` for a list that an expression made.
    public let origin: DataPath?
    /// The unknown leaves inside, at whatever depth, and those that leave the list open.
    let unknowns: UnknownSet?

    /// How many values a walk through all its parts meets; a part that is shared counts each time.
    let weight: UInt64
    /// The first index that a join made of the list. Most lists that are looked into are looked into by one field, from several
    /// expressions.
    private let firstIndex = AtomicLazyReference<JoinIndex>()

    /// Makes a list. Complexity: O(n).
    /// - Parameters:
    ///   - elements: The elements that are known to be there.
    ///   - origin: Where the list stands in the data.
    ///   - open: The leaves that say whether there are further elements.
    ///   - openFrom: The position from which further elements may stand; without it they follow those shown.
    public init(_ elements: [Value], origin: DataPath? = nil, open: UnknownSet? = nil, openFrom: Int? = nil) {
        self.elements = elements
        self.origin = origin
        self.open = open
        self.openFrom = open == nil ? elements.count : max(0, min(openFrom ?? elements.count, elements.count))
        let (inside, weight) = elements.withUnsafeBufferPointer(Value.summary)
        self.weight = weight
        unknowns = inside.map { set in open.map { set.union($0) } ?? set } ?? open
    }

    /// The number of elements that are known to be there.
    public var count: Int { elements.count }

    /// Whether a part is unknown, at whatever depth, or the list is open. Complexity: O(1).
    public var containsUnknown: Bool { unknowns != nil }
}

extension ListValue {
    /// The index of the list by a field, where there is one already.
    func knownIndex(by field: Term.FieldSlot, _ demand: JoinCondition.Demand) -> JoinIndex? {
        firstIndex.load().flatMap { $0.isIndex(by: field, demand) ? $0 : nil }
    }

    /// The index of the list by a field; nil where it cannot have one. The first that is asked for is kept.
    func index(by field: Term.FieldSlot, _ demand: JoinCondition.Demand) -> JoinIndex? {
        if let known = knownIndex(by: field, demand) { return known }
        guard let made = JoinIndex(self, by: field, demand) else { return nil }
        let first = firstIndex.storeIfNil(made)
        return first.isIndex(by: field, demand) ? first : made
    }

    /// The number of elements, which an open list does not know.
    var size: Value { open.map(Value.unknown) ?? .int(Int64(count)) }

    /// The elements of two lists. After an open one nothing has its place.
    func joined(with other: ListValue) -> ListValue {
        let sets = [open, other.open].compactMap { $0 }
        guard !sets.isEmpty else { return ListValue(elements + other.elements) }
        let start = open == nil ? count + other.openFrom : openFrom
        return ListValue(elements + other.elements, open: UnknownSet(union: sets), openFrom: start)
    }
}

/// A value that may be absent, of the optional types extension.
public final class OptionalValue: Sendable {
    /// The value, or `nil` for `optional.none()`.
    public let wrapped: Value?

    /// Makes an optional value.
    public init(_ wrapped: Value?) { self.wrapped = wrapped }
}
