/// How an entry stands in its file: a line that says what it is, whose it is and what its bytes add up to; a line for each table; an
/// empty line; the result.
///
///     tuanthu-cache/1 KEY CHECKSUM
///     SHA256 NAME
///
///     …
enum EntryFormat {
    /// The most bytes of an entry; a larger result is not kept.
    static let maxBytes = 64 << 20

    private static let kind = "tuanthu-cache/1"

    /// The bytes of an entry; nil where a name cannot stand on a line.
    static func bytes(of entry: ResultCache.Entry, _ key: CacheKey) -> [UInt8]? {
        var body: [UInt8] = []
        for table in entry.tables {
            if table.name.utf8.contains(UInt8(ascii: "\n")) { return nil }
            body += "\(table.digest) \(table.name)\n".utf8
        }
        body += "\n".utf8
        body += entry.result
        return Array(head(key, body[...]).utf8) + body
    }

    /// The entry of some bytes; nil where they are not just those of an entry of this key.
    static func read(_ bytes: [UInt8], of key: CacheKey) -> ResultCache.Entry? {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        var rest = bytes[(end + 1)...]
        guard bytes[...end].elementsEqual(head(key, rest).utf8) else { return nil }
        var tables: [ResultCache.Table] = []
        while let next = rest.firstIndex(of: UInt8(ascii: "\n")) {
            let line = rest[..<next]
            rest = rest[(next + 1)...]
            if line.isEmpty { return ResultCache.Entry(tables: tables, result: Array(rest)) }
            guard let table = table(line) else { return nil }
            tables.append(table)
        }
        return nil
    }

    private static func table(_ line: ArraySlice<UInt8>) -> ResultCache.Table? {
        guard let space = line.firstIndex(of: UInt8(ascii: " ")), line.distance(from: line.startIndex, to: space) == 64
        else { return nil }
        return ResultCache.Table(
            name: String(decoding: line[(space + 1)...], as: UTF8.self),
            digest: String(decoding: line[..<space], as: UTF8.self))
    }

    private static func head(_ key: CacheKey, _ body: ArraySlice<UInt8>) -> String {
        "\(kind) \(key.digest) \(body.count)-\(String(checksum(body), radix: 16))\n"
    }

    /// A checksum against damage, not against malice: whoever can write the folder can write the rules, too. FNV-1a over words of eight
    /// bytes, each mixed into the lower half as well; it costs a fraction of a digest.
    private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.withUnsafeBytes { bytes in
            var sum: UInt64 = 0xcbf2_9ce4_8422_2325
            let whole = bytes.count & ~7
            for offset in stride(from: 0, to: whole, by: 8) {
                sum = mixed(sum, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            }
            for byte in bytes[whole...] { sum = mixed(sum, UInt64(byte)) }
            return sum
        }
    }

    private static func mixed(_ sum: UInt64, _ word: UInt64) -> UInt64 {
        let product = (sum ^ word.littleEndian) &* 0x0000_0100_0000_01b3
        return product ^ (product >> 29)
    }
}
