internal import Files
internal import Model
internal import YAMLTree

/// Which rule sets a run over one profile needs: a set that the profile does not select is not even read.
///
/// This holds for the rules that come with the program, whose sets lie in folders named after their ids and have been
/// proved together. Rules that a person brings are read whole, so that every fault in them is told.
struct SetSelection {
    /// The profile's file.
    let profile: RuleFile
    /// What it selects: ids of sets or rules, or prefixes with `*`.
    private let selectors: [String]

    /// The selection of a profile, by id; nil takes the standard one.
    /// - Returns: nil where no profile bears the id or none is the standard one.
    init?(profile id: String?, among profiles: [RuleFile]) {
        let chosen = profiles.first { file in
            guard let root = file.reading.root else { return false }
            return id.map { root["id"]?.text == $0 } ?? (root["default"]?.text == "true")
        }
        guard let chosen, let list = chosen.reading.root?["select"], list.kind == .sequence else { return nil }
        profile = chosen
        selectors = list.items.compactMap(\.text)
    }

    /// The ids of the sets it needs among those there are; nil where it names single rules, which any set may hold.
    func sets(among ids: [String]) -> Set<String>? {
        var selected: Set<String> = []
        for selector in selectors {
            guard let found = RuleSelector(selector).sets(among: ids) else { return nil }
            selected.formUnion(found)
        }
        return selected
    }
}

extension RuleFolder {
    /// The ids of the sets its header says it uses.
    var uses: [String] {
        files.compactMap { $0.reading.root?["set"]?["uses"] }.filter { $0.kind == .sequence }
            .flatMap { $0.items.compactMap(\.text) }
    }
}
