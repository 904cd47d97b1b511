internal import CivilTime
internal import Model
public import Portfolio

/// A trend for programs: points with the codes behind them, so that every figure can be worked out again.
public enum TrendJSON {
    /// The version of the keys and their meaning.
    public static let schemaVersion: Int64 = 1

    /// The whole report, one point on a line.
    public static func bytes(_ trend: Trend, version: String) -> [UInt8] {
        let head: JSONValue = .object([
            "schema_version": .integer(schemaVersion),
            "tool": .object(["name": "tuanthu", "version": .string(version)]),
            "portfolio": .string(trend.head.portfolio), "name": .optional(trend.head.name),
            "transition": .optional(trend.head.transition), "ruler": .string(trend.head.ruler),
            "as_of": .string(trend.head.asOf.description), "left_out": .integer(Int64(trend.leftOut)),
            "legal_date": .optional(trend.legalDate?.description),
            "legal_dates": .array(trend.legalDates.map { .string($0.description) }),
            "open": codes(trend.open), "without_plan": codes(trend.withoutPlan),
            "needed": trend.needed.map {
                .object(["units": .integer(Int64($0.units)), "days": .integer(Int64($0.days))])
            }
                ?? .null,
            "pace": pace(trend.pace), "forecast": forecast(trend.forecast),
        ])
        var bytes = Array(head.text(.compact).dropLast().utf8)
        bytes += ",\n\"points\":[".utf8
        for (index, point) in trend.points.enumerated() {
            bytes += (index == 0 ? "\n" : ",\n").utf8
            value(point).write(to: &bytes, .compact)
        }
        bytes += "\n]}\n".utf8
        return bytes
    }

    private static func value(_ point: TrendPoint) -> JSONValue {
        let steps = point.furthest.sorted { ($0.key ?? "") < ($1.key ?? "") }.map { step, count in
            JSONValue.object(["furthest": .optional(step), "units": .integer(Int64(count))])
        }
        return .object([
            "day": .string(point.day.description), "units": interval(point.units),
            "converted": interval(point.converted), "planned": point.planned.map { .integer(Int64($0)) } ?? .null,
            "required": point.required.map { .integer(Int64($0)) } ?? .null,
            "no_statement": .integer(Int64(point.withoutStatement)), "gained": codes(point.gained),
            "lost": codes(point.lost), "entered": codes(point.entered), "left": codes(point.left),
            "steps": .array(steps),
        ])
    }

    private static func pace(_ pace: Pace) -> JSONValue {
        let thousandths = (pace.dispersion * 1000).rounded()
        return .object([
            "days": .integer(Int64(pace.days)), "converted": .integer(Int64(pace.converted)),
            "dispersion_thousandths": .integer(Int64(thousandths)),
            "intervals": .array(
                pace.intervals.map { interval in
                    .object([
                        "from": .string(interval.from.description), "to": .string(interval.to.description),
                        "converted": .integer(Int64(interval.converted)),
                    ])
                }),
        ])
    }

    private static func forecast(_ forecast: Forecast) -> JSONValue {
        switch forecast {
        case .finished: return .object(["state": "finished"])
        case .tooLittle(let wants):
            return .object(["state": "too_little_data", "wants": .array(wants.map { value($0) })])
        case .expected(let expected):
            return .object([
                "state": "expected", "middle": .optional(expected.middle?.description),
                "early": .optional(expected.early?.description), "late": .optional(expected.late?.description),
                "share_percent": 80,
                "by_legal_date": expected.byLegalDate.map { count in
                    .object([
                        "few": .integer(Int64(count.few)), "middle": .integer(Int64(count.middle)),
                        "many": .integer(Int64(count.many)),
                    ])
                } ?? .null,
            ])
        }
    }

    private static func value(_ want: Forecast.Want) -> JSONValue {
        switch want {
        case .snapshots(let have, let least): wanting("snapshots", have, least)
        case .days(let have, let least): wanting("days", have, least)
        case .conversions(let have, let least): wanting("conversions", have, least)
        case .evenness(let least): wanting("evenness", nil, least)
        }
    }

    private static func wanting(_ what: String, _ have: Int?, _ least: Int) -> JSONValue {
        .object([
            "what": .string(what), "have": have.map { .integer(Int64($0)) } ?? .null,
            "at_least": .integer(Int64(least)),
        ])
    }

    private static func codes(_ codes: [String]) -> JSONValue { .array(codes.map { .string($0) }) }

    private static func interval(_ range: ClosedRange<Int>) -> JSONValue {
        .object([
            "at_least": .integer(Int64(range.lowerBound)), "at_most": .integer(Int64(range.upperBound)),
        ])
    }
}

/// The points of a trend as a table for spreadsheets: RFC 4180 in UTF-8 with a byte order mark.
public enum TrendCSV {
    /// The columns, in order.
    public static let columns = [
        "day", "units_at_least", "units_at_most", "converted_at_least", "converted_at_most", "planned", "required",
        "no_statement", "gained", "lost",
    ]

    /// The whole table.
    public static func bytes(_ trend: Trend) -> [UInt8] {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        CSVLine.write(columns.map { .own($0) }, to: &bytes)
        for point in trend.points {
            let numbers = [
                point.units.lowerBound, point.units.upperBound, point.converted.lowerBound, point.converted.upperBound,
            ]
            var cells: [CSVLine.Cell] = [.own(point.day.description)]
            cells += numbers.map { .own(String($0)) }
            cells.append(.own(point.planned.map { String($0) } ?? ""))
            cells.append(.own(point.required.map { String($0) } ?? ""))
            cells.append(.own(String(point.withoutStatement)))
            cells.append(.text(point.gained.joined(separator: " ")))
            cells.append(.text(point.lost.joined(separator: " ")))
            CSVLine.write(cells, to: &bytes)
        }
        return bytes
    }
}
