import CEL
import Testing

// Every function of the libraries, with what it does at its edges and what it does not take.

private let strings: [(String, String)] = [
    ("'ệ😀'.charAt(1)", "\"😀\""), ("''.charAt(0)", "\"\""),
    ("'abc'.charAt(4)", "error: charAt(): position 4 is outside a string of 3 characters"),
    ("'abc'.charAt(-1)", "error: charAt(): position -1 is outside a string of 3 characters"),
    ("'abcabc'.indexOf('c')", "2"), ("'abcabc'.indexOf('c', 3)", "5"), ("'abc'.indexOf('')", "0"),
    ("'abc'.indexOf('', 2)", "2"), ("'abc'.indexOf('x')", "-1"), ("'ệệ'.indexOf('ệ', 1)", "1"),
    ("'abc'.indexOf('a', 9)", "error: indexOf(): position 9 is outside a string of 3 characters"),
    ("'abcabc'.lastIndexOf('b')", "4"), ("'abcabc'.lastIndexOf('b', 3)", "1"), ("'abc'.lastIndexOf('')", "3"),
    ("'abc'.lastIndexOf('', 1)", "1"), ("''.lastIndexOf('a')", "-1"),
    ("'abc'.lastIndexOf('a', -1)", "error: lastIndexOf(): position -1 is outside a string of 3 characters"),
    ("[].join()", "\"\""), ("['a'].join(', ')", "\"a\""), ("['a', 'b', 'c'].join()", "\"abc\""),
    ("dyn([1]).join()", "error: found a value of type int, expected string"),
    ("'Đ-Z'.lowerAscii()", "\"Đ-z\""), ("'đ-z'.upperAscii()", "\"đ-Z\""),
    ("'aaa'.replace('a', 'b', -1)", "\"bbb\""), ("'aaa'.replace('a', 'b', 0)", "\"aaa\""),
    ("'ab'.replace('', '-')", "\"-a-b-\""), ("'ab'.replace('', '-', 2)", "\"-a-b\""),
    ("'ab'.replace('x', 'y')", "\"ab\""),
    ("'a b c'.split(' ')", "[\"a\", \"b\", \"c\"]"), ("'a b c'.split(' ', 0)", "[]"),
    ("'a b c'.split(' ', 1)", "[\"a b c\"]"),
    ("'a b c'.split(' ', -1).size()", "3"), ("'abc'.split('')", "[\"a\", \"b\", \"c\"]"), ("''.split(',')", "[\"\"]"),
    ("'abc'.substring(1)", "\"bc\""), ("'abc'.substring(3)", "\"\""), ("'abc'.substring(1, 1)", "\"\""),
    ("'abc'.substring(2, 1)", "error: substring(): the end 1 is before the start 2"),
    ("'abc'.substring(0, 4)", "error: substring(): position 4 is outside a string of 3 characters"),
    ("'\\u00a0\\u3000x\\u2028'.trim()", "\"x\""), ("'\\u200bx'.trim().size()", "2"), ("''.reverse()", "\"\""),
    ("strings.quote('a\\tb\\u0007\\\\')", "\"\\\"a\\\\tb\\\\a\\\\\\\\\\\"\""),
]

private let format: [(String, String)] = [
    ("'%%'.format([])", "\"%\""), ("'%s %s'.format([1u, b'x'])", "\"1 x\""), ("'%d'.format([-7])", "\"-7\""),
    ("'%d %d'.format([2.5, 1e21])", "\"2.5 1000000000000000000000\""), ("'%s'.format([2e-9])", "\"0.000000002\""),
    ("'%s'.format([-0.0])", "\"-0\""), ("'%s'.format([duration('90m1ns')])", "\"5400.000000001s\""),
    ("'%s'.format([timestamp(0)])", "\"1970-01-01T00:00:00Z\""), ("'%s'.format([type(1)])", "\"int\""),
    ("'%s'.format([{'a b': 1, 'a': [null, true]}])", "\"{a: [null, true], a b: 1}\""),
    ("'%s'.format([b'a\\xff\\xfeb\\xff'])", "\"a\u{FFFD}b\u{FFFD}\""),
    ("'%x %X'.format(['Az', b'\\x00\\xff'])", "\"417a 00FF\""),
    ("'%x %o %b'.format([-30, -11, -5])", "\"-1e -13 -101\""), ("'%b %b'.format([true, 4u])", "\"1 100\""),
    ("'%f %.0f %.1f'.format([1, 2.5, 0.25])", "\"1.000000 2 0.2\""),
    ("'%e %.0e'.format([1052u, 15.0])", "\"1.052000e+03 2e+01\""),
    ("'%f %e %d %s'.format([0.0 / 0.0, 1.0 / 0.0, -1.0 / 0.0, 1.0 / 0.0])", "\"NaN Infinity -Infinity Infinity\""),
    ("'%.3f'.format([123.4995])", "\"123.499\""), ("'%.2e'.format([9.995e-5])", "\"1.00e-04\""),
    ("'%a'.format([1])", "error: format(): the clause `%a` is not known"),
    ("'%E'.format([1.0])", "error: format(): the clause `%E` is not known"),
    ("'%'.format([1])", "error: format(): the format ends inside a clause"),
    ("'%.f'.format([1.0])", "error: format(): a precision without digits"),
    ("'%.1001f'.format([1.0])", "error: format(): a precision beyond 1000"),
    ("'%s %s'.format([1])", "error: format(): there are fewer arguments than clauses"),
    ("'%b'.format(['a'])", "error: format(): `%b` does not take a value of type string"),
    ("'%o'.format([1.5])", "error: format(): `%o` does not take a value of type double"),
    ("'%x'.format([1.5])", "error: format(): `%x` does not take a value of type double"),
    ("'%f'.format([null])", "error: format(): `%f` does not take a value of type null_type"),
    ("'%s'.format([optional.none()])", "error: format(): `%s` does not take a value of type optional_type"),
]

private let numbers: [(String, String)] = [
    ("math.greatest(1, 1u, 1.0)", "1"), ("math.greatest([1, 2u, 1.5])", "2u"), ("math.greatest(-1.5, -2)", "-1.5"),
    ("math.greatest(9223372036854775807, 9223372036854775808u)", "9223372036854775808u"),
    ("math.least(1, 2, 3, -4.5)", "-4.5"), ("math.least(18446744073709551615u, -1)", "-1"),
    ("math.greatest([])", "error: math.greatest(): an empty list has no such element"),
    ("math.greatest(dyn('a'), 1)", "error: math.greatest() does not take (string, int)"),
    ("math.ceil(-1.2)", "-1"), ("math.floor(-1.2)", "-2"), ("math.trunc(-1.9)", "-1"), ("math.round(0.5)", "1"),
    ("math.round(-0.4)", "-0"), ("math.ceil(dyn(1))", "error: math.ceil() does not take (int)"),
    ("math.abs(-1.5)", "1.5"), ("math.abs(3u)", "3u"), ("math.sign(-0.0)", "0"), ("math.sign(7u)", "1u"),
    ("math.isNaN(math.sign(0.0 / 0.0))", "true"), ("math.isInf(-1.0 / 0.0)", "true"),
    ("math.isFinite(1.0 / 0.0)", "false"),
    ("math.sqrt(2u)", "1.4142135623730951"), ("math.isNaN(math.sqrt(-1))", "true"),
    ("math.bitAnd(-3, -5)", "-7"), ("math.bitOr(1u, 2u)", "3u"), ("math.bitNot(0u)", "18446744073709551615u"),
    ("math.bitShiftLeft(-1, 2)", "-4"), ("math.bitShiftLeft(1, 64)", "0"), ("math.bitShiftRight(-1, 64)", "0"),
    ("math.bitShiftRight(1u, -1)", "error: math.bitShiftRight(): a negative distance -1"),
]

private let lists: [(String, String)] = [
    ("[].distinct()", "[]"), ("[1, 1u, 1.0, 2].distinct()", "[1, 2]"), ("[[1], [1.0], {}, {}].distinct()", "[[1], {}]"),
    ("[[]].flatten()", "[]"), ("[1, [2, [3]]].flatten(0)", "[1, [2, [3]]]"), ("dyn([1]).flatten(3)", "[1]"),
    ("[[1]].flatten(-1)", "error: flatten(): a negative depth -1"), ("lists.range(0)", "[]"), ("lists.range(-3)", "[]"),
    ("lists.range(1000001)", "error: lists.range(): more than 1000000 elements"), ("[].reverse()", "[]"),
    ("[1, 2, 3].slice(0, 3)", "[1, 2, 3]"), ("[1].slice(1, 1)", "[]"),
    ("[1].slice(0, 2)", "error: slice(): from 0 to 2 is not within a list of 1 elements"),
    ("[1].slice(-1, 1)", "error: slice(): from -1 to 1 is not within a list of 1 elements"),
    ("[true, false].sort()", "[false, true]"), ("[b'b', b'a', b''].sort() == [b'', b'a', b'b']", "true"),
    ("[duration('1m'), duration('1s')].sort()", "[duration(\"1s\"), duration(\"60s\")]"),
    ("['ệ', 'e', 'z'].sort()", "[\"e\", \"z\", \"ệ\"]"),
    ("[[2], [1]].sort()", "error: `<` does not apply to list and list"),
    ("[null].sort()", "error: `<` does not apply to null_type and null_type"),
    ("[1, 2u].sort()", "error: sort() does not take (int, uint)"),
    ("[3, -4, 2].sortBy(x, x * x)", "[2, 3, -4]"),
    ("['b1', 'a2', 'a1'].sortBy(s, s.charAt(0))", "[\"a2\", \"a1\", \"b1\"]"),
    ("[1, 2].sortBy(x, x == 1 ? dyn('a') : dyn(1))", "error: sort() does not take (string, int)"),
    ("[1, 2].first()", "optional.of(1)"), ("[1, 2].last()", "optional.of(2)"), ("[].last()", "optional.none()"),
    ("dyn(1).first()", "error: first() does not take (int)"),
]

private let setsAndEncoders: [(String, String)] = [
    ("sets.contains([], [])", "true"), ("sets.contains([], [1])", "false"),
    ("sets.contains([1, 2.0], [1u, 2])", "true"),
    ("sets.equivalent([1, 2], [2u, 2, 2.0])", "false"), ("sets.equivalent([[1.0], [2]], [[2u], [1]])", "true"),
    ("sets.intersects([], [])", "false"), ("sets.intersects([[1], [2, 3]], [[2, 3.0]])", "true"),
    ("sets.contains(dyn(1), [1])", "error: sets.contains() does not take (int, list)"),
    ("base64.encode(b'')", "\"\""), ("base64.encode(b'ab')", "\"YWI=\""), ("base64.decode('YQ==') == b'a'", "true"),
    ("base64.decode('YQ=')", "error: base64.decode(): \"YQ=\" is not Base64"),
    ("base64.decode('ab-_')", "error: base64.decode(): \"ab-_\" is not Base64"),
    ("base64.encodeUrl(b'\\xff\\xff\\xff')", "\"____\""), ("base64.decodeUrl('____') == b'\\xff\\xff\\xff'", "true"),
    ("base64.decodeUrl('+/')", "error: base64.decodeUrl(): \"+/\" is not Base64 for URLs"),
    (
        "json.encode({'b': [1, 2.5, null], 'a': 'x\"\\n\\u0001'}) == r'{\"a\":\"x\\\"\\n\\u0001\",\"b\":[1,2.5,null]}'",
        "true"
    ),
    (
        "json.encode([9007199254740993, b'hi', timestamp(0)]) == '[\"9007199254740993\",\"aGk=\",\"1970-01-01T00:00:00Z\"]'",
        "true"
    ),
    ("json.encode(0.0 / 0.0)", "error: json.encode(): JSON has no NaN"),
    ("json.encode(int)", "error: json.encode(): JSON has no values of type type"),
    (
        "json.parse(' {\"a\": [1, -2.5e1, true, null, \"\\\\u00e9\\\\ud83d\\\\ude00\"]} ').value()",
        "{\"a\": [1, -25, true, null, \"é😀\"]}"
    ),
    ("json.parse('{\"a\": 1, \"a\": 2}').value()", "{\"a\": 2}"),
    ("json.parse('18446744073709551615').value()", "18446744073709551615u"),
    ("json.parse('')", "optional.none()"), ("json.parse('[1,]')", "optional.none()"),
    ("json.parse('01')", "optional.none()"),
    ("json.parse('1 2')", "optional.none()"), ("json.parse('{a: 1}')", "optional.none()"),
    ("json.parse('\"\\\\x\"')", "optional.none()"),
    ("json.parse('7', int).value() + 1", "8"), ("json.parse('\"7\"', int)", "optional.none()"),
    ("json.parse('7', double)", "optional.of(7)"),
    ("json.parse('-1', uint)", "optional.none()"), ("json.parse('\"aGk=\"', bytes).value() == b'hi'", "true"),
    ("json.parse('\"1s\"', google.protobuf.Duration)", "optional.of(duration(\"1s\"))"),
]

private let patterns: [(String, String)] = [
    ("regex.replace('a-b', r'\\b', '|')", "\"|a|-|b|\""), ("regex.replace('abc', '$', '!')", "\"abc!\""),
    ("regex.replace('ac', 'a(b)?c', r'[\\1]')", "\"[]\""),
    ("regex.replace('foo bar', r'\\w+', r'(\\0)')", "\"(foo) (bar)\""),
    ("regex.replace('a.b.c', r'\\.', '-', 1)", "\"a-b.c\""), ("regex.replace('aa', 'a', 'b', -5)", "\"bb\""),
    ("regex.replace('aa', 'a', 'b', 0)", "\"aa\""), ("regex.replace('ab', '(a)', r'\\\\1')", "\"\\\\1b\""),
    ("regex.replace('a', '(a)', r'\\2')", "error: regex.replace(): the pattern has no group 2"),
    ("regex.replace('a', 'a', r'x\\')", "error: regex.replace(): the replacement ends in a backslash"),
    (
        "regex.replace('a', 'a', r'\\v')",
        "error: regex.replace(): `\\v` in the replacement; a group is written \\1, a backslash \\\\"
    ),
    ("regex.extract('id 7', r'id (\\d+)')", "optional.of(\"7\")"),
    ("regex.extract('id 7', r'\\d')", "optional.of(\"7\")"),
    ("regex.extract('x', '(y)?x')", "optional.none()"), ("regex.extract('x=', 'x=(.*)')", "optional.none()"),
    ("regex.extract('a', dyn('('))", "error: \"(\" is not a regular expression: it ends inside a group"),
    ("regex.extractAll('a=1, b=, c=3', r'\\w=(\\d?)')", "[\"1\", \"3\"]"),
    ("regex.extractAll('banana', 'ana')", "[\"ana\"]"),
    ("regex.extractAll('ab', 'x')", "[]"), ("regex.extractAll('a b', r'(\\S*)\\s*')", "[\"a\", \"b\"]"),
    ("regex.extractAll('a', '(a)(b)?')", "error: regex.extractAll(): the pattern has more than one group"),
]

private let optionals: [(String, String)] = [
    ("optional.ofNonZeroValue(0u)", "optional.none()"), ("optional.ofNonZeroValue([0])", "optional.of([0])"),
    ("optional.none().or(optional.of(1))", "optional.of(1)"),
    ("optional.of(1).or(optional.of(1 / 0))", "optional.of(1)"),
    ("optional.of(1).orValue(1 / 0)", "1"), ("optional.none().orValue(2)", "2"),
    ("optional.of(null).hasValue()", "true"),
    ("optional.none().optMap(x, 1 / 0)", "optional.none()"),
    ("optional.of(2).optFlatMap(x, optional.none())", "optional.none()"),
    ("optional.unwrap([optional.none(), optional.of('a')])", "[\"a\"]"), ("{'a': {'b': 1}}.?a.b", "optional.of(1)"),
    ("{'a': {}}.?a.b.c", "optional.none()"), ("[[1]][?0][?0]", "optional.of(1)"), ("has({'a': {'b': 1}}.?a.b)", "true"),
    ("{'a': 1}[?'b'].orValue(7)", "7"), ("optional.of(dyn(1)) == optional.of(1.0)", "true"),
    ("optional.none() != optional.of(1)", "true"),
    ("[?optional.of(1), 2]", "[1, 2]"), ("dyn(1).value()", "error: value() does not take (int)"),
    ("dyn(1).hasValue()", "error: hasValue() does not take (int)"),
]

private let comprehensions: [(String, String)] = [
    ("[1, 2, 3].all(i, v, i < v)", "true"), ("{'a': 'b'}.exists(k, v, k == v)", "false"),
    ("[1, 1, 2].existsOne(i, v, i == 2 && v == 2)", "true"), ("{'i': 0}.exists_one(k, v, v == 0)", "true"),
    ("[1, 2, 3].transformList(i, v, i % 2 == 0, i * v + v)", "[1, 9]"), ("[5].transformMap(i, v, v)", "{0: 5}"),
    ("{'a': 1, 'b': 2}.transformMap(k, v, v > 1, k)", "{\"b\": \"b\"}"),
    ("[7, 8].transformMapEntry(i, v, {v: i})", "{7: 0, 8: 1}"),
    ("[1, 1u].transformMapEntry(i, v, {v: i})", "error: the key 1u occurs twice in a map"),
    ("[1].transformMapEntry(i, v, {})", "{}"), ("[0, 1].exists(i, v, v / i == 1)", "true"),
    ("[0].all(i, v, v / i == 1)", "error: division by zero"),
    ("cel.bind(a, 'x', cel.bind(b, a + 'y', b + a))", "\"xyx\""),
    ("cel.bind(x, 1 / 0, true)", "error: division by zero"),
]

@Test(
    arguments: [
        strings, format, numbers, lists, setsAndEncoders, patterns, optionals, comprehensions,
    ].flatMap { $0 })
func libraries(_ row: (expression: String, result: String)) throws {
    let environment = Environment()
    let program = try environment.compile(row.expression)
    let result = program.evaluate(Activation(environment))
    #expect(describe(result) == row.result)
    #expect(program.trace(Activation(environment)).result == result)
}

/// What the checker refuses, which evaluation then never meets.
@Test(arguments: [
    "'a'.charAt('b')", "'a'.indexOf(1)", "'a'.indexOf('a', 1, 2)", "1.split(',')", "'a'.replace('b')",
    "'a'.substring()",
    "'a'.trim(1)", "[1].join()", "'%s'.format('a')", "strings.quote(1)", "math.greatest('a')", "math.greatest()",
    "math.ceil(1)", "math.bitAnd(1, 1u)", "math.bitShiftLeft(1, 1u)", "math.abs('a')", "[1].slice(0)", "1.distinct()",
    "lists.range('a')", "[1].sortBy(1, 2)", "sets.contains([1], 1)", "base64.encode('a')", "json.parse(1)",
    "regex.extract('a', 1)", "regex.replace('a', 'b')", "regex.extractAll()", "optional.of()", "optional.none(1)",
    "[1].all(i, i, true)", "[1].transformMapEntry(i, v, v)", "cel.bind(1, 2, 3)", "has(1)", "[1].map(x, y.z, x)",
])
func refused(_ expression: String) {
    #expect(throws: CompileErrors.self) { try Environment().compile(expression) }
}

private let deduced: [(String, String)] = [
    ("cast('a', int)", "int"), ("cast(1, string)", "string"), ("part('a', type([1]))", "int"),
    ("part('a', type(['x']))", "string"),
    ("type(1) == type(1u)", "bool"), ("type({}) == map", "bool"), ("type([1]) == list", "bool"),
    ("[int, string]", "list(type(dyn))"),
    ("[].all(x, type(x) == int || x == 'a')", "bool"), ("json.parse('1', int)", "optional_type(int)"),
    ("json.parse('1')", "optional_type(dyn)"),
]

@Test(arguments: deduced) func typesOfTypes(_ row: (expression: String, type: String)) throws {
    var environment = Environment()
    let wanted = CELType.parameter("T")
    environment.register(
        function: "cast",
        Overload("cast", [.dyn, .type(wanted)], returns: wanted, isPure: false) { _ in .failure("-") })
    environment.register(
        function: "part",
        Overload("part", [.dyn, .type(.list(wanted))], returns: wanted, isPure: false) { _ in .failure("-") })
    #expect(try environment.compile(row.expression).resultType.description == row.type)
}
