/// What the files beside rules look like: their tests, and the mutants that mean the same as a rule.
extension FormatShape {
    static let mutants = FormatShape(
        .mutants, LocalizedText(vi: "biến thể tương đương", en: "equivalent mutants"), root: "mutants",
        [
            MappingShape(
                "mutants", "biến thể tương đương", "equivalent mutants",
                [
                    .header(.mutants),
                    .may("equivalent", .list(.mapping("mutant")), "các biến thể", "the mutants"),
                ]),
            MappingShape(
                "mutant", "biến thể không đổi nghĩa", "mutant that means the same",
                [
                    .must("id", .text, "mã biến thể", "id of the mutant"),
                    .must("reason", .text, "vì sao không đổi nghĩa", "why it means the same"),
                ]),
        ])

    /// Rule tests, whose facts the vocabulary types: cases over one statement, or over a register with statements.
    static func tests(_ vocabulary: Vocabulary) -> FormatShape {
        let statement = StatementSchema(vocabulary)
        let register = StatementSchema.register(vocabulary)
        let names = Set(statement.definitions.map(\.name))
        let registerOnly = register.definitions.filter { !names.contains($0.name) }
        let file = MappingShape("tests", "ca kiểm thử yêu cầu", "rule tests", [.header(.tests)])
            .either(
                [
                    .must("base", .definition("statement"), "bản khai mà các ca xuất phát từ đó", "where cases start"),
                    .may("holidays", .list(.mapping("holidays")), "ngày nghỉ", "days off"),
                    .may("cases", .list(.mapping("case")), "các ca", "cases"),
                ],
                [
                    .must("register", .definition("register"), "danh sách cơ quan nhỏ của các ca", "a small register"),
                    .may("statements", statements, "các bản khai, theo đường dẫn", "the statements, by path"),
                    .may("cases", .list(.mapping("set_case")), "các ca", "cases"),
                ])
        let year = MappingShape(
            "holidays", "ngày nghỉ của một năm", "days off of a year",
            [.may(DocumentKind.key, .constant(DocumentKind.holidays.header), "loại tệp", "kind")] + yearKeys)
        return FormatShape(
            .tests, LocalizedText(vi: "ca kiểm thử yêu cầu", en: "rule tests"), root: "tests",
            [file, year, testCase, expectation, sentence, setCase, setExpectation] + holidayMappings,
            definitions: statement.definitions + registerOnly
                + [.init("statement", statement.embedded), .init("register", register.embedded)])
    }

    private static var statements: ValueShape { .entries(.definition("statement")) }

    private static var testCase: MappingShape {
        MappingShape(
            "case", "ca kiểm thử", "case",
            [
                .must("rule", .text, "mã yêu cầu", "id of the rule"),
                .must("name", .text, "tên ca", "name"),
                .must("as_of", .day, "ngày xét", "the day assessed"),
                .may("set", .entries(.anything), "dữ liệu được đặt, theo đường dẫn", "facts to set, by path"),
                .may("unset", .list(.text), "dữ liệu bị bỏ", "facts to leave out"),
                .may("interpretations", .entries(.text), "cách hiểu được chọn", "readings chosen"),
                .must("expect", .oneOrMore(.mapping("expect")), "phát hiện mong đợi", "the findings expected"),
            ])
    }

    private static var expectation: MappingShape {
        MappingShape(
            "expect", "phát hiện mong đợi", "finding expected",
            [
                .may("item", .text, "mục", "item"),
                .may("occurrence", .day, "kỳ", "occurrence"),
                .may("verdict", .choice(Verdict.self), "kết quả", "verdict"),
                .may("timing", .text, "trạng thái thời hạn", "state of the clock"),
                .may("due", .day, "hạn cuối", "last good day"),
                .may("days", .integer(from: .min, to: nil), "số ngày", "days"),
                .may("age", .integer(from: 0, to: nil), "số ngày từ sự kiện", "days since the event"),
                .may("says", .mapping("says"), "phần phải có của câu giải thích", "what its own sentence says"),
                .may("missing", .oneOrMore(.text), "dữ liệu còn thiếu", "facts not known"),
                .may("history", .boolean, "đã thuộc kỳ trước", "whether it is history"),
                .may("level", .text, "mức", "level"),
            ])
    }

    private static var sentence: MappingShape {
        MappingShape(
            "says", "phần của câu giải thích", "part of a sentence",
            Language.allCases.map { .may($0.rawValue, .text, "ngôn ngữ \($0.rawValue)", "in \($0.rawValue)") })
    }

    /// A case of a rule over a register.
    private static var setCase: MappingShape {
        MappingShape(
            "set_case", "ca kiểm thử trên danh sách cơ quan", "case over a register",
            [
                .must("rule", .text, "mã yêu cầu", "id of the rule"),
                .must("name", .text, "tên ca", "name"),
                .must("as_of", .day, "ngày xét", "the day assessed"),
                .may("stated_on", .day, "ngày của danh sách, nếu khác", "another day of the register"),
                .may("set", .entries(.anything), "danh sách được đặt", "lists to set"),
                .may("unset", .list(.text), "danh sách bị bỏ", "lists to leave out"),
                .may("statements", statements, "bản khai khác, theo đường dẫn", "other statements, by path"),
                .may("interpretations", .entries(.text), "cách hiểu được chọn", "readings chosen"),
                .must("expect", .oneOrMore(.mapping("set_expect")), "phát hiện mong đợi", "the findings expected"),
            ])
    }

    private static var setExpectation: MappingShape {
        MappingShape(
            "set_expect", "phát hiện mong đợi trên danh sách", "finding expected over a register",
            [
                .may("occurrence", .day, "kỳ", "occurrence"),
                .may("verdict", .choice(Verdict.self), "kết quả", "verdict"),
                .may("timing", .text, "trạng thái thời hạn", "state of the clock"),
                .may("due", .day, "hạn cuối", "last good day"),
                .may("level", .text, "mức", "level"),
                .may("met", .text, "số đạt, hoặc ít nhất..nhiều nhất", "how many meet it, or least..most"),
                .may("of", .text, "tổng số, hoặc ít nhất..nhiều nhất", "of how many, or least..most"),
                .may("lacking", .text, "số còn thiếu", "how many more are needed"),
                .may("missing", .oneOrMore(.text), "những cơ quan chưa đạt", "those that do not meet it"),
                .may("open", .oneOrMore(.text), "những cơ quan chưa rõ", "those of which it is not known"),
                .may("unlisted", .oneOrMore(.text), "những cơ quan chưa kê hết", "those whose items are not all known"),
                .may("history", .boolean, "đã thuộc kỳ trước", "whether it is history"),
            ])
    }
}
