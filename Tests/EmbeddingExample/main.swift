// The code of the article "Embedding CEL", as a program. A test compares each piece of the article with this file, and
// runs it.

internal import CEL
internal import CivilTime

let kinds = Choice(name: "audit_kind", values: ["internal", "external"])
let audit = StructureType(
    name: "Audit", fields: [.init("kind", .choice(kinds)), .init("day", .nullable(.opaque("date")))])
let qms = StructureType(name: "QMS", fields: [.init("audits", .list(.structure("Audit")))])

var environment = Environment(libraries: [.strings, .lists])
environment.declare(structure: audit)
environment.declare(structure: qms)
environment.declare(variable: "qms", .structure("QMS"))

struct DateValue: OpaqueValue {
    let date: StatedDate
    let origin: DataPath?

    init(_ date: StatedDate, origin: DataPath? = nil) {
        self.date = date
        self.origin = origin
    }

    var typeName: String { "date" }
    var description: String { date.description }
    var exactOrder: Int? { date.day.map(\.dayNumber) }

    func isEqual(to other: any OpaqueValue) -> OpaqueAnswer {
        guard let other = other as? DateValue else { return .no }
        return answer(date.isSameDay(as: other.date), with: other)
    }

    func isLess(than other: any OpaqueValue, orEqual: Bool) -> OpaqueAnswer? {
        guard let other = other as? DateValue else { return nil }
        return answer(orEqual ? date.isOnOrBefore(other.date) : date.isBefore(other.date), with: other)
    }

    private func answer(_ truth: Truth, with other: DateValue) -> OpaqueAnswer {
        switch truth {
        case .yes: return .yes
        case .no: return .no
        case .unknown:
            let imprecise = [self, other].filter { $0.date.day == nil }
            return .unknown(UnknownSet(leaves: imprecise.compactMap(\.origin)))
        }
    }
}

let date = CELType.opaque("date")
environment.declare(opaque: "date", isOrdered: true)
environment.declare(variable: "today", date)
environment.register(
    function: "date",
    Overload("date_of_string", [.string], returns: date) { arguments in
        guard case .string(let text) = arguments[0] else { return .failure("a string is wanted") }
        guard let read = try? StatedDate.parse(text) else {
            return .failure("\"\(text)\" is not a date; dates are written 2021-06-30, 2021-06 or 2021")
        }
        return .value(.opaque(DateValue(read)))
    })
environment.register(
    operator: .subtract,
    Overload("date_minus_days", [date, .int], returns: date) { arguments in
        guard case .opaque(let value) = arguments[0], let start = (value as? DateValue)?.date.day,
            case .int(let days) = arguments[1], let day = start.adding(days: -Int(clamping: days))
        else { return .failure("the day is not known, or too far away") }
        return .value(.opaque(DateValue(StatedDate(day))))
    })

let rule: Program
do {
    rule = try environment.compile(
        "qms.audits.exists(a, a.kind == 'internal' && a.day >= today - 365)", expecting: .bool)
} catch {
    for fault in error.errors { print(fault.range.offset, fault.message) }
    throw error
}

let root = DataPath(root: "qms")
let place = root.field("audits")
let first = place.index(0)
let day = DateValue(try StatedDate.parse("2020"), origin: first.field("day"))
let audits = ListValue(
    [.structure(StructureValue(type: audit, fields: [.string("internal"), .opaque(day)], origin: first))],
    origin: place)

var activation = Activation(environment)
activation.bind("today", .opaque(DateValue(try StatedDate.parse("2021-06-30"))))
activation.bind("qms", .structure(StructureValue(type: qms, fields: [.list(audits)], origin: root)))

switch rule.evaluate(activation) {
case .value(.bool(let answer)): print(answer)
case .value(.unknown(let leaves)): print("not decided without", leaves)
case .value(let other): print("not a truth value:", other)
case .error(let error): print(error.range.offset, error.message)
}

let trace = rule.trace(activation)
for read in trace.decidingReads { print(read.text, "=", read.result) }
for change in trace.wouldChange { print(change.path, change.need) }

let incomplete = ListValue([], origin: place, open: UnknownSet(leaf: place))
activation.bind("qms", .structure(StructureValue(type: qms, fields: [.list(incomplete)], origin: root)))
print(rule.evaluate(activation))
