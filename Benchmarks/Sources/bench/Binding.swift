internal import CEL
internal import Workload

/// Makes records of the workload's documents: what an embedder does once for each document.
struct Binding {
    let environment: Environment
    private let document: StructureType
    private let items: [(type: StructureType, kinds: [Schema.Kind])]

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
        items = Schema.lists.map { list in
            (StructureType(name: list.type, fields: Self.fields(list.fields)), list.fields.map(\.kind))
        }
        let lists = Schema.lists.map { StructureType.Field($0.name, .list(.structure($0.type))) }
        document = StructureType(name: "Agency", fields: Self.fields(Schema.scalars) + lists)
        for (type, _) in items { environment.declare(structure: type) }
        environment.declare(structure: document)
        environment.declare(variable: "d", .structure(document.name))
        self.environment = environment
    }

    private static func fields(_ fields: [Schema.Field]) -> [StructureType.Field] {
        fields.map { field in
            let type = type(of: field.kind)
            return StructureType.Field(field.name, field.none > 0 ? .nullable(type) : type)
        }
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
        let root = DataPath(root: "d")
        var members = Members(json)
        var values: [Value] = []
        values.reserveCapacity(document.fields.count)
        for field in Schema.scalars {
            values.append(Self.value(members.take(field.name), field.kind, root, field.name))
        }
        for (list, item) in zip(Schema.lists, items) {
            guard case .array(let elements)? = members.take(list.name) else {
                values.append(.unknown(at: root.field(list.name)))
                continue
            }
            let path = root.field(list.name)
            var records: [Value] = []
            records.reserveCapacity(elements.count)
            for (index, element) in elements.enumerated() {
                records.append(.structure(record(element, item.type, item.kinds, path.index(index))))
            }
            values.append(.list(ListValue(records, origin: path)))
        }
        var activation = Activation(environment)
        activation.bind("d", .structure(StructureValue(type: document, fields: values, origin: root)))
        return activation
    }

    private func record(
        _ json: JSON, _ type: StructureType, _ kinds: [Schema.Kind], _ path: DataPath
    ) -> StructureValue {
        var members = Members(json)
        var values: [Value] = []
        values.reserveCapacity(kinds.count)
        for (field, kind) in zip(type.fields, kinds) {
            values.append(Self.value(members.take(field.name), kind, path, field.name))
        }
        return StructureValue(type: type, fields: values, origin: path)
    }

    private static func value(_ json: JSON?, _ kind: Schema.Kind, _ path: DataPath, _ name: String) -> Value {
        switch json {
        case nil: return .unknown(at: path.field(name))
        case .null?, .array?, .object?: return .null
        case .bool(let flag)?: return .bool(flag)
        case .number(let number)?: return .int(number)
        case .string(let text)?:
            if case .date = kind { return Day(text).map { .opaque($0) } ?? .null }
            return .string(text)
        }
    }
}

/// The members of an object, which mostly stand in the order in which they are asked for.
private struct Members {
    private let members: [JSON.Member]
    private var next = 0

    init(_ json: JSON) {
        if case .object(let members) = json { self.members = members } else { members = [] }
    }

    mutating func take(_ name: String) -> JSON? {
        if next < members.count, members[next].key == name {
            next += 1
            return members[next - 1].value
        }
        return members.first { $0.key == name }?.value
    }
}
