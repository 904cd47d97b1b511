import CEL
import Testing

/// The faults of an expression: offset and length, then the message.
struct FaultRow: CustomStringConvertible, Sendable {
    let expression: String
    let faults: [String]
    var description: String { expression }
}

private let syntax: [FaultRow] = [
    FaultRow(expression: "", faults: ["0+0 found the end, expected an expression"]),
    FaultRow(expression: "1 +", faults: ["3+0 found the end, expected an expression"]),
    FaultRow(
        expression: "n = 1", faults: ["2+1 found a single `=`; equality is written `==`"]),
    FaultRow(expression: "bound & bound", faults: ["6+1 found a single `&`; conjunction is written `&&`"]),
    FaultRow(expression: "(1 + 2", faults: ["6+0 found the end, expected `)`"]),
    FaultRow(expression: "[1, 2", faults: ["5+0 found the end, expected `]` or `,`"]),
    FaultRow(
        expression: "[1 2, 3 4]",
        faults: ["3+1 found a number, expected `]` or `,`", "8+1 found a number, expected `]` or `,`"]),
    FaultRow(expression: "n > ) || n < ]", faults: ["4+1 found `)`, expected an expression"]),
    FaultRow(expression: "'abc", faults: ["0+4 a string without its closing quotation mark"]),
    FaultRow(
        expression: "'\\q' + '\\xZ'",
        faults: [
            "1+2 the escape `\\q` is not known; a backslash itself is written `\\\\`",
            "8+2 an escape that takes 2 hexadecimal digits",
        ]),
    FaultRow(expression: "99999999999999999999", faults: ["0+20 a number beyond 64 bits"]),
    FaultRow(expression: "9223372036854775808", faults: ["0+19 an integer beyond 64 bits"]),
    FaultRow(expression: "12abc", faults: ["0+5 letters directly after a number"]),
    FaultRow(expression: "has(n)", faults: ["4+1 has() takes the selection of a field, as in has(a.b)"]),
    FaultRow(expression: "[1].all(a.b, true)", faults: ["8+3 a macro's variable is a simple name such as x"]),
    FaultRow(expression: "for > 1", faults: ["0+3 `for` is a reserved word and cannot be a name"]),
    FaultRow(expression: "n ? 1", faults: ["5+0 found the end, expected `:` and the value for false"]),
    FaultRow(expression: "n > 1 and bound", faults: ["6+3 found `and`; conjunction is written `&&`"]),
    FaultRow(expression: "(bound OR bound)", faults: ["7+2 found `OR`; disjunction is written `||`"]),
    FaultRow(expression: "not bound", faults: ["0+3 found `not`; negation is written `!`"]),
    FaultRow(expression: "n <> 1", faults: ["2+2 found `<>`; inequality is written `!=`"]),
    FaultRow(expression: "n – 1", faults: ["2+1 found a dash; subtraction is written `-`"]),
    FaultRow(expression: "n ≤ 1", faults: ["2+1 found `≤`; it is written `<=`"]),
    FaultRow(expression: "0x + 1", faults: ["0+2 a hexadecimal number without digits"]),
    FaultRow(expression: "n # 1", faults: ["2+1 found `#`; a comment begins with `//`"]),
    FaultRow(
        expression: "if bound then 1 else 2",
        faults: ["0+2 `if` is a reserved word and cannot be a name; a choice is written `condition ? a : b`"]),
    FaultRow(expression: "a..b", faults: ["2+1 found `.`, expected a field name"]),
    FaultRow(expression: "{'a' 1}", faults: ["5+1 found a number, expected `:` and the value of the key"]),
    FaultRow(
        expression: "[1, 2 && size(, 'a' b",
        faults: ["14+1 found `,`, expected an expression", "20+1 found the name `b`, expected `)` or `,`"]),
    FaultRow(
        expression: "“a”",
        faults: [
            "0+1 found a typographic quotation mark; strings take ' or \"",
            "2+1 found a typographic quotation mark; strings take ' or \"",
        ]),
]

private let types: [FaultRow] = [
    FaultRow(expression: "qmss.people > 1", faults: ["0+4 `qmss` is not declared; did you mean `qms`?"]),
    FaultRow(
        expression: "qms.peple > 1 && qms.certifid",
        faults: [
            "4+5 System has no field `peple`; did you mean `people`?",
            "21+8 System has no field `certifid`; did you mean `certified`?",
        ]),
    FaultRow(
        expression: "qms.audits.exists(a, a.kind == 'intrenal')",
        faults: [
            "31+10 \"intrenal\" is not a audit_kind; expected one of \"internal\", \"external\", \"surveillance\";"
                + " did you mean \"internal\"?"
        ]),
    FaultRow(
        expression: "qms.audits.all(a, a.kind in ['internal', 'none'])",
        faults: [
            "41+6 \"none\" is not a audit_kind; expected one of \"internal\", \"external\", \"surveillance\""
        ]),
    FaultRow(
        expression: "qms.audits.exist(a, a.closed)",
        faults: [
            "11+5 there is no function `exist`; did you mean `exists`?"
        ]),
    FaultRow(expression: "siz(qms.audits) > 1", faults: ["0+3 there is no function `siz`; did you mean `size`?"]),
    FaultRow(
        expression: "n + 1.5", faults: ["2+1 `+` does not apply to int and double; convert one side, as in int(x)"]),
    FaultRow(expression: "n && true", faults: ["0+1 found int, expected bool"]),
    FaultRow(
        expression: "today == 'x'",
        faults: ["6+2 `==` does not apply to day and string; only values of the same type can be equal"]),
    FaultRow(
        expression: "today < 5",
        faults: [
            "6+1 `<` does not apply to day and int; only two values of one type that has an order can be compared"
        ]),
    FaultRow(expression: "n.foo", faults: ["0+5 a value of type int has no fields, so no `foo`"]),
    FaultRow(expression: "n.all(i, true)", faults: ["0+1 found int, expected a list or a map to go through"]),
    FaultRow(
        expression: "day('2020-13-01') < today",
        faults: ["0+17 day(): \"2020-13-01\" is not a day; days are written 2021-06-30"]),
    FaultRow(expression: "bound ? 1 : 'a'", faults: ["12+3 found string, expected int"]),
    FaultRow(
        expression: "size(1, 2)",
        faults: [
            "0+4 size() does not take (int, int); it takes (string) or (bytes) or (list(A)) or (map(A, B))"
        ]),
    FaultRow(
        expression: "'a'.matches('(')", faults: ["12+3 \"(\" is not a regular expression: it ends inside a group"]),
    FaultRow(
        expression: "math.greatst(n, 1) > 0",
        faults: ["0+12 there is no function `math.greatst`; did you mean `math.greatest`?"]),
    FaultRow(
        expression: "strings.frob(qmss)",
        faults: ["0+12 there is no function `strings.frob`", "13+4 `qmss` is not declared; did you mean `qms`?"]),
    FaultRow(
        expression: "cel.bnd(y, 1, y + 1)", faults: ["0+7 there is no function `cel.bnd`; did you mean `cel.bind`?"]),
    FaultRow(
        expression: "[1].transformLst(i, v, v)",
        faults: ["4+12 there is no function `transformLst`; did you mean `transformList`?"]),
    FaultRow(expression: "[1].each(y, y > 0)", faults: ["4+4 there is no function `each`"]),
    FaultRow(
        expression: "qms.codes.size > 1",
        faults: ["0+14 a value of type list(string) has no fields, so no `size`; did you mean `size()`?"]),
    FaultRow(expression: "size > 1", faults: ["0+4 `size` is not declared; did you mean `size()`?"]),
    FaultRow(
        expression: "Polcy{approved: true}", faults: ["0+5 `Polcy` is not declared; did you mean `Policy`?"]),
    FaultRow(
        expression: "Policy{aproved: true}",
        faults: ["7+7 Policy has no field `aproved`; did you mean `approved`?"]),
    FaultRow(
        expression: "'a' + n",
        faults: ["4+1 `+` does not apply to string and int; a number is made part of a text by string(x)"]),
    FaultRow(
        expression: "qms.people > '60'",
        faults: [
            "11+1 `>` does not apply to int and string; only two values of one type that has an order can be compared"
        ]),
    FaultRow(expression: "has(qms.polic)", faults: ["8+5 System has no field `polic`; did you mean `policy`?"]),
]

@Test(arguments: syntax + types) func faults(_ row: FaultRow) {
    let found: [String]
    do {
        _ = try Quality.environment.compile(row.expression)
        found = []
    } catch {
        found = error.errors.map { "\($0.range.offset)+\($0.range.length) \($0.message)" }
    }
    #expect(found == row.faults)
}

@Test func aWantedTypeIsChecked() {
    #expect(throws: CompileErrors.self) { try Quality.environment.compile("n", expecting: .bool) }
    #expect(throws: Never.self) { try Quality.environment.compile("x", expecting: .bool) }
}

/// Errors of evaluation with the place they name.
private let failures: [(String, String)] = [
    ("n / 0 == 1", "0+5 division by zero"),
    ("1 + (n % 0)", "4+7 remainder of a division by zero"),
    ("9223372036854775807 + n", "0+23 the result of `+` is outside the range of its type"),
    ("qms.audits[7].closed", "0+13 position 7 is outside a list of 3 elements"),
    ("{'a': 1}['b']", "0+13 the map has no key \"b\""),
    (
        "timestamp('2021-06-30') < timestamp(0)",
        "0+23 \"2021-06-30\" of type string cannot be converted to google.protobuf.Timestamp; a timestamp is written"
            + " 2021-06-30T08:00:00Z"
    ),
    (
        "duration('5d') > duration('1h')",
        "0+14 \"5d\" of type string cannot be converted to google.protobuf.Duration; a duration is written 1h30m,"
            + " with the units h, m, s, ms, us and ns"
    ),
    ("int('x')", "0+8 \"x\" of type string cannot be converted to int"),
    ("qms.audits[2].day < today", "0+25 `<` does not apply to null_type and day"),
    ("'a'.matches('(' + '')", "0+21 \"(\" is not a regular expression: it ends inside a group"),
    ("qms.audits.map(a, 1 / a.findings)", "18+14 division by zero"),
]

@Test(arguments: failures) func failuresHavePlaces(_ row: (expression: String, error: String)) throws {
    let program = try Quality.environment.compile(row.expression)
    guard case .error(let error) = program.evaluate(Quality.activation) else {
        Issue.record("\(row.expression) gave a value")
        return
    }
    #expect("\(error.range.offset)+\(error.range.length) \(error.message)" == row.error)
}
