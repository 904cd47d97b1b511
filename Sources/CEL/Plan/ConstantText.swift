/// A string that an expression says, laid out to be compared with the data's.
///
/// Its bytes never change, which is why it is safe to share between threads.
final class ConstantText: @unchecked Sendable {
    private let bytes: UnsafeMutableBufferPointer<UInt8>

    init(_ text: String) {
        bytes = .allocate(capacity: text.utf8.count)
        _ = bytes.initialize(from: text.utf8)
    }

    deinit { bytes.deallocate() }

    /// Whether a string consists of the same scalars.
    @inline(__always)
    func equals(_ text: String) -> Bool {
        guard text.utf8.count == bytes.count else { return false }
        return look(at: text) { sameBytes($0, UnsafeBufferPointer(bytes)) }
    }

    /// Whether a string starts with it.
    func starts(_ text: String) -> Bool {
        guard text.utf8.count >= bytes.count else { return false }
        return look(at: text) {
            sameBytes(UnsafeBufferPointer(rebasing: $0[..<bytes.count]), UnsafeBufferPointer(bytes))
        }
    }

    /// Whether a string ends with it. As UTF-8 says where a scalar begins, equal bytes are equal scalars.
    func ends(_ text: String) -> Bool {
        let start = text.utf8.count - bytes.count
        guard start >= 0 else { return false }
        return look(at: text) { sameBytes(UnsafeBufferPointer(rebasing: $0[start...]), UnsafeBufferPointer(bytes)) }
    }

    /// Whether it occurs in a string.
    func occurs(in text: String) -> Bool {
        guard let first = bytes.first else { return true }
        let last = text.utf8.count - bytes.count
        guard last >= 0 else { return false }
        let wanted = UnsafeBufferPointer(bytes)
        return look(at: text) { content in
            for start in 0...last where content[start] == first {
                if sameBytes(UnsafeBufferPointer(rebasing: content[start..<start + wanted.count]), wanted) {
                    return true
                }
            }
            return false
        }
    }

    @inline(__always)
    private func look(at text: String, _ test: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
        if let answer = text.utf8.withContiguousStorageIfAvailable(test) { return answer }
        var copy = text
        return copy.withUTF8(test)
    }
}
