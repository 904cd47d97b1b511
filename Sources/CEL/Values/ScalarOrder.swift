// Swift compares strings by canonical equivalence; CEL compares them by Unicode scalars, whose order is that of the
// bytes of UTF-8. Every comparison of strings in this module goes through the functions of this file.

/// Whether two strings consist of the same scalars.
@inline(__always)
func sameScalars(_ left: String, _ right: String) -> Bool {
    guard left.utf8.count == right.utf8.count else { return false }
    let answer = left.utf8.withContiguousStorageIfAvailable { first in
        right.utf8.withContiguousStorageIfAvailable { second in sameBytes(first, second) }
    }
    if case .some(.some(let isSame)) = answer { return isSame }
    return left.utf8.elementsEqual(right.utf8)
}

/// Whether two buffers of the same length hold the same bytes; eight at a time.
@inline(__always)
func sameBytes(_ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>) -> Bool {
    let one = UnsafeRawBufferPointer(first)
    let other = UnsafeRawBufferPointer(second)
    var position = 0
    while position + 8 <= one.count {
        let word = one.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        if word != other.loadUnaligned(fromByteOffset: position, as: UInt64.self) { return false }
        position += 8
    }
    while position < one.count {
        if one[position] != other[position] { return false }
        position += 1
    }
    return true
}

/// Whether `left` comes before `right` in the order of scalars.
func scalarsPrecede(_ left: String, _ right: String) -> Bool { compareScalars(left, right) < 0 }

/// A negative number, zero or a positive number as `left` is before, equal to or after `right` by scalars.
func compareScalars(_ left: String, _ right: String) -> Int {
    var one = left
    var other = right
    return one.withUTF8 { first in
        other.withUTF8 { second in
            for (byte, otherByte) in zip(first, second) where byte != otherByte {
                return byte < otherByte ? -1 : 1
            }
            return first.count - second.count
        }
    }
}

/// A string as a hash key by scalars.
struct ScalarString: Hashable, Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: ScalarString, right: ScalarString) -> Bool { sameScalars(left.text, right.text) }

    func hash(into hasher: inout Hasher) {
        var copy = text
        copy.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension String {
    /// A number that is the same for the same scalars, and seldom for others: for tables of which the work is bounded even where it is
    /// the same for all, as it is no guard against texts that were chosen to be so.
    var scalarHash: UInt {
        let hash = utf8.withContiguousStorageIfAvailable { bytes in
            var hash = UInt(bitPattern: bytes.count)
            let raw = UnsafeRawBufferPointer(bytes)
            var position = 0
            while position + 8 <= raw.count {
                hash = .mixed(hash ^ raw.loadUnaligned(fromByteOffset: position, as: UInt.self))
                position += 8
            }
            var rest: UInt = 0
            while position < raw.count {
                rest = rest << 8 | UInt(raw[position])
                position += 1
            }
            return UInt.mixed(hash ^ rest)
        }
        if let hash { return hash }
        var copy = self
        copy.makeContiguousUTF8()
        return copy.scalarHash
    }
}

extension UInt {
    /// A number in which what differs is spread over all bits.
    @inline(__always)
    static func mixed(_ number: UInt) -> UInt {
        let (high, low) = (number ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return high ^ low
    }
}
