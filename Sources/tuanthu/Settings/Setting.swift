internal import Model
internal import YAMLTree

/// The settings of a run, by their keys in a configuration.
enum SettingName: String, CaseIterable {
    case paths, rules, profile, select, ignore, interpretations, parameters, grades, holidays, waivers, baseline
    case failOn = "fail_on"
    case formats
    case language = "lang"
    case color, verbose
    case nextFailure = "next_failure"
    case asOf = "as_of"

    /// How the command line says it.
    var flag: String {
        switch self {
        case .paths: "PATH"
        case .interpretations: "--interpretation"
        case .parameters: "--parameter"
        case .grades: "--grade"
        case .formats: "--format"
        case .rules, .profile, .select, .ignore, .holidays, .waivers, .baseline, .failOn, .language, .color, .verbose,
            .nextFailure,
            .asOf:
            "--\(String(rawValue.map { $0 == "_" ? "-" : $0 }))"
        }
    }

    /// The environment variable that says it; a list's items stand between semicolons.
    var variable: String { "TUANTHU_\(rawValue.uppercased())" }
}

/// Where the value of a setting comes from; the first that has one decides.
enum SettingOrigin {
    /// The command line, by its option.
    case flag(String)
    /// An environment variable, by name.
    case variable(String)
    /// The configuration.
    case file(Place)
    /// Nobody says it.
    case standard

    /// How people are told.
    func text(_ language: Language) -> String {
        switch self {
        case .flag(let name): name
        case .variable(let name): name
        case .file(let place): "\(place.file):\(place.range.start.line)"
        case .standard: language == .vi ? "mặc định" : "default"
        }
    }

    /// How programs are told.
    var json: JSONValue {
        switch self {
        case .flag(let name): .object(["kind": "flag", "name": .string(name)])
        case .variable(let name): .object(["kind": "environment", "name": .string(name)])
        case .file(let place):
            .object([
                "kind": "file", "path": .string(place.file), "line": .integer(Int64(place.range.start.line)),
                "column": .integer(Int64(place.range.start.column)),
            ])
        case .standard: .object(["kind": "default"])
        }
    }
}

/// A value and where it comes from.
struct Setting<Value> {
    let value: Value
    let origin: SettingOrigin

    func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Setting<Other> {
        Setting<Other>(value: try transform(value), origin: origin)
    }
}
