public import CivilTime
internal import YAMLTree

extension Statement {
    /// A statement that comes from no file and says nothing.
    ///
    /// - Parameters:
    ///   - day: The day up to which it speaks.
    ///   - vocabulary: The facts it could state.
    public static func empty(statedOn day: CivilDate, _ vocabulary: Vocabulary) -> Statement {
        let source = SourceText(name: "", bytes: [])
        let place = Place(source: source, range: SourceRange(at: source.position(atByte: 0)))
        let root = FactRecord(definition: vocabulary.roots.id, fields: [:], place: place, evidence: [], note: nil)
        return Statement(
            source: source, inputs: [], statedOn: day, statedOnPlace: place, root: root, reported: [])
    }
}
