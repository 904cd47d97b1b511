import Foundation
import ResultCache
import Testing

/// What is kept comes back whole or not at all.
@Suite final class ResultCacheTests {
    private let folder: String
    private let cache: ResultCache
    private let key = CacheKey().adding("statement", "tuanthu: statement/1")
    private let entry = ResultCache.Entry(
        tables: [
            ResultCache.Table(name: "bảng một.csv", digest: String(repeating: "a", count: 64)),
            ResultCache.Table(name: "b.csv", digest: String(repeating: "0", count: 64)),
        ], result: Array("kết quả\n\nhai dòng".utf8))

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("cache-\(UUID().uuidString)").path
        cache = try ResultCache(folder: folder)
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: folder) } catch { print("cannot remove \(folder): \(error)") }
    }

    private func files() throws -> [String] {
        let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return all.filter { $0.hasSuffix(".entry") || $0.hasSuffix(".new") }.sorted()
    }

    private func file() throws -> URL {
        URL(fileURLWithPath: folder).appendingPathComponent(try #require(try files().first))
    }

    @Test func whatIsKeptComesBack() throws {
        #expect(cache.entry(key) == nil)
        #expect(cache.keep(entry, under: key))
        #expect(cache.entry(key) == entry)
        #expect(cache.entry(key.adding("more", "")) == nil)
        let empty = ResultCache.Entry(tables: [], result: [])
        #expect(cache.keep(empty, under: key))
        #expect(cache.entry(key) == empty)
        #expect(try files().count == 1)
        #expect(try ResultCache(folder: folder).entry(key) == empty)
    }

    @Test func anyByteThatChangesMakesItNone() throws {
        #expect(cache.keep(entry, under: key))
        let file = try file()
        let whole = Array(try Data(contentsOf: file))
        for index in whole.indices {
            for change in [UInt8(0x01), 0x80] {
                var damaged = whole
                damaged[index] ^= change
                try Data(damaged).write(to: file)
                #expect(cache.entry(key) == nil, "byte \(index)")
            }
            try Data(whole[..<index]).write(to: file)
            #expect(cache.entry(key) == nil, "cut at \(index)")
        }
        try Data(whole + [0]).write(to: file)
        #expect(cache.entry(key) == nil)
        #expect(cache.keep(entry, under: key))
        #expect(cache.entry(key) == entry)
    }

    @Test func anEntryOfAnotherKeyIsNone() throws {
        #expect(cache.keep(entry, under: key))
        let other = key.adding("as_of", "2021-07-31")
        #expect(cache.keep(ResultCache.Entry(tables: [], result: [1]), under: other))
        let paths = try files().map { URL(fileURLWithPath: folder).appendingPathComponent($0) }
        #expect(paths.count == 2)
        let contents = try paths.map { try Data(contentsOf: $0) }
        for (path, content) in zip(paths, contents.reversed()) { try content.write(to: path) }
        #expect(cache.entry(key) == nil && cache.entry(other) == nil)
    }

    @Test func partsAreToldApartByTheirNamesLengthsAndOrder() {
        let none = CacheKey()
        let keys = [
            none, none.adding("a", ""), none.adding("", "a"), none.adding("a", "b"), none.adding("ab", ""),
            none.adding("a", "b").adding("c", "d"), none.adding("c", "d").adding("a", "b"),
            none.adding([("a", Array("b".utf8)), ("c", Array("d".utf8))]), none.adding("a", "b\n1 c 1\nd"),
        ]
        #expect(Set(keys).count == keys.count)
        #expect(none.adding("a", "b") == CacheKey().adding("a", "b"))
    }

    @Test func manyWritersLeaveOneWholeEntry() async throws {
        let cache = cache
        let key = key
        await withTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                group.addTask {
                    for turn in 0..<50 {
                        let bytes = [UInt8](repeating: UInt8(writer), count: 10_000 + turn)
                        cache.keep(ResultCache.Entry(tables: [], result: bytes), under: key)
                        let found = cache.entry(key)?.result ?? []
                        #expect(Set(found).count == 1 && found.count >= 10_000)
                    }
                }
            }
        }
        #expect(try files().count == 1)
    }

    /// The days are set here: what a file system takes for now stands still for some milliseconds.
    @Test func theOldestGoFirst() throws {
        let keys = (0..<6).map { key.adding("number", "\($0)") }
        var dated: Set<String> = []
        for (age, key) in keys.enumerated() {
            #expect(cache.keep(ResultCache.Entry(tables: [], result: [UInt8](repeating: 0, count: 1000)), under: key))
            let written = try #require(try files().first { !dated.contains($0) })
            dated.insert(written)
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1_600_000_000 + 60 * Double(age))],
                ofItemAtPath: URL(fileURLWithPath: folder).appendingPathComponent(written).path)
        }
        #expect(try cache.prune(to: 100_000) == 0)
        #expect(try cache.prune(to: 3500) == 3)
        #expect(keys.map { cache.entry($0) != nil } == [false, false, false, true, true, true])
        #expect(try cache.prune(to: 0) == 3)
        #expect(try files().isEmpty)
    }
}
