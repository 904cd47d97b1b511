import Assessor
import CivilTime
import Model
import Testing
import YAMLTree

/// What is dated after the as-of day changes no finding on it.
@Suite struct HindsightTests {
    @Test(arguments: Example.all) func aLaterRecordChangesNoFinding(_ example: Example) throws {
        let lists = LaterItems.lists(try example.tree(), in: try ShippedRules.library().vocabulary)
        try Trials(example).run(seed: 3) { day in
            lists.flatMap { list in
                LaterItems.dates(after: day).map {
                    ByteEdits.append(list.item($0), to: list.node, "\(list.path) \($0)")
                }
            }
        } check: { before, after, what in
            #expect(FindingText.difference(before.texts, after.texts) == nil, "\(what) added")
        }
    }

    @Test func aLaterRowOfATableChangesNoFinding() throws {
        let example = try Example.named("so-mau")
        let table = try #require(example.tables["procedures.csv"])
        let row = "QT-MAU-99,Quy trình mới,for_tthc,,in_use,most_2019,,,,2026-10-31,,,,,01,\n"
        let changed = example.replacing(table: "procedures.csv", table + Array(row.utf8))
        let day = try day("2026-10-30")
        let difference = FindingText.difference(
            try example.assessment(on: day).texts, try changed.assessment(on: day).texts)
        #expect(difference == nil)
    }
}

/// Lists of a statement to which something of a later day can be added.
enum LaterItems {
    struct List {
        let node: YAMLNode
        let path: String
        let item: (String) -> String
    }

    /// Dates that lie wholly after a day: the next one, a month, one far off.
    static func dates(after day: CivilDate) -> [String] {
        let next = day.adding(days: 1)?.description
        let month = day.adding(.months(1)).map { String($0.description.prefix(7)) }
        let later = day.adding(.years(6))?.description
        return [next, month, later].compactMap(\.self)
    }

    /// The lists of acts, of reports, and of values that change over time.
    static func lists(_ root: YAMLNode, in vocabulary: Vocabulary) -> [List] {
        lists(root, [], "", vocabulary)
    }

    private static func lists(
        _ node: YAMLNode, _ names: [String], _ path: String, _ vocabulary: Vocabulary
    ) -> [List] {
        switch node.kind {
        case .scalar: return []
        case .mapping:
            return node.entries.flatMap {
                let isLongForm = $0.key == "value" && !names.isEmpty
                return lists($0.value, isLongForm ? names : names + [$0.key], "\(path)/\($0.key)", vocabulary)
            }
        case .sequence:
            let inner = node.items.enumerated().flatMap { lists($1, names, "\(path)/\($0)", vocabulary) }
            return [list(node, names, path, vocabulary)].compactMap(\.self) + inner
        }
    }

    private static func list(
        _ node: YAMLNode, _ names: [String], _ path: String, _ vocabulary: Vocabulary
    ) -> List? {
        if names == ["reported"] {
            return List(node: node, path: path) { "{about: qms.tthc, by: X, date: \($0), says: Y}" }
        }
        guard let field = vocabulary.field(at: names) else { return nil }
        if field.varies {
            guard let value = node.items.first?["value"]?.text else { return nil }
            return List(node: node, path: path) { "{from: \($0), value: \"\(value)\"}" }
        }
        guard case .list(.record(let id)) = field.type, let record = vocabulary.records[id],
            let date = record.date, case .date(.act)? = record.field(date)?.type
        else { return nil }
        return List(node: node, path: path) { "{\(date): \($0)}" }
    }
}
