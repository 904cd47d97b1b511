/// Finds types for the type parameters of functions (CEL language definition, "Gradual Type Checking").
struct TypeInference {
    private var bindings: [Int: CELType] = [:]
    private var count = 0

    /// A type that is still to be found.
    mutating func fresh() -> CELType {
        count += 1
        return .variable(count)
    }

    /// What a declaration gives for arguments of some types; nil where it does not admit them.
    mutating func result(of found: [CELType], to parameters: [CELType], _ result: CELType) -> CELType? {
        guard found.count == parameters.count else { return nil }
        if let fits = Self.fitsAtoms(found, parameters), result.isAtom { return fits ? result : nil }
        let instance = instantiate(parameters + [result])
        guard assign(found, to: Array(instance.dropLast())) else { return nil }
        return resolved(instance[instance.count - 1])
    }

    /// Whether types without parts are the ones wanted, as nearly all types are; nil where more than a comparison has to say so.
    private static func fitsAtoms(_ found: [CELType], _ wanted: [CELType]) -> Bool? {
        var areAtoms = true
        for (one, other) in zip(found, wanted) {
            if !one.isAtom || !other.isAtom { areAtoms = false } else if one != other { return false }
        }
        return areAtoms ? true : nil
    }

    /// Replaces the type parameters of a declaration by fresh types, the same for the same name.
    mutating func instantiate(_ types: [CELType]) -> [CELType] {
        var names: [String: CELType] = [:]
        return types.map { instantiate($0, &names) }
    }

    private mutating func instantiate(_ type: CELType, _ names: inout [String: CELType]) -> CELType {
        switch type {
        case .parameter(let name):
            if let known = names[name] { return known }
            let new = fresh()
            names[name] = new
            return new
        case .list(let element): return .list(instantiate(element, &names))
        case .map(let key, let value):
            let newKey = instantiate(key, &names)
            return .map(newKey, instantiate(value, &names))
        case .optional(let wrapped): return .optional(instantiate(wrapped, &names))
        case .nullable(let wrapped): return .nullable(instantiate(wrapped, &names))
        case .type(let inner): return .type(instantiate(inner, &names))
        case .opaque(let name, let parameters):
            var replaced: [CELType] = []
            for parameter in parameters { replaced.append(instantiate(parameter, &names)) }
            return .opaque(name, replaced)
        case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .dyn, .choice, .structure,
            .variable:
            return type
        }
    }

    /// A type with everything found put in; what was not found stays, or becomes `dyn` at the end.
    func resolved(_ type: CELType, final: Bool = false) -> CELType {
        switch type {
        case .variable(let number):
            if let bound = bindings[number] { return resolved(bound, final: final) }
            return final ? .dyn : type
        case .list(let element): return .list(resolved(element, final: final))
        case .map(let key, let value): return .map(resolved(key, final: final), resolved(value, final: final))
        case .optional(let wrapped): return .optional(resolved(wrapped, final: final))
        case .nullable(let wrapped): return .nullable(resolved(wrapped, final: final))
        case .type(let inner): return .type(resolved(inner, final: final))
        case .opaque(let name, let parameters):
            return .opaque(name, parameters.map { resolved($0, final: final) })
        case .parameter: return final ? .dyn : type
        case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .dyn, .choice, .structure:
            return type
        }
    }

    /// Whether a type has so many parts that it is better forgotten: types that name themselves twice would double with
    /// every use.
    func isLarge(_ type: CELType) -> Bool {
        var budget = 200
        return !fits(type, &budget)
    }

    private func fits(_ type: CELType, _ budget: inout Int) -> Bool {
        budget -= 1
        if budget < 0 { return false }
        switch type {
        case .list(let inner), .optional(let inner), .nullable(let inner), .type(let inner): return fits(inner, &budget)
        case .map(let key, let value): return fits(key, &budget) && fits(value, &budget)
        case .opaque(_, let parameters): return parameters.allSatisfy { fits($0, &budget) }
        case .variable(let number): return bindings[number].map { fits($0, &budget) } ?? true
        case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .dyn, .choice, .structure,
            .parameter:
            return true
        }
    }

    /// Whether values of the types can stand where the others are wanted; what was found stays only if so.
    mutating func assign(_ found: [CELType], to wanted: [CELType]) -> Bool {
        let saved = bindings
        for (one, other) in zip(found, wanted) where !unify(one, other) {
            bindings = saved
            return false
        }
        return found.count == wanted.count
    }

    private mutating func unify(_ found: CELType, _ wanted: CELType) -> Bool {
        if found == wanted { return true }
        if case .variable(let number) = wanted {
            if let answer = substitute(found, for: number) { return answer }
        }
        if case .variable(let number) = found { return substitute(wanted, for: number) ?? false }
        switch (found, wanted) {
        case (.dyn, _), (_, .dyn): return true
        case (.choice, .string), (.string, .choice), (.choice, .choice): return true
        case (.nullable(let one), .nullable(let other)): return unify(one, other)
        case (.null, let other), (let other, .null): return Self.admitsNull(other)
        case (.nullable(let one), let other): return unify(one, other)
        case (let one, .nullable(let other)): return unify(one, other)
        case (.list(let one), .list(let other)), (.optional(let one), .optional(let other)): return unify(one, other)
        case (.map(let key, let value), .map(let otherKey, let otherValue)):
            return unify(key, otherKey) && unify(value, otherValue)
        case (.type(let one), .type(let other)):
            // Types as values compare whatever they are types of; a type parameter inside is still found.
            let saved = bindings
            if !unify(one, other) { bindings = saved }
            return true
        case (.opaque(let name, let ones), .opaque(let otherName, let others)):
            guard name == otherName, ones.count == others.count else { return false }
            for (one, other) in zip(ones, others) where !unify(one, other) { return false }
            return true
        default: return false
        }
    }

    static func admitsNull(_ type: CELType) -> Bool {
        switch type {
        case .null, .nullable, .dyn, .structure, .opaque, .timestamp, .duration, .optional: true
        case .bool, .int, .uint, .double, .string, .bytes, .list, .map, .choice, .type, .parameter, .variable: false
        }
    }

    /// Whether a type can be what a variable stands for; `nil` if the variable stands for nothing yet and cannot.
    private mutating func substitute(_ type: CELType, for number: Int) -> Bool? {
        if let bound = bindings[number] {
            if bound == type { return true }
            // What is compared with a type says nothing about values of it.
            if case .type = bound, case .type = type {
                bindings[number] = Self.moreGeneral(type, bound)
                return true
            }
            guard unify(type, bound) else { return false }
            let general = Self.moreGeneral(type, bound)
            if !mentions(number, general) { bindings[number] = general }
            return true
        }
        if mentions(number, type) { return nil }
        bindings[number] = type
        return true
    }

    private func mentions(_ number: Int, _ type: CELType) -> Bool {
        switch type {
        case .variable(let other): other == number || bindings[other].map { mentions(number, $0) } ?? false
        case .list(let inner), .optional(let inner), .nullable(let inner), .type(let inner): mentions(number, inner)
        case .map(let key, let value): mentions(number, key) || mentions(number, value)
        case .opaque(_, let parameters): parameters.contains { mentions(number, $0) }
        case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .dyn, .choice, .structure,
            .parameter:
            false
        }
    }

    /// The type of an element among others of another type: the more general one, or `dyn` if they have nothing in
    /// common.
    mutating func join(_ first: CELType, _ second: CELType) -> CELType {
        let one = resolved(first)
        let other = resolved(second)
        if assign([one], to: [other]) { return Self.moreGeneral(one, other) }
        return .dyn
    }

    /// The less specific of two compatible types.
    static func moreGeneral(_ one: CELType, _ other: CELType) -> CELType {
        if isAtLeastAsGeneral(one, other) { return one }
        if case .nullable = one, other != .dyn { return one }
        if case .choice = other { return one }
        if one == .null { return other }
        if other == .null { return one }
        if case .type = one, case .type = other { return isAtLeastAsGeneral(other, one) ? other : .type(.dyn) }
        return other
    }

    private static func isAtLeastAsGeneral(_ one: CELType, _ other: CELType) -> Bool {
        switch (one, other) {
        case (.dyn, _), (.variable, _): true
        case (_, .dyn), (_, .variable): false
        case (.list(let inner), .list(let otherInner)), (.optional(let inner), .optional(let otherInner)),
            (.type(let inner), .type(let otherInner)):
            isAtLeastAsGeneral(inner, otherInner)
        case (.map(let key, let value), .map(let otherKey, let otherValue)):
            isAtLeastAsGeneral(key, otherKey) && isAtLeastAsGeneral(value, otherValue)
        case (.opaque(let name, let parameters), .opaque(let otherName, let otherParameters)):
            name == otherName && parameters.count == otherParameters.count
                && zip(parameters, otherParameters).allSatisfy(isAtLeastAsGeneral)
        default: one == other
        }
    }
}

extension CELType {
    /// Whether only the same type fits: it has no parts, and no value of another type is one of it.
    fileprivate var isAtom: Bool {
        switch self {
        case .bool, .int, .uint, .double, .bytes, .string, .timestamp, .duration, .structure: true
        case .opaque(_, let parameters): parameters.isEmpty
        case .null, .dyn, .list, .map, .optional, .nullable, .choice, .type, .parameter, .variable: false
        }
    }
}
