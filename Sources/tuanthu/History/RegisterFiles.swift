internal import CivilTime
internal import Files
internal import Model
internal import YAMLTree

/// Where the files of a register lie: as they are now, as they were by a day, or as a revision has them.
protocol RegisterFiles: Sendable {
    /// The register as messages name it.
    var register: String { get }
    /// The register's bytes.
    func registerBytes() throws(FileError) -> [UInt8]
    /// A file as messages name it, by its path from the register's folder.
    func name(of path: String) -> String
    /// A file's bytes, by its path from the register's folder; nil for one that was not there yet.
    func bytes(of path: String) throws(FileError) -> [UInt8]?
}

extension RegisterFiles {
    /// A table that a file names, beside it; for the register itself an empty path.
    func table(_ table: String, besides path: String) -> TableLookup {
        do throws(FileError) {
            guard let bytes = try bytes(of: Folder.path(Folder.parent(of: path), table)) else {
                return .unreadable(.notFound)
            }
            return .found(bytes)
        } catch {
            switch error {
            case .notFound: return .unreadable(.notFound)
            case .notPermitted: return .unreadable(.notPermitted)
            case .isFolder, .notAFile: return .unreadable(.notAFile)
            case .tooLarge(_, let limit): return .unreadable(.tooLarge(limit: limit))
            case .exists, .tooDeep, .failed: return .unreadable(.failed(error.path))
            }
        }
    }
}

/// The files as they lie beside the register.
struct PresentFiles: RegisterFiles {
    let register: String

    func registerBytes() throws(FileError) -> [UInt8] { try FileSystem.read(register) }
    func name(of path: String) -> String { Folder.path(Folder.parent(of: register), path) }
    func bytes(of path: String) throws(FileError) -> [UInt8]? { try FileSystem.read(name(of: path)) }
}

/// The files as they were by a day, out of a folder that keeps each under its date: `2020-06-30/ban-khai/so-a.yaml`, or
/// `ban-khai/so-a/2020-06-30.yaml`. Of each file the last one of that day or before counts, for what was handed in stands until the
/// next. Where the folder keeps no register, the one named counts for every day.
struct DatedFiles: RegisterFiles {
    let register: String
    private let folder: String
    private let day: CivilDate
    /// The names below the folder that are days, in order.
    private let days: [CivilDate]

    init(register: String, folder: String, day: CivilDate, days: [CivilDate]) {
        self.register = register
        self.folder = folder
        self.day = day
        self.days = days.filter { $0 <= day }
    }

    /// The days a folder keeps anything of: its folders and the versions of the files named.
    static func days(of folder: String, _ folders: [CivilDate], _ paths: [String]) -> [CivilDate] {
        var days = Set(folders)
        for path in paths { days.formUnion(versions(of: path, in: folder).map(\.day)) }
        return days.sorted()
    }

    /// The folders of a folder that are days.
    static func folders(_ folder: String) throws(FileError) -> [CivilDate] {
        try Folder.names(in: folder).compactMap { try? CivilDate.parse($0) }
    }

    private static func versions(of path: String, in folder: String) -> [(day: CivilDate, file: String)] {
        guard let dot = path.lastIndex(of: "."), dot > (path.lastIndex(of: "/") ?? path.startIndex) else { return [] }
        let versions = Folder.path(folder, String(path[..<dot]))
        guard let names = try? Folder.names(in: versions) else { return [] }
        let ending = path[dot...]
        return names.compactMap { name in
            guard name.hasSuffix(ending), let day = try? CivilDate.parse(String(name.dropLast(ending.count))) else {
                return nil
            }
            return (day, Folder.path(versions, name))
        }
    }

    /// The file that counts on the day; nil where none does yet.
    private func file(_ path: String) -> String? {
        var found: (day: CivilDate, file: String)?
        for day in days.reversed() {
            let file = Folder.path(Folder.path(folder, day.description), path)
            guard (try? FileSystem.kind(of: file)) != nil else { continue }
            found = (day, file)
            break
        }
        for version in Self.versions(of: path, in: folder) where version.day <= day {
            if found.map({ $0.day < version.day }) ?? true { found = version }
        }
        return found?.file
    }

    private var registerName: String { register.split(separator: "/").last.map(String.init) ?? register }

    func registerBytes() throws(FileError) -> [UInt8] { try FileSystem.read(file(registerName) ?? register) }
    func name(of path: String) -> String { file(path) ?? Folder.path(folder, path) }
    func bytes(of path: String) throws(FileError) -> [UInt8]? {
        guard let file = file(path) else { return nil }
        return try FileSystem.read(file)
    }
}
