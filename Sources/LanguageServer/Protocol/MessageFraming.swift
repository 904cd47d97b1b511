/// Takes messages out of a stream of bytes, as the base protocol frames them: header fields, an empty line, and as many bytes
/// as `Content-Length` says.
struct MessageFraming {
    /// What the stream gave.
    enum Item: Equatable {
        /// The content of one message.
        case message([UInt8])
        /// A header that cannot be read; what follows it is read as if it had not been there.
        case badHeader
        /// A message of more bytes than are taken; its content is skipped.
        case tooLarge(bytes: Int)
    }

    /// The most bytes of a message.
    static let maxContent = 64 << 20
    /// The most bytes of a header.
    static let maxHeader = 8 << 10
    private static let headerEnd: [UInt8] = Array("\r\n\r\n".utf8)

    /// The most bytes of a message that this framing takes.
    private let limit: Int
    private var buffer: [UInt8] = []
    /// How much of `buffer` is used up.
    private var start = 0
    /// How many bytes of a message that is too large are still to come.
    private var toSkip = 0

    init(limit: Int = MessageFraming.maxContent) { self.limit = limit }

    /// Adds bytes as they come.
    mutating func append(_ bytes: some Sequence<UInt8>) {
        if start > 0, start == buffer.count {
            buffer.removeAll(keepingCapacity: true)
            start = 0
        }
        buffer.append(contentsOf: bytes)
    }

    /// Whether nothing is held back of a message that has begun.
    var isAtRest: Bool { start == buffer.count && toSkip == 0 }

    /// The next whole item; nil where more bytes are needed.
    mutating func next() -> Item? {
        skip()
        guard toSkip == 0, let end = headerEnd() else { return nil }
        guard let length = MessageFraming.contentLength(buffer[start..<end.content]) else {
            start = end.next
            return .badHeader
        }
        if length > limit {
            start = end.next
            toSkip = length
            skip()
            return .tooLarge(bytes: length)
        }
        guard buffer.count - end.next >= length else { return nil }
        let content = Array(buffer[end.next..<(end.next + length)])
        start = end.next + length
        compact()
        return .message(content)
    }

    private mutating func skip() {
        let skipped = min(toSkip, buffer.count - start)
        start += skipped
        toSkip -= skipped
        compact()
    }

    /// Gives back what is used up, seldom enough that many small messages in one read cost no more than one large one.
    private mutating func compact() {
        guard start > 1 << 16 || start == buffer.count else { return }
        buffer.removeFirst(start)
        start = 0
    }

    /// Where the header ends and where what follows it begins; a header without an end past the limit ends there.
    private func headerEnd() -> (content: Int, next: Int)? {
        let mark = MessageFraming.headerEnd
        var index = start
        let last = min(buffer.count, start + MessageFraming.maxHeader)
        while index + mark.count <= last {
            if buffer[index] == mark[0], buffer[index..<(index + mark.count)].elementsEqual(mark) {
                return (index, index + mark.count)
            }
            index += 1
        }
        return buffer.count - start > MessageFraming.maxHeader ? (start, last) : nil
    }

    /// The value of `Content-Length` among header fields; nil where it is missing or no number.
    private static func contentLength(_ header: ArraySlice<UInt8>) -> Int? {
        let text = String(decoding: header, as: UTF8.self)
        for line in text.split(separator: "\r\n") {
            guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == "content-length" else {
                continue
            }
            let digits = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            let number = digits.last == " " ? digits.dropLast() : digits
            guard !number.isEmpty, number.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
            return Int(number)
        }
        return nil
    }

    /// A message as it goes over the wire.
    static func framed(_ value: [UInt8]) -> [UInt8] { Array("Content-Length: \(value.count)\r\n\r\n".utf8) + value }
}
