/// Checks the keys of one mapping when its end has come.
struct KeyCheck {
    /// Up to this many keys, comparing each with each is quicker than a dictionary.
    private static let pairwiseLimit = 12
    /// Up to this many keys a mapping is a usual one.
    private static let usualLimit = 48

    private(set) var errors: [YAMLError] = []
    private let records: [NodeRecord]
    private let text: [UInt8]

    init(records: [NodeRecord], text: [UInt8]) {
        self.records = records
        self.text = text
    }

    /// Finds the errors in the keys at `first`, `first + 2`, … and takes the wrong entries out of `pending`.
    mutating func check(_ pending: inout [UInt32], from first: Int) {
        guard !isFlawless(pending[first...]) else { return }
        var wrong: Set<Int> = []
        for place in stride(from: first, to: pending.count, by: 2) {
            let isKey: Bool = accept(pending[place])
            if !isKey {
                wrong.insert(place)
            }
        }
        let places: [Int] = stride(from: first, to: pending.count, by: 2).filter { !wrong.contains($0) }
        for (place, earlier) in repeats(of: places, in: pending) {
            wrong.insert(place)
            let key: UInt32 = pending[place]
            let related = YAMLRelatedPlace(.firstKey, at: records[Int(pending[earlier])].range)
            errors.append(
                YAMLError(.duplicateKey(string(of: content(key))), at: records[Int(key)].range, related: [related]))
        }
        guard !wrong.isEmpty else { return }
        var kept: [UInt32] = []
        for place in stride(from: first, to: pending.count, by: 2) where !wrong.contains(place) {
            kept.append(pending[place])
            kept.append(pending[place + 1])
        }
        pending.replaceSubrange(first..., with: kept)
    }

    /// The quick answer for the usual mapping: keys of ASCII, not too many, and nothing wrong with them.
    private func isFlawless(_ entries: ArraySlice<UInt32>) -> Bool {
        guard entries.count <= 2 * Self.usualLimit else { return false }
        // Every mapping of every file comes by here: nothing is copied on the way.
        return records.withUnsafeBufferPointer { records in
            text.withUnsafeBufferPointer { text in
                withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.usualLimit) { seen in
                    var count: Int = 0
                    for place in stride(from: entries.startIndex, to: entries.endIndex, by: 2) {
                        let key = Int(entries[place])
                        guard records[key].kind == .scalar, records[key].isASCII else { return false }
                        let mark = Self.mark(of: text, from: Int(records[key].first), Int(records[key].count))
                        // That two keys may be the same, and what `<<` asks, is for the thorough answer.
                        guard mark != Self.mergeKey else { return false }
                        for earlier in 0..<count where seen[earlier] == mark { return false }
                        seen[count] = mark
                        count += 1
                    }
                    return true
                }
            }
        }
    }

    /// The length of a key, its first four bytes and its last three, which tell most keys of a mapping apart.
    private static func mark(of text: UnsafeBufferPointer<UInt8>, from start: Int, _ count: Int) -> UInt64 {
        var word: UInt64 = 0
        for place in start..<(start + min(count, 4)) { word = word << 8 | UInt64(text[place]) }
        for place in max(start, start + count - 3)..<(start + count) { word = word << 8 | UInt64(text[place]) }
        return word << 8 | UInt64(truncatingIfNeeded: count)
    }

    /// The mark of `<<`.
    private static let mergeKey: UInt64 = 0x3C3C_3C3C_02

    private func isMergeKey(_ record: NodeRecord) -> Bool {
        record.style == .plain && record.count == 2 && bytes(of: record).elementsEqual("<<".utf8)
    }

    private mutating func accept(_ key: UInt32) -> Bool {
        let record: NodeRecord = content(key)
        let range: SourceRange = records[Int(key)].range
        switch record.kind {
        case .scalar:
            guard isMergeKey(record) else { return true }
            errors.append(YAMLError(.mergeKey, at: range))
            return false
        case .sequence:
            errors.append(YAMLError(.nonScalarKey(.sequence), at: range))
            return false
        case .mapping:
            errors.append(YAMLError(.nonScalarKey(.mapping), at: range))
            return false
        case .missing, .alias:
            // Reported as an unknown alias already.
            return false
        }
    }

    private func repeats(of places: [Int], in pending: [UInt32]) -> [(place: Int, earlier: Int)] {
        var found: [(place: Int, earlier: Int)] = []
        if places.count <= Self.pairwiseLimit {
            for (count, place) in places.enumerated() {
                let record: NodeRecord = content(pending[place])
                let earlier: Int? = places[..<count].first { isSame(content(pending[$0]), record) }
                if let earlier {
                    found.append((place, earlier))
                }
            }
            return found
        }
        var seen: [String: Int] = Dictionary(minimumCapacity: places.count)
        for place in places {
            let key: String = string(of: content(pending[place]))
            if let earlier: Int = seen[key] {
                found.append((place, earlier))
            } else {
                seen[key] = place
            }
        }
        return found
    }

    private func isSame(_ left: NodeRecord, _ right: NodeRecord) -> Bool {
        if left.isASCII, right.isASCII, left.count != right.count {
            return false
        }
        if left.count == right.count, bytes(of: left).elementsEqual(bytes(of: right)) {
            return true
        }
        return left.isASCII && right.isASCII ? false : string(of: left) == string(of: right)
    }

    private func content(_ index: UInt32) -> NodeRecord {
        let record: NodeRecord = records[Int(index)]
        return record.kind == .alias ? records[Int(record.first)] : record
    }

    private func bytes(of record: NodeRecord) -> ArraySlice<UInt8> {
        text[Int(record.first)..<Int(record.first + record.count)]
    }

    private func string(of record: NodeRecord) -> String {
        String(decoding: bytes(of: record), as: UTF8.self)
    }
}
