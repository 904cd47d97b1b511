/// Finds single changes of the data that make a result true, by trying them.
struct Substitution {
    let program: Program
    let activation: Activation
    let limits: EvaluationLimits
    let trace: Trace

    /// The most changes that are tried.
    private static let mostTrials = 256

    func changes(of root: TraceNode) -> [WouldChange] {
        switch root.result {
        case .value(.bool(true)), .error: return []
        case .value: break
        }
        var found: [WouldChange] = []
        var tried: [Needs.Candidate] = []
        for candidate in Needs(trace: trace).candidates(root, true) where !tried.contains(candidate) {
            if tried.count == Self.mostTrials { break }
            tried.append(candidate)
            if let change = attempt(candidate), !found.contains(change) { found.append(change) }
        }
        return found
    }

    /// The change, if it was seen to work or could not be tried; `nil` if it was seen not to.
    private func attempt(_ candidate: Needs.Candidate) -> WouldChange? {
        func change(_ isVerified: Bool) -> WouldChange {
            WouldChange(path: candidate.path, need: candidate.need, isVerified: isVerified)
        }
        if let part = candidate.part {
            var interpreter = Interpreter(
                activation: activation, limits: limits, assuming: (range: part, value: candidate.value))
            if interpreter.run(program.term).result == .value(.bool(true)) { return change(true) }
            return program.term.isInBody(part) ? change(false) : nil
        }
        guard let value = Witness.value(for: candidate.need) else { return change(false) }
        var changed = activation
        guard substitute(value, at: candidate.path, in: &changed) else { return change(false) }
        return program.evaluate(changed, limits: limits) == .value(.bool(true)) ? change(true) : nil
    }

    /// Puts a value at a path, in every variable that holds it; answers whether there was one.
    private func substitute(_ value: Value, at path: DataPath, in activation: inout Activation) -> Bool {
        var isFound = false
        let replacement = Replacement(structures: program.structures)
        for (slot, name) in activation.variables.names.enumerated() {
            guard case .value(let content) = activation.read(slot, name, program.term.range) else { continue }
            var root = content.origin ?? DataPath(root: name)
            if case .unknown(let set) = content, let leaf = set.leaves.first, set.leaves.count == 1 { root = leaf }
            guard root.isPrefix(of: path) else { continue }
            let steps = Array(path.steps.dropFirst(root.depth))
            let type = slot < program.variableTypes.count ? program.variableTypes[slot] : CELType.dyn
            guard let changed = replacement.replace(in: content, type, root, steps[...], with: value) else { continue }
            activation.replace(slot: slot, with: changed)
            isFound = true
        }
        return isFound
    }
}

/// Copies of values with another value at one place.
struct Replacement {
    let structures: [String: StructureType]

    /// The value with the place replaced; `nil` if it has no such place. An unknown record becomes one whose other
    /// fields are unknown.
    func replace(
        in value: Value, _ type: CELType, _ path: DataPath, _ steps: ArraySlice<DataPath.Step>, with new: Value
    ) -> Value? {
        guard let step = steps.first else { return new }
        let rest = steps.dropFirst()
        switch (value, step) {
        case (.structure(let record), .field(let name)):
            guard let slot = record.type.slot(of: name) else { return nil }
            let below = path.field(name)
            let fieldType = record.type.fields[slot].type
            guard let changed = replace(in: record.fields[slot], fieldType, below, rest, with: new) else { return nil }
            var fields = record.fields
            fields[slot] = changed
            return .structure(StructureValue(type: record.type, fields: fields, origin: record.origin))
        case (.list(let list), .index(let position)):
            guard list.elements.indices.contains(position) else { return nil }
            var elementType = CELType.dyn
            if case .list(let inner) = type { elementType = inner }
            let below = path.index(position)
            guard let changed = replace(in: list.elements[position], elementType, below, rest, with: new) else {
                return nil
            }
            var elements = list.elements
            elements[position] = changed
            return .list(ListValue(elements, origin: list.origin, open: list.open, openFrom: list.openFrom))
        case (.map(let map), .key(let name)), (.map(let map), .field(let name)):
            var entries = Array(zip(map.keys, map.values))
            guard let position = map.keys.firstIndex(where: { Text.of($0.value) == name }) else { return nil }
            var elementType = CELType.dyn
            if case .map(_, let inner) = type { elementType = inner }
            guard let changed = replace(in: map.values[position], elementType, path.key(name), rest, with: new) else {
                return nil
            }
            entries[position].1 = changed
            return .map(MapValue(entries, origin: map.origin))
        case (.unknown, .field), (.null, .field):
            guard let record = unknownRecord(type, path) else { return nil }
            return replace(in: record, type, path, steps, with: new)
        default: return nil
        }
    }

    private func unknownRecord(_ type: CELType, _ path: DataPath) -> Value? {
        switch type {
        case .nullable(let inner): return unknownRecord(inner, path)
        case .structure(let name):
            guard let declared = structures[name] else { return nil }
            let fields = declared.fields.map { Value.unknown(at: path.field($0.name)) }
            return .structure(StructureValue(type: declared, fields: fields, origin: path))
        case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .dyn, .list, .map, .optional,
            .choice, .opaque, .type, .parameter, .variable:
            return nil
        }
    }
}
