internal import EmbeddedRules
internal import Files
internal import Model

/// Where the rules are: the folder a person names, the installed one, or the copy inside the program.
struct RulesLocation {
    /// One file below the folder of rules.
    struct File: Sendable {
        /// The path below the folder.
        let path: String
        /// The name messages print.
        let name: String
        private let content: Content

        private enum Content: Sendable {
            case read([UInt8])
            case inside(EmbeddedRules.File)
        }

        init(path: String, name: String, bytes: [UInt8]) {
            self.path = path
            self.name = name
            content = .read(bytes)
        }

        /// A file inside the program; most runs need few of them, so each is copied when it is asked for.
        init(_ file: EmbeddedRules.File) {
            path = file.path
            name = "\(RulesLocation.embeddedOrigin):\(file.path)"
            content = .inside(file)
        }

        /// Whether the program's tests have read it.
        var isProved: Bool {
            switch content {
            case .read: false
            case .inside: true
            }
        }

        var bytes: [UInt8] {
            switch content {
            case .read(let bytes): bytes
            case .inside(let file): file.bytes
            }
        }
    }

    /// Where they came from, as reports name it.
    let origin: String
    /// The YAML files, in order of path.
    let files: [File]
    /// Whether they are the rules that come with the program: installed, or inside it.
    let isShipped: Bool
    /// Whether they are the copy inside the program, which its tests have loaded whole; an installed folder may have
    /// been changed since.
    var isProved: Bool { !files.isEmpty && files.allSatisfy(\.isProved) }

    /// The environment variable that names a folder of rules.
    static let variable = "TUANTHU_RULES"
    /// How reports name the copy inside the program.
    static let embeddedOrigin = "embedded"

    /// Finds and reads the rules.
    /// - Parameter folder: The folder given on the command line, if any.
    static func find(_ folder: String?) throws(FileError) -> RulesLocation {
        if let folder { return try read(folder) }
        if let folder = folderOfEnvironment { return try read(folder) }
        if let installed { return try read(installed, named: "share/tuanthu/rules") }
        return embedded
    }

    /// The copy inside the program.
    static var embedded: RulesLocation {
        RulesLocation(origin: embeddedOrigin, files: EmbeddedRules.files.map(File.init), isShipped: true)
    }

    /// Whether a run that names no folder takes the copy inside the program.
    static var isEmbeddedUnlessNamed: Bool { folderOfEnvironment == nil && installed == nil }

    private static var folderOfEnvironment: String? {
        ProcessSurroundings.variable(variable).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// `<prefix>/share/tuanthu/rules` beside the `bin` the program lies in; nil where there is no such folder.
    private static var installed: String? {
        guard let executable = ProcessSurroundings.executable else { return nil }
        let prefix = Folder.parent(of: Folder.parent(of: executable))
        let folder = Folder.path(prefix, "share/tuanthu/rules")
        return (try? FileSystem.kind(of: folder)) == .folder ? folder : nil
    }

    /// Reads a folder; `name` stands for it where its own path would be that of a machine.
    private static func read(_ folder: String, named name: String? = nil) throws(FileError) -> RulesLocation {
        guard try FileSystem.kind(of: folder) == .folder else {
            throw .failed(path: folder, reason: "not a folder of rules")
        }
        let prefix = Folder.path(folder, "")
        var files: [File] = []
        for path in try Folder.files(below: folder, endingIn: [".yaml", ".yml"]) {
            let below = String(path.dropFirst(prefix.count))
            let shown = name.map { Folder.path($0, below) } ?? path
            files.append(File(path: below, name: shown, bytes: try FileSystem.read(path)))
        }
        return RulesLocation(origin: name ?? folder, files: files, isShipped: name != nil)
    }
}
