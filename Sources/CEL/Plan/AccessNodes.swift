/// The selection of a declared field: by its slot, where the value is a record of the type the checker saw.
final class FieldNode: Node, @unchecked Sendable {
    private let operand: Node
    private let field: String
    private let type: StructureType
    private let slot: Int

    init(_ operand: Node, _ field: String, _ slot: Term.FieldSlot, _ range: SourceRange) {
        self.operand = operand
        self.field = field
        type = slot.type
        self.slot = slot.slot
        super.init(range)
    }

    override func place(_ frame: inout Frame) -> UnsafePointer<Value>? {
        guard let target = operand.place(&frame), case .structure(let record) = target.pointee, record.type === type
        else { return nil }
        return record.place(of: slot)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        if let place = place(&frame) { return place.pointee }
        let target = try operand.value(&frame)
        if case .structure(let record) = target, record.type === type { return record.place(of: slot).pointee }
        do throws(EvaluationError.Code) {
            return try Access.select(target, field)
        } catch {
            throw EvaluationError(error, at: range)
        }
    }

    override func truth(_ frame: inout Frame) throws(EvaluationError) -> Ternary {
        if let place = place(&frame), case .bool(let flag) = place.pointee { return flag ? .yes : .no }
        return try super.truth(&frame)
    }
}

/// The selection of a declared field of a macro's variable, the commonest part of a rule.
final class LocalFieldNode: Node, @unchecked Sendable {
    private let position: Int
    private let field: String
    private let type: StructureType
    private let slot: Int

    init(_ position: Int, _ field: String, _ slot: Term.FieldSlot, _ range: SourceRange) {
        self.position = position
        self.field = field
        type = slot.type
        self.slot = slot.slot
        super.init(range)
    }

    override func place(_ frame: inout Frame) -> UnsafePointer<Value>? {
        guard case .structure(let record) = frame.locals[position].pointee, record.type === type else { return nil }
        return record.place(of: slot)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        if let place = place(&frame) { return place.pointee }
        do throws(EvaluationError.Code) {
            return try Access.select(frame.locals[position].pointee, field)
        } catch {
            throw EvaluationError(error, at: range)
        }
    }

    override func truth(_ frame: inout Frame) throws(EvaluationError) -> Ternary {
        if let place = place(&frame), case .bool(let flag) = place.pointee { return flag ? .yes : .no }
        return try super.truth(&frame)
    }
}

/// Any other selection.
final class SelectNode: Node, @unchecked Sendable {
    private let operand: Node
    private let field: String
    private let isOptional: Bool

    init(_ operand: Node, _ field: String, isOptional: Bool, _ range: SourceRange) {
        self.operand = operand
        self.field = field
        self.isOptional = isOptional
        super.init(range)
    }

    override func value(_ frame: inout Frame) throws(EvaluationError) -> Value {
        let target = try operand.value(&frame)
        do throws(EvaluationError.Code) {
            return isOptional ? try Access.optionalSelect(target, field) : try Access.select(target, field)
        } catch {
            throw EvaluationError(error, at: range)
        }
    }
}

final class HasNode: Node, @unchecked Sendable {
    private let operand: Node
    private let field: String
    private let slot: Term.FieldSlot?

    init(_ operand: Node, _ field: String, _ slot: Term.FieldSlot?, _ range: SourceRange) {
        self.operand = operand
        self.field = field
        self.slot = slot
        super.init(range)
    }

    override func truth(_ frame: inout Frame) throws(EvaluationError) -> Ternary {
        if let slot, let place = operand.place(&frame), case .structure(let record) = place.pointee,
            record.type === slot.type
        {
            return Access.isStated(record.place(of: slot.slot).pointee)
        }
        let target = try operand.value(&frame)
        do throws(EvaluationError.Code) {
            return try Access.has(target, field)
        } catch {
            throw EvaluationError(error, at: range)
        }
    }
}
