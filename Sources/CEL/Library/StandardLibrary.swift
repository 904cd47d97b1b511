/// The functions of the standard language (CEL language definition, "List of Standard Definitions").
enum StandardLibrary {
    static func functions(timeZones: any TimeZoneProvider) -> [(String, [Overload])] {
        strings + sizes + conversions + TimeFunctions.functions(timeZones: timeZones)
    }

    private static let strings: [(String, [Overload])] = [
        (
            "contains",
            [
                .total("contains_string", [.string, .string], .bool) { values in
                    guard case .string(let text) = values[0], case .string(let part) = values[1] else { return nil }
                    return .bool(Scalars.contains(text, part))
                }
            ]
        ),
        (
            "startsWith",
            [
                .total("starts_with_string", [.string, .string], .bool) { values in
                    guard case .string(let text) = values[0], case .string(let part) = values[1] else { return nil }
                    return .bool(Scalars.starts(text, with: part))
                }
            ]
        ),
        (
            "endsWith",
            [
                .total("ends_with_string", [.string, .string], .bool) { values in
                    guard case .string(let text) = values[0], case .string(let part) = values[1] else { return nil }
                    return .bool(Scalars.ends(text, with: part))
                }
            ]
        ),
        (
            "matches",
            [
                .standard("matches_string", [.string, .string], .bool, isMember: true, cost: 20, Patterns.matches),
                .standard("matches", [.string, .string], .bool, cost: 20, Patterns.matches),
            ]
        ),
    ]

    private static func size(_ values: [Value]) -> Value? {
        switch values[0] {
        case .string(let text): .int(Int64(text.unicodeScalars.count))
        case .bytes(let bytes): .int(Int64(bytes.count))
        case .list(let list): list.size
        case .map(let map): .int(Int64(map.count))
        case .null, .bool, .int, .uint, .double, .structure, .timestamp, .duration, .type, .optional, .opaque,
            .unknown:
            nil
        }
    }

    private static let sizes: [(String, [Overload])] = {
        let types: [(String, CELType)] = [
            ("string", .string), ("bytes", .bytes), ("list", .list(.parameter("A"))),
            ("map", .map(.parameter("A"), .parameter("B"))),
        ]
        let plain = types.map { name, type in
            Overload.total(
                "size_" + name, [type], .int, isMember: false, unknowns: .passContainers, growth: .constant,
                takesOpenLists: true, size)
        }
        let member = types.map { name, type in
            Overload.total(
                name + "_size", [type], .int, unknowns: .passContainers, growth: .constant, takesOpenLists: true, size)
        }
        return [("size", plain + member)]
    }()
}

extension Overload {
    /// A function of the language that fails for no argument of its types. The implementation answers `nil` only for
    /// arguments of other types.
    static func total(
        _ id: String, _ parameters: [CELType], _ result: CELType, isMember: Bool = true,
        unknowns: UnknownHandling = .strict, growth: Growth = .linear, takesOpenLists: Bool = false,
        _ apply: @escaping @Sendable ([Value]) -> Value?
    ) -> Overload {
        var overload = Overload(
            id, parameters, returns: result, isMember: isMember, isTotal: true, unknowns: unknowns
        ) { values in
            if let value = apply(values) { return .value(value) }
            return .error(.noSuchOverload(function: id, found: values.map(\.typeName)))
        }
        overload.isStandard = true
        overload.growth = growth
        overload.takesOpenLists = takesOpenLists
        return overload
    }

    /// A function of the language that may fail.
    static func standard(
        _ id: String, _ parameters: [CELType], _ result: CELType, isMember: Bool = false,
        unknowns: UnknownHandling = .strict, cost: UInt64 = 1, takesOpenLists: Bool = false,
        _ apply: @escaping @Sendable ([Value]) throws(EvaluationError.Code) -> Value?
    ) -> Overload {
        var overload = Overload(
            id, parameters, returns: result, isMember: isMember, unknowns: unknowns, cost: cost
        ) { values in
            do throws(EvaluationError.Code) {
                if let value = try apply(values) { return .value(value) }
                return .error(.noSuchOverload(function: id, found: values.map(\.typeName)))
            } catch {
                return .error(error)
            }
        }
        overload.isStandard = true
        overload.takesOpenLists = takesOpenLists
        return overload
    }
}
