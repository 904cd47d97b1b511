import Assessor
import CivilTime
import Foundation
import Model
import Testing
import YAMLTree

/// The invented vocabulary and rule set by which the clocks are tested.
enum ClockLibrary {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/clocks")

    static func file(_ name: String) throws -> SourceText {
        SourceText(name: name, bytes: Array(try Data(contentsOf: folder.appending(path: name))))
    }

    static func vocabulary() throws -> Vocabulary {
        let loaded = VocabularyLoader.load([try file("vocabulary.yaml")])
        return try #require(loaded.value, "\(loaded.diagnostics.map { $0.text(.en) }.joined())")
    }

    /// The library of the fixture's rules, or of a rule set given as text.
    static func load(_ text: String? = nil) throws -> RuleLibraryReading {
        let bytes = try text.map { Array($0.utf8) } ?? file("circular-26.yaml").bytes
        let folder = RuleFolder(name: "clocks", files: [RuleFile(name: "rules.yaml", bytes: bytes)])
        return RuleLibraryLoader.load([folder], profiles: [], vocabulary: try vocabulary())
    }

    static func library() throws -> RuleLibrary {
        let loaded = try load()
        return try #require(loaded.library, "\(loaded.diagnostics.map { $0.text(.en) }.joined())")
    }

    /// The cases of a test file.
    static func cases(_ name: String, _ library: RuleLibrary) throws -> [RuleTest] {
        let file = try file(name)
        let loaded = RuleTestLoader(library: library).load(RuleFile(name: name, bytes: file.bytes))
        return try #require(loaded.value, "\(loaded.diagnostics.map { $0.text(.en) }.joined())")
    }

    /// A statement of the given facts of `qms`, in flow style.
    static func statement(_ qms: String, on day: CivilDate) throws -> Statement {
        let text = "tuanthu: statement/1\nstated_on: \(day)\nagency: {code: MAU-01}\nqms: {\(qms)}\n"
        let loaded = StatementLoader(vocabulary: try vocabulary()).load(
            SourceText(name: "statement.yaml", bytes: Array(text.utf8)))
        return try #require(loaded.value, "\(text)\(loaded.diagnostics.map { $0.text(.en) }.joined())")
    }

    /// The calendar of the invented year 2190.
    static func calendar() throws -> HolidayCalendar {
        let loaded = HolidayCalendarLoader.load([try file("holidays-2190.yaml")])
        return try #require(loaded.value, "\(loaded.diagnostics.map { $0.text(.en) }.joined())")
    }
}
