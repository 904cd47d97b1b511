import Assessor
import CivilTime
import Foundation
import Model
import Testing
import YAMLTree

/// One of the repository's examples: its statement as bytes, so that tests can change them, and what lies beside it.
struct Example: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let tables: [String: [UInt8]]
    let inspections: [[UInt8]]

    var testDescription: String { name }

    /// Every example.
    static let all: [Example] = ["bac-kan-co-quan", "kon-tum-so-khcn", "lang-son-xa", "so-lao-dong", "so-mau"]
        .compactMap { try? named($0) }

    /// The example of a folder.
    static func named(_ name: String) throws -> Example {
        let folder = "examples/\(name)"
        var tables: [String: [UInt8]] = [:]
        for path in try Repository.paths(below: folder, suffix: ".csv") {
            tables[path] = try Repository.bytes("\(folder)/\(path)")
        }
        let inspections = try Repository.paths(below: folder, suffix: ".yaml").filter { $0.hasPrefix("inspection") }
        return Example(
            name: name, bytes: try Repository.bytes("\(folder)/statement.yaml"), tables: tables,
            inspections: try inspections.map { try Repository.bytes("\(folder)/\($0)") })
    }

    /// Whether assessing it takes long.
    var isLarge: Bool { !tables.isEmpty }

    /// The same example with other bytes of its statement.
    func replacing(_ bytes: [UInt8]) -> Example {
        Example(name: name, bytes: bytes, tables: tables, inspections: inspections)
    }

    /// The same example with another table.
    func replacing(table: String, _ bytes: [UInt8]) -> Example {
        var tables = tables
        tables[table] = bytes
        return Example(name: name, bytes: self.bytes, tables: tables, inspections: inspections)
    }

    /// The root of its statement's tree.
    func tree() throws -> YAMLNode {
        let reading = YAMLReader.read(bytes, name: "statement.yaml")
        return try #require(reading.root)
    }

    /// Its statement; an error where the bytes are in error.
    func statement() throws -> Statement {
        let loader = StatementLoader(vocabulary: try ShippedRules.library().vocabulary)
        let source = SourceText(name: "statement.yaml", bytes: bytes)
        return try loader.load(source) { tables[$0].map { .found($0) } ?? .unreadable(.notFound) }.get()
    }

    /// The shipped rules with this example's inspections.
    func context(profile: String? = nil) throws -> AssessmentContext {
        let library = try ShippedRules.library()
        let loader = InspectionLoader(vocabulary: library.vocabulary)
        let records = try inspections.map { try loader.load(SourceText(name: "inspection.yaml", bytes: $0)).get() }
        return try AssessmentContext(library: library, profile: profile, inspections: records)
    }

    /// Its assessment on a day.
    func assessment(on day: CivilDate) throws -> Assessment {
        Assessor.assess(try statement(), in: try context(), asOf: day)
    }

    /// Days before, on and after the one the statement speaks to.
    func days() throws -> [CivilDate] {
        let day = try statement().statedOn
        let others = [-3000, -1500, -400, -1, 0, 1, 40, 300, 1000]
        return others.compactMap { day.adding(days: $0) }
    }
}

/// A day for a test.
func day(_ text: String) throws -> CivilDate { try CivilDate.parse(text) }
