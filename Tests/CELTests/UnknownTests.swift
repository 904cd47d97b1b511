@testable import CEL
import Testing

/// The tables of `docs/cel-unknowns.md`. `u`, `v` and `w` are unknown, `r` is a record with an unknown field, one that
/// is none and one that is stated, `m` a map with an unknown value, `l` a list with an unknown element. `o` and `e` are
/// open lists, `o` shows two elements, `e` none, and `p` is one to which elements may come after the first.
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
        for name in ["o", "e", "p"] { environment.declare(variable: name, .list(.int)) }
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
        let open = DataPath(root: "o")
        activation.bind("o", .list(ListValue([.int(1), .int(2)], origin: open, open: UnknownSet(leaf: open))))
        activation.bind(
            "e", .list(ListValue([], origin: DataPath(root: "e"), open: UnknownSet(leaf: DataPath(root: "e")))))
        activation.bind(
            "p", .list(ListValue([.int(1), .int(2)], open: UnknownSet(leaf: DataPath(root: "p")), openFrom: 1)))
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

/// Lists that may hold more than they show.
private let openRows: [(String, String)] = [
    ("o.exists(x, x == 2)", "true"), ("o.exists(x, x == 3)", "unknown{o}"), ("e.exists(x, true)", "unknown{e}"),
    ("e.exists(x, false)", "false"), ("e.exists(x, u)", "unknown{e, u}"), ("e.exists(x, 1 / 0 == x)", "unknown{e}"),
    ("o.exists(x, 1 / (x - 1) == 1)", "true"), ("o.exists(x, x == 3 || u)", "unknown{o, u}"),
    ("o.all(x, x < 2)", "false"), ("o.all(x, x < 3)", "unknown{o}"), ("e.all(x, false)", "unknown{e}"),
    ("e.all(x, true)", "true"), ("o.all(x, x < 3 || u)", "unknown{o, u}"), ("o.all(x, x < 3 || !false)", "true"),
    ("o.exists_one(x, x > 0)", "false"), ("o.exists_one(x, x == 1)", "unknown{o}"),
    ("o.exists_one(x, x == 1 || false)", "unknown{o}"), ("o.exists_one(x, false)", "false"),
    ("o.exists_one(x, 2 / x > 0)", "unknown{o}"), ("e.exists_one(x, true)", "unknown{e}"),
    ("o.filter(x, x > 1)", "[2, … unknown{o}]"), ("o.filter(x, false)", "[]"), ("o.filter(x, true)[1]", "2"),
    ("o.filter(x, 2 / x > 0)", "unknown{o}"), ("o.filter(x, x > 1).exists(y, y == 2)", "true"),
    ("o.filter(x, x > 1).size()", "unknown{o}"), ("o.filter(x, u).size()", "unknown{o, u}"),
    ("p.filter(x, x > 1)[0]", "unknown{p}"), ("p.filter(x, x < 3)[0]", "1"),
    ("o.map(x, x == 1)", "[true, false, … unknown{o}]"), ("o.map(x, x + 1)", "unknown{o}"), ("o.map(x, 5)[1]", "5"),
    ("e.map(x, n)", "[… unknown{e, n}]"), ("o.map(x, x > 1, x)", "[2, … unknown{o}]"),
    ("o.map(x, u, x)", "unknown{o, u}"), ("o.map(x, 1 / 0)", "error: division by zero"),
    ("e.map(x, 1 / 0)", "unknown{e}"),
    ("e.map(x, false, 1 / 0)", "[]"),
    ("o.exists(i, x, i == 1 && x == 2)", "true"), ("o.all(i, x, x < 3)", "unknown{o}"),
    ("o.all(i, x, x < 2)", "false"), ("o.existsOne(i, x, x > 0)", "false"), ("o.existsOne(i, x, x > 1)", "unknown{o}"),
    ("o.transformList(i, x, x)", "[1, 2, … unknown{o}]"), ("o.transformList(i, x, false, x)", "[]"),
    ("o.transformMap(i, x, x)", "unknown{o}"), ("o.transformMap(i, x, false, x)", "{}"),
    ("o.transformMapEntry(i, x, {i: x})", "unknown{o}"), ("o.sortBy(x, x)", "unknown{o}"),
    ("2 in o", "true"), ("3 in o", "unknown{o}"), ("n in e", "unknown{e, n}"), ("[n] in [o]", "false"),
    ("[1, 2, n] in [o]", "unknown{n, o}"),
    ("size(o)", "unknown{o}"), ("o.size()", "unknown{o}"), ("e.size() > 0", "unknown{e}"),
    ("o[0]", "1"), ("o[2]", "unknown{o}"), ("o[-1]", "error: position -1 is outside a list of 2 elements"),
    ("p[0]", "1"), ("p[1]", "unknown{p}"), ("o[n]", "unknown{n, o}"), ("o[?1]", "optional.of(2)"),
    ("o[?2]", "unknown{o}"), ("e[?0]", "unknown{e}"),
    ("o + [3]", "[1, 2, 3, … unknown{o}]"), ("(o + [3])[2]", "unknown{o}"), ("([3] + o)[1]", "1"),
    ("([3] + p)[2]", "unknown{p}"), ("3 in (o + [3])", "true"), ("size(o + [3])", "unknown{o}"),
    ("o == [1, 2]", "unknown{o}"), ("o == [1]", "false"), ("[1] != o", "true"), ("o == o", "unknown{o}"),
    ("o == e", "unknown{e, o}"), ("e == []", "unknown{e}"), ("o == []", "false"), ("o == [1, 2, n]", "unknown{n, o}"),
    ("{'a': o} == {'a': [1]}", "false"), ("has({'a': o}.a)", "true"),
    ("o.first()", "optional.of(1)"), ("o.last()", "unknown{o}"), ("e.first()", "unknown{e}"),
    ("p.reverse().first()", "unknown{p}"), ("o.reverse().exists(x, x == 2)", "true"), ("o.slice(0, 2)", "[1, 2]"),
    ("o.slice(1, 3)", "unknown{o}"), ("o.distinct()", "unknown{o}"), ("o.sort()", "unknown{o}"),
    ("[o, [3]].flatten()", "unknown{o}"), ("[o].size()", "1"), ("type(o)", "list"),
    ("optional.of(o).hasValue()", "true"), ("optional.ofNonZeroValue(e).hasValue()", "unknown{e}"),
    ("sets.contains(o, [1])", "true"), ("sets.contains(o, [3])", "unknown{o}"), ("sets.contains([1], o)", "false"),
    ("sets.contains([1, 2], o)", "unknown{o}"), ("sets.intersects(o, [2])", "true"),
    ("sets.intersects(o, [3])", "unknown{o}"), ("sets.intersects([3], o)", "unknown{o}"),
    ("sets.equivalent(o, [1, 2])", "unknown{o}"), ("sets.equivalent(o, [1])", "false"),
    ("strict(o)", "unknown{o}"), ("containers(o)", "unknown{o}"), ("containers([o])", "1"), ("all(o)", "1"),
    ("u ? o : e", "unknown{e, o, u}"), ("[1, 2].all(y, o.exists(x, x == y))", "true"),
    ("[1, 3].all(y, o.exists(x, x == y))", "unknown{o}"), ("o.all(y, [1, 2].exists(x, x == y))", "unknown{o}"),
]

@Test(arguments: rows + openRows) func unknowns(_ row: (expression: String, result: String)) throws {
    let program = try Unknown.environment.compile(row.expression)
    let result = program.evaluate(Unknown.activation)
    #expect(describe(result) == row.result)
    #expect(program.record(Unknown.activation).result == result)
}

@Test func leavesHaveAStableOrder() {
    let root = DataPath(root: "a")
    let paths = [root.index(10), root.index(9), root.field("b"), root, root.index(9), root.key("z"), root.key("é")]
    let set = UnknownSet(leaves: paths)
    #expect(set.description == "{a, a.b, a[9], a[10], a[\"z\"], a[\"é\"]}")
    #expect(set == UnknownSet(union: paths.reversed().map { UnknownSet(leaf: $0) }))
}

@Test func setsAreGatheredIntoTheirUnion() {
    let root = DataPath(root: "a")
    let sets = (0..<4).map { UnknownSet(leaf: root.index($0)) }
    #expect(UnknownSet.Gathering().union == nil)
    for orders in [[0], [0, 0], [0, 1], [0, 0, 1, 1, 2], [2, 0, 2, 3], [1, 1, 1]] {
        var gathering = UnknownSet.Gathering()
        for position in orders { gathering.add(sets[position]) }
        #expect(gathering.union == UnknownSet(union: orders.map { sets[$0] }))
        #expect(gathering.union?.someLeaf == root.index(orders[0]))
    }
}
