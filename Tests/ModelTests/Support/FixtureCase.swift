import Foundation
import Model
import Testing
import YAMLTree

/// One fixture: the files of an input, marks in them where diagnostics are expected, and the texts they must give.
///
/// A fixture file has sections that begin with `=== NAME`. `⟦` and `⟧` enclose the place of an expected diagnostic and are
/// taken out before the input is read. The sections `=== expect vi` and `=== expect en` hold what is printed;
/// with `RECORD_GOLDENS=1` in the environment they are written anew.
struct FixtureCase: Sendable, CustomTestStringConvertible {
    let url: URL
    let files: [SourceText]
    let marks: [Mark]
    let expected: [Language: String]
    private let input: String

    /// The place of an expected diagnostic.
    struct Mark: Hashable, Comparable, CustomStringConvertible {
        let file: String
        let start: SourcePosition
        let end: SourcePosition

        static func < (left: Mark, right: Mark) -> Bool {
            let leftKey = (left.file, left.start.offset, left.end.offset)
            return leftKey < (right.file, right.start.offset, right.end.offset)
        }

        var description: String { "\(file):\(start.line):\(start.column)-\(end.line):\(end.column)" }
    }

    var testDescription: String { url.deletingPathExtension().lastPathComponent }

    static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1"

    /// The folder of all fixtures of this target.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures")

    /// The fixtures of a folder in order of name.
    static func all(in folder: String) -> [FixtureCase] {
        let directory = root.appending(path: folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path())) ?? []
        return names.filter { $0.hasSuffix(".case") }.sorted().compactMap { FixtureCase(directory.appending(path: $0)) }
    }

    init?(_ url: URL) {
        guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
        self.url = url
        var sections: [(name: String, text: String)] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("=== ") {
                sections.append((String(line.dropFirst(4)), ""))
            } else if let last = sections.indices.last {
                sections[last].text += line + "\n"
            }
        }
        // Every section ends where the next one begins; the file's own last line break opens no line of its own.
        if let last = sections.indices.last, sections[last].text.hasSuffix("\n\n") { sections[last].text.removeLast() }
        var files: [SourceText] = []
        var marks: [Mark] = []
        var expected: [Language: String] = [:]
        var input = ""
        for section in sections {
            switch section.name {
            case "expect vi": expected[.vi] = section.text
            case "expect en": expected[.en] = section.text
            default:
                input += "=== \(section.name)\n\(section.text)"
                let (source, found) = FixtureCase.unmarked(section.text, name: section.name)
                files.append(source)
                marks += found
            }
        }
        self.files = files
        self.marks = marks.sorted()
        self.expected = expected
        self.input = input
    }

    private static func unmarked(_ text: String, name: String) -> (SourceText, [Mark]) {
        var bytes: [UInt8] = []
        var open: [Int] = []
        var ranges: [Range<Int>] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "⟦": open.append(bytes.count)
            case "⟧": ranges.append((open.popLast() ?? bytes.count)..<bytes.count)
            default: bytes.append(contentsOf: String(scalar).utf8)
            }
        }
        let source = SourceText(name: name, bytes: bytes)
        let marks = ranges.map {
            Mark(
                file: name, start: source.position(atByte: $0.lowerBound), end: source.position(atByte: $0.upperBound))
        }
        return (source, marks)
    }

    /// Compares diagnostics with the marks and the texts, or records the texts.
    func check(_ diagnostics: [Diagnostic], sourceLocation: SourceLocation = #_sourceLocation) throws {
        let places = diagnostics.compactMap(\.place).map {
            Mark(file: $0.file, start: $0.range.start, end: $0.range.end)
        }
        #expect(places.sorted() == marks, sourceLocation: sourceLocation)
        if FixtureCase.isRecording {
            let texts = Language.allCases.map { "=== expect \($0.rawValue)\n\(text(of: diagnostics, $0))" }
            try (input + texts.joined()).write(to: url, atomically: true, encoding: .utf8)
            return
        }
        for language in Language.allCases {
            #expect(text(of: diagnostics, language) == expected[language], sourceLocation: sourceLocation)
        }
    }

    private func text(of diagnostics: [Diagnostic], _ language: Language) -> String {
        diagnostics.map { $0.text(language) }.joined()
    }

    /// The bytes of a file of the fixture, as a statement's tables are looked up.
    func table(_ name: String) -> TableLookup {
        switch name {
        case "locked.csv": return .unreadable(.notPermitted)
        case "folder.csv": return .unreadable(.notAFile)
        case "huge.csv": return .unreadable(.tooLarge(limit: 4 << 20))
        case "broken.csv": return .unreadable(.failed("EIO"))
        default: break
        }
        return files.first { $0.name == name }.map { .found($0.bytes) } ?? .unreadable(.notFound)
    }
}
