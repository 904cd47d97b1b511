internal import CEL
internal import Model
internal import Synchronization

/// Which definitions a choice on a point on which the law is silent bears on: those whose text reads it, and those that read one of
/// them. Each is looked at when it is first asked about, so that no expression is compiled for it that nobody evaluates.
final class ReadingDependence: Sendable {
    private let definitions: DefinitionTable
    private let interpretation: String
    private let known: Mutex<[Bool?]>

    init(on interpretation: String, _ library: RuleLibrary) {
        self.interpretation = interpretation
        definitions = library.definitionsByName
        known = Mutex(Array(repeating: nil, count: library.definitionsByName.count))
    }

    /// Whether the choice bears on the definition of a number. Definitions are acyclic.
    func isAffected(_ number: Int) -> Bool {
        if let known = known.withLock({ $0[number] }) { return known }
        let references = definitions[number].expression.program.references
        let reads = references.paths.contains { path in
            // Read as a whole it may lead to any of them.
            path.variable == RuleEnvironment.Name.readings && path.fields.first.map { $0 == interpretation } ?? true
        }
        let answer =
            reads || references.variables.contains { name in definitions.number(of: name).map(isAffected) ?? false }
        known.withLock { $0[number] = answer }
        return answer
    }
}
