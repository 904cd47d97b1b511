internal import CEL
internal import Model
internal import Synchronization

/// Which definitions a choice on a point on which the law is silent bears on: those whose text reads it, and those that read one of
/// them. Each is looked at when it is first asked about, so that no expression is compiled for it that nobody evaluates.
final class ReadingDependence: Sendable {
    private let definitions: [String: Definition]
    private let interpretation: String
    private let known = Mutex<[String: Bool]>([:])

    init(on interpretation: String, _ library: RuleLibrary) {
        self.interpretation = interpretation
        definitions = library.definitionsByName
    }

    /// Whether the choice bears on a definition; a name that is no definition's depends on none. Definitions are acyclic.
    func isAffected(_ name: String) -> Bool {
        if let known = known.withLock({ $0[name] }) { return known }
        guard let definition = definitions[name] else { return false }
        let references = definition.expression.program.references
        let reads = references.paths.contains { path in
            // Read as a whole it may lead to any of them.
            path.variable == RuleEnvironment.Name.readings && path.fields.first.map { $0 == interpretation } ?? true
        }
        let answer = reads || references.variables.contains { isAffected($0) }
        known.withLock { $0[name] = answer }
        return answer
    }
}
