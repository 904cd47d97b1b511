/// What the files beside statements and rule sets look like: profiles, rule tests, inspections, days off, roadmaps.
extension FormatShape {
    static let profile = FormatShape(
        .profile, LocalizedText(vi: "hồ sơ chọn yêu cầu", en: "profile"), root: "profile",
        [
            MappingShape(
                "profile", "hồ sơ chọn yêu cầu", "profile",
                [
                    .header(.profile),
                    .must("id", .text, "mã", "id"),
                    .must("title", .localized, "tên", "title"),
                    .may("default", .boolean, "dùng khi không chọn", "whether it is taken where none is named"),
                    .may("for_portfolios", .boolean, "dùng cho danh sách cơ quan", "whether it is for portfolios"),
                    .may("select", .list(.text), "yêu cầu được chọn", "rules it selects"),
                    .may("exclude", .list(.text), "yêu cầu bỏ ra", "rules it leaves out"),
                    .may(
                        "grades", .entries(.any([.constant("none"), .mapping("grade")])),
                        "mức thay cho mức của yêu cầu",
                        "grades in place of a rule's own"),
                    .may(
                        "parameters", .entries(parameterValue), "giá trị thay cho tham số",
                        "values in place of parameters'"),
                    .may("interpretations", .entries(.text), "cách hiểu được chọn", "readings it chooses"),
                ]), grading,
        ])

    static let holidays = FormatShape(
        .holidays, LocalizedText(vi: "ngày nghỉ của một năm", en: "days off of a year"), root: "holidays",
        [MappingShape("holidays", "ngày nghỉ của một năm", "days off of a year", [.header(.holidays)] + yearKeys)]
            + holidayMappings)

    static var yearKeys: [KeyShape] {
        [
            .must("year", .integer(from: 1, to: 9999), "năm", "year"),
            .must("source", .text, "văn bản quy định", "the document that sets them"),
            .may("note", .text, "ghi chú", "note"),
            .must("days_off", .list(.mapping("days_off")), "các ngày nghỉ", "days off"),
            .may("working_days", .list(.mapping("working_days")), "ngày làm bù", "days worked in exchange"),
        ]
    }

    static var holidayMappings: [MappingShape] {
        [
            MappingShape(
                "days_off", "ngày nghỉ", "days off",
                [
                    .must("date", .text, "ngày, hoặc ngày đầu/ngày cuối", "a day, or the first and last with a stroke"),
                    .must("name", .text, "dịp nghỉ", "what for"),
                ]),
            MappingShape(
                "working_days", "ngày làm bù", "day worked in exchange",
                [.must("date", .day, "ngày", "day"), .may("for", .day, "bù cho ngày nghỉ", "the day off it is for")]),
        ]
    }

    static let waivers = FormatShape(
        .waivers, LocalizedText(vi: "chấp nhận tạm thời", en: "waivers"), root: "waivers",
        [
            MappingShape(
                "waivers", "chấp nhận tạm thời", "waivers",
                [
                    .header(.waivers),
                    .must("waivers", .list(.mapping("waiver")), "các phát hiện được chấp nhận", "findings accepted"),
                ]),
            MappingShape(
                "waiver", "phát hiện được chấp nhận tạm thời", "finding accepted for a time",
                [
                    .must("rule", .text, "mã yêu cầu", "id of the rule"),
                    .must("agency", .text, "mã cơ quan", "code of the agency"),
                    .may("item", .text, "mục", "item"),
                    .must("reason", .text, "lý do", "reason"),
                    .must("authority", .text, "người hoặc cơ quan chấp nhận", "who accepts it"),
                    .must("document", .text, "số văn bản", "number of the document"),
                    .must("dated", .day, "ngày văn bản", "its date"),
                    .must("until", .day, "chấp nhận đến hết ngày", "the last day it holds"),
                ]),
        ])

    /// The configuration of a program that knows these words.
    static func config(thresholds: [String], formats: [String], colors: [String]) -> FormatShape {
        let report = "^(\(formats.joined(separator: "|")))(=.+)?$"
        return FormatShape(
            .config, LocalizedText(vi: "cấu hình", en: "configuration"), root: "config",
            [
                MappingShape(
                    "config", "cấu hình", "configuration",
                    [
                        .header(.config),
                        .may("paths", .oneOrMore(.text), "bản khai và thư mục", "statements and folders"),
                        .may("rules", .text, "thư mục bộ yêu cầu", "folder of rules"),
                        .may("profile", .text, "bộ chọn yêu cầu", "profile"),
                        .may("select", .oneOrMore(.text), "yêu cầu được chọn", "rules selected"),
                        .may("ignore", .oneOrMore(.text), "yêu cầu bỏ ra", "rules left out"),
                        .may("interpretations", .entries(.text), "cách hiểu được chọn", "readings chosen"),
                        .may("parameters", .entries(parameterValue), "giá trị của tham số", "values of parameters"),
                        .may(
                            "grades", .entries(.any([.constant("none"), .mapping("grade")])),
                            "mức thay cho mức của yêu cầu",
                            "grades in place of a rule's own"),
                        .may("holidays", .oneOrMore(.text), "tệp ngày nghỉ", "files of days off"),
                        .may("waivers", .oneOrMore(.text), "tệp chấp nhận tạm thời", "files of waivers"),
                        .may("baseline", .text, "tệp mốc so sánh", "baseline"),
                        .may(
                            "fail_on", .choice(thresholds), "từ mức nào là không đạt", "from which findings on it fails"
                        ),
                        .may("formats", .oneOrMore(.pattern(report)), "báo cáo được ghi", "reports to write"),
                        .may("lang", .choice(Language.allCases.map(\.rawValue)), "ngôn ngữ", "language"),
                        .may("color", .choice(colors), "khi nào dùng màu", "when to use colours"),
                        .may("verbose", .boolean, "nêu cả phần đáp ứng", "tell also what conforms"),
                        .may(
                            "next_failure", .boolean, "tìm ngày đầu tiên mà lần chạy đang đạt sẽ không đạt",
                            "whether to look for the first day on which a passing run would fail"),
                    ]), grading,
            ])
    }

    /// Roadmaps, whose plan the vocabulary types.
    static func roadmap(_ vocabulary: Vocabulary) -> FormatShape {
        var plan = ValueShape.anything
        if case .list(.record(let record))? = vocabulary.field(at: Roadmap.listPath)?.type {
            plan = .definition("record.\(record)")
        }
        return FormatShape(
            .roadmap, LocalizedText(vi: "lộ trình", en: "roadmap"), root: "roadmap",
            [
                MappingShape(
                    "roadmap", "lộ trình", "roadmap",
                    [
                        .header(.roadmap),
                        .may("agency", .text, "mã cơ quan", "code of the agency"),
                        .must("transition", .text, "mã chuyển đổi", "id of the transition"),
                        .must("drafted_on", .day, "ngày lập", "the day it was drafted"),
                        .must("plan", plan, "kế hoạch và các mốc", "the plan and its milestones"),
                    ])
            ], definitions: StatementSchema(vocabulary).definitions)
    }
}
