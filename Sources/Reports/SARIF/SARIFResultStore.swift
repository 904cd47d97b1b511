internal import Assessor
internal import Model

/// The results of a run in order, no more than a run may have: the gravest are kept, and of one level the first.
///
/// That is why results are held until the end rather than streamed; the limit bounds what is held.
struct SARIFResultStore {
    private struct Entry {
        let number: Int
        let bytes: [UInt8]
    }

    private static let levels: [Level?] = [.error, .warning, .note, nil]

    private let limit: Int
    private var entries: [[Entry]] = [[], [], [], []]
    private var count = 0
    private var seen = 0
    /// How many were left out, by level.
    private(set) var leftOut: [String: Int] = [:]

    init(limit: Int) { self.limit = limit }

    /// Takes a result.
    mutating func add(_ bytes: [UInt8], _ level: Level?) {
        seen += 1
        let rank = SARIFResultStore.levels.firstIndex(of: level) ?? 3
        if count == limit {
            let last = entries.lastIndex { !$0.isEmpty } ?? rank
            guard last > rank else {
                drop(rank)
                return
            }
            entries[last].removeLast()
            count -= 1
            drop(last)
        }
        entries[rank].append(Entry(number: seen, bytes: bytes))
        count += 1
    }

    private mutating func drop(_ rank: Int) {
        leftOut[SARIFResultStore.levels[rank]?.rawValue ?? "none", default: 0] += 1
    }

    /// The results that were kept, in the order they came.
    var results: [[UInt8]] { entries.flatMap(\.self).sorted { $0.number < $1.number }.map(\.bytes) }
}
