/// The type of a record: a name and the fields that a record of it has.
public final class StructureType: Sendable {
    /// A declared field.
    public struct Field: Sendable {
        /// The name by which expressions select it.
        public let name: String
        /// Its type; ``CELType/nullable(_:)`` where it may be asserted to be none.
        public let type: CELType

        /// Declares a field.
        public init(_ name: String, _ type: CELType) {
            self.name = name
            self.type = type
        }
    }

    /// The name of the type, such as `Audit`.
    public let name: String
    /// The fields in the order of declaration, which is the order of ``StructureValue/fields``.
    public let fields: [Field]
    private let slots: [ScalarString: Int]

    /// Declares a type. Of two fields with the same name the first counts.
    public init(name: String, fields: [Field]) {
        self.name = name
        self.fields = fields
        var slots: [ScalarString: Int] = [:]
        for (position, field) in fields.enumerated() where slots[ScalarString(field.name)] == nil {
            slots[ScalarString(field.name)] = position
        }
        self.slots = slots
    }

    /// The position of a field, or `nil` if the type has none of that name. Complexity: O(1).
    public func slot(of name: String) -> Int? { slots[ScalarString(name)] }
}

/// A record: a value for each field of its type. `.null` says that the fact is asserted to be none, `.unknown` that it
/// is not known.
///
/// The values stand in storage of the record's own that never changes, so that evaluation can look at them in place;
/// that is why it is safe to share between threads.
public final class StructureValue: @unchecked Sendable {
    /// The record's type.
    public let type: StructureType
    /// Where the record stands in the data.
    public let origin: DataPath?
    /// The unknown leaves inside, at whatever depth.
    let unknowns: UnknownSet?
    let slots: UnsafePointer<Value>
    /// How many values a walk through all its parts meets.
    let weight: UInt64

    /// Makes a record. Fields beyond the given values are null; surplus values are dropped.
    public convenience init(type: StructureType, fields: [Value], origin: DataPath? = nil) {
        self.init(type: type, origin: origin) { slot in slot < fields.count ? fields[slot] : .null }
    }

    /// Makes a record, asking for the value of each field in their order, which spares gathering them first.
    public init(type: StructureType, origin: DataPath? = nil, makingFields value: (_ slot: Int) -> Value) {
        self.type = type
        self.origin = origin
        let count = type.fields.count
        let storage = UnsafeMutablePointer<Value>.allocate(capacity: count)
        for slot in 0..<count { (storage + slot).initialize(to: value(slot)) }
        slots = UnsafePointer(storage)
        (unknowns, weight) = Value.summary(UnsafeBufferPointer(start: storage, count: count))
    }

    /// Makes a record of which few fields have a value of their own: all have `standard` but those that are set.
    public init(
        type: StructureType, origin: DataPath?, standard: Value,
        settingFields set: (_ replace: (_ slot: Int, _ value: Value) -> Void) -> Void
    ) {
        self.type = type
        self.origin = origin
        let count = type.fields.count
        let storage = UnsafeMutablePointer<Value>.allocate(capacity: count)
        storage.initialize(repeating: standard, count: count)
        set { slot, value in
            precondition(slot >= 0 && slot < count, "a record has no such field")
            storage[slot] = value
        }
        slots = UnsafePointer(storage)
        (unknowns, weight) = Value.summary(UnsafeBufferPointer(start: storage, count: count))
    }

    /// Whether a field is unknown or holds an unknown value. Complexity: O(1).
    public var containsUnknown: Bool { unknowns != nil }

    deinit {
        let storage = UnsafeMutablePointer(mutating: slots)
        storage.deinitialize(count: type.fields.count)
        storage.deallocate()
    }

    /// The values, in the order of the type's fields. Complexity: O(n), as they are copied.
    public var fields: [Value] { Array(UnsafeBufferPointer(start: slots, count: type.fields.count)) }

    /// The value of a field by name; `nil` if the type has none. Complexity: O(1).
    public subscript(name: String) -> Value? {
        guard let slot = type.slot(of: name) else { return nil }
        return slots[slot]
    }
}
