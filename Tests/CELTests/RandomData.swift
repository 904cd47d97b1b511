import CEL

/// A document for the vocabulary of ``Quality`` of which some leaves are hidden.
struct RandomData {
    /// Each leaf in order: its value, and its path.
    private var leaves: [(path: DataPath, value: Value)] = []
    private let auditCount: Int

    init(_ random: inout SplitMix64) {
        auditCount = Int.random(in: 0...3, using: &random)
        for (path, _) in Self.places(auditCount) { leaves.append((path, Self.value(at: path, &random))) }
    }

    /// The leaves that can be hidden.
    var paths: [DataPath] { leaves.map(\.path) }

    /// Another document of the same shape whose leaves at some paths have other values.
    func changed(at paths: Set<DataPath>, _ random: inout SplitMix64) -> RandomData {
        var copy = self
        for (index, leaf) in leaves.enumerated() where paths.contains(leaf.path) {
            copy.leaves[index].value = Self.value(at: leaf.path, &random)
        }
        return copy
    }

    private static func places(_ auditCount: Int) -> [(DataPath, String)] {
        var places: [(DataPath, String)] = []
        for index in 0..<auditCount {
            let audit = Quality.root.field("audits").index(index)
            for field in ["kind", "day", "findings", "closed"] { places.append((audit.field(field), field)) }
        }
        for field in ["policy", "certified", "people", "codes", "audits"] {
            places.append((Quality.root.field(field), field))
        }
        for name in ["bound", "n", "today"] { places.append((DataPath(root: name), name)) }
        return places
    }

    private static func value(at path: DataPath, _ random: inout SplitMix64) -> Value {
        let days = ["2019-03-01", "2020-06-15", "2021-01-02"]
        switch path.step {
        case .field("kind"): return .string(random.pick(Quality.kinds.values))
        case .field("day"): return random.chance(20) ? .null : Quality.day(random.pick(days))
        case .field("findings"), .root("n"), .field("people"):
            return .int(random.pick([0, 0, 1, 2, 3, -1, Int64.max, Int64.min]))
        case .field("policy"):
            if random.chance(30) { return .null }
            let text: Value = random.chance(30) ? .null : .string("a")
            return .structure(
                StructureValue(type: Quality.policy, fields: [.bool(random.chance(50)), text], origin: path))
        case .field("codes"):
            return .list(ListValue(random.pick([[], [.string("a")], [.string("b"), .string("a")]]), origin: path))
        case .field("audits"):
            return .list((0..<Int.random(in: 0...2, using: &random)).map { further($0, &random) })
        case .root("today"): return Quality.day(random.pick(days))
        default: return .bool(random.chance(50))
        }
    }

    /// One of the audits that an open list does not show.
    private static func further(_ index: Int, _ random: inout SplitMix64) -> Value {
        let path = Quality.root.field("further").index(index)
        func value(_ field: String) -> Value { Self.value(at: path.field(field), &random) }
        return Quality.audit(
            100 + index, kind: value("kind"), day: value("day"), findings: value("findings"), closed: value("closed"))
    }

    /// The list of audits: closed with the further ones in its midst, or open from there.
    private static func list(_ audits: [Value], _ further: Value) -> Value {
        let path = Quality.root.field("audits")
        let middle = (audits.count + 1) / 2
        switch further {
        case .list(let more):
            return .list(ListValue(audits[..<middle] + more.elements + audits[middle...], origin: path))
        case .unknown(let leaves): return .list(ListValue(audits, origin: path, open: leaves, openFrom: middle))
        default: return further
        }
    }

    /// The document with the leaves at some paths unknown.
    func activation(hiding hidden: Set<DataPath>) -> Activation {
        var values = leaves.map { hidden.contains($0.path) ? Value.unknown(at: $0.path) : $0.value }[...]
        let path = Quality.root.field("audits")
        var audits: [Value] = []
        for index in 0..<auditCount {
            let fields = Array(values.prefix(4))
            values.removeFirst(4)
            audits.append(
                .structure(StructureValue(type: Quality.audit, fields: fields, origin: path.index(index))))
        }
        let rest = Array(values)
        let fields = [rest[0], Self.list(audits, rest[4]), rest[1], rest[2], rest[3]]
        var activation = Activation(Quality.environment)
        activation.bind("qms", .structure(StructureValue(type: Quality.system, fields: fields, origin: Quality.root)))
        activation.bind("bound", rest[5])
        activation.bind("n", rest[6])
        activation.bind("today", rest[7])
        return activation
    }
}
