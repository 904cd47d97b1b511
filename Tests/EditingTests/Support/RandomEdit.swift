import Editing
import YAMLTree

/// A change of a random node, and what it has to look like in a dump.
struct RandomEdit {
    let edit: DocumentEdit
    private let at: String
    /// The lines of the dump that are new, under the path.
    private let added: [String]

    init(_ root: YAMLNode, _ random: inout SplitMix64) {
        var nodes: [(node: YAMLNode, path: YAMLPath)] = []
        RandomEdit.collect(root, .root, &nodes)
        let (node, path) = random.pick(nodes)
        let place = RandomEdit.text(path)
        let word = random.pick(["mới", "4.10", "a: b", "- x", "", "x #y"])
        let dumped =
            "= \(word == "mới" ? "plain" : "quoted") \(word.unicodeScalars.map { String($0.value) }.joined(separator: ","))"
        switch (node.kind, Int.random(in: 0..<3, using: &random)) {
        case (_, 0) where !path.steps.isEmpty:
            edit = .remove(path)
            at = place
            added = []
        case (.mapping, _):
            let after = node.entries.filter { _ in random.chance(40) }.map(\.key)
            edit = .insert(.init("mới", .text(word)), into: path, after: after)
            at = place + "/mới"
            added = ["\(place)/mới \(dumped)"]
        case (.sequence, _):
            let item = NewValue.mapping([.init("x", .text(word)), .init("y", .list([.unknown]))])
            edit = .append(item, to: path)
            at = "\(place)/\(node.items.count)"
            added = ["\(at) {}", "\(at)/x \(dumped)", "\(at)/y []", "\(at)/y/0 unknown = plain "]
        case (.scalar, _):
            edit = .replace(path, with: .unknown)
            at = place
            added = ["\(place) unknown = plain "]
        }
    }

    var mayLoseComments: Bool {
        switch edit {
        // A block that is replaced has its comments within.
        case .remove, .replace: true
        case .insert, .append, .rename: false
        }
    }

    /// Whether the dump after the change is the dump before it, but for the lines under the path.
    func isDone(_ after: [String], before: [String]) -> Bool {
        if case .remove = edit {
            // Later items of a list move up, so only what stands before the path has to be the same, and the count be less.
            let kept = before.prefix { !RandomEdit.isUnder($0, at) }
            return after.count < before.count && after.starts(with: kept)
        }
        return after.filter { !RandomEdit.isUnder($0, at) } == before.filter { !RandomEdit.isUnder($0, at) }
            && after.filter { RandomEdit.isUnder($0, at) } == added
    }

    private static func isUnder(_ line: String, _ path: String) -> Bool {
        line.hasPrefix(path + " ") || line.hasPrefix(path + "/")
    }

    private static func text(_ path: YAMLPath) -> String {
        path.steps.map { step in
            switch step {
            case .key(let name): "/" + name
            case .item(let index): "/\(index)"
            }
        }.joined()
    }

    private static func collect(_ node: YAMLNode, _ path: YAMLPath, _ nodes: inout [(node: YAMLNode, path: YAMLPath)]) {
        // A null is begun as a list or a mapping, which another test looks at.
        if !node.isNull { nodes.append((node, path)) }
        guard !node.isAlias else { return }
        for (index, item) in node.items.enumerated() { collect(item, path.appending(.item(index)), &nodes) }
        for entry in node.entries { collect(entry.value, path.appending(.key(entry.key)), &nodes) }
    }
}
