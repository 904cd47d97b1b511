import CEL
import Testing

/// The tables of `docs/cel-unknowns.md`. `u`, `v` and `w` are unknown, `r` is a record with an unknown field, one that
/// is none and one that is stated, `m` a map with an unknown value, `l` a list with an unknown element.
private enum Unknown {
    static let record = StructureType(
        name: "R", fields: [.init("open", .bool), .init("none", .nullable(.string)), .init("stated", .int)])

    static let environment: Environment = {
        var environment = Environment()
        environment.declare(structure: record)
        environment.declare(variable: "u", .bool)
        environment.declare(variable: "v", .bool)
        environment.declare(variable: "n", .int)
        environment.declare(variable: "d", .dyn)
        environment.declare(variable: "r", .structure("R"))
        environment.declare(variable: "m", .map(.string, .int))
        environment.declare(variable: "l", .list(.int))
        environment.declare(variable: "ul", .list(.int))
        environment.register(
            function: "strict", Overload("strict", [.dyn], returns: .int, isPure: false) { _ in .value(.int(1)) })
        environment.register(
            function: "containers",
            Overload("containers", [.dyn], returns: .int, isPure: false, unknowns: .passContainers) { _ in
                .value(.int(1))
            })
        environment.register(
            function: "all",
            Overload("all", [.dyn], returns: .int, isPure: false, unknowns: .passAll) { _ in .value(.int(1)) })
        return environment
    }()

    static let activation: Activation = {
        var activation = Activation(environment)
        for name in ["u", "v", "n", "d", "ul"] { activation.bind(name, .unknown(at: DataPath(root: name))) }
        let path = DataPath(root: "r")
        activation.bind(
            "r",
            .structure(
                StructureValue(type: record, fields: [.unknown(at: path.field("open")), .null, .int(1)], origin: path)))
        let map = DataPath(root: "m")
        activation.bind(
            "m", .map(MapValue([(.string("a"), .unknown(at: map.key("a"))), (.string("b"), .int(2))], origin: map)))
        let list = DataPath(root: "l")
        activation.bind("l", .list(ListValue([.int(1), .unknown(at: list.index(1))], origin: list)))
        return activation
    }()
}

private let rows: [(String, String)] = [
    ("false && u", "false"), ("u && false", "false"), ("true && u", "unknown{u}"), ("u && true", "unknown{u}"),
    ("true || u", "true"), ("u || true", "true"), ("false || u", "unknown{u}"), ("v && u", "unknown{u, v}"),
    ("u || 1/0 == 1", "unknown{u}"), ("1/0 == 1 || u", "unknown{u}"), ("1/0 == 1 && u", "unknown{u}"),
    ("u && 1/0 == 1", "unknown{u}"), ("false && 1/0 == 1", "false"), ("1/0 == 1 || true", "true"),
    ("!u", "unknown{u}"), ("u ? 1 : 1", "unknown{u}"), ("u ? n : 1", "unknown{n, u}"), ("u ? 1/0 : 1", "unknown{u}"),
    ("u ? l : [2]", "unknown{l[1], u}"), ("true ? n : 1/0", "unknown{n}"),
    ("n + 1/0", "error: division by zero"), ("1/0 + n", "error: division by zero"), ("n / 0", "unknown{n}"),
    ("[n, 1/0]", "error: division by zero"),
    ("u == u", "unknown{u}"), ("u != v", "unknown{u, v}"), ("[1, n] == [2, 3]", "false"),
    ("[1, n] == [1, 2]", "unknown{n}"), ("[n] == [1, 2]", "false"), ("{'a': n} == {'b': 1}", "false"),
    ("{'a': n} == {'a': 1}", "unknown{n}"), ("n < 1", "unknown{n}"), ("l == ul", "unknown{l[1], ul}"),
    ("r == R{stated: 2}", "false"), ("r == R{stated: 1}", "unknown{r.open}"),
    ("d.f", "unknown{d}"), ("d[0]", "unknown{d}"), ("l[n]", "unknown{l[1], n}"), ("[1, n][0]", "1"),
    ("l[1]", "unknown{l[1]}"), ("m.a", "unknown{m[\"a\"]}"), ("m.b", "2"),
    ("has(r.open)", "unknown{r.open}"), ("has(r.none)", "false"), ("has(r.stated)", "true"), ("has(m.a)", "true"),
    ("has(m.c)", "false"), ("has(d.f)", "unknown{d}"), ("r.none == null", "true"), ("r.open || true", "true"),
    ("size([1, n])", "2"), ("size([1, n + 1])", "unknown{n}"), ("size(l)", "2"), ("size(ul)", "unknown{ul}"),
    ("{n: 1}.size()", "unknown{n}"), ("{'a': n}.size()", "1"), ("1 in l", "true"), ("2 in l", "unknown{l[1]}"),
    ("n in [1]", "unknown{n}"), ("n in []", "unknown{n}"), ("'a' in m", "true"), ("'c' in m", "false"),
    ("size(l + [n])", "3"), ("1 in (l + [n])", "true"), ("[?optional.of(1), ?d]", "unknown{d}"),
    ("l.all(x, x > 1)", "false"), ("l.all(x, x > 0)", "unknown{l[1]}"), ("l.exists(x, x == 1)", "true"),
    ("l.exists(x, x == 2)", "unknown{l[1]}"), ("ul.all(x, x > n)", "unknown{n, ul}"),
    ("[1, 2].all(x, x > 5 && u)", "false"), ("[1, 2].exists(x, x == 2 || u)", "true"),
    ("[0, 1].exists(x, 1 / x == 1)", "true"), ("[0, 1].exists(x, 1 / x == 2)", "error: division by zero"),
    ("[0, 1].exists(x, 1 / x == 2 || u)", "unknown{u}"), ("[0, 2].all(x, 1 / x == 1)", "false"),
    ("[1, n].exists(x, x == 1)", "true"), ("[1, 1, n].exists_one(x, x == 1)", "false"),
    ("[1, n].exists_one(x, x == 1)", "unknown{n}"), ("[1, 1, n].exists_one(x, 1 / x == 1)", "unknown{n}"),
    ("[0, n].exists_one(x, 1 / x == 1)", "error: division by zero"),
    ("l.filter(x, x == 1)", "unknown{l[1]}"), ("[1, 2].filter(x, u)", "unknown{u}"),
    ("l.filter(x, true)", "[1, unknown{l[1]}]"), ("[r].filter(x, u).size()", "unknown{u}"),
    ("[r].filter(x, u)", "unknown{r.open, u}"),
    ("l.map(x, x)", "[1, unknown{l[1]}]"), ("l.map(x, x + 1)", "unknown{l[1]}"),
    ("l.map(x, x > 0, 1)", "unknown{l[1]}"), ("[1].map(x, u, n)", "unknown{n, u}"),
    ("l.map(x, 1 / 0)", "error: division by zero"), ("[0, 1].filter(x, 1 / x == 1 || u)", "unknown{u}"),
    ("l.transformMap(i, x, x)", "{0: 1, 1: unknown{l[1]}}"), ("l.sortBy(x, x)", "unknown{l[1]}"),
    ("cel.bind(x, n, x == 1 || true)", "true"), ("cel.bind(x, n, x)", "unknown{n}"),
    ("strict([1, n])", "unknown{n}"), ("containers([1, n])", "1"), ("containers(n)", "unknown{n}"), ("all(n)", "1"),
    ("strict(1/0)", "error: division by zero"), ("type(n)", "unknown{n}"), ("type(l)", "list"),
    ("optional.of(n).hasValue()", "unknown{n}"), ("optional.none().orValue(n)", "unknown{n}"),
    ("optional.of(1).orValue(1/0)", "1"), ("optional.ofNonZeroValue(n).or(optional.of(1))", "unknown{n}"),
    ("sets.contains([1, n], [1])", "true"), ("sets.contains([1, n], [2])", "unknown{n}"),
    ("sets.intersects([1, n], [1])", "true"), ("l.reverse()[1]", "1"), ("l.first().value()", "1"),
]

@Test(arguments: rows) func unknowns(_ row: (expression: String, result: String)) throws {
    let program = try Unknown.environment.compile(row.expression)
    let result = program.evaluate(Unknown.activation)
    #expect(describe(result) == row.result)
    #expect(program.trace(Unknown.activation).result == result)
}

@Test func leavesHaveAStableOrder() {
    let root = DataPath(root: "a")
    let paths = [root.index(10), root.index(9), root.field("b"), root, root.index(9), root.key("z"), root.key("é")]
    let set = UnknownSet(leaves: paths)
    #expect(set.description == "{a, a.b, a[9], a[10], a[\"z\"], a[\"é\"]}")
    #expect(set == UnknownSet(union: paths.reversed().map { UnknownSet(leaf: $0) }))
}
