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
        /// The register's folder in it, from the top of the repository, with a `/` behind; empty for the top itself.
        let folder: String
        /// The register's name in that folder.
        let name: String
    }

    /// The last revision of each day on which anything below the folder was committed, oldest first.
    let revisions: [Revision]
    private let register: String

    /// Where the register stood, up to some revision.
    private struct Home {
        /// The folder, from the top of the repository, with a `/` behind; empty for the top itself.
        let folder: String
        /// The register's name in it.
        let name: String
        /// The last revision in which it stood there.
        let until: String
    }

    /// Finds the revisions. A register that was moved or renamed is followed to where it stood before.
    init(register: String, _ language: Language) throws {
        self.register = register
        var last: [CivilDate: Revision] = [:]
        let homes = try Self.homes(of: register, language)
        for (position, home) in homes.enumerated() {
            // What moved it is a revision of the place it came to; before that there is nothing of it there.
            let since = position + 1 < homes.count ? ["^\(homes[position + 1].until)"] : []
            let log = try Self.git(
                register, ["log", "--format=%H %ct", home.until] + since + ["--", ":(top)\(home.folder)"], language)
            for line in String(decoding: log, as: UTF8.self).split(separator: "\n") {
                let parts = line.split(separator: " ")
                guard parts.count == 2, let seconds = Int(parts[1]), let day = Self.day(seconds) else { continue }
                // The newest comes first.
                guard last[day] == nil else { continue }
                last[day] = Revision(id: String(parts[0]), day: day, folder: home.folder, name: home.name)
            }
        }
        revisions = last.values.sorted { $0.day < $1.day }
        if revisions.isEmpty {
            throw CommandStop(
                language == .vi
                    ? "\(register): git không có lần ghi nào của thư mục này"
                    : "\(register): git has no commit of this folder")
        }
    }

    /// Where the register stands, then where it stood before it was moved or renamed, newest first.
    private static func homes(of register: String, _ language: Language) throws -> [Home] {
        let prefix = try git(register, ["rev-parse", "--show-prefix"], language)
        let folder = String(decoding: prefix, as: UTF8.self).trimmingNewline
        let name = register.split(separator: "/").last.map(String.init) ?? register
        var homes = [Home(folder: folder, name: name, until: "HEAD")]
        let log = try git(
            register, ["log", "--follow", "-z", "--name-status", "--diff-filter=R", "--format=%x01%H", "--", name],
            language)
        // A mark and a revision, then what was renamed: `R100`, the old path, the new one.
        var revision = ""
        var fields = log.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }[...]
        while let field = fields.popFirst() {
            if let mark = field.lastIndex(of: "\u{1}") {
                revision = String(field[field.index(after: mark)...]).trimmingNewline
            } else if field.drop(while: \.isNewline).hasPrefix("R"), let old = fields.popFirst() {
                _ = fields.popFirst()
                let parent = Folder.parent(of: old)
                homes.append(
                    Home(
                        folder: parent.isEmpty ? "" : parent + "/",
                        name: old.split(separator: "/").last.map(String.init) ?? old, until: "\(revision)^"))
            }
        }
        return homes
    }

    /// The last revision of a day or before; nil where there is none yet.
    func revision(by day: CivilDate) -> Revision? { revisions.last { $0.day <= day } }

    /// The files as a revision has them.
    func files(_ revision: Revision, _ language: Language) throws -> RevisionFiles {
        let path = revision.folder.isEmpty ? [] : ["--", revision.folder]
        let listed = try Self.git(
            register, ["ls-tree", "-r", "-z", "--name-only", "--full-tree", revision.id] + path, language)
        let names = listed.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        let below = names.filter { $0.hasPrefix(revision.folder) }.map { String($0.dropFirst(revision.folder.count)) }
        return RevisionFiles(register: register, revision: revision, names: Set(below))
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
    let revision: GitHistory.Revision
    /// What the revision holds below the folder.
    let names: Set<String>

    func registerBytes() throws(FileError) -> [UInt8] {
        guard let bytes = try bytes(of: revision.name) else { throw .notFound(path: name(of: revision.name)) }
        return bytes
    }

    /// As git names it: `git show` prints it.
    func name(of path: String) -> String { "\(revision.id.prefix(10)):\(revision.folder)\(path)" }

    func bytes(of path: String) throws(FileError) -> [UInt8]? {
        guard names.contains(path) else { return nil }
        let result = try ChildProcess.run(
            "git",
            ["-C", GitHistory.folder(of: register), "cat-file", "blob", "\(revision.id):\(revision.folder)\(path)"],
            limit: FileSystem.standardLimit)
        guard result.status == 0 else { throw .failed(path: name(of: path), reason: result.complaint) }
        return result.output
    }
}

extension String {
    fileprivate var trimmingNewline: String {
        var text = self
        while let last = text.last, last.isNewline { text.removeLast() }
        return text
    }
}
