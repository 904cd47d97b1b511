internal import Files
internal import Model
internal import YAMLTree

/// Finds the value of a setting: flag, else environment variable, else configuration, else default.
struct SettingSources {
    let file: Configuration?
    let language: Language

    /// One text; nil where nobody says it.
    func text(
        _ name: SettingName, flag: String?, _ written: Configuration.Written<String>?
    ) -> Setting<String>? {
        if let flag { return Setting(value: flag, origin: .flag(name.flag)) }
        if let value = Self.variable(name) { return Setting(value: value, origin: .variable(name.variable)) }
        return written.map { Setting(value: $0.value, origin: .file($0.place)) }
    }

    /// One path; one of the configuration is meant from the folder the configuration lies in.
    func path(
        _ name: SettingName, flag: String?, _ written: Configuration.Written<String>?
    ) -> Setting<String>? {
        text(name, flag: flag, written).map { resolved($0) }
    }

    /// A list of texts; empty where nobody says it. What comes first stands for the whole list.
    func list(
        _ name: SettingName, flags: [String], _ written: Configuration.WrittenList?
    ) -> [Setting<String>] {
        if !flags.isEmpty { return flags.map { Setting(value: $0, origin: .flag(name.flag)) } }
        if let value = Self.variable(name) {
            return Self.items(value).map { Setting(value: $0, origin: .variable(name.variable)) }
        }
        return written?.value.map { Setting(value: $0.value, origin: .file($0.place)) } ?? []
    }

    /// A list of paths.
    func paths(
        _ name: SettingName, flags: [String], _ written: Configuration.WrittenList?
    ) -> [Setting<String>] {
        list(name, flags: flags, written).map { resolved($0) }
    }

    /// Values by name, `NAME=VALUE` on the command line; each name for itself has the value that comes first.
    func entries(
        _ name: SettingName, flags: [String], _ written: [YAMLEntry]
    ) throws -> [(entry: YAMLEntry, origin: SettingOrigin)] {
        var found: [(entry: YAMLEntry, origin: SettingOrigin)] = []
        let given = [
            (texts: flags, origin: SettingOrigin.flag(name.flag)),
            (texts: Self.variable(name).map { Self.items($0) } ?? [], origin: .variable(name.variable)),
        ]
        for (texts, origin) in given {
            var names: Set<String> = []
            for text in texts {
                let entry = try entry(text, origin)
                guard names.insert(entry.key).inserted else {
                    throw CommandStop(
                        language == .vi
                            ? "\(origin.text(language)) \(entry.key): nêu hai lần"
                            : "\(origin.text(language)) \(entry.key): given twice")
                }
                if !found.contains(where: { $0.entry.key == entry.key }) { found.append((entry, origin)) }
            }
        }
        for entry in written where !found.contains(where: { $0.entry.key == entry.key }) {
            found.append((entry, .file(Place(source: entry.value.source, range: entry.keyRange))))
        }
        return found
    }

    /// One of a few words, read by `read`; a word that is none of them stops the run.
    func word<Value>(
        _ name: SettingName, flag: Value?, _ written: Configuration.Written<String>?, among words: [String],
        standard: Value, _ read: (String) -> Value?
    ) throws -> Setting<Value> {
        if let flag { return Setting(value: flag, origin: .flag(name.flag)) }
        guard let found = text(name, flag: nil, written) else { return Setting(value: standard, origin: .standard) }
        if let value = read(found.value) { return Setting(value: value, origin: found.origin) }
        let known = words.joined(separator: ", ")
        throw CommandStop(
            language == .vi
                ? "\(found.origin.text(language)): “\(found.value)” không dùng được ở đây; có: \(known)"
                : "\(found.origin.text(language)): “\(found.value)” cannot be used here; known: \(known)")
    }

    /// A report's file, where the configuration names one, is meant from the folder the configuration lies in.
    func resolvedFormat(_ setting: Setting<String>) -> Setting<String> {
        let parts = setting.value.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, parts[1] != "-" else { return setting }
        let path = resolved(Setting(value: parts[1], origin: setting.origin))
        return path.map { "\(parts[0])=\($0)" }
    }

    /// A variable that is set to something.
    static func variable(_ name: SettingName) -> String? {
        ProcessSurroundings.variable(name.variable).flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func items(_ value: String) -> [String] {
        value.split(separator: ";").map(String.init)
    }

    private func resolved(_ setting: Setting<String>) -> Setting<String> {
        guard case .file(let place) = setting.origin, !setting.value.hasPrefix("/") else { return setting }
        return setting.map { Folder.path(Folder.parent(of: place.file), $0) }
    }

    /// `NAME=VALUE` read as the YAML `NAME: VALUE`, so that a value has the same forms everywhere.
    private func entry(_ text: String, _ origin: SettingOrigin) throws -> YAMLEntry {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty {
            let source = "\(parts[0]): \(parts[1])\n"
            let reading = YAMLReader.read(Array(source.utf8), name: origin.text(language))
            if reading.errors.isEmpty, let root = reading.root, root.kind == .mapping, root.entries.count == 1 {
                return root.entries[0]
            }
        }
        let name = origin.text(language)
        throw CommandStop(
            language == .vi
                ? "\(name) \(text): hãy ghi TÊN=GIÁ-TRỊ" : "\(name) \(text): write NAME=VALUE")
    }
}
