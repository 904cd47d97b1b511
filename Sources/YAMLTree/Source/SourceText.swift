internal import Synchronization

/// The bytes of one source file under the name it is shown by, whose lines are found when somebody asks for them.
///
/// Copies share one storage. The bytes need not be valid UTF-8.
public struct SourceText: Sendable {
    private final class Storage: Sendable {
        let name: String
        let bytes: [UInt8]
        private let lines = AtomicLazyReference<Lines>()

        init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }

        /// Where lines start. Most files are right and no message shows their lines, so they are found when first wanted.
        var lineStarts: [UInt32] {
            let known = lines.load() ?? lines.storeIfNil(Lines(starts: SourceText.lineStarts(of: bytes)))
            return known.starts
        }
    }

    private final class Lines: Sendable {
        let starts: [UInt32]

        init(starts: [UInt32]) { self.starts = starts }
    }

    private let storage: Storage

    /// The name the file is shown by in messages, usually its path.
    public var name: String { storage.name }

    /// The bytes of the file as they were given, a byte order mark included.
    public var bytes: [UInt8] { storage.bytes }

    /// How many lines there are; a last line break opens one more, empty line.
    public var lineCount: Int { storage.lineStarts.count }

    /// Keeps the bytes of a file.
    public init(name: String, bytes: [UInt8]) {
        self.storage = Storage(name: name, bytes: bytes)
    }

    /// The text of line `number` (from 1) without its line break or a byte order mark; nil where there is no such line.
    ///
    /// Bytes that are not UTF-8 come out as U+FFFD.
    public func line(_ number: Int) -> String? {
        guard number >= 1, number <= lineCount else { return nil }
        let bytes: [UInt8] = storage.bytes
        let start: Int = contentStart(ofLine: number)
        var end: Int = number < lineCount ? Int(storage.lineStarts[number]) : bytes.count
        while end > start, bytes[end - 1] == ASCII.lineFeed || bytes[end - 1] == ASCII.carriageReturn {
            end -= 1
        }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// The position of the byte at `offset`, which is brought into `0...bytes.count` first.
    ///
    /// Takes time in proportion to the length of the line; the first time, in proportion to the bytes.
    public func position(atByte offset: Int) -> SourcePosition {
        let bytes: [UInt8] = storage.bytes
        let place: Int = min(max(offset, 0), bytes.count)
        let line: Int = lineNumber(ofByte: place)
        let start: Int = contentStart(ofLine: line)
        var column: Int = 1
        if start < place {
            for byte in bytes[start..<place] where byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return SourcePosition(line: line, column: column, offset: place)
    }

    private func lineNumber(ofByte offset: Int) -> Int {
        var low: Int = 0
        var high: Int = storage.lineStarts.count
        while high - low > 1 {
            let middle: Int = (low + high) / 2
            if Int(storage.lineStarts[middle]) <= offset {
                low = middle
            } else {
                high = middle
            }
        }
        return low + 1
    }

    private func contentStart(ofLine number: Int) -> Int {
        number == 1 ? ByteOrderMark.length(in: storage.bytes) : Int(storage.lineStarts[number - 1])
    }

    private static func lineStarts(of bytes: [UInt8]) -> [UInt32] {
        var starts: [UInt32] = [0]
        bytes.withUnsafeBufferPointer { bytes in
            var index: Int = 0
            while index < bytes.count {
                let byte: UInt8 = bytes[index]
                index += 1
                guard byte == ASCII.lineFeed || byte == ASCII.carriageReturn else { continue }
                if byte == ASCII.carriageReturn, index < bytes.count, bytes[index] == ASCII.lineFeed {
                    index += 1
                }
                starts.append(UInt32(truncatingIfNeeded: index))
            }
        }
        return starts
    }
}
