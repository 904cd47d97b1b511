import Assessor
import CivilTime
import Foundation
import Model
import Portfolio
import Testing
import YAMLTree

/// Campaigns over the invented province, and what was reported of real ones.
@Suite struct CampaignTests {
    private static func source(_ path: String) throws -> SourceText {
        let url = ShippedRules.root.appendingPathComponent("examples").appendingPathComponent(path)
        return SourceText(name: path, bytes: try #require(ShippedRules.bytes(url)))
    }

    private static func campaign(_ path: String) throws -> Campaign {
        try #require(CampaignLoader.load(try source(path)).value)
    }

    /// The register of the province with its units' records, and the records.
    private static func province() throws -> (register: Register, inspections: [Inspection]) {
        let vocabulary = try #require(ShippedRules.vocabulary)
        let register = try TestPortfolio.example().register
        let loader = InspectionLoader(vocabulary: vocabulary)
        var records: [(unit: String, inspection: Inspection)] = []
        for unit in register.units {
            for path in unit.inspectionRecords {
                records.append((unit.code, try #require(loader.load(try source("tinh-mau/\(path)")).value)))
            }
        }
        let added = register.adding(records, in: vocabulary)
        #expect(added.diagnostics.isEmpty)
        return (try #require(added.value), records.map(\.inspection))
    }

    private func progress(_ asOf: String) throws -> CampaignProgress {
        let library = try #require(ShippedRules.library)
        let (register, inspections) = try Self.province()
        let context = try AssessmentContext(
            library: library, profile: library.portfolioProfile?.id, inspections: inspections)
        #expect(inspections.flatMap { library.headFaults(of: $0) }.isEmpty)
        return CampaignProgress(
            try Self.campaign("tinh-mau/kiem-tra/dot-2025.yaml"), register, in: context,
            asOf: try CivilDate.parse(asOf))
    }

    /// By hand from the register's list: nothing is late before its month is over, and nothing that the plan expects is a term.
    @Test(arguments: [
        ("2025-03-10", "ahead ahead ahead ahead ahead ahead ahead ahead"),
        ("2025-03-31", "made ahead ahead ahead ahead ahead ahead ahead"),
        ("2025-06-30", "made made ahead ahead ahead ahead ahead ahead"),
        // District X is no longer in being, but was inspected while it was.
        ("2025-07-01", "made made ahead ahead ahead ahead ahead ahead"),
        ("2025-10-31", "made made made ahead made made made made"),
        ("2025-11-01", "made made made behind made made made made"),
    ]) func standings(_ asOf: String, _ expected: String) throws {
        #expect(try progress(asOf).visits.map(\.standing.rawValue).joined(separator: " ") == expected)
    }

    @Test func whatThePlanDoesNotHave() throws {
        let last = try progress("2025-12-31")
        #expect(last.unplanned.map(\.ref) == ["BB-2025-4"])
        #expect(last.contents.map(\.isThere) == [true, true, false, true, true])
        #expect(last.contents[2].visits == 7)
        // SO-C and CC-A; H-X is dissolved by the end of the year.
        #expect(last.shares.map { $0.count?.numerator } == [6...6, 2...2])
        // Nor does its visit want anything of the end of the year: it was made.
        #expect(last.diagnostics.isEmpty)
    }

    @Test func theFiguresOfTheYear() throws {
        let figures = try progress("2025-12-31").figures
        let forms = try #require(figures?.forms)
        #expect(forms.map(\.inspections) == [4, 4])
        #expect(forms.map(\.units) == [["SO-C", "CC-A", "H-X"], ["UB", "VP", "SO-A", "SO-B"]])
        let heads = figures?.notMet.filter { $0.points > 0 } ?? []
        #expect(heads.map { $0.head?.id } == ["36.1.đ", "36.2.c", "36.2.d"])
        #expect(heads.map(\.units) == [["SO-C"], ["SO-C"], ["CC-A"]])
        #expect(figures?.ratings.map(\.rating) == ["khá"] && figures?.ratings.first?.units == ["CC-A"])
        // The record signed on the last day is not known the day before.
        #expect(try progress("2025-12-30").figures?.recorded == 1)
    }

    /// Bắc Ninh 2021: the province's own view, counted as that; the numbers come to the total.
    @Test func aProvincesOwnRating() throws {
        let campaign = try Self.campaign("kiem-tra-cac-tinh/bac-ninh-2021.yaml")
        let rating = try #require(campaign.ratings.first)
        #expect(rating.grades.map(\.count) == [.number(33), .number(49), .number(82), .number(2)])
        #expect(rating.grades.compactMap(\.count.number).reduce(0, +) == rating.total)
        #expect(rating.total == 166 && rating.source?.contains("baobacninh") == true)
        #expect(campaign.visits == nil)
    }

    /// Words are no numbers, however they are read.
    @Test(arguments: ["lang-son-2020", "bac-kan-2023"]) func wordsStayWords(_ name: String) throws {
        let campaign = try Self.campaign("kiem-tra-cac-tinh/\(name).yaml")
        let words = campaign.reported.filter { $0.count.number == nil }
        #expect(!words.isEmpty)
        for figure in words { #expect([.words("một số"), .words("đa số")].contains(figure.count)) }
    }

    /// Without a register nothing is said of what was inspected.
    @Test func aCampaignByItself() throws {
        let library = try #require(ShippedRules.library)
        let context = try AssessmentContext(library: library, profile: library.portfolioProfile?.id)
        let progress = CampaignProgress(
            try Self.campaign("tinh-mau/kiem-tra/dot-2025.yaml"), nil, in: context,
            asOf: try CivilDate.parse("2025-12-31"))
        #expect(progress.figures == nil && progress.shares.isEmpty && progress.unplanned.isEmpty)
        #expect(progress.visits.allSatisfy { $0.standing == .notKnown })
    }
}
