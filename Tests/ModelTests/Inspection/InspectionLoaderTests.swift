import CivilTime
import Model
import Testing
import YAMLTree

@Suite struct InspectionLoaderTests {
    @Test func loads() throws {
        let text = """
            tuanthu: inspection/1
            agency: MAU-01
            period: {from: 2024-01-01, to: 2024-12-31}
            signed_on: 2024-10-18
            record: 05/BB-KT
            team_leader: Lê Văn Mẫu
            verifies:
              - {fact: qms.internal_audits, item: "2024-03-12"}
              - {fact: qms.certificate}
            contradicts:
              - {fact: qms.tthc.publication.date, item: T1, found: "2024-02", says: công bố muộn}
            """
        let loader = InspectionLoader(vocabulary: try TestVocabulary.load())
        let loaded = loader.load(SourceText(name: "i.yaml", bytes: Array(text.utf8)))
        #expect(loaded.diagnostics.isEmpty)
        let inspection = try #require(loaded.value)
        #expect(inspection.agency == "MAU-01")
        #expect(inspection.period?.description == "2024-01-01/2024-12-31")
        #expect(inspection.signedOn.description == "2024-10-18")
        #expect(inspection.record == "05/BB-KT")
        #expect(inspection.teamLeader == "Lê Văn Mẫu")
        #expect(inspection.verifies.map(\.fact.dotted) == ["qms.internal_audits", "qms.certificate"])
        #expect(inspection.verifies.map(\.item) == ["2024-03-12", nil])
        #expect(inspection.verifies.map(\.place.position) == ["i.yaml:8:5", "i.yaml:9:5"])
        let contradiction = try #require(inspection.contradicts.first)
        #expect(contradiction.fact.fact.pointer == "/qms/tthc/publication/date")
        #expect(contradiction.found == "2024-02")
        #expect(contradiction.says == "công bố muộn")
    }

    @Test func theLeastThereCanBe() throws {
        let loader = InspectionLoader(vocabulary: try TestVocabulary.load())
        let text = "tuanthu: inspection/1\nagency: A\nsigned_on: 2024-10-18\nperiod:\n"
        let inspection = try #require(loader.load(SourceText(name: "i.yaml", bytes: Array(text.utf8))).value)
        #expect(inspection.period == nil && inspection.verifies.isEmpty && inspection.contradicts.isEmpty)
    }
}
