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
    /// How many values a walk through all its parts meets.
    let weight: UInt64
    /// The values of the fields that have one of their own, in their order, then the one that all others have.
    private let storage: UnsafeMutablePointer<Value>
    /// How many values there are in storage.
    private let count: Int
    /// The fields that have a value of their own, a bit for each; nil where each field has.
    private let own: UInt64?

    /// Makes a record. Fields beyond the given values are null; surplus values are dropped.
    public convenience init(type: StructureType, fields: [Value], origin: DataPath? = nil) {
        self.init(type: type, origin: origin) { slot in slot < fields.count ? fields[slot] : .null }
    }

    /// Makes a record, asking for the value of each field in their order, which spares gathering them first.
    public init(type: StructureType, origin: DataPath? = nil, makingFields value: (_ slot: Int) -> Value) {
        self.type = type
        self.origin = origin
        own = nil
        count = type.fields.count
        storage = UnsafeMutablePointer<Value>.allocate(capacity: count)
        for slot in 0..<count { (storage + slot).initialize(to: value(slot)) }
        (unknowns, weight) = Value.summary(UnsafeBufferPointer(start: storage, count: count))
    }

    /// Makes a record of which few fields have a value of their own, and all others the same.
    ///
    /// What is the same for many fields stands once, which spares most of the work of making a record of which little is known.
    /// - Parameters:
    ///   - standard: The value of the fields that have none of their own.
    ///   - slots: The fields that have a value of their own, each once, in whatever order.
    ///   - value: The value of the field at a position in `slots`; each is asked for once, in their order.
    public init(
        type: StructureType, origin: DataPath?, standard: Value, slots: UnsafeBufferPointer<Int>,
        makingFields value: (_ position: Int) -> Value
    ) {
        self.type = type
        self.origin = origin
        let fieldCount = type.fields.count
        var own: UInt64 = 0
        for slot in slots {
            precondition(slot >= 0 && slot < fieldCount, "a record has no such field")
            // A field beyond the last bit has none; its type gets a place for every field.
            if slot < UInt64.bitWidth { own |= 1 << UInt64(slot) }
        }
        let isSparse = fieldCount <= UInt64.bitWidth
        precondition(!isSparse || own.nonzeroBitCount == slots.count, "a field is given twice")
        self.own = isSparse ? own : nil
        count = isSparse ? slots.count + 1 : fieldCount
        storage = UnsafeMutablePointer<Value>.allocate(capacity: count)
        var summary = Value.Summary()
        if !isSparse { storage.initialize(repeating: standard, count: count) }
        for position in slots.indices {
            let slot = slots[position]
            let made = value(position)
            summary.add(made)
            if isSparse {
                (storage + Self.position(of: slot, among: own)).initialize(to: made)
            } else {
                storage[slot] = made
            }
        }
        if isSparse { (storage + slots.count).initialize(to: standard) }
        summary.add(standard, times: fieldCount - slots.count)
        unknowns = summary.unknowns
        weight = summary.weight
    }

    /// Where the value of a field stands.
    /// - Precondition: The type has a field at that position.
    @inline(__always)
    func place(of slot: Int) -> UnsafePointer<Value> {
        guard let own else { return UnsafePointer(storage + slot) }
        let isOwn = own & (1 << UInt64(slot)) != 0
        return UnsafePointer(storage + (isOwn ? Self.position(of: slot, among: own) : count - 1))
    }

    /// How many fields that have a value of their own stand before one.
    @inline(__always)
    private static func position(of slot: Int, among own: UInt64) -> Int {
        (own & ((1 << UInt64(slot)) &- 1)).nonzeroBitCount
    }

    /// Whether a field is unknown or holds an unknown value. Complexity: O(1).
    public var containsUnknown: Bool { unknowns != nil }

    deinit {
        storage.deinitialize(count: count)
        storage.deallocate()
    }

    /// The values, in the order of the type's fields. Complexity: O(n), as they are copied.
    public var fields: [Value] { type.fields.indices.map { place(of: $0).pointee } }

    /// The value of a field by name; `nil` if the type has none. Complexity: O(1).
    public subscript(name: String) -> Value? {
        guard let slot = type.slot(of: name) else { return nil }
        return place(of: slot).pointee
    }
}
