internal import YAMLTree

/// Finds the marks of block lists and mappings in the source.
enum BlockLayout {
    /// The byte of each item's dash; nil where they are not found as expected.
    static func dashes(of list: YAMLNode, _ bytes: [UInt8]) -> [Int]? {
        var dashes: [Int] = []
        var offset = list.contentStart
        for item in list.items {
            offset = skipSpace(from: offset, bytes)
            guard offset < bytes.count, bytes[offset] == Byte.minus, offset <= item.range.start.offset else {
                return nil
            }
            dashes.append(offset)
            offset = max(item.range.end.offset, offset + 1)
        }
        return dashes
    }

    /// The byte of the colon after a key; nil where it does not follow on the key's line, as after `? key`.
    static func colon(after key: YAMLNode, _ bytes: [UInt8]) -> Int? {
        var offset = key.range.end.offset
        while offset < bytes.count, Byte.isBlank(bytes[offset]) { offset += 1 }
        return offset < bytes.count && bytes[offset] == Byte.colon ? offset : nil
    }

    /// The next byte that is no blank, no line break and not of a comment.
    static func skipSpace(from offset: Int, _ bytes: [UInt8]) -> Int {
        var offset = offset
        while offset < bytes.count {
            if bytes[offset] == Byte.hash {
                while offset < bytes.count, !Byte.isBreak(bytes[offset]) { offset += 1 }
            } else if Byte.isBlank(bytes[offset]) || Byte.isBreak(bytes[offset]) {
                offset += 1
            } else {
                return offset
            }
        }
        return offset
    }
}
