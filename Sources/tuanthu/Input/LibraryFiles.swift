internal import ConcurrentMap
internal import Files
internal import Model

/// The files of a rule library, read as YAML where they are asked for, by what they hold.
struct LibraryFiles: Sendable {
    private static let transitionFolder = "transitions/"
    private static let vocabularyFolder = "vocabulary/"
    private static let profileFolder = "profiles/"
    private static let testEnding = ".test.yaml"
    private static let tableEnding = "/coverage.yaml"
    private static let mutantEnding = ".mutants.yaml"

    private let files: [RulesLocation.File]

    init(_ files: [RulesLocation.File]) { self.files = files }

    /// Every file below the folder with its bytes, in order of path: whatever rules they come to, other bytes, other rules.
    var contents: [(name: String, bytes: [UInt8])] { files.map { ($0.path, $0.bytes) } }

    func vocabulary() -> [RuleFile] { read { $0.hasPrefix(Self.vocabularyFolder) } }

    func profiles() -> [RuleFile] { read { $0.hasPrefix(Self.profileFolder) } }

    /// The tests beside the rules.
    func tests() -> [RuleFile] { read { $0.hasSuffix(Self.testEnding) } }

    /// The lists of equivalent mutants beside the rules.
    func equivalentMutants() -> [RuleFile] { read { $0.hasSuffix(Self.mutantEnding) } }

    /// The lists of clauses, and a folder for each transition.
    func transitions() -> TransitionFiles {
        let isList = { (path: String) in Folder.parent(of: path) + "/" == Self.transitionFolder }
        return TransitionFiles(
            editions: read { $0.hasPrefix(Self.transitionFolder) && isList($0) },
            folders: folders { $0.hasPrefix(Self.transitionFolder) && !isList($0) })
    }

    /// The ids that the folders of rule sets stand for: their paths, with points.
    var setIDs: [String] {
        Set(files.filter { Self.isRuleFile($0.path) }.map { Self.setID(of: $0.path) }).sorted()
    }

    /// The rule sets of some ids, one folder each; nil for all there are.
    /// - Parameter withTables: Whether the tables of coverage are read, which nothing but the proof of the rules needs.
    func ruleSets(_ ids: Set<String>?, withTables: Bool = true) -> [RuleFolder] {
        folders { path in
            Self.isRuleFile(path) && ids?.contains(Self.setID(of: path)) ?? true
                && (withTables || !path.hasSuffix(Self.tableEnding))
        }
    }

    /// The sets of some ids, and those they use.
    func sets(_ ids: Set<String>, withTables: Bool = true) -> [RuleFolder] {
        var read: [RuleFolder] = []
        var known: Set<String> = []
        var next = ids
        while !next.isEmpty {
            let found = ruleSets(next, withTables: withTables)
            known.formUnion(next)
            read += found
            next = Set(found.flatMap(\.uses)).subtracting(known)
        }
        return read
    }

    /// The set that a file of the library belongs to, its tests and mutants included; nil for other files.
    func setID(around path: String) -> String? {
        let id = Self.setID(of: path)
        return setIDs.contains(id) ? id : nil
    }

    private static func isRuleFile(_ path: String) -> Bool {
        let others = [vocabularyFolder, profileFolder, transitionFolder]
        return !others.contains(where: path.hasPrefix) && !path.hasSuffix(testEnding) && !path.hasSuffix(mutantEnding)
    }

    private static func setID(of path: String) -> String {
        Folder.parent(of: path).split(separator: "/").joined(separator: ".")
    }

    private func read(_ isWanted: (String) -> Bool) -> [RuleFile] { readWithPaths(isWanted).map(\.file) }

    private func folders(_ isWanted: (String) -> Bool) -> [RuleFolder] {
        let byFolder = Dictionary(grouping: readWithPaths(isWanted)) { Folder.parent(of: $0.path) }
        return byFolder.sorted { $0.key < $1.key }.map { RuleFolder(name: $0.key, files: $0.value.map(\.file)) }
    }

    /// Reads files on as many cores as are free.
    private func readWithPaths(_ isWanted: (String) -> Bool) -> [(path: String, file: RuleFile)] {
        files.filter { isWanted($0.path) }.concurrentMap { file in
            (file.path, RuleFile(name: file.name, bytes: file.bytes, isProved: file.isProved))
        }
    }
}
