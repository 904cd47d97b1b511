/// The elements of a list by the value of one field.
///
/// Elements are found by hash alone: those whose field merely has the same hash are found too, and the condition of the
/// join, which is asked of every element found, tells them apart.
final class JoinIndex {
    let list: ListValue
    /// For each bucket its first element, then for each element the next one of its bucket; -1 after the last.
    private let links: UnsafeMutablePointer<Int32>
    private let bucketCount: Int
    /// The positions of elements whose key is unknown, missing or of a type that cannot be looked up.
    let irregular: [Int]

    /// - Parameter list: A list of fewer than 2³¹ elements.
    init(_ list: ListValue, by field: Term.FieldSlot) {
        self.list = list
        var count = 16
        while count < 2 * list.count { count *= 2 }
        bucketCount = count
        links = .allocate(capacity: count + list.count)
        links.initialize(repeating: -1, count: count + list.count)
        var irregular: [Int] = []
        for position in list.elements.indices.reversed() {
            guard let hash = Self.hash(of: field, in: list.elements[position]) else {
                irregular.append(position)
                continue
            }
            let bucket = Int(hash & UInt(count - 1))
            links[count + position] = links[bucket]
            links[bucket] = Int32(truncatingIfNeeded: position)
        }
        self.irregular = irregular.reversed()
    }

    deinit { links.deallocate() }

    /// The first position at which the field may equal a key with a hash, of those that are not ``irregular``; -1 if
    /// there is none.
    func first(_ hash: UInt) -> Int { Int(links[Int(hash & UInt(bucketCount - 1))]) }

    /// The next such position.
    func position(after position: Int) -> Int { Int(links[bucketCount + position]) }

    private static func hash(of field: Term.FieldSlot, in element: Value) -> UInt? {
        guard case .structure(let record) = element, record.type === field.type else { return nil }
        return hash(record.slots + field.slot)
    }

    /// The hash of a value whose equality is plain: strings, truth values and whole numbers. Equal values have equal
    /// hashes.
    static func hash(_ place: UnsafePointer<Value>) -> UInt? {
        switch place.pointee {
        case .string(let text): hash(text)
        case .int(let number): mix(UInt(bitPattern: Int(number)))
        case .bool(let flag): flag ? 1 : 0
        case .null, .uint, .double, .bytes, .list, .map, .structure, .timestamp, .duration, .type, .optional, .opaque,
            .unknown:
            nil
        }
    }

    private static func hash(_ text: String) -> UInt {
        let hash = text.utf8.withContiguousStorageIfAvailable { bytes in
            var hash = UInt(bitPattern: bytes.count)
            let raw = UnsafeRawBufferPointer(bytes)
            var position = 0
            while position + 8 <= raw.count {
                hash = mix(hash ^ raw.loadUnaligned(fromByteOffset: position, as: UInt.self))
                position += 8
            }
            var rest: UInt = 0
            while position < raw.count {
                rest = rest << 8 | UInt(raw[position])
                position += 1
            }
            return mix(hash ^ rest)
        }
        if let hash { return hash }
        return text.utf8.reduce(UInt(bitPattern: text.utf8.count)) { mix($0 ^ UInt($1)) }
    }

    /// Spreads what differs over all bits.
    @inline(__always)
    private static func mix(_ number: UInt) -> UInt {
        let (high, low) = (number ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return high ^ low
    }
}
