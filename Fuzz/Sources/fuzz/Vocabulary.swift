internal import CEL

/// Declarations and data that the inputs speak of: a record with a list of records, some of it unknown.
enum Vocabulary {
    private static let kinds = Choice(name: "kind", values: ["internal", "external"])
    private static let item = StructureType(
        name: "Item", fields: [.init("kind", .choice(kinds)), .init("count", .int), .init("note", .nullable(.string))])
    private static let whole = StructureType(
        name: "Whole",
        fields: [
            .init("items", .list(.structure("Item"))), .init("done", .bool), .init("names", .list(.string)),
            .init("first", .nullable(.structure("Item"))),
        ])

    static let environment: Environment = {
        var environment = Environment()
        environment.declare(structure: item)
        environment.declare(structure: whole)
        environment.declare(variable: "w", .structure("Whole"))
        environment.declare(variable: "n", .int)
        environment.declare(variable: "d", .dyn)
        environment.declare(variable: "s", .string)
        environment.declare(variable: "t", .string)
        environment.declare(variable: "m", .map(.string, .double))
        return environment
    }()

    static let activation: Activation = {
        let root = DataPath(root: "w")
        let places = root.field("items")
        let items: [Value] = [
            .structure(StructureValue(type: item, fields: [.string("internal"), .int(2), .null], origin: places.index(0))),
            .structure(
                StructureValue(
                    type: item, fields: [.unknown(at: places.index(1).field("kind")), .int(-1), .string("é")],
                    origin: places.index(1))),
            .unknown(at: places.index(2)),
        ]
        let names = root.field("names")
        let fields: [Value] = [
            .list(ListValue(items, origin: places)), .unknown(at: root.field("done")),
            .list(ListValue([.string("a")], origin: names, open: UnknownSet(leaf: names))),
            .unknown(at: root.field("first")),
        ]
        var activation = Activation(environment)
        activation.bind("w", .structure(StructureValue(type: whole, fields: fields, origin: root)))
        activation.bind("n", .int(3))
        activation.bind("d", .map(MapValue([(.string("a"), .list([.int(1), .double(2.5)])), (.int(1), .null)])))
        activation.bind("s", .string("ab"))
        activation.bind("t", .string("tuân thủ"))
        activation.bind("m", .map(MapValue([(.string("x"), .double(0.5))])))
        return activation
    }()

    static let occurs = compiled("t.matches(s)")
    static let replaced = compiled("regex.replace(t, s, '<')")

    private static func compiled(_ text: String) -> Program {
        do {
            return try environment.compile(text)
        } catch {
            preconditionFailure(error.errors.map(\.message).joined())
        }
    }
}
