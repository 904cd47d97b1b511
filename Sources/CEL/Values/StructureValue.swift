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
    /// The position of the field whose name belongs into a bucket, or into one before it that was taken; -1 for none. There are twice
    /// as many buckets as fields, a power of two.
    private let buckets: [Int32]

    /// Declares a type. Of two fields with the same name the first counts.
    public init(name: String, fields: [Field]) {
        self.name = name
        self.fields = fields
        var count = 2
        while count < 2 * fields.count { count *= 2 }
        var buckets = [Int32](repeating: -1, count: count)
        for (position, field) in fields.enumerated() {
            var bucket = Int(field.name.scalarHash & UInt(count - 1))
            while buckets[bucket] >= 0 { bucket = (bucket + 1) & (count - 1) }
            buckets[bucket] = Int32(position)
        }
        self.buckets = buckets
    }

    /// The position of a field, or `nil` if the type has none of that name. Complexity: O(1) on average.
    public func slot(of name: String) -> Int? {
        var bucket = Int(name.scalarHash & UInt(buckets.count - 1))
        while buckets[bucket] >= 0 {
            let position = Int(buckets[bucket])
            if sameScalars(fields[position].name, name) { return position }
            bucket = (bucket + 1) & (buckets.count - 1)
        }
        return nil
    }
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

    /// Makes a record of which few fields have a value of their own: all have `standard` but those that are set, each once.
    public init(
        type: StructureType, origin: DataPath?, standard: Value,
        settingFields set: (_ replace: (_ slot: Int, _ value: Value) -> Void) -> Void
    ) {
        self.type = type
        self.origin = origin
        let count = type.fields.count
        let storage = UnsafeMutablePointer<Value>.allocate(capacity: count)
        storage.initialize(repeating: standard, count: count)
        // What is set is summed up as it is set, so that the other fields need not be gone through.
        var summary = Value.Summary()
        var left = count
        set { slot, value in
            precondition(slot >= 0 && slot < count, "a record has no such field")
            storage[slot] = value
            summary.add(value)
            left -= 1
        }
        summary.add(standard, times: max(0, left))
        slots = UnsafePointer(storage)
        unknowns = summary.unknowns
        weight = summary.weight
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
