import Foundation
import Testing

@testable import Files

/// Several files written as one.
@Suite final class FileSetTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("tuanthu-files-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        do { try FileManager.default.removeItem(at: folder) } catch { print("cannot remove \(folder.path): \(error)") }
    }

    private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    private func write(_ text: String, _ name: String) throws {
        try text.write(toFile: path(name), atomically: false, encoding: .utf8)
    }

    private func part(_ name: String, _ text: String, isNew: Bool = false) -> FileSet.Part {
        FileSet.Part(path: path(name), bytes: Array(text.utf8), isNew: isNew)
    }

    /// Every file of the folder with what it holds: nothing may be left lying about.
    private func contents() throws -> [String: String] {
        var contents: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            contents[name] = try String(contentsOfFile: path(name), encoding: .utf8)
        }
        return contents
    }

    @Test func allAreWritten() throws {
        try write("cũ", "a.csv")
        try write("cũ", "b.yaml")
        chmod(path("b.yaml"), 0o640)
        try FileSet([part("a.csv", "mới"), part("c.csv", "thêm", isNew: true), part("b.yaml", "mới")]).write()
        #expect(try contents() == ["a.csv": "mới", "b.yaml": "mới", "c.csv": "thêm"])
        let mode = try FileManager.default.attributesOfItem(atPath: path("b.yaml"))[.posixPermissions] as? Int
        #expect(mode == 0o640)
    }

    @Test func aLinkStaysALink() throws {
        try write("cũ", "a.csv")
        try FileManager.default.createSymbolicLink(atPath: path("l.csv"), withDestinationPath: "a.csv")
        try FileSet([part("l.csv", "mới")]).write()
        #expect(try contents() == ["a.csv": "mới", "l.csv": "mới"])
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("l.csv")) == "a.csv")
    }

    @Test func oneThatCannotBePreparedLeavesAllAsTheyWere() throws {
        try write("cũ", "a.csv")
        let before = try contents()
        let set = FileSet([part("a.csv", "mới"), part("khong-co/b.yaml", "mới")])
        #expect(throws: FileSet.Failure.unchanged(.notFound(path: path("khong-co/b.yaml")))) { try set.write() }
        #expect(try contents() == before)
        let there = FileSet([part("n.csv", "mới", isNew: true), part("a.csv", "mới", isNew: true)])
        #expect(throws: FileSet.Failure.unchanged(.exists(path: path("a.csv")))) { try there.write() }
        #expect(try contents() == before)
        let onFolder = FileSet([part("a.csv", "mới"), FileSet.Part(path: folder.path, bytes: [])])
        #expect(throws: FileSet.Failure.unchanged(.isFolder(path: folder.path))) { try onFolder.write() }
        #expect(try contents() == before)
    }

    /// The third cannot take its place: the first goes back to what it was, the second, which is new, goes away.
    @Test func whatTookItsPlaceIsTakenBack() throws {
        try write("cũ a", "a.csv")
        try write("cũ c", "c.yaml")
        let before = try contents()
        let broken = path("c.yaml")
        let set = FileSet([part("a.csv", "mới"), part("b.csv", "mới", isNew: true), part("c.yaml", "mới")]) {
            old, new in
            if new == broken {
                errno = EIO
                return -1
            }
            return rename(old, new)
        }
        #expect(throws: FileSet.Failure.unchanged(.failed(path: broken, reason: String(cString: strerror(EIO))))) {
            try set.write()
        }
        #expect(try contents() == before)
    }

    /// From some moment on nothing takes any place any more: what was is kept beside the files, and told.
    @Test func whatCannotBeTakenBackIsToldAndKept() throws {
        try write("cũ a", "a.csv")
        try write("cũ b", "b.yaml")
        let first = path("a.csv")
        let set = FileSet([part("a.csv", "mới"), part("b.yaml", "mới")]) { old, new in
            if new == first, old.hasSuffix(".new") { return rename(old, new) }
            errno = EIO
            return -1
        }
        var failure: FileSet.Failure?
        do { try set.write() } catch { failure = error }
        guard case .partly(.failed, let written, let kept)? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(written == [first] && kept.count == 1)
        #expect(try String(contentsOfFile: first, encoding: .utf8) == "mới")
        #expect(try String(contentsOfFile: path("b.yaml"), encoding: .utf8) == "cũ b")
        #expect(try String(contentsOfFile: kept[0], encoding: .utf8) == "cũ a")
        #expect(try contents().count == 3)
    }
}
