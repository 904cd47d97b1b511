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
        ConstantTexts.look(at: text, test)
    }
}

/// Several strings that an expression says, laid out to be looked for.
///
/// Their bytes never change, which is why it is safe to share between threads.
final class ConstantTexts: @unchecked Sendable {
    /// A string by its length and its first eight bytes, which mostly tell it from others.
    private struct Entry {
        let head: UInt64
        let bytes: UnsafeBufferPointer<UInt8>
    }

    /// Longer lists are looked up.
    private static let longest = 8

    private let entries: UnsafeMutableBufferPointer<Entry>
    private let strings: Set<ScalarString>

    init(_ strings: Set<ScalarString>) {
        self.strings = strings
        entries = .allocate(capacity: strings.count > Self.longest ? 0 : strings.count)
        guard !entries.isEmpty else { return }
        _ = entries.initialize(
            from: strings.map { string in
                let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: string.text.utf8.count)
                _ = bytes.initialize(from: string.text.utf8)
                return Entry(head: Self.head(UnsafeBufferPointer(bytes)), bytes: UnsafeBufferPointer(bytes))
            })
    }

    deinit {
        for entry in entries { entry.bytes.deallocate() }
        entries.deallocate()
    }

    /// Whether one of them consists of the same scalars as a string.
    @inline(__always)
    func contain(_ text: String) -> Bool {
        if entries.isEmpty { return strings.contains(ScalarString(text)) }
        return Self.look(at: text) { bytes in
            let head = Self.head(bytes)
            for entry in entries where entry.head == head && entry.bytes.count == bytes.count {
                if bytes.count <= 8 || sameBytes(entry.bytes, bytes) { return true }
            }
            return false
        }
    }

    /// The first eight bytes as a number, fewer if there are no more.
    @inline(__always)
    private static func head(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(bytes)
        if raw.count >= 8 { return raw.loadUnaligned(as: UInt64.self) }
        var head: UInt64 = 0
        for byte in raw { head = head << 8 | UInt64(byte) }
        return head
    }

    @inline(__always)
    static func look(at text: String, _ test: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
        if let answer = text.utf8.withContiguousStorageIfAvailable(test) { return answer }
        var copy = text
        return copy.withUTF8(test)
    }
}
