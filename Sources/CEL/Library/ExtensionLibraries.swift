/// The functions of the libraries beyond the standard language.
enum ExtensionLibraries {
    static func functions(of library: Environment.Library) -> [(String, [Overload])] {
        switch library {
        case .strings: StringFunctions.functions
        case .math: MathFunctions.functions
        case .bindings, .comprehensions: []
        case .optionals: OptionalFunctions.functions
        case .encoders: Encoders.functions + JSONFunctions.functions
        case .lists: ListFunctions.functions
        case .sets: SetFunctions.functions
        case .regex: RegexFunctions.functions
        }
    }
}
