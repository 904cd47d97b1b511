/// The files of a library's transitions.
public struct TransitionFiles: Sendable {
    /// The files that list the clauses of editions.
    public let editions: [RuleFile]
    /// The folder of each transition, with the name its id has to be.
    public let folders: [RuleFolder]

    /// Makes the files; a library may have none.
    public init(editions: [RuleFile] = [], folders: [RuleFolder] = []) {
        self.editions = editions
        self.folders = folders
    }
}
