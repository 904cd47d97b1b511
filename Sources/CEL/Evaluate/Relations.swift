/// The answer of a question that the data may leave open.
enum Ternary: Sendable {
    case yes
    case no
    case unknown(UnknownSet)

    var value: Value {
        switch self {
        case .yes: .bool(true)
        case .no: .bool(false)
        case .unknown(let set): .unknown(set)
        }
    }

    var negated: Ternary {
        switch self {
        case .yes: .no
        case .no: .yes
        case .unknown: self
        }
    }

    init(_ flag: Bool) { self = flag ? .yes : .no }
}

/// Equality and order of values (CEL language definition, "Equality" and "Ordering").
enum Relations {
    /// Whether two values are equal. Values of different types are not, but for numbers, which share one number line;
    /// an unknown part leaves the answer open only where no other part decides it.
    static func equal(_ left: Value, _ right: Value) -> Ternary {
        switch (left, right) {
        case (.unknown, _), (_, .unknown): .unknown(Unknowns.union(left, right))
        case (.string(let one), .string(let other)): Ternary(sameScalars(one, other))
        case (.int(let one), .int(let other)): Ternary(one == other)
        case (.bool(let one), .bool(let other)): Ternary(one == other)
        case (.null, .null): .yes
        case (.double(let one), .double(let other)): Ternary(one == other)
        case (.uint(let one), .uint(let other)): Ternary(one == other)
        case (.int, .uint), (.int, .double), (.uint, .int), (.uint, .double), (.double, .int), (.double, .uint):
            Ternary(compareNumbers(left, right) == 0)
        case (.bytes(let one), .bytes(let other)): Ternary(one == other)
        case (.timestamp(let one), .timestamp(let other)): Ternary(one == other)
        case (.duration(let one), .duration(let other)): Ternary(one == other)
        case (.type(let one), .type(let other)): Ternary(one == other)
        case (.list(let one), .list(let other)): equalLists(one, other)
        case (.map(let one), .map(let other)): equalMaps(one, other)
        case (.structure(let one), .structure(let other)):
            one.type.name == other.type.name ? equalElements(one.fields, other.fields) : .no
        case (.optional(let one), .optional(let other)): equalOptionals(one, other)
        case (.opaque(let one), .opaque(let other)): answer(one.isEqual(to: other))
        default: .no
        }
    }

    /// Two lists. One that is open and shows more than the other holds differs from it; else it may yet be equal.
    private static func equalLists(_ left: ListValue, _ right: ListValue) -> Ternary {
        guard left.open != nil || right.open != nil else { return equalElements(left.elements, right.elements) }
        let isLonger = right.open == nil && left.count > right.count
        let isShorter = left.open == nil && left.count < right.count
        return isLonger || isShorter ? .no : .unknown(Unknowns.union(.list(left), .list(right)))
    }

    private static func equalElements(_ left: [Value], _ right: [Value]) -> Ternary {
        guard left.count == right.count else { return .no }
        var open: UnknownSet?
        for (one, other) in zip(left, right) {
            switch equal(one, other) {
            case .yes: continue
            case .no: return .no
            case .unknown(let set): open = open?.union(set) ?? set
            }
        }
        return open.map(Ternary.unknown) ?? .yes
    }

    private static func equalMaps(_ left: MapValue, _ right: MapValue) -> Ternary {
        guard left.count == right.count else { return .no }
        var open: UnknownSet?
        for (key, value) in zip(left.keys, left.values) {
            guard let other = right[key] else { return .no }
            switch equal(value, other) {
            case .yes: continue
            case .no: return .no
            case .unknown(let set): open = open?.union(set) ?? set
            }
        }
        return open.map(Ternary.unknown) ?? .yes
    }

    private static func equalOptionals(_ left: OptionalValue, _ right: OptionalValue) -> Ternary {
        switch (left.wrapped, right.wrapped) {
        case (.none, .none): .yes
        case (.some(let one), .some(let other)): equal(one, other)
        case (.none, .some), (.some, .none): .no
        }
    }

    static func answer(_ answer: OpaqueAnswer) -> Ternary {
        switch answer {
        case .yes: .yes
        case .no: .no
        case .unknown(let set): .unknown(set)
        }
    }

    /// `<`, `<=`, `>` or `>=` of two values that are known.
    static func compare(
        _ symbol: Operator, _ left: Value, _ right: Value
    ) throws(EvaluationError.Code) -> Value {
        if case .opaque = left, case .opaque = right { return try compareOpaque(symbol, left, right).get() }
        guard let order = try order(symbol, left, right) else { return .bool(false) }
        return .bool(holds(symbol, order))
    }

    static func holds(_ symbol: Operator, _ order: Int) -> Bool {
        switch symbol {
        case .less: order < 0
        case .lessOrEqual: order <= 0
        case .greater: order > 0
        case .greaterOrEqual: order >= 0
        case .equal: order == 0
        case .notEqual: order != 0
        case .add, .subtract, .multiply, .divide, .modulo, .negate, .not, .and, .or, .conditional, .isIn, .index,
            .optionalIndex, .optionalSelect:
            false
        }
    }

    /// Negative, zero or positive; `nil` where a NaN takes part.
    private static func order(
        _ symbol: Operator, _ left: Value, _ right: Value
    ) throws(EvaluationError.Code) -> Int? {
        switch (left, right) {
        case (.int(let one), .int(let other)): return sign(one, other)
        case (.string(let one), .string(let other)): return compareScalars(one, other)
        case (.timestamp(let one), .timestamp(let other)): return sign(one, other)
        case (.duration(let one), .duration(let other)): return sign(one, other)
        case (.bool(let one), .bool(let other)): return sign(one ? 1 : 0, other ? 1 : 0)
        case (.bytes(let one), .bytes(let other)):
            return one.lexicographicallyPrecedes(other) ? -1 : (one == other ? 0 : 1)
        case (.int, .uint), (.int, .double), (.uint, .int), (.uint, .double), (.double, .int), (.double, .uint),
            (.uint, .uint), (.double, .double):
            return compareNumbers(left, right)
        default: throw .noSuchOverload(function: symbol.rawValue, found: [left.typeName, right.typeName])
        }
    }

    private static func sign<Operand: Comparable>(_ one: Operand, _ other: Operand) -> Int {
        one < other ? -1 : (one == other ? 0 : 1)
    }

    /// The order of two numbers on the number line; `nil` where a NaN takes part.
    static func compareNumbers(_ left: Value, _ right: Value) -> Int? {
        switch (left, right) {
        case (.int(let one), .int(let other)): sign(one, other)
        case (.uint(let one), .uint(let other)): sign(one, other)
        case (.int(let one), .uint(let other)): one < 0 ? -1 : sign(UInt64(one), other)
        case (.uint(let one), .int(let other)): other < 0 ? 1 : sign(one, UInt64(other))
        case (.double(let one), .double(let other)): one.isNaN || other.isNaN ? nil : sign(one, other)
        case (.double(let one), .int(let other)): compare(one, other)
        case (.int(let one), .double(let other)): compare(other, one).map { -$0 }
        case (.double(let one), .uint(let other)): compare(one, other)
        case (.uint(let one), .double(let other)): compare(other, one).map { -$0 }
        default: nil
        }
    }

    /// A double and a whole number: the whole number counts as the nearest double, as the conformance suite has it.
    private static func compare<Whole: FixedWidthInteger>(_ real: Double, _ whole: Whole) -> Int? {
        real.isNaN ? nil : sign(real, Double(whole))
    }

    /// The order of two values of a registered type.
    static func compareOpaque(
        _ symbol: Operator, _ left: Value, _ right: Value
    ) -> Result<Value, EvaluationError.Code> {
        guard case .opaque(let one) = left, case .opaque(let other) = right else {
            return .failure(.noSuchOverload(function: symbol.rawValue, found: [left.typeName, right.typeName]))
        }
        let answer: OpaqueAnswer?
        switch symbol {
        case .less: answer = one.isLess(than: other, orEqual: false)
        case .lessOrEqual: answer = one.isLess(than: other, orEqual: true)
        case .greater: answer = other.isLess(than: one, orEqual: false)
        case .greaterOrEqual: answer = other.isLess(than: one, orEqual: true)
        case .add, .subtract, .multiply, .divide, .modulo, .negate, .not, .and, .or, .conditional, .equal, .notEqual,
            .isIn, .index, .optionalIndex, .optionalSelect:
            answer = nil
        }
        guard let answer else {
            return .failure(.noSuchOverload(function: symbol.rawValue, found: [left.typeName, right.typeName]))
        }
        return .success(Self.answer(answer).value)
    }

    /// `element in container`.
    ///
    /// An unknown element leaves the answer open even for an empty container: it may yet turn out to be an error.
    static func contains(_ container: Value, _ element: Value) throws(EvaluationError.Code) -> Ternary {
        switch container {
        case .list(let list):
            if case .unknown = element { return .unknown(Unknowns.union(element, container)) }
            var open: [UnknownSet] = []
            for member in list.elements {
                switch equal(member, element) {
                case .yes: return .yes
                case .no: continue
                case .unknown(let set): open.append(set)
                }
            }
            if let further = list.open { open += [further, Unknowns.inside(element)].compactMap { $0 } }
            return open.isEmpty ? .no : .unknown(UnknownSet(union: open))
        case .map(let map):
            if case .unknown = element { return .unknown(Unknowns.union(element, container)) }
            guard let key = MapKey(lookup: element) else { return .no }
            return Ternary(map[key] != nil)
        case .unknown(let set):
            return .unknown(Unknowns.inside(element).map { set.union($0) } ?? set)
        case .null, .bool, .int, .uint, .double, .string, .bytes, .structure, .timestamp, .duration, .type, .optional,
            .opaque:
            throw .noSuchOverload(
                function: Operator.isIn.rawValue, found: [element.typeName, container.typeName])
        }
    }
}
