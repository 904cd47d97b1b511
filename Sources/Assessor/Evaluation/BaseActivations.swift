internal import CEL
internal import Synchronization

/// The activations of one subject without the items that patterns look at, each layout's made once: hundreds of rules share a few.
///
/// It stands apart from ``DefinitionValues``, which its activations hold: neither holds itself.
final class BaseActivations: Sendable {
    private let definitions: DefinitionValues
    private let made = Mutex<[ObjectIdentifier: Activation]>([:])

    init(_ definitions: DefinitionValues) { self.definitions = definitions }

    /// The values for the expressions of one environment.
    func activation(_ environment: Environment) -> Activation {
        let layout = environment.variableLayout
        if let known = made.withLock({ $0[layout] }) { return known }
        let activation = definitions.activation(environment)
        made.withLock { $0[layout] = activation }
        return activation
    }
}
