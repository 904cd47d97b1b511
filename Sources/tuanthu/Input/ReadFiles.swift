internal import ConcurrentMap
internal import Files
internal import Model

/// The files of a rule library, read as YAML, by what they hold.
struct ReadFiles {
    /// Where the tables of transitions lie.
    static let transitionFolder = "transitions/"
    private static let vocabularyFolder = "vocabulary/"
    private static let profileFolder = "profiles/"

    private let files: [(path: String, file: RuleFile)]

    /// Reads the files on as many cores as are free.
    init(_ files: [RulesLocation.File]) {
        self.files = files.concurrentMap { ($0.path, RuleFile(name: $0.name, bytes: $0.bytes)) }
    }

    var vocabulary: [RuleFile] { files(in: Self.vocabularyFolder) }

    var profiles: [RuleFile] { files(in: Self.profileFolder) }

    /// The lists of clauses, and a folder for each transition.
    var transitions: TransitionFiles {
        let below = files.filter { $0.path.hasPrefix(Self.transitionFolder) }
        let isList = { (path: String) in Folder.parent(of: path) + "/" == Self.transitionFolder }
        return TransitionFiles(
            editions: below.filter { isList($0.path) }.map(\.file),
            folders: Self.folders(below.filter { !isList($0.path) }))
    }

    /// The files of rule sets, by the folder they lie in.
    var folders: [RuleFolder] {
        let others = [Self.vocabularyFolder, Self.profileFolder, Self.transitionFolder]
        return Self.folders(files.filter { file in !others.contains(where: file.path.hasPrefix) })
    }

    private func files(in folder: String) -> [RuleFile] {
        files.filter { $0.path.hasPrefix(folder) }.map(\.file)
    }

    private static func folders(_ files: [(path: String, file: RuleFile)]) -> [RuleFolder] {
        var byFolder: [String: [RuleFile]] = [:]
        for file in files { byFolder[Folder.parent(of: file.path), default: []].append(file.file) }
        return byFolder.sorted { $0.key < $1.key }.map { RuleFolder(name: $0.key, files: $0.value) }
    }
}
