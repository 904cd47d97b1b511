/// Timestamps and durations (CEL language definition, "Timestamps" and "Date/Time Functions").
enum TimeFunctions {
    static func functions(timeZones: any TimeZoneProvider) -> [(String, [Overload])] {
        constructors + fieldFunctions(timeZones: timeZones)
    }

    private static let constructors: [(String, [Overload])] = [
        (
            "timestamp",
            [
                .standard("timestamp_to_timestamp", [.timestamp], .timestamp) { $0[0] },
                .standard("string_to_timestamp", [.string], .timestamp) { values throws(EvaluationError.Code) in
                    guard case .string(let text) = values[0] else { return nil }
                    if let time = TimestampValue(text) { return .timestamp(time) }
                    throw .invalidConversion(from: "string", to: "google.protobuf.Timestamp", value: quoted(text))
                },
                .standard("int_to_timestamp", [.int], .timestamp) { values throws(EvaluationError.Code) in
                    guard case .int(let seconds) = values[0] else { return nil }
                    if let time = TimestampValue(seconds: seconds) { return .timestamp(time) }
                    throw .overflow(operation: "timestamp")
                },
            ]
        ),
        (
            "duration",
            [
                .standard("duration_to_duration", [.duration], .duration) { $0[0] },
                .standard("string_to_duration", [.string], .duration) { values throws(EvaluationError.Code) in
                    guard case .string(let text) = values[0] else { return nil }
                    guard let span = DurationValue(text) else {
                        throw .invalidConversion(from: "string", to: "google.protobuf.Duration", value: quoted(text))
                    }
                    guard span.fitsNanoseconds else { throw .overflow(operation: "duration") }
                    return .duration(span)
                },
                .standard("int_to_duration", [.int], .duration) { values throws(EvaluationError.Code) in
                    guard case .int(let seconds) = values[0] else { return nil }
                    guard let span = DurationValue(seconds: seconds), span.fitsNanoseconds else {
                        throw .overflow(operation: "duration")
                    }
                    return .duration(span)
                },
            ]
        ),
    ]

    private typealias Getter = @Sendable (CalendarFields) -> Int

    private static func fieldFunctions(timeZones: any TimeZoneProvider) -> [(String, [Overload])] {
        let getters: [(String, Getter)] = [
            ("getFullYear", { $0.year }), ("getMonth", { $0.month - 1 }), ("getDate", { $0.day }),
            ("getDayOfMonth", { $0.day - 1 }), ("getDayOfWeek", { $0.weekday }), ("getDayOfYear", { $0.dayOfYear }),
            ("getHours", { $0.hour }), ("getMinutes", { $0.minute }), ("getSeconds", { $0.second }),
        ]
        let ofSpans: [String: Int64] = ["getHours": 3_600, "getMinutes": 60, "getSeconds": 1]
        var functions: [(String, [Overload])] = []
        for (name, getter) in getters {
            var overloads = timestampGetter(name, timeZones) { time, offset in
                getter(CalendarFields(of: time, offsetSeconds: offset))
            }
            if let unit = ofSpans[name] {
                overloads.append(
                    .total("duration_" + name, [.duration], .int) { values in
                        guard case .duration(let span) = values[0] else { return nil }
                        return .int(span.seconds / unit)
                    })
            }
            functions.append((name, overloads))
        }
        var milliseconds = timestampGetter("getMilliseconds", timeZones) { time, _ in
            Int(time.nanoseconds / 1_000_000)
        }
        milliseconds.append(
            .total("duration_getMilliseconds", [.duration], .int) { values in
                guard case .duration(let span) = values[0] else { return nil }
                return .int(Int64(span.nanoseconds / 1_000_000))
            })
        functions.append(("getMilliseconds", milliseconds))
        return functions
    }

    /// A getter of the point's fields at UTC, and one at a zone.
    private static func timestampGetter(
        _ name: String, _ timeZones: any TimeZoneProvider, _ get: @escaping @Sendable (TimestampValue, Int) -> Int
    ) -> [Overload] {
        [
            .total("timestamp_" + name, [.timestamp], .int) { values in
                guard case .timestamp(let time) = values[0] else { return nil }
                return .int(Int64(get(time, 0)))
            },
            .standard(
                "timestamp_\(name)_with_tz", [.timestamp, .string], .int, isMember: true
            ) { values throws(EvaluationError.Code) in
                guard case .timestamp(let time) = values[0], case .string(let zone) = values[1] else { return nil }
                guard let offset = offset(zone) ?? timeZones.offset(ofZone: zone, at: time.seconds) else {
                    throw .invalidArgument(function: name, reason: "the time zone \(quoted(zone)) is not known")
                }
                return .int(Int64(get(time, offset)))
            },
        ]
    }

    /// An offset written as `+07:00`, `-7:30` or `07:00`, in seconds.
    private static func offset(_ text: String) -> Int? {
        var scalars = Array(text.unicodeScalars)[...]
        var sign = 1
        if let first = scalars.first, first == "+" || first == "-" {
            sign = first == "-" ? -1 : 1
            scalars.removeFirst()
        }
        let parts = scalars.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2 else { return nil }
        let digits = parts.map { part in part.compactMap(decimalDigit) }
        guard digits[0].count == parts[0].count, digits[1].count == 2 else { return nil }
        let hours = digits[0].reduce(0) { $0 * 10 + $1 }
        let minutes = digits[1].reduce(0) { $0 * 10 + $1 }
        guard hours <= 23, minutes <= 59 else { return nil }
        return sign * (hours * 3_600 + minutes * 60)
    }
}
