/// Which calls are macros.
enum MacroTable {
    enum Recognition {
        case none
        case macro(Macro.Kind, variables: Int)
    }

    /// The macro that a call with a receiver is, by its name and number of arguments.
    static func member(_ name: String, arguments count: Int, libraries: Set<Environment.Library>) -> Recognition {
        let twoVariables = libraries.contains(.comprehensions)
        switch (name, count) {
        case ("all", 2): return .macro(.all, variables: 1)
        case ("exists", 2): return .macro(.exists, variables: 1)
        case ("exists_one", 2): return .macro(.existsOne, variables: 1)
        case ("existsOne", 2): return .macro(.existsOne, variables: 1)
        case ("filter", 2): return .macro(.filter, variables: 1)
        case ("map", 2), ("map", 3): return .macro(.map, variables: 1)
        case ("all", 3) where twoVariables: return .macro(.all, variables: 2)
        case ("exists", 3) where twoVariables: return .macro(.exists, variables: 2)
        case ("existsOne", 3) where twoVariables: return .macro(.existsOne, variables: 2)
        case ("exists_one", 3) where twoVariables: return .macro(.existsOne, variables: 2)
        case ("transformList", 3), ("transformList", 4):
            return twoVariables ? .macro(.transformList, variables: 2) : .none
        case ("transformMap", 3), ("transformMap", 4):
            return twoVariables ? .macro(.transformMap, variables: 2) : .none
        case ("transformMapEntry", 3), ("transformMapEntry", 4):
            return twoVariables ? .macro(.transformMapEntry, variables: 2) : .none
        case ("optMap", 2) where libraries.contains(.optionals): return .macro(.optMap, variables: 1)
        case ("optFlatMap", 2) where libraries.contains(.optionals): return .macro(.optFlatMap, variables: 1)
        case ("sortBy", 2) where libraries.contains(.lists): return .macro(.sortBy, variables: 1)
        default: return .none
        }
    }

    /// The names of the macros that libraries add to those of the standard language.
    static func further(_ libraries: Set<Environment.Library>) -> [String] {
        var names: [String] = []
        if libraries.contains(.comprehensions) { names += ["transformList", "transformMap", "transformMapEntry"] }
        if libraries.contains(.optionals) { names += ["optMap", "optFlatMap"] }
        if libraries.contains(.lists) { names.append("sortBy") }
        return names
    }

    /// Whether a receiver and a name are `cel.bind`.
    static func isBind(
        _ target: Expression, _ name: String, arguments count: Int, libraries: Set<Environment.Library>
    ) -> Bool {
        guard libraries.contains(.bindings), name == "bind", count == 3, case .identifier("cel") = target.kind else {
            return false
        }
        return true
    }
}
