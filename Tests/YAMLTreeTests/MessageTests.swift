import Testing
import YAMLTree

@Suite struct MessageTests {
    static let syntaxProblems: [YAMLSyntaxProblem] = [
        .unclosedQuote, .documentMarkerInQuote, .unknownEscape, .escapeDigits, .escapeCodePoint, .missingColon,
        .unexpectedColon, .expectedKey, .expectedDash, .unexpectedDash, .expectedCommaOrBracket, .expectedCommaOrBrace,
        .unexpectedCharacter("@"), .expectedValue, .badProperty, .tagBeforeBracket, .badBlockHeader,
        .contentAfterDocument, .other,
    ]
    static let problems: [YAMLProblem] =
        [
            .tooLarge(bytes: 5_000_000, limit: 4 << 20), .utf16, .invalidUTF8(byte: 0xE9), .forbiddenCharacter("\u{1}"),
            .unicodeLineBreak("\u{2028}"), .directive, .tabIndentation, .empty, .severalDocuments,
            .duplicateKey("khóa"),
            .mergeKey, .nonScalarKey(.mapping), .nonScalarKey(.sequence), .nonScalarKey(.scalar), .unknownAlias("x"),
            .recursiveAlias("x"), .tooDeep(limit: 64), .tooManyNodes(limit: 9), .aliasExpansion(limit: 9), .outOfMemory,
        ] + syntaxProblems.map { .syntax($0, libyaml: "libyaml's words") }

    @Test(arguments: YAMLMessageLanguage.allCases)
    func everyProblemHasOneSentenceOfItsOwn(language: YAMLMessageLanguage) {
        let messages: [String] = Self.problems.map { $0.message(language) }
        #expect(Set(messages).count == messages.count)
        for message in messages {
            #expect(message.count > 10)
            #expect(!message.contains("\n"))
            #expect(message.last != ".")
        }
        let different: Bool = Self.problems.allSatisfy { $0.message(.vietnamese) != $0.message(.english) }
        #expect(different)
    }

    static let texts: [(problem: YAMLProblem, english: String, vietnamese: String)] = [
        (.tabIndentation, "a tab; YAML indents with spaces", "có dấu tab; YAML thụt dòng bằng dấu cách"),
        (.duplicateKey("a"), "the key \"a\" is given twice", "khóa \"a\" bị ghi hai lần"),
        (
            .tooLarge(bytes: (4 << 20) + 1, limit: 4 << 20), "the file has 4.1 MiB; at most 4 MiB are read",
            "tệp dài 4,1 MiB, vượt mức tối đa 4 MiB"
        ),
        (
            .tooLarge(bytes: 5, limit: 4), "the file has 5 bytes; at most 4 bytes are read",
            "tệp dài 5 byte, vượt mức tối đa 4 byte"
        ),
        (
            .invalidUTF8(byte: 0x5), "byte 0x05 is not UTF-8 here; save the file as UTF-8",
            "tệp không theo bảng mã UTF-8 (gặp byte 0x05); hãy lưu lại theo UTF-8"
        ),
    ]

    @Test(arguments: texts)
    func text(problem: YAMLProblem, english: String, vietnamese: String) {
        #expect(problem.message(.english) == english)
        #expect(problem.message(.vietnamese) == vietnamese)
    }

    @Test func located() throws {
        let error: YAMLError = try #require(read("a: 1\n\tb: 2").errors.first)
        #expect(error.located(in: "x.yaml", .english) == "x.yaml:2:1: a tab; YAML indents with spaces")
        let roles: [YAMLRelatedPlace.Role] = [.firstKey, .anchor, .construct, .noticed]
        #expect(Set(roles.map { $0.message(.english) } + roles.map { $0.message(.vietnamese) }).count == 8)
    }

    /// A key from a file can hold anything; the message stays on one line and short.
    @Test func quotedTextIsTame() {
        let key = "a\nb\u{1B}[31m\u{2028}" + String(repeating: "x", count: 10_000)
        let message: String = YAMLProblem.duplicateKey(key).message(.english)
        #expect(message.hasPrefix("the key \"a b [31m xxx"))
        #expect(message.count < 120)
        #expect(message.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    }
}
