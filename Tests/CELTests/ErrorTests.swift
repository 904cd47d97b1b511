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
            "6+1 `<` does not apply to day and int; it takes (bool, bool) or (int, int) or (uint, uint) or"
                + " (double, double) or (string, string) or (bytes, bytes) or 9 more"
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
