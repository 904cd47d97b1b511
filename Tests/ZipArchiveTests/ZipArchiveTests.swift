import Testing
import ZipArchive

/// Bytes of no repeating pattern, which hardly pack.
private func noise(_ count: Int, seed: UInt64) -> [UInt8] {
    var state = seed
    return (0..<count).map { _ in
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return UInt8(truncatingIfNeeded: value ^ (value >> 31))
    }
}

private func read(_ bytes: [UInt8], limits: ZipLimits = .standard) throws(ZipError) -> [ZipEntry] {
    let reader = try ZipReader(bytes, limits: limits)
    var entries: [ZipEntry] = []
    for name in reader.names { entries.append(ZipEntry(name: name, bytes: try reader.bytes(of: name))) }
    return entries
}

private func failure(_ bytes: [UInt8], limits: ZipLimits = .standard) -> ZipError? {
    do throws(ZipError) {
        _ = try read(bytes, limits: limits)
        return nil
    } catch {
        return error
    }
}

private let sample = [
    ZipEntry(name: "[Content_Types].xml", text: "<Types/>"), ZipEntry(name: "thư mục/tờ trình.txt", text: "Tờ trình"),
    ZipEntry(name: "empty", bytes: []), ZipEntry(name: "noise.bin", bytes: noise(100_000, seed: 7)),
]

@Suite struct ZipWriting {
    @Test func entriesComeBackInOrder() throws {
        let archive = try ZipWriter.archive(of: sample)
        #expect(try read(archive) == sample)
    }

    @Test func bytesRepeatAndHoldNoClock() throws {
        let archive = try ZipWriter.archive(of: sample)
        #expect(try ZipWriter.archive(of: sample) == archive)
        // Time and date of the first local header (APPNOTE 4.3.7): midnight, 1 January 1980.
        #expect(Array(archive[10..<14]) == [0, 0, 0x21, 0])
    }

    @Test(arguments: ["", "/etc/passwd", "../a", "a/../b", "a//b", "./a", "a\\b", "a/", "a\0b"])
    func unsafeNamesAreNotWritten(name: String) {
        #expect(throws: ZipError.unsafeName(name)) { try ZipWriter.archive(of: [ZipEntry(name: name, bytes: [1])]) }
    }

    @Test func namesOccurOnce() {
        let entry = ZipEntry(name: "a", bytes: [1])
        #expect(throws: ZipError.duplicateName("a")) { try ZipWriter.archive(of: [entry, entry]) }
        #expect(throws: ZipError.notWritten("no entries")) { try ZipWriter.archive(of: []) }
    }
}

@Suite struct ZipReadingOfHostileInput {
    @Test(arguments: [[], Array("no archive".utf8), [0x50, 0x4B, 3, 4], noise(5_000, seed: 3)] as [[UInt8]])
    func whatIsNoArchive(bytes: [UInt8]) {
        #expect(failure(bytes) == .notAnArchive)
    }

    @Test func limits() throws {
        let archive = try ZipWriter.archive(of: sample)
        #expect(
            failure(archive, limits: ZipLimits(maxArchiveBytes: 100))
                == .archiveTooLarge(bytes: archive.count, limit: 100))
        #expect(failure(archive, limits: ZipLimits(maxEntries: 3)) == .tooManyEntries(count: 4, limit: 3))
        #expect(
            failure(archive, limits: ZipLimits(maxEntryBytes: 99_999))
                == .entryTooLarge(name: "noise.bin", limit: 99_999))
        #expect(failure(archive, limits: ZipLimits(maxTotalBytes: 100_000)) == .totalTooLarge(limit: 100_000))
        #expect(failure(archive) == nil)
    }

    @Test func aBombIsRefusedBeforeItUnpacks() throws {
        let bomb = try ZipWriter.archive(of: [ZipEntry(name: "zeros", bytes: [UInt8](repeating: 0, count: 8 << 20))])
        #expect(bomb.count < 20_000)
        #expect(failure(bomb) == .suspiciousRatio(name: "zeros", limit: 200))
        #expect(failure(bomb, limits: ZipLimits(maxRatio: 2_000)) == nil)
    }

    /// An archive of one entry, deflated, with the places of its directory entry.
    private func single(_ name: String) throws -> (bytes: [UInt8], directory: Int) {
        let bytes = try ZipWriter.archive(of: [ZipEntry(name: name, bytes: Array("số liệu số liệu số liệu".utf8))])
        let signature: [UInt8] = [0x50, 0x4B, 1, 2]
        let directory = try #require(bytes.indices.last { bytes[$0...].starts(with: signature) })
        return (bytes, directory)
    }

    @Test func aSizeThatLies() throws {
        // Sizes in the local header (at 22) and in the directory (at 24) say less, then more, than the entry holds.
        for lie in [3, 200] as [UInt8] {
            var (bytes, directory) = try single("a")
            bytes[22] = lie
            bytes[directory + 24] = lie
            #expect(failure(bytes) == .damaged(name: "a"))
        }
    }

    @Test func dataThatWasChanged() throws {
        var (bytes, _) = try single("a")
        bytes[35] ^= 0x55
        #expect(failure(bytes) == .damaged(name: "a"))
    }

    @Test func aNameThatLeadsOut() throws {
        var (bytes, directory) = try single("aa/b")
        for start in [30, directory + 46] { bytes.replaceSubrange(start..<start + 2, with: [0x2E, 0x2E]) }
        #expect(failure(bytes) == .unsafeName("../b"))
    }

    @Test func anEntryUnderAPassword() throws {
        var (bytes, directory) = try single("a")
        bytes[6] |= 1
        bytes[directory + 8] |= 1
        #expect(failure(bytes) == .encrypted(name: "a"))
    }

    @Test func aMethodNobodyKnows() throws {
        var (bytes, directory) = try single("a")
        bytes[8] = 77
        bytes[directory + 10] = 77
        #expect(failure(bytes) == .unsupportedCompression(name: "a", method: 77))
    }

    /// Every byte changed and every length cut: an error or the content, never a crash, never more than the limits.
    @Test func everyByteMayBeWrong() throws {
        let small = [ZipEntry(name: "x.xml", text: "<a>đúng</a>"), ZipEntry(name: "y", bytes: [1, 2, 3])]
        let archive = try ZipWriter.archive(of: small)
        var intact = 0
        for index in archive.indices {
            for flip in [0xFF, 0x01, 0x80] as [UInt8] {
                var changed = archive
                changed[index] ^= flip
                if failure(changed) == nil { intact += 1 }
            }
            #expect(failure(Array(archive[..<index])) != nil)
        }
        #expect(intact < archive.count * 3 / 2)
    }

    @Test func anEntryThatIsNotThere() throws {
        let reader = try ZipReader(try ZipWriter.archive(of: sample))
        let found = [reader.contains("empty"), reader.contains("Empty")]
        #expect(found == [true, false])
        do throws(ZipError) {
            _ = try reader.bytes(of: "Empty")
            Issue.record("an entry that is not there was read")
        } catch {
            #expect(error == .missing(name: "Empty"))
        }
    }
}
