extension Interpreter {
    /// A list literal. An unknown member stays a member, unless it could still become an error.
    mutating func list(_ elements: [Term.Element], _ term: Term) -> Record {
        var values: [Value] = []
        var nodes: [Record] = []
        var blocked: [UnknownSet] = []
        for element in elements {
            let outcome = evaluate(element.value)
            nodes.append(outcome)
            guard case .value(let value) = outcome.result else {
                return Record(term, outcome.result, children: nodes)
            }
            do throws(EvaluationError.Code) {
                switch try Literals.part(value, element.value, isOptional: element.isOptional) {
                case .present(let part): values.append(part)
                case .absent: continue
                case .undecided(let set): blocked.append(set)
                }
            } catch {
                return fail(error, term, nodes, at: element.value.range)
            }
        }
        if !blocked.isEmpty {
            if let inside = Unknowns.inside(values) { blocked.append(inside) }
            return Record(term, .value(.unknown(UnknownSet(union: blocked))), children: nodes)
        }
        return Record(term, .value(.list(values)), children: nodes)
    }

    /// A map literal; two entries with the same key are an error.
    mutating func map(_ entries: [Term.Entry], _ term: Term) -> Record {
        var pairs: [(MapKey, Value)] = []
        var seen: Set<MapKey> = []
        var nodes: [Record] = []
        var blocked: [UnknownSet] = []
        var duplicate: EvaluationError?
        for entry in entries {
            let keyOutcome = evaluate(entry.key)
            nodes.append(keyOutcome)
            guard case .value(let keyValue) = keyOutcome.result else {
                return Record(term, keyOutcome.result, children: nodes)
            }
            let valueOutcome = evaluate(entry.value)
            nodes.append(valueOutcome)
            guard case .value(let value) = valueOutcome.result else {
                return Record(term, valueOutcome.result, children: nodes)
            }
            do throws(EvaluationError.Code) {
                let part = try Literals.part(value, entry.value, isOptional: entry.isOptional)
                if case .unknown(let set) = keyValue {
                    blocked.append(set)
                    if let inside = Unknowns.inside(value) { blocked.append(inside) }
                    continue
                }
                let key = try Literals.key(keyValue)
                switch part {
                case .present(let value):
                    if !seen.insert(key).inserted, duplicate == nil {
                        let code = EvaluationError.Code.duplicateKey(Text.literal(keyValue))
                        duplicate = EvaluationError(code, at: entry.key.range)
                    }
                    pairs.append((key, value))
                case .absent: continue
                case .undecided(let set): blocked.append(set)
                }
            } catch {
                return fail(error, term, nodes, at: entry.key.range)
            }
        }
        if let duplicate { return Record(term, .error(duplicate), children: nodes) }
        if !blocked.isEmpty {
            if let inside = Unknowns.inside(pairs.map(\.1)) { blocked.append(inside) }
            return Record(term, .value(.unknown(UnknownSet(union: blocked))), children: nodes)
        }
        return Record(term, .value(.map(MapValue(pairs))), children: nodes)
    }

    /// A record literal; fields that are not given are null.
    mutating func structure(_ type: StructureType, _ fields: [Term.FieldValue], _ term: Term) -> Record {
        var values = [Value](repeating: .null, count: type.fields.count)
        var nodes: [Record] = []
        var blocked: [UnknownSet] = []
        for field in fields {
            let outcome = evaluate(field.value)
            nodes.append(outcome)
            guard case .value(let value) = outcome.result else {
                return Record(term, outcome.result, children: nodes)
            }
            do throws(EvaluationError.Code) {
                switch try Literals.part(value, field.value, isOptional: field.isOptional) {
                case .present(let part): values[field.slot] = part
                case .absent: continue
                case .undecided(let set): blocked.append(set)
                }
            } catch {
                return fail(error, term, nodes, at: field.value.range)
            }
        }
        if !blocked.isEmpty {
            if let inside = Unknowns.inside(values) { blocked.append(inside) }
            return Record(term, .value(.unknown(UnknownSet(union: blocked))), children: nodes)
        }
        return Record(term, .value(.structure(StructureValue(type: type, fields: values))), children: nodes)
    }
}

/// What the parts of literals come to.
enum Literals {
    enum Part {
        case present(Value)
        case absent
        /// Whether the part is there, or whether it is an error, is not known.
        case undecided(UnknownSet)
    }

    static func part(
        _ value: Value, _ term: Term, isOptional: Bool
    ) throws(EvaluationError.Code) -> Part {
        if case .unknown(let set) = value { return isOptional || term.canFail ? .undecided(set) : .present(value) }
        guard isOptional else { return .present(value) }
        guard case .optional(let optional) = value else {
            throw .wrongType(found: value.typeName, expected: "optional_type")
        }
        return optional.wrapped.map(Part.present) ?? .absent
    }

    static func key(_ value: Value) throws(EvaluationError.Code) -> MapKey {
        switch value {
        case .bool(let flag): return .bool(flag)
        case .int(let number): return .int(number)
        case .uint(let number): return .uint(number)
        case .string(let text): return .string(text)
        case .null, .double, .bytes, .list, .map, .structure, .timestamp, .duration, .type, .optional, .opaque,
            .unknown:
            throw .wrongType(found: value.typeName, expected: "bool, int, uint or string as the key of a map")
        }
    }
}
