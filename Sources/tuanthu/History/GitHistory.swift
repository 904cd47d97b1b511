internal import CivilTime
internal import Files
internal import Model

/// The revisions of a register's folder in git, read by git itself.
struct GitHistory {
    /// A revision.
    struct Revision: Sendable {
        let id: String
        /// The day it was committed, at +07:00.
        let day: CivilDate
    }

    /// The last revision of each day on which anything below the folder was committed, oldest first.
    let revisions: [Revision]
    private let register: String

    init(register: String, _ language: Language) throws {
        self.register = register
        let log = try Self.git(register, ["log", "--format=%H %ct", "--", "."], language)
        var last: [CivilDate: String] = [:]
        for line in String(decoding: log, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: " ")
            guard parts.count == 2, let seconds = Int(parts[1]), let day = Self.day(seconds) else { continue }
            // The newest comes first.
            if last[day] == nil { last[day] = String(parts[0]) }
        }
        revisions = last.sorted { $0.key < $1.key }.map { Revision(id: $0.value, day: $0.key) }
        if revisions.isEmpty {
            throw CommandStop(
                language == .vi
                    ? "\(register): git không có lần ghi nào của thư mục này"
                    : "\(register): git has no commit of this folder")
        }
    }

    /// The last revision of a day or before; nil where there is none yet.
    func revision(by day: CivilDate) -> Revision? { revisions.last { $0.day <= day } }

    /// The files as a revision has them.
    func files(_ revision: Revision, _ language: Language) throws -> RevisionFiles {
        let listed = try Self.git(
            register, ["ls-tree", "-r", "-z", "--name-only", revision.id, "--", "."], language)
        let names = listed.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        return RevisionFiles(register: register, revision: revision.id, names: Set(names))
    }

    private static func day(_ seconds: Int) -> CivilDate? {
        CivilDate(year: 1970, month: 1, day: 1)?.adding(days: (seconds + 7 * 3600) / 86_400)
    }

    private static func git(_ register: String, _ arguments: [String], _ language: Language) throws -> [UInt8] {
        let result: ChildProcess.Result
        do throws(FileError) {
            result = try ChildProcess.run("git", ["-C", Self.folder(of: register)] + arguments)
        } catch {
            throw CommandStop(error.message(language))
        }
        guard result.status == 0 else {
            let said = result.complaint.split(separator: "\n").first.map(String.init) ?? "git \(result.status)"
            throw CommandStop("\(register): git: \(said)")
        }
        return result.output
    }

    /// The folder of the register, for `git -C`.
    static func folder(of register: String) -> String {
        let folder = Folder.parent(of: register)
        return folder.isEmpty ? "." : folder
    }
}

/// The files of a register's folder as one revision has them.
struct RevisionFiles: RegisterFiles {
    let register: String
    let revision: String
    /// What the revision holds below the folder.
    let names: Set<String>

    func registerBytes() throws(FileError) -> [UInt8] {
        let name = register.split(separator: "/").last.map(String.init) ?? register
        guard let bytes = try bytes(of: name) else { throw .notFound(path: self.name(of: name)) }
        return bytes
    }

    func name(of path: String) -> String { "\(revision.prefix(10)):\(path)" }

    func bytes(of path: String) throws(FileError) -> [UInt8]? {
        guard names.contains(path) else { return nil }
        let result = try ChildProcess.run(
            "git", ["-C", GitHistory.folder(of: register), "cat-file", "blob", "\(revision):./\(path)"],
            limit: FileSystem.standardLimit)
        guard result.status == 0 else { throw .failed(path: name(of: path), reason: result.complaint) }
        return result.output
    }
}
