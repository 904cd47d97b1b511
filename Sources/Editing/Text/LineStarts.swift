/// Where lines begin. LF, CRLF and CR each end a line, as in YAML.
public enum LineStarts {
    /// The offset of the first byte of every line; a last line break opens one more, empty line.
    public static func find(in bytes: [UInt8]) -> [Int] {
        var starts: [Int] = [0]
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            guard byte == Byte.lineFeed || byte == Byte.carriageReturn else { continue }
            if byte == Byte.carriageReturn, index < bytes.count, bytes[index] == Byte.lineFeed { index += 1 }
            starts.append(index)
        }
        return starts
    }
}

/// The ASCII bytes that matter when YAML is written.
enum Byte {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let hash: UInt8 = 0x23
    static let plus: UInt8 = 0x2B
    static let minus: UInt8 = 0x2D
    static let colon: UInt8 = 0x3A

    static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }
    static func isBreak(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }
}
