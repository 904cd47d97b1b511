internal import CEL
internal import Workload

/// Makes records of the workload's documents: what an embedder does once for each document.
struct Binding {
    /// What is asked of an object: the keys of its facts in the order of the type's fields.
    private struct Shape {
        let type: StructureType
        let names: [String]
        let areDates: [Bool]

        init(_ name: String, _ fields: [Schema.Field], lists: [Schema.List] = []) {
            let declared = fields.map { field in
                let type = Binding.type(of: field.kind)
                return StructureType.Field(field.name, field.none > 0 ? .nullable(type) : type)
            }
            let listed = lists.map { StructureType.Field($0.name, .list(.structure($0.type))) }
            type = StructureType(name: name, fields: declared + listed)
            names = (declared + listed).map(\.name)
            areDates = fields.map { if case .date = $0.kind { true } else { false } }
        }
    }

    let environment: Environment
    private let document: Shape
    private let items: [Shape]

    init() {
        var environment = Environment()
        environment.declare(opaque: "day", isOrdered: true)
        environment.register(
            operator: .add,
            Overload("day_plus_int", [.opaque("day"), .int], returns: .opaque("day")) { values in
                guard case .opaque(let value) = values[0], let day = value as? Day, case .int(let span) = values[1]
                else { return .failure("a day and a number are wanted") }
                let (number, overflow) = day.number.addingReportingOverflow(Int(span))
                return overflow ? .failure("the day is out of range") : .value(.opaque(Day(number: number)))
            })
        items = Schema.lists.map { Shape($0.type, $0.fields) }
        document = Shape("Agency", Schema.scalars, lists: Schema.lists)
        for item in items { environment.declare(structure: item.type) }
        environment.declare(structure: document.type)
        environment.declare(variable: "d", .structure(document.type.name))
        self.environment = environment
    }

    private static func type(of kind: Schema.Kind) -> CELType {
        switch kind {
        case .text, .reference: .string
        case .number: .int
        case .truth: .bool
        case .date: .opaque("day")
        }
    }

    /// The activation of a document: every fact in its slot, the absent ones unknown.
    func activation(_ json: JSON) -> Activation {
        var activation = Activation(environment)
        activation.bind("d", .structure(record(json, document, DataPath(root: "d"))))
        return activation
    }

    private func record(_ json: JSON, _ shape: Shape, _ path: DataPath) -> StructureValue {
        guard case .object(let members) = json else {
            return StructureValue(type: shape.type, fields: [], origin: path)
        }
        var next = 0
        return StructureValue(type: shape.type, origin: path) { slot in
            let name = shape.names[slot]
            // The members mostly stand in the order of the fields.
            if next < members.count, members[next].key == name {
                next += 1
            } else {
                guard let position = members.firstIndex(where: { $0.key == name }) else {
                    return .unknown(at: path.field(name))
                }
                next = position + 1
            }
            if slot >= shape.areDates.count { return list(members[next - 1].value, slot - shape.areDates.count, path) }
            return Self.value(members[next - 1].value, isDate: shape.areDates[slot])
        }
    }

    private func list(_ json: JSON, _ position: Int, _ document: DataPath) -> Value {
        guard case .array(let elements) = json else { return .null }
        let path = document.field(Schema.lists[position].name)
        var records: [Value] = []
        records.reserveCapacity(elements.count)
        for (index, element) in elements.enumerated() {
            records.append(.structure(record(element, items[position], path.index(index))))
        }
        return .list(ListValue(records, origin: path))
    }

    private static func value(_ json: JSON, isDate: Bool) -> Value {
        switch json {
        case .null, .array, .object: .null
        case .bool(let flag): .bool(flag)
        case .number(let number): .int(number)
        case .string(let text): isDate ? Day(text).map { .opaque($0) } ?? .null : .string(text)
        }
    }
}
