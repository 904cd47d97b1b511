import CEL

/// A small vocabulary with records, choices, a registered type and functions on it, for the tests.
enum Quality {
    static let kinds = Choice(name: "audit_kind", values: ["internal", "external", "surveillance"])
    static let audit = StructureType(
        name: "Audit",
        fields: [
            .init("kind", .choice(kinds)), .init("day", .nullable(.opaque("day"))), .init("findings", .int),
            .init("closed", .bool),
        ])
    static let policy = StructureType(
        name: "Policy", fields: [.init("approved", .bool), .init("text", .nullable(.string))])
    static let system = StructureType(
        name: "System",
        fields: [
            .init("policy", .nullable(.structure("Policy"))), .init("audits", .list(.structure("Audit"))),
            .init("certified", .bool), .init("people", .int), .init("codes", .list(.string)),
        ])

    static let environment: Environment = {
        var environment = Environment()
        for type in [audit, policy, system] { environment.declare(structure: type) }
        environment.declare(opaque: "day", isOrdered: true)
        environment.register(
            function: "day",
            Overload("day_of_string", [.string], returns: .opaque("day")) { values in
                guard case .string(let text) = values[0] else { return .failure("a string is wanted") }
                if let day = Day(text) { return .value(.opaque(day)) }
                return .failure("\"\(text)\" is not a day; days are written 2021-06-30")
            })
        environment.register(
            operator: .subtract,
            Overload("day_minus_int", [.opaque("day"), .int], returns: .opaque("day")) { values in
                guard case .opaque(let opaque) = values[0], let day = opaque as? Day, case .int(let days) = values[1]
                else { return .failure("a day and a number are wanted") }
                let (number, overflow) = day.number.subtractingReportingOverflow(Int(days))
                return overflow ? .failure("out of range") : .value(.opaque(Day(number: number)))
            })
        environment.register(
            function: "year",
            Overload("day_year", [.opaque("day")], returns: .int, isMember: true, isTotal: true) { values in
                guard case .opaque(let opaque) = values[0], let day = opaque as? Day else { return .failure("no day") }
                return .value(.int(Int64(day.number / 372)))
            })
        environment.declare(variable: "qms", .structure("System"))
        environment.declare(variable: "today", .opaque("day"))
        environment.declare(variable: "bound", .bool)
        environment.declare(variable: "n", .int)
        environment.declare(variable: "x", .dyn)
        return environment
    }()

    static let root = DataPath(root: "qms")

    static func audit(_ index: Int, kind: Value, day: Value, findings: Value = .int(0), closed: Value = .bool(true))
        -> Value
    {
        let path = root.field("audits").index(index)
        return .structure(StructureValue(type: audit, fields: [kind, day, findings, closed], origin: path))
    }

    static func unknown(_ path: DataPath) -> Value { .unknown(at: path) }

    static func day(_ text: String) -> Value { Day(text).map { .opaque($0) } ?? .null }

    /// A system with an audit whose day is not known, and a policy that is not stated.
    static let activation: Activation = {
        let audits = root.field("audits")
        let list = ListValue(
            [
                audit(0, kind: .string("external"), day: day("2019-03-01"), findings: .int(3)),
                audit(1, kind: .string("internal"), day: unknown(audits.index(1).field("day")), closed: .bool(false)),
                audit(2, kind: .string("surveillance"), day: .null, findings: .int(1)),
            ], origin: audits)
        let fields: [Value] = [
            unknown(root.field("policy")), .list(list), .bool(false), .int(60), .list([.string("a"), .string("b")]),
        ]
        var activation = Activation(environment)
        activation.bind("qms", .structure(StructureValue(type: system, fields: fields, origin: root)))
        activation.bind("today", day("2020-06-15"))
        activation.bind("bound", lazily: { .value(.bool(true)) })
        activation.bind("n", .int(7))
        activation.bind("x", unknown(DataPath(root: "x")))
        return activation
    }()
}

/// A day of a calendar whose months have 31 days, enough to be ordered.
struct Day: OpaqueValue {
    let number: Int

    init(number: Int) { self.number = number }

    init?(_ text: String) {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2]) else { return nil }
        number = parts[0] * 372 + (parts[1] - 1) * 31 + parts[2] - 1
    }

    var typeName: String { "day" }

    var description: String { "day \(number / 372)-\(number % 372 / 31 + 1)-\(number % 31 + 1)" }

    var exactOrder: Int? { number }

    func isEqual(to other: any OpaqueValue) -> OpaqueAnswer {
        guard let other = other as? Day else { return .no }
        return number == other.number ? .yes : .no
    }

    func isLess(than other: any OpaqueValue, orEqual: Bool) -> OpaqueAnswer? {
        guard let other = other as? Day else { return nil }
        return number < other.number || (orEqual && number == other.number) ? .yes : .no
    }

    func neighbour(above: Bool) -> (any OpaqueValue)? { Day(number: number + (above ? 1 : -1)) }
}
