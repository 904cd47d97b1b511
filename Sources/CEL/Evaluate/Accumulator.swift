/// Gathers the turns of a macro into its result.
///
/// Unknown and failing turns are kept apart, so that a quantifier is decided wherever some order of its turns would
/// decide it, while the macros that make lists and maps let an error win over what is unknown.
struct Accumulator {
    enum Step {
        /// The turn is over.
        case nextTurn
        /// The result is decided.
        case done
        /// The element counts; its transformation is wanted.
        case transform
        /// Whether the element counts is unknown; its transformation is wanted for what it depends on.
        case gatherTransform
    }

    let macro: Term.Comprehension
    private var open: [UnknownSet] = []
    /// What leaves it open whether the list that is made has further elements, and from which position.
    private var further: UnknownSet?
    private var furtherFrom: Int?
    private var failure: EvaluationError?
    private var isDecided = false
    private var matches = 0
    private var values: [Value] = []
    private var keys: [Value] = []
    private var pairs: [(MapKey, Value)] = []
    private var pairKeys: Set<MapKey> = []

    init(_ macro: Term.Comprehension) { self.macro = macro }

    /// Notes how many elements have been made when the place from which further elements may stand is reached.
    mutating func markFurther() { furtherFrom = values.count }

    /// The result depends on these leaves.
    mutating func block(_ leaves: UnknownSet) { open.append(leaves) }

    /// The list that is made may have further elements.
    mutating func extend(_ leaves: UnknownSet) { further = leaves }

    /// Adds what an undecided part depends on.
    mutating func gather(_ value: Value) {
        if let inside = Unknowns.inside(value) { open.append(inside) }
    }

    mutating func take(condition result: Evaluation, at range: SourceRange, variables: [Value]) -> Step {
        switch result {
        case .value(.bool(let flag)): return take(flag, variables)
        case .value(.unknown(let set)):
            open.append(set)
            switch macro.kind {
            case .all, .exists, .existsOne: return .nextTurn
            case .filter:
                if !macro.isCounted { gather(variables[variables.count - 1]) }
                return .nextTurn
            case .map, .transformList, .transformMap, .transformMapEntry, .sortBy, .bind, .optMap, .optFlatMap:
                return .gatherTransform
            }
        case .value(let value):
            return fail(EvaluationError(.wrongType(found: value.typeName, expected: "bool"), at: range))
        case .error(let error): return fail(error)
        }
    }

    private mutating func take(_ flag: Bool, _ variables: [Value]) -> Step {
        switch macro.kind {
        case .all:
            if flag { return .nextTurn }
            isDecided = true
            return .done
        case .exists:
            if !flag { return .nextTurn }
            isDecided = true
            return .done
        case .existsOne:
            if flag { matches += 1 }
            return .nextTurn
        case .filter:
            if flag { values.append(variables[0]) }
            return .nextTurn
        case .map, .transformList, .transformMap, .transformMapEntry, .sortBy, .bind, .optMap, .optFlatMap:
            return flag ? .transform : .nextTurn
        }
    }

    /// Keeps the first error; only quantifiers that may still be decided go on after one.
    private mutating func fail(_ error: EvaluationError) -> Step {
        if failure == nil { failure = error }
        switch macro.kind {
        case .all, .exists: return .nextTurn
        case .existsOne, .filter, .map, .transformList, .transformMap, .transformMapEntry, .sortBy, .bind, .optMap,
            .optFlatMap:
            return .done
        }
    }

    /// Takes the transformation of an element; answers whether the macro ends.
    mutating func take(transform result: Evaluation, at range: SourceRange, variables: [Value]) -> Bool {
        switch result {
        case .error(let error): return fail(error) == .done
        case .value(let value):
            do throws(EvaluationError.Code) {
                try take(value, variables)
                return false
            } catch {
                return fail(EvaluationError(error, at: range)) == .done
            }
        }
    }

    private mutating func take(_ value: Value, _ variables: [Value]) throws(EvaluationError.Code) {
        if case .unknown(let set) = value {
            let canFail = macro.transform?.canFail ?? true
            switch macro.kind {
            case .map, .transformList, .transformMap:
                if canFail { open.append(set) }
            case .sortBy:
                open.append(set)
                gather(variables[0])
            case .transformMapEntry, .all, .exists, .existsOne, .filter, .bind, .optMap, .optFlatMap:
                open.append(set)
                return
            }
        }
        switch macro.kind {
        case .map, .transformList: values.append(value)
        case .transformMap: try addPair(try Literals.key(variables[0]), value)
        case .transformMapEntry:
            guard case .map(let map) = value else { throw .wrongType(found: value.typeName, expected: "map") }
            for (key, entry) in zip(map.keys, map.values) { try addPair(key, entry) }
        case .sortBy:
            keys.append(value)
            values.append(variables[0])
        case .all, .exists, .existsOne, .filter, .bind, .optMap, .optFlatMap: break
        }
    }

    private mutating func addPair(_ key: MapKey, _ value: Value) throws(EvaluationError.Code) {
        guard pairKeys.insert(key).inserted else { throw .duplicateKey(Text.literal(key.value)) }
        pairs.append((key, value))
    }

    /// The result of the macro.
    func result(at range: SourceRange) -> Evaluation {
        switch macro.kind {
        case .all, .exists:
            let isExists = macro.kind == .exists
            if isDecided { return .value(.bool(isExists)) }
            if !open.isEmpty { return .value(.unknown(UnknownSet(union: open))) }
            if let failure { return .error(failure) }
            return .value(.bool(!isExists))
        case .existsOne:
            if let failure { return .error(failure) }
            if open.isEmpty { return .value(.bool(matches == 1)) }
            if matches > 1, !(macro.condition?.canFail ?? true) { return .value(.bool(false)) }
            return .value(.unknown(UnknownSet(union: open)))
        case .filter, .map, .transformList:
            return collected { .list(ListValue(values, open: further, openFrom: furtherFrom)) }
        case .transformMap, .transformMapEntry: return collected { .map(MapValue(pairs)) }
        case .sortBy:
            if let failure { return .error(failure) }
            if !open.isEmpty { return collected { .null } }
            switch Sorting.sorted(values, by: keys) {
            case .value(let value): return .value(value)
            case .unknown(let set): return .value(.unknown(set))
            case .error(let code): return .error(EvaluationError(code, at: range))
            case .failure(let message):
                return .error(EvaluationError(.function(name: macro.name, message: message), at: range))
            }
        case .bind, .optMap, .optFlatMap: return .value(.null)
        }
    }

    private func collected(_ make: () -> Value) -> Evaluation {
        if let failure { return .error(failure) }
        if open.isEmpty { return .value(make()) }
        var sets = open
        if let further { sets.append(further) }
        if macro.isCounted { return .value(.unknown(UnknownSet(union: sets))) }
        if let inside = Unknowns.inside(values) { sets.append(inside) }
        if let inside = Unknowns.inside(pairs.map(\.1)) { sets.append(inside) }
        return .value(.unknown(UnknownSet(union: sets)))
    }
}

extension Accumulator.Step: Equatable {}
