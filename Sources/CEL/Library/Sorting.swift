/// Sorts lists by keys of one ordered type.
enum Sorting {
    /// The values in the order of their keys; equal keys keep their order.
    static func sorted(_ values: [Value], by keys: [Value]) -> FunctionResult {
        var open: UnknownSet?
        var failure: EvaluationError.Code?
        if let first = keys.first {
            for key in keys where key.typeName != first.typeName {
                return .error(.noSuchOverload(function: "sort", found: [first.typeName, key.typeName]))
            }
            if keys.count == 1, case .failure(let code) = isLess(first, first) { return .error(code) }
        }
        let order = Array(keys.indices).sorted { one, other in
            switch isLess(keys[one], keys[other]) {
            case .success(.bool(true)): return true
            case .success(.bool(false)): break
            case .success(.unknown(let set)): open = open?.union(set) ?? set
            case .success: break
            case .failure(let code): failure = code
            }
            if case .success(.bool(true)) = isLess(keys[other], keys[one]) { return false }
            return one < other
        }
        if let failure { return .error(failure) }
        if let open { return .unknown(open) }
        return .value(.list(order.map { values[$0] }))
    }

    private static func isLess(_ one: Value, _ other: Value) -> Result<Value, EvaluationError.Code> {
        do throws(EvaluationError.Code) {
            return .success(try Relations.compare(.less, one, other))
        } catch {
            return .failure(error)
        }
    }
}
