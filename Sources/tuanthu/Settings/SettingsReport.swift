internal import Model
internal import Reports
internal import YAMLTree

/// Every setting of a run with where its value comes from, for people and for programs.
struct SettingsReport {
    /// One setting.
    private struct Row {
        let name: SettingName
        /// The name within a mapping, such as that of a parameter.
        let key: String?
        let value: JSONValue
        let origin: SettingOrigin
    }

    private let file: String?
    private let language: Language
    private let rows: [Row]

    init(_ settings: CheckSettings) {
        let run = settings.run
        file = run.file?.source.name
        language = run.language.value
        var rows: [Row] = []
        func add(_ name: SettingName, _ values: [Setting<String>]) {
            if values.isEmpty { rows.append(Row(name: name, key: nil, value: .null, origin: .standard)) }
            rows += values.map { Row(name: name, key: nil, value: .string($0.value), origin: $0.origin) }
        }
        func add(_ name: SettingName, _ value: Setting<String>?) { add(name, value.map { [$0] } ?? []) }
        func add(_ name: SettingName, _ entries: [RunSettings.Entry]) {
            if entries.isEmpty { rows.append(Row(name: name, key: nil, value: .null, origin: .standard)) }
            rows += entries.map {
                Row(name: name, key: $0.entry.key, value: JSONValue(plain: $0.entry.value), origin: $0.origin)
            }
        }
        for name in SettingName.allCases {
            switch name {
            case .paths: add(name, run.paths)
            case .rules: add(name, run.rules)
            case .profile: add(name, run.profile)
            case .select: add(name, run.select)
            case .ignore: add(name, run.ignore)
            case .interpretations: add(name, run.interpretations)
            case .parameters: add(name, run.parameters)
            case .grades: add(name, run.grades)
            case .holidays: add(name, run.holidays)
            case .waivers: add(name, settings.waivers)
            case .baseline: add(name, settings.baseline)
            case .failOn: add(name, settings.threshold.map(\.rawValue))
            case .formats: add(name, settings.formats.map { $0.map(\.text) })
            case .language: add(name, run.language.map(\.rawValue))
            case .color: add(name, settings.color.map(\.rawValue))
            case .asOf: add(name, settings.asOf)
            case .verbose:
                let verbose = settings.isVerbose
                rows.append(Row(name: name, key: nil, value: .boolean(verbose.value), origin: verbose.origin))
            case .nextFailure:
                let ahead = settings.looksAhead
                rows.append(Row(name: name, key: nil, value: .boolean(ahead.value), origin: ahead.origin))
            }
        }
        self.rows = rows
    }

    /// A line for each value: key, value, and after `#` where it comes from.
    var text: String {
        let none = language == .vi ? "không có" : "none"
        let head =
            language == .vi ? "# tệp cấu hình: \(file ?? none)\n" : "# configuration: \(file ?? none)\n"
        let lines = rows.map { row in
            let key = row.key.map { "\(row.name.rawValue).\($0)" } ?? row.name.rawValue
            return (text: "\(key): \(row.value.plainText)", origin: row.origin.text(language))
        }
        let width = min(lines.map { DisplayWidth.columns($0.text) }.max() ?? 0, 60)
        return head
            + lines.map { line in
                let room = max(1, width - DisplayWidth.columns(line.text) + 2)
                return line.text + String(repeating: " ", count: room) + "# \(line.origin)\n"
            }.joined()
    }

    /// `{schema_version, config, settings: [{name, key, value, origin}]}`.
    var json: String {
        let settings = rows.map { row -> JSONValue in
            .object([
                "name": .string(row.name.rawValue), "key": .optional(row.key), "value": row.value,
                "origin": row.origin.json,
            ])
        }
        let report: JSONValue = .object([
            "schema_version": 1, "tool": .object(["name": "tuanthu", "version": .string(ToolVersion.text)]),
            "config": .optional(file), "settings": .array(settings),
        ])
        return report.text(.pretty) + "\n"
    }
}

extension FormatChoice {
    /// As the command line writes it.
    var text: String { path.map { "\(name.rawValue)=\($0)" } ?? name.rawValue }
}

extension JSONValue {
    /// A value of a configuration as it is written, every scalar a text.
    fileprivate init(plain node: YAMLNode) {
        switch node.kind {
        case .scalar: self = .optional(node.text)
        case .sequence: self = .array(node.items.map { JSONValue(plain: $0) })
        case .mapping: self = .object(node.entries.map { Member($0.key, JSONValue(plain: $0.value)) })
        }
    }

    /// On one line, as YAML has it.
    fileprivate var plainText: String {
        switch self {
        case .null: "~"
        case .boolean(let value): String(value)
        case .integer(let value): String(value)
        case .string(let text): text
        case .array(let items): "[\(items.map(\.plainText).joined(separator: ", "))]"
        case .object(let members): "{\(members.map { "\($0.name): \($0.value.plainText)" }.joined(separator: ", "))}"
        }
    }
}
