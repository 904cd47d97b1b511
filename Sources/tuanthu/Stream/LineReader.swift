internal import Files

/// The lines of standard input, each at most so long; of a longer one no byte more is kept.
struct LineReader {
    /// A line without its line break.
    enum Line {
        case whole([UInt8])
        case tooLong
    }

    private let input: InputStream
    private let limit: Int
    private var buffer: [UInt8] = []
    /// Where the lines begin that were not taken yet.
    private var start = 0
    /// Up to where there is no line break.
    private var searched = 0
    private var isAtEnd = false
    /// How many lines were taken.
    private(set) var count = 0

    init(_ input: InputStream = .standardInput, limit: Int) {
        self.input = input
        self.limit = limit
    }

    /// Whether the next line, or a part of it, can be had without waiting.
    var isReady: Bool { isAtEnd || start < buffer.count || input.isReady(within: 0) }

    /// The next line; nil at the end.
    mutating func next() throws(FileError) -> Line? {
        let line = try read()
        if line != nil { count += 1 }
        return line
    }

    private mutating func read() throws(FileError) -> Line? {
        while true {
            if let end = lineEnd() { return take(upTo: end) }
            if isAtEnd { return start < buffer.count ? take(upTo: buffer.count) : nil }
            if buffer.count - start > limit { return try skipLine() }
            try fill()
        }
    }

    private mutating func lineEnd() -> Int? {
        let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n"))
        searched = end ?? buffer.count
        return end
    }

    private mutating func take(upTo end: Int) -> Line {
        let line = buffer[start..<end]
        start = min(end + 1, buffer.count)
        searched = start
        return line.count > limit ? .tooLong : .whole(Array(line))
    }

    private mutating func fill() throws(FileError) {
        if start > 0 {
            buffer.removeFirst(start)
            searched -= start
            start = 0
        }
        let bytes = try input.read(atMost: 1 << 20)
        isAtEnd = bytes.isEmpty
        buffer += bytes
    }

    private mutating func skipLine() throws(FileError) -> Line {
        while !isAtEnd {
            if let end = lineEnd() {
                start = end + 1
                searched = start
                return .tooLong
            }
            buffer.removeAll(keepingCapacity: true)
            start = 0
            searched = 0
            try fill()
        }
        return .tooLong
    }
}
