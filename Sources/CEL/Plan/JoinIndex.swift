/// The elements of a list by the value of one field, or by the elements of the list that the field holds.
///
/// Elements are found by hash alone: those whose field merely has the same hash are found too, and the condition of the
/// join, which is asked of every element found, tells them apart.
///
/// It never changes once made, which is why it is safe to share between threads.
final class JoinIndex: @unchecked Sendable {
    private let field: Term.FieldSlot
    private let demand: JoinCondition.Demand
    /// For each bucket its first entry, then for each entry the next one of its bucket; -1 after the last.
    private let links: UnsafeMutablePointer<Int32>
    private let bucketCount: Int
    /// For each entry the position of its element in the list, in order; nil where each element has one entry.
    private let positions: [Int32]?
    /// The positions of elements whose key is unknown, missing or of a type that cannot be looked up.
    let irregular: [Int]

    /// - Parameter list: A list of fewer than 2³¹ elements.
    init?(_ list: ListValue, by field: Term.FieldSlot, _ demand: JoinCondition.Demand) {
        let entries: Entries
        switch demand {
        case .equals: entries = Entries(of: list, by: field)
        case .contains:
            entries = Entries(of: list, containedIn: field)
            guard entries.hashes.count < Int32.max else { return nil }
        }
        self.field = field
        self.demand = demand
        positions = entries.positions
        irregular = entries.irregular
        let hashes = entries.hashes
        var count = 16
        while count < 2 * hashes.count { count *= 2 }
        bucketCount = count
        links = .allocate(capacity: count + hashes.count)
        links.initialize(repeating: -1, count: count + hashes.count)
        for entry in hashes.indices.reversed() {
            guard let hash = hashes[entry] else { continue }
            let bucket = Int(hash & UInt(count - 1))
            links[count + entry] = links[bucket]
            links[bucket] = Int32(truncatingIfNeeded: entry)
        }
    }

    deinit { links.deallocate() }

    /// Whether it is the index by a field.
    func isIndex(by field: Term.FieldSlot, _ demand: JoinCondition.Demand) -> Bool {
        self.field.type === field.type && self.field.slot == field.slot && self.demand == demand
    }

    /// The first entry that may have a key with a hash, of elements that are not ``irregular``; -1 if there is none.
    func first(_ hash: UInt) -> Int { Int(links[Int(hash & UInt(bucketCount - 1))]) }

    /// The next such entry; its element is the same or a later one.
    func entry(after entry: Int) -> Int { Int(links[bucketCount + entry]) }

    /// The position of an entry's element in the list.
    func position(of entry: Int) -> Int { positions.map { Int($0[entry]) } ?? entry }

    /// What an index is made of: a hash for each entry, nil for an irregular element.
    private struct Entries {
        var hashes: [UInt?] = []
        var positions: [Int32]?
        var irregular: [Int] = []

        init(of list: ListValue, by field: Term.FieldSlot) {
            hashes.reserveCapacity(list.count)
            for position in list.elements.indices {
                let hash = JoinIndex.place(of: field, in: list.elements[position]).flatMap { JoinIndex.hash($0) }
                if hash == nil { irregular.append(position) }
                hashes.append(hash)
            }
        }

        init(of list: ListValue, containedIn field: Term.FieldSlot) {
            var positions: [Int32] = []
            hashes.reserveCapacity(list.count)
            positions.reserveCapacity(list.count)
            for position in list.elements.indices {
                let start = hashes.count
                guard let place = JoinIndex.place(of: field, in: list.elements[position]),
                    case .list(let keys) = place.pointee, keys.open == nil, add(keys.elements)
                else {
                    hashes.removeLast(hashes.count - start)
                    irregular.append(position)
                    continue
                }
                for _ in start..<hashes.count { positions.append(Int32(truncatingIfNeeded: position)) }
            }
            self.positions = positions
        }

        /// Adds the hashes of some elements, as far as they can all be looked up.
        /// - Returns: Whether they can.
        private mutating func add(_ elements: [Value]) -> Bool {
            elements.withUnsafeBufferPointer { elements in
                guard let start = elements.baseAddress else { return true }
                for position in elements.indices {
                    guard let hash = JoinIndex.hash(start + position) else { return false }
                    hashes.append(hash)
                }
                return true
            }
        }
    }

    private static func place(of field: Term.FieldSlot, in element: Value) -> UnsafePointer<Value>? {
        guard case .structure(let record) = element, record.type === field.type else { return nil }
        return record.place(of: field.slot)
    }

    /// The hash of a value whose equality is plain: strings, truth values and whole numbers. Equal values have equal
    /// hashes.
    static func hash(_ place: UnsafePointer<Value>) -> UInt? {
        switch place.pointee {
        case .string(let text): text.scalarHash
        case .int(let number): UInt.mixed(UInt(bitPattern: Int(number)))
        case .bool(let flag): flag ? 1 : 0
        case .null, .uint, .double, .bytes, .list, .map, .structure, .timestamp, .duration, .type, .optional, .opaque,
            .unknown:
            nil
        }
    }
}
