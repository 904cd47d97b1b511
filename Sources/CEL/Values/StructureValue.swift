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
    private let names: NameIndex

    /// Declares a type. Of two fields with the same name the first counts.
    public init(name: String, fields: [Field]) {
        self.name = name
        self.fields = fields
        names = NameIndex(fields.map(\.name))
    }

    /// The position of a field, or `nil` if the type has none of that name. Complexity: O(1) on average.
    /// - Parameter expected: Where it most likely is: then it is found without looking it up.
    public func slot(of name: String, expecting expected: Int? = nil) -> Int? {
        if let expected, expected >= 0, expected < names.count, sameScalars(names[expected], name) { return expected }
        return names.position(of: name)
    }
}

/// A record: a value for each field of its type. `.null` says that the fact is asserted to be none, `.unknown` that it
/// is not known.
///
/// The values stand in storage of the record's own that never changes, so that evaluation can look at them in place;
/// that is why it is safe to share between threads.
public struct StructureValue: @unchecked Sendable {
    private let storage: Storage

    private struct Head {
        let type: StructureType
        let origin: DataPath?
        /// How many values there are in storage.
        let count: Int
        /// The fields that have a value of their own, a bit for each; nil where each field has.
        let own: UInt64?
        var unknowns: UnknownSet?
        var weight: UInt64 = 1

        mutating func note(_ summary: Value.Summary) {
            unknowns = summary.unknowns
            weight = summary.weight
        }
    }

    /// What is told of the record, then the values of the fields that have one of their own, in their order, then the one that all
    /// others have: one allocation for all of it, as there are records by the thousand. What is told stands among the elements, as a
    /// buffer's own header is guarded at each access.
    private final class Storage: ManagedBuffer<Void, Value> {
        /// Storage whose values are yet to be made: all of them, before anything else is done with it.
        static func make(_ head: consuming Head) -> Storage {
            let storage = unsafeDowncast(create(minimumCapacity: room + head.count) { _ in () }, to: Storage.self)
            let start = storage.withUnsafeMutablePointerToElements { UnsafeMutableRawPointer($0) }
            start.bindMemory(to: Head.self, capacity: 1).initialize(to: head)
            return storage
        }

        /// The places that the head takes.
        private static var room: Int {
            let stride = MemoryLayout<Value>.stride
            return (MemoryLayout<Head>.size + stride - 1) / stride
        }

        @inline(__always)
        var head: UnsafeMutablePointer<Head> {
            withUnsafeMutablePointerToElements { UnsafeMutableRawPointer($0).assumingMemoryBound(to: Head.self) }
        }

        @inline(__always)
        var values: UnsafeMutablePointer<Value> { withUnsafeMutablePointerToElements { $0 + Self.room } }

        deinit {
            values.deinitialize(count: head.pointee.count)
            head.deinitialize(count: 1)
        }
    }

    /// Makes a record. Fields beyond the given values are null; surplus values are dropped.
    public init(type: StructureType, fields: [Value], origin: DataPath? = nil) {
        self.init(type: type, origin: origin) { slot in slot < fields.count ? fields[slot] : .null }
    }

    /// Makes a record, asking for the value of each field in their order, which spares gathering them first.
    public init(type: StructureType, origin: DataPath? = nil, makingFields value: (_ slot: Int) -> Value) {
        let count = type.fields.count
        storage = .make(Head(type: type, origin: origin, count: count, own: nil))
        let values = storage.values
        var summary = Value.Summary()
        for slot in 0..<count {
            (values + slot).initialize(to: value(slot))
            summary.add(values[slot])
        }
        storage.head.pointee.note(summary)
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
        let fieldCount = type.fields.count
        var own: UInt64 = 0
        for slot in slots {
            precondition(slot >= 0 && slot < fieldCount, "a record has no such field")
            // A field beyond the last bit has none; its type gets a place for every field.
            if slot < UInt64.bitWidth { own |= 1 << UInt64(slot) }
        }
        let isSparse = fieldCount <= UInt64.bitWidth
        precondition(!isSparse || own.nonzeroBitCount == slots.count, "a field is given twice")
        let count = isSparse ? slots.count + 1 : fieldCount
        storage = .make(Head(type: type, origin: origin, count: count, own: isSparse ? own : nil))
        let values = storage.values
        var summary = Value.Summary()
        if !isSparse { values.initialize(repeating: standard, count: count) }
        for position in slots.indices {
            let slot = slots[position]
            let made = value(position)
            summary.add(made)
            if isSparse {
                (values + Self.position(of: slot, among: own)).initialize(to: made)
            } else {
                values[slot] = made
            }
        }
        if isSparse { (values + slots.count).initialize(to: standard) }
        summary.add(standard, times: fieldCount - slots.count)
        storage.head.pointee.note(summary)
    }

    /// The record's type.
    public var type: StructureType { storage.head.pointee.type }
    /// Where the record stands in the data.
    public var origin: DataPath? { storage.head.pointee.origin }
    /// The unknown leaves inside, at whatever depth.
    var unknowns: UnknownSet? { storage.head.pointee.unknowns }
    /// How many values a walk through all its parts meets.
    var weight: UInt64 { storage.head.pointee.weight }

    /// Where the value of a field stands.
    /// - Precondition: The type has a field at that position.
    @inline(__always)
    func place(of slot: Int) -> UnsafePointer<Value> {
        let values = UnsafePointer(storage.values)
        guard let own = storage.head.pointee.own else { return values + slot }
        let isOwn = own & (1 << UInt64(slot)) != 0
        return values + (isOwn ? Self.position(of: slot, among: own) : storage.head.pointee.count - 1)
    }

    /// How many fields that have a value of their own stand before one.
    @inline(__always)
    private static func position(of slot: Int, among own: UInt64) -> Int {
        (own & ((1 << UInt64(slot)) &- 1)).nonzeroBitCount
    }

    /// Whether a field is unknown or holds an unknown value. Complexity: O(1).
    public var containsUnknown: Bool { unknowns != nil }

    /// The values, in the order of the type's fields. Complexity: O(n), as they are copied.
    public var fields: [Value] { type.fields.indices.map { place(of: $0).pointee } }

    /// The value of a field by name; `nil` if the type has none. Complexity: O(1).
    public subscript(name: String) -> Value? {
        guard let slot = type.slot(of: name) else { return nil }
        return place(of: slot).pointee
    }
}
