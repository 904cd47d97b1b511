internal import CEL
internal import CivilTime

/// The functions and operators on dates and periods that rule sets may use.
///
/// A null date is an act that never happened, or not yet: it is before and after nothing, and adding to it gives null.
enum DateFunctions {
    private static let date = CELType.nullable(.opaque(DateValue.type))
    private static let period = CELType.opaque(PeriodValue.type)

    static func register(in environment: inout Environment) {
        environment.declare(opaque: DateValue.type, isOrdered: true)
        environment.declare(opaque: PeriodValue.type)
        registerConstructors(in: &environment)
        registerComparisons(in: &environment)
        registerArithmetic(in: &environment)
        registerChoices(in: &environment)
    }

    private static func registerConstructors(in environment: inout Environment) {
        environment.register(
            function: "date",
            Overload("date_of_string", [.string], returns: .opaque(DateValue.type)) { arguments in
                guard case .string(let text) = arguments[0] else { return .failure("a date is made of text") }
                do throws(DateParseError) {
                    return .value(.opaque(DateValue(try StatedDate.parse(text))))
                } catch {
                    return .failure(error.text(in: .en))
                }
            })
        environment.register(
            function: "period",
            Overload("period_of_string", [.string], returns: period) { arguments in
                guard case .string(let text) = arguments[0] else { return .failure("a period is made of text") }
                do throws(PeriodParseError) {
                    return .value(.opaque(PeriodValue(try Period.parse(text))))
                } catch {
                    return .failure(error.text(in: .en))
                }
            })
        for (name, make) in periodMakers {
            environment.register(
                function: name,
                Overload("period_of_\(name)", [.int], returns: period) { arguments in
                    guard case .int(let count) = arguments[0], let period = make(Int(clamping: count)) else {
                        return .failure("a period counts from 0")
                    }
                    return .value(.opaque(PeriodValue(period)))
                })
        }
        environment.register(
            function: "year",
            Overload("date_year", [date], returns: .nullable(.int), isMember: true) { arguments in
                guard let date = dateValue(arguments[0]) else { return .value(.null) }
                let years = (date.date.interval.first.year, date.date.interval.last.year)
                if years.0 == years.1 { return .value(.int(Int64(years.0))) }
                return .unknown(UnknownSet(leaves: [date.origin].compactMap(\.self)))
            })
    }

    private static let periodMakers: [(String, @Sendable (Int) -> Period?)] = [
        ("years", { Period(years: $0) }), ("months", { Period(months: $0) }), ("days", { Period(days: $0) }),
    ]

    /// Comparisons with a date that may be null, beside the order the type declares of itself.
    private static func registerComparisons(in environment: inout Environment) {
        for relation in [Operator.less, .lessOrEqual, .greater, .greaterOrEqual] {
            environment.register(
                operator: relation,
                Overload("date_\(relation.rawValue)_date", [date, date], returns: .bool, isTotal: true) { arguments in
                    guard let left = dateValue(arguments[0]), let right = dateValue(arguments[1]) else {
                        return .value(.bool(false))
                    }
                    return compare(relation, left, right)
                })
        }
    }

    private static func compare(_ relation: Operator, _ left: DateValue, _ right: DateValue) -> FunctionResult {
        let isTurned = relation == .greater || relation == .greaterOrEqual
        let orEqual = relation == .lessOrEqual || relation == .greaterOrEqual
        let (first, second) = isTurned ? (right, left) : (left, right)
        switch first.isLess(than: second, orEqual: orEqual) {
        case .yes: return .value(.bool(true))
        case .no: return .value(.bool(false))
        case .unknown(let leaves): return .unknown(leaves)
        case nil: return .failure("these have no order")
        }
    }

    private static func registerArithmetic(in environment: inout Environment) {
        for symbol in [Operator.add, .subtract] {
            environment.register(
                operator: symbol,
                Overload("date_\(symbol.rawValue)_period", [date, period], returns: date) { arguments in
                    guard case .opaque(let length as PeriodValue) = arguments[1] else {
                        return .failure("only a period can be added to a date")
                    }
                    guard let date = dateValue(arguments[0]) else { return .value(.null) }
                    let moved =
                        symbol == .add ? date.date.adding(length.period) : date.date.subtracting(length.period)
                    guard let moved else { return .failure("the date leaves the years 0001 to 9999") }
                    return .value(.opaque(DateValue(moved, origin: date.origin)))
                })
        }
    }

    private static func registerChoices(in environment: inout Environment) {
        environment.register(
            function: "earliest",
            Overload("earliest_date", [.list(date)], returns: date, isTotal: true) { arguments in
                .value(extreme(of: arguments[0], { min($0, $1) }))
            })
        environment.register(
            function: "latest",
            Overload("latest_date", [.list(date)], returns: date, isTotal: true) { arguments in
                .value(extreme(of: arguments[0], { max($0, $1) }))
            })
    }

    /// The first or last of the dates in a list. Where they are not known to the day, the days it may be.
    private static func extreme(of list: Value, _ choose: (CivilDate, CivilDate) -> CivilDate) -> Value {
        guard case .list(let list) = list else { return .null }
        var best: DateValue?
        for date in list.elements.compactMap(dateValue) {
            guard let known = best else {
                best = date
                continue
            }
            let first = choose(known.date.interval.first, date.date.interval.first)
            let last = choose(known.date.interval.last, date.date.interval.last)
            if first == known.date.interval.first && last == known.date.interval.last { continue }
            if first == date.date.interval.first && last == date.date.interval.last {
                best = date
            } else if let interval = CivilInterval(first: first, last: last) {
                best = DateValue(StatedDate(interval), origin: known.origin)
            }
        }
        return best.map { .opaque($0) } ?? .null
    }

    private static func dateValue(_ value: Value) -> DateValue? {
        guard case .opaque(let date as DateValue) = value else { return nil }
        return date
    }
}
