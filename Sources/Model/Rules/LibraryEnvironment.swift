public import CEL

extension RuleLibrary {
    /// The environment of an expression somebody types: the facts and every definition of the library.
    public var expressionEnvironment: Environment {
        var environment = self.environment.base
        for definition in definitions {
            let plain = FactTypes.plainType(definition.type, vocabulary)
            if case .list = definition.type {
                environment.declare(variable: definition.name, plain)
            } else {
                environment.declare(variable: definition.name, .nullable(plain))
            }
        }
        return environment
    }
}
