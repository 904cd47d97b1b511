@testable import CEL
import Testing

/// Expressions and what they come to, as text.
private let rows: [(String, String)] = [
    // Literals and operators
    ("0x1F + 1", "32"), ("-9223372036854775808", "-9223372036854775808"), ("1.5e3", "1500"),
    ("'\\u1EC7' == 'ệ'", "true"),
    ("r'\\n'.size()", "2"), ("b'\\xff' + b'\\001'", "b\"\u{FFFD}\u{1}\""), ("'''a'b'''", "\"a'b\""), ("7 % -3", "1"),
    ("-7 / 2", "-3"), ("1.0 / 0.0", "+Infinity"),
    ("5u - 6u", "error: the result of `-` is outside the range of its type"),
    ("true ? 1 : 1 / 0", "1"), ("1 + 2 * 3 - 4 / 2", "5"), ("!false && !!true", "true"), ("'é' == 'e\\u0301'", "false"),
    ("'Z' < 'a'", "true"), ("'\\U0001F600' > '\\uFFFD'", "true"), ("{'a': {'b': [1, 2]}}.a.b[1]", "2"),
    (
        "{1: 'x'}[1u]",
        "error at 8: `[]` does not apply to map(int, string) and uint; it takes (list(A), int) or (map(A, B), A)"
    ),
    ("dyn({1: 'x'})[1u]", "\"x\""), ("1 in {1: 2}", "true"), ("has({'a': 1}.b)", "false"), ("null == null", "true"),
    ("type(type(1)) == type", "true"), ("[1, 2] + [3] == [1, 2, 3]", "true"),
    ("{'a': 1, 'a': 2}", "error: the key \"a\" occurs twice in a map"),
    // Macros
    ("[1, 2, 3].map(x, x > 1, x * 2)", "[4, 6]"), ("{'a': 1, 'b': 2}.all(k, k < 'c')", "true"),
    ("[1, 2, 3].exists_one(x, x == 2)", "true"),
    ("['a', 'b'].transformMap(i, v, v + string(i))", "{0: \"a0\", 1: \"b1\"}"),
    ("{'a': 1}.transformList(k, v, k + string(v))", "[\"a1\"]"),
    ("{'a': 1}.transformMapEntry(k, v, {v: k})", "{1: \"a\"}"),
    ("[1, 2].all(i, v, v == i + 1)", "true"), ("cel.bind(x, 2, x * x)", "4"),
    ("[1, 2].map(x, [3].map(y, x * y))", "[[3], [6]]"),
    // Times
    ("timestamp('2020-02-29T23:59:59.5+07:00')", "timestamp(\"2020-02-29T16:59:59.5Z\")"),
    (
        "timestamp('2019-02-29T00:00:00Z')",
        "error: \"2019-02-29T00:00:00Z\" of type string cannot be converted to google.protobuf.Timestamp; a timestamp is"
            + " written 2021-06-30T08:00:00Z"
    ),
    ("timestamp('2021-01-01T00:00:00Z') - timestamp('2020-01-01T00:00:00Z') == duration('8784h')", "true"),
    ("timestamp('2020-12-31T20:00:00Z').getFullYear('+07:00')", "2021"), ("timestamp(0).getDayOfWeek()", "4"),
    ("duration('-1h30m').getMinutes()", "-90"), ("string(duration('1.5s'))", "\"1.5s\""),
    (
        "timestamp('2000-01-01T00:00:00Z').getHours('Mars/Olympus')",
        "error: getHours(): the time zone \"Mars/Olympus\" is not known"
    ),
    ("timestamp('9999-12-31T23:59:59Z') + duration('1s')", "error: the result of `+` is outside the range of its type"),
    // Strings
    ("'tacocat'.indexOf('ac', 2)", "-1"), ("'tacocat'.lastIndexOf('a')", "5"),
    ("'a,b,c'.split(',', 2)", "[\"a\", \"b,c\"]"),
    ("['a', 'b'].join('-')", "\"a-b\""), ("'hello'.replace('l', 'L', 1)", "\"heLlo\""), ("'ab'.reverse()", "\"ba\""),
    ("' \\t x\\n'.trim()", "\"x\""), ("'TaCo'.lowerAscii()", "\"taco\""), ("'việt'.upperAscii()", "\"VIệT\""),
    ("'tacocat'.substring(2, 4)", "\"co\""), ("'abc'.charAt(3)", "\"\""),
    ("strings.quote('a\"b')", "\"\\\"a\\\\\\\"b\\\"\""),
    (
        "'%s is %d, %.2f, %e, %x, %o, %b'.format(['a', 3, 2.675, 12345.678, 255, 8, 5])",
        "\"a is 3, 2.67, 1.234568e+04, ff, 10, 101\""
    ),
    ("'%.0f %.0f %.3f'.format([0.5, 1.5, 0.0005])", "\"0 2 0.001\""), ("'%.1e'.format([9.96])", "\"1.0e+01\""),
    ("'%s'.format([{'b': [1, 2.5], 'a': null}])", "\"{a: null, b: [1, 2.5]}\""),
    ("'%d'.format(['x'])", "error: format(): `%d` does not take a value of type string"),
    // Numbers
    ("math.greatest(1, 2.5, 3u)", "3u"), ("math.least([3, 1, 2])", "1"), ("math.round(-2.5)", "-3"),
    ("math.sign(-3)", "-1"),
    ("math.abs(-9223372036854775808)", "error: the result of `math.abs` is outside the range of its type"),
    ("math.sqrt(9)", "3"), ("math.bitShiftRight(-1, 60)", "15"), ("math.bitXor(5, 3)", "6"),
    ("math.isNaN(0.0 / 0.0)", "true"),
    // Lists and sets
    ("[1, 2, 2, 1.0, 'a', 'a', [1], [1]].distinct()", "[1, 2, \"a\", [1]]"),
    ("[[1], [2, [3]]].flatten()", "[1, 2, [3]]"),
    ("[1, [2, [3, [4]]]].flatten(2)", "[1, 2, 3, [4]]"), ("lists.range(4)", "[0, 1, 2, 3]"),
    ("[3, 1, 2].sort()", "[1, 2, 3]"),
    ("['b', 'a'].sort().reverse()", "[\"b\", \"a\"]"), ("[1, 2, 3, 4].slice(1, 3)", "[2, 3]"),
    ("[1].last().value()", "1"),
    ("[].first().hasValue()", "false"), ("[{'k': 2}, {'k': 1}].sortBy(x, x.k)", "[{\"k\": 1}, {\"k\": 2}]"),
    ("[1, 'a'].sort()", "error: sort() does not take (int, string)"),
    ("[1, 2].slice(2, 1)", "error: slice(): from 2 to 1 is not within a list of 2 elements"),
    ("sets.contains([1, 2], [2, 2])", "true"), ("sets.equivalent([1, 1], [1])", "true"),
    ("sets.intersects([1], [2])", "false"),
    // Encoders, optionals
    ("base64.encode(b'hello')", "\"aGVsbG8=\""), ("base64.decode('aGVsbG8')", "b\"hello\""),
    ("base64.decode('*')", "error: base64.decode(): \"*\" is not Base64"), ("{'a': 1}.?b.orValue(7)", "7"),
    ("[?optional.none(), ?optional.of(1)]", "[1]"), ("{?'a': optional.none(), 'b': 1}", "{\"b\": 1}"),
    ("optional.of(2).optMap(x, x + 1)", "optional.of(3)"),
    ("optional.none().value()", "error: optional.none() has no value"),
    ("[1, 2][?5].hasValue()", "false"), ("optional.none()[0].hasValue()", "false"),
    ("[optional.of(1), optional.none()].unwrapOpt()", "[1]"),
    // Regular expressions
    ("'abc'.matches('^a.c$')", "true"), ("regex.replace('a1b22', '[0-9]+', '#')", "\"a#b#\""),
    ("regex.replace('2021-06-30', '(\\\\d+)-(\\\\d+)-(\\\\d+)', r'\\3/\\2/\\1')", "\"30/06/2021\""),
    ("regex.replace('aaa', 'a', 'b', 2)", "\"bba\""), ("regex.extract('item-42', 'item-(\\\\d+)').value()", "\"42\""),
    ("regex.extractAll('id:1 id:2', 'id:(\\\\d)')", "[\"1\", \"2\"]"), ("regex.extract('x', 'y')", "optional.none()"),
    ("regex.replace('abc', '', '-')", "\"-a-b-c-\""),
    ("regex.extract('ab', '(a)(b)')", "error: regex.extract(): the pattern has more than one group"),
]

@Test(arguments: rows) func standardAndLibraries(_ row: (expression: String, result: String)) {
    let environment = Environment()
    do {
        let program = try environment.compile(row.expression)
        let result = program.evaluate(Activation(environment))
        #expect(describe(result) == row.result)
        #expect(program.record(Activation(environment)).result == result)
    } catch {
        #expect(error.errors.map { "error at \($0.range.offset): \($0.message)" }.joined() == row.result)
    }
}

private let deduced: [(String, String)] = [
    ("[[], [[]], [[[]]], [[[[]]]]]", "list(list(list(list(list(dyn)))))"), ("([].map(x, x))[0].foo", "dyn"),
    ("[optional.of(dyn(1)), optional.of(1)]", "list(optional_type(dyn))"), ("[1, 'a']", "list(dyn)"),
    ("[pair(dyn(1), dyn(2)), pair(1, 2)][0]", "pair(dyn, dyn)"),
    ("[pair(1, 2), pair(dyn(1), dyn(2))][0]", "pair(dyn, dyn)"),
    ("w == null", "bool"), ("w + 1", "int"), ("[w, 1]", "list(wrapper(int))"), ("[1, w]", "list(wrapper(int))"),
    ("[w, 1, dyn(1)]", "list(dyn)"), ("false ? w : null", "wrapper(int)"), ("true ? w : 42", "wrapper(int)"),
    ("[duration('1s'), null][0]", "google.protobuf.Duration"), ("{'a': 1}.map(k, k)", "list(string)"),
    ("{1: 2u}.transformMap(k, v, string(v))", "map(int, string)"), ("[1].filter(x, x > 0)", "list(int)"),
    ("type([1])", "type(list(int))"), ("math.greatest(1, 2)", "int"), ("math.greatest(1, 2.0)", "dyn"),
]

@Test(arguments: deduced) func typesAreDeduced(_ row: (expression: String, type: String)) throws {
    var environment = Environment()
    environment.declare(variable: "w", .nullable(.int))
    let parameters: [CELType] = [.parameter("T"), .parameter("U")]
    environment.register(
        function: "pair",
        Overload("pair", parameters, returns: .opaque("pair", parameters), isPure: false) { _ in .failure("unused") })
    #expect(try environment.compile(row.expression).resultType.description == row.type)
}

@Test func referencesNameWhatIsRead() throws {
    let text = "qms.audits.filter(a, a.closed).exists(b, has(b.day) && b.findings > n) || qms.policy.approved"
    let references = try Quality.environment.compile(text).references
    #expect(references.variables == ["qms", "n"])
    let paths = [
        "n", "qms.audits", "qms.audits.closed", "qms.audits.day", "qms.audits.findings", "qms.policy.approved",
    ]
    #expect(references.paths.map(\.description) == paths)
    #expect(references.functions.contains("filter"))
}

@Test func recordsCanBeMade() throws {
    let program = try Quality.environment.compile("Policy{approved: true}.approved && Policy{}.text == null")
    #expect(program.evaluate(Quality.activation) == .value(.bool(true)))
    #expect(throws: CompileErrors.self) { try Quality.environment.compile("Policy{aproved: true}") }
    #expect(throws: CompileErrors.self) { try Quality.environment.compile("Policy{approved: 'yes'}") }
}

@Test func aProgramServesManyThreads() async throws {
    let program = try Quality.environment.compile("qms.audits.all(a, a.findings < n) && today - 1 < today")
    let results = await withTaskGroup(of: Evaluation.self) { group in
        for _ in 0..<16 { group.addTask { program.evaluate(Quality.activation) } }
        return await group.reduce(into: [Evaluation]()) { $0.append($1) }
    }
    #expect(results.allSatisfy { $0 == .value(.bool(true)) })
}
