internal import CivilTime
internal import Model

/// The data types of OSCAL that our values have to be brought to.
enum OSCALText {
    /// The version of OSCAL whose form the documents have.
    static let version = "1.1.3"

    /// The name space of our properties.
    static let nameSpace = "urn:uuid:\(NameUUID.program)"

    /// A day as a point of time: midnight in Viet Nam. OSCAL wants points of time where the law knows days.
    static func start(of day: CivilDate) -> String { "\(day)T00:00:00+07:00" }

    /// The last second of a day: a duty due on a day is in time all through it.
    static func end(of day: CivilDate) -> String { "\(day)T23:59:59+07:00" }

    /// A token: a letter or `_`, then letters, digits, `.`, `-` and `_`.
    static func token(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            if !result.isEmpty || (isPlain && scalar.properties.isAlphabetic) {
                result.append(isPlain || ".-_".unicodeScalars.contains(scalar) ? scalar : "_")
            } else {
                result.append("_")
                if isPlain { result.append(scalar) }
            }
        }
        return result.isEmpty ? "_" : String(result)
    }

    /// A text on one line, with something in it.
    static func line(_ text: String) -> String {
        let line = ToldFinding.line(text)
        return line.isEmpty ? "–" : line
    }

    /// A property of ours; nil where there is no value, for an empty one is not allowed.
    static func property(_ name: String, _ value: String?, remarks: String? = nil) -> JSONValue? {
        guard let value, !ToldFinding.line(value).isEmpty else { return nil }
        return .object([
            "name": .string(name), "ns": .string(nameSpace), "value": .string(line(value)),
            "remarks": remarks.map { .string($0) },
        ])
    }

    /// A list; nil where it is empty, for an empty one is not allowed.
    static func list(_ values: [JSONValue]) -> JSONValue? { values.isEmpty ? nil : .array(values) }
}
