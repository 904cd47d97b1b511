internal import Files
internal import Model

/// The statements and inspections a run was given, each file once, in order of path.
struct InputCollection {
    private(set) var statements: [InputFile] = []
    private(set) var inspections: [InputFile] = []
    /// What could not be read.
    private(set) var problems: [LocalizedText] = []

    private var seen: Set<String> = []

    /// Collects what lies under the paths. `-` is standard input, under the name given for it.
    init(_ paths: [String], standardInputName: String) {
        for path in paths {
            if path == "-" {
                add(InputFile(name: standardInputName, isStandardInput: true, kind: .statement))
                continue
            }
            do throws(FileError) {
                try collect(path)
            } catch {
                problems.append(error.localized)
            }
        }
        statements.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        inspections.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    private mutating func collect(_ path: String) throws(FileError) {
        switch try FileSystem.kind(of: path) {
        case .file, .other: try addNamed(path)
        case .folder: try addFolder(path)
        }
    }

    /// A file named by a person is a statement or an inspection; whatever else it is, reading it as a statement tells.
    private mutating func addNamed(_ path: String) throws(FileError) {
        var kind = DocumentKind.statement
        if try FileSystem.kind(of: path) == .file {
            let found = DocumentSniffing.kind(of: try FileSystem.read(path), name: path)
            if found == .inspection { kind = .inspection }
        }
        add(InputFile(name: path, isStandardInput: false, kind: kind))
    }

    /// In a folder only statements and inspections count; other files are not this program's business.
    private mutating func addFolder(_ folder: String) throws(FileError) {
        var hasStatement = false
        for path in try Folder.files(below: folder, endingIn: [".yaml", ".yml"]) {
            do throws(FileError) {
                switch DocumentSniffing.claim(of: try FileSystem.read(path), name: path) {
                // A kind that there is not is most likely a statement's, mistyped: reading it as one tells.
                case .document(.statement), .unknownKind:
                    hasStatement = true
                    add(InputFile(name: path, isStandardInput: false, kind: .statement))
                case .document(.inspection): add(InputFile(name: path, isStandardInput: false, kind: .inspection))
                case .document(.vocabulary), .document(.rules), .document(.tests), .document(.mutants),
                    .document(.profile), .document(.editions), .document(.transition), .document(.roadmap),
                    .document(.waivers), .document(.register), .document(.config), .document(.holidays),
                    .document(.campaign), .foreign:
                    continue
                }
            } catch {
                problems.append(error.localized)
            }
        }
        if hasStatement { return }
        problems.append(
            LocalizedText(
                vi: "\(folder): không có bản khai nào (tệp bắt đầu bằng “tuanthu: statement/1”)",
                en: "\(folder): holds no statement (a file that begins with “tuanthu: statement/1”)"))
    }

    private mutating func add(_ file: InputFile) {
        guard seen.insert(InputCollection.plain(file.name)).inserted else { return }
        if file.kind == .inspection { inspections.append(file) } else { statements.append(file) }
    }

    /// A path without what changes nothing, so that a file named twice counts once.
    private static func plain(_ path: String) -> String {
        let isAbsolute = path.hasPrefix("/")
        let parts = path.split(separator: "/").filter { $0 != "." }
        return (isAbsolute ? "/" : "") + parts.joined(separator: "/")
    }
}
