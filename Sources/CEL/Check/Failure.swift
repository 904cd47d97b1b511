/// Finds out whether a term can end in an error although its variables have values of their types.
///
/// It decides whether an unknown part of a list literal or of a quantifier may stay behind an answer: one that could
/// still turn into an error may not.
enum Failure {
    static func isPossible(_ kind: Term.Kind, range: SourceRange) -> Bool {
        switch kind {
        case .constant, .variable, .local: false
        case .failure, .structure, .bind, .optionalMap, .optionalElse: true
        case .select(let operand, _, let slot, let isOptional):
            slot == nil || isOptional || operand.canFail || !isRecord(operand.type)
        case .has(let operand, _, let slot): operand.canFail || (slot == nil && !isMap(operand.type))
        case .logical(_, let operands): operands.contains { $0.canFail || $0.type != .bool }
        case .conditional(let condition, let whenTrue, let whenFalse):
            condition.canFail || condition.type != .bool || whenTrue.canFail || whenFalse.canFail
        case .operation(let symbol, let operands, let overloads): isPossible(symbol, operands, overloads)
        case .call(_, let arguments, let overloads, _): !isTotal(overloads, arguments)
        case .list(let elements): elements.contains { $0.isOptional || $0.value.canFail }
        case .map(let entries):
            entries.count > 1 || entries.contains { $0.isOptional || $0.key.canFail || $0.value.canFail }
        case .comprehension(let macro): isPossible(macro)
        }
    }

    private static func isPossible(_ symbol: Operator, _ operands: [Term], _ overloads: [Overload]) -> Bool {
        if operands.contains(where: \.canFail) { return true }
        if !overloads.isEmpty { return !isTotal(overloads, operands) }
        switch symbol {
        case .equal, .notEqual: return false
        case .isIn: return !isMap(operands[1].type) && !isList(operands[1].type)
        case .not: return operands[0].type != .bool
        case .less, .lessOrEqual, .greater, .greaterOrEqual: return !operands.allSatisfy { isScalar($0.type) }
        case .add: return !operands.allSatisfy { $0.type == .string || isList($0.type) || $0.type == .bytes }
        case .subtract, .multiply, .divide, .modulo, .negate, .and, .or, .conditional, .index, .optionalIndex,
            .optionalSelect:
            return true
        }
    }

    private static func isPossible(_ macro: Term.Comprehension) -> Bool {
        if macro.range.canFail || !(isList(macro.range.type) || isMap(macro.range.type)) { return true }
        if let condition = macro.condition, condition.canFail || condition.type != .bool { return true }
        switch macro.kind {
        case .all, .exists, .existsOne, .filter: return false
        case .map, .transformList: return macro.transform?.canFail ?? true
        case .transformMap, .transformMapEntry, .sortBy, .bind, .optMap, .optFlatMap: return true
        }
    }

    private static func isTotal(_ overloads: [Overload], _ arguments: [Term]) -> Bool {
        guard overloads.count == 1, overloads[0].isTotal else { return false }
        return arguments.allSatisfy { !$0.canFail && isCertain($0.type) }
    }

    private static func isCertain(_ type: CELType) -> Bool {
        switch type {
        case .dyn, .nullable, .null, .variable, .parameter: false
        case .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .list, .map, .optional, .choice,
            .structure, .opaque, .type:
            true
        }
    }

    private static func isScalar(_ type: CELType) -> Bool {
        switch type {
        case .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .choice: true
        case .dyn, .nullable, .null, .variable, .parameter, .list, .map, .optional, .structure, .opaque, .type: false
        }
    }

    private static func isRecord(_ type: CELType) -> Bool {
        if case .structure = type { return true }
        return false
    }

    private static func isMap(_ type: CELType) -> Bool {
        if case .map = type { return true }
        return false
    }

    private static func isList(_ type: CELType) -> Bool {
        if case .list = type { return true }
        return false
    }
}
