import Model
import Testing
import YAMLTree

@Suite struct StatementPlacesTests {
    private static let text = """
        tuanthu: statement/1
        stated_on: 2020-01-15
        agency: {code: MAU-01}
        qms:
          internal_audits:
            - {held_on: 2019-11-20}
            - {code: B2, auditors: [Lan, Hà]}
          tthc: !unknown
        """

    /// A path, the place that stands for it, and whether the fact is there.
    static let rows: [(path: [FactPath.Step], position: String, isThere: Bool)] = [
        ([.field("agency"), .field("code")], "s.yaml:3:16", true),
        ([.field("agency"), .field("name")], "s.yaml:3:9", false),
        ([.field("qms"), .field("internal_audits")], "s.yaml:6:5", true),
        ([.field("qms"), .field("internal_audits"), .index(0), .field("held_on")], "s.yaml:6:17", true),
        ([.field("qms"), .field("internal_audits"), .index(0), .field("code")], "s.yaml:6:7", false),
        ([.field("qms"), .field("internal_audits"), .index(1), .field("auditors"), .index(1)], "s.yaml:7:34", true),
        ([.field("qms"), .field("internal_audits"), .index(7), .field("code")], "s.yaml:6:5", false),
        ([.field("qms"), .field("tthc")], "s.yaml:8:9", true),
        ([.field("qms"), .field("tthc"), .index(0), .field("code")], "s.yaml:8:9", false),
        ([.field("qms"), .field("certificate"), .field("state")], "s.yaml:5:3", false),
        ([.field("other")], "s.yaml:1:1", false),
        ([.field("agency"), .index(0)], "s.yaml:3:9", false),
        ([], "s.yaml:1:1", false),
    ]

    @Test(arguments: rows)
    func places(path: [FactPath.Step], position: String, isThere: Bool) throws {
        let statement = try load()
        let path = FactPath(path)
        let nearest = statement.nearestPlace(of: path)
        #expect(nearest.place.position == position)
        #expect(nearest.missing == (isThere ? FactPath([]) : path))
        #expect((statement.fact(at: path) != nil) == isThere)
    }

    /// The facts along a path are those at its beginnings, as far as there are any.
    @Test(arguments: rows)
    func way(path: [FactPath.Step], position: String, isThere: Bool) throws {
        let statement = try load()
        let along = statement.facts(along: FactPath(path)).map(\.place.position)
        let beginnings = path.indices.map { FactPath(Array(path[...$0])) }
        let single = beginnings.prefix { statement.fact(at: $0) != nil }.compactMap {
            statement.fact(at: $0)?.place.position
        }
        #expect(along == single)
        if isThere { #expect(along.count == path.count) }
    }

    @Test func itemKeys() throws {
        let statement = try load()
        let list = FactPath([.field("qms"), .field("internal_audits")])
        #expect(statement.itemKey(of: list) == nil)
        #expect(statement.itemKey(of: list.appending(.index(0))) == "2019-11-20")
        #expect(statement.itemKey(of: list.appending(.index(1)).appending(.field("code"))) == "B2")
        let auditor = list.appending(.index(1)).appending(.field("auditors")).appending(.index(0))
        #expect(statement.itemKey(of: auditor) == "Lan")
        #expect(statement.itemKey(of: list.appending(.index(2))) == nil)
        #expect(statement.path(ofItem: "B2", in: list) == list.appending(.index(1)))
        #expect(statement.path(ofItem: "B3", in: list) == nil)
        #expect(statement.path(ofItem: "B2", in: FactPath([.field("agency")])) == nil)
    }

    private func load() throws -> Statement {
        let loader = StatementLoader(vocabulary: try TestVocabulary.load())
        return try #require(loader.load(SourceText(name: "s.yaml", bytes: Array(Self.text.utf8))).value)
    }
}
