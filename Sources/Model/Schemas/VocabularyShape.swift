/// What a file of the vocabulary looks like (`tuanthu: vocabulary/1`).
extension FormatShape {
    static let vocabulary = FormatShape(
        .vocabulary, LocalizedText(vi: "danh mục thông tin", en: "vocabulary"), root: "vocabulary",
        [
            MappingShape(
                "vocabulary", "tệp của danh mục thông tin", "file of the vocabulary",
                [
                    .header(.vocabulary),
                    .may("respondents", .entries(.localized), "người trả lời, theo mã", "who can answer, by id"),
                    .may("documents", .entries(.localized), "loại bằng chứng, theo mã", "kinds of evidence, by id"),
                    .may(
                        "choices", .entries(.entries(.localized)), "các danh sách lựa chọn", "closed lists of choices"),
                    .may("records", .entries(.mapping("record")), "các nhóm dữ liệu, theo mã", "records, by id"),
                    .may("facts", .entries(.mapping("field")), "các dữ liệu gốc của bản khai", "a statement's roots"),
                    .may(
                        "register", .entries(.mapping("field")), "các dữ liệu gốc của danh sách cơ quan",
                        "a register's roots"),
                ]),
            MappingShape(
                "record", "nhóm dữ liệu", "record",
                [
                    .must("label", .localized, "tên gọi", "label"),
                    .may("key", .oneOrMore(.text), "dữ liệu để nhận biết một mục", "fields an item is known by"),
                    .may(
                        "date", .oneOrMore(.text), "dữ liệu đặt mục vào thời gian", "the field that places it in time"),
                    .must("fields", .entries(.mapping("field")), "các dữ liệu", "its fields"),
                ]),
            field,
        ])

    /// A field: what its type is of stands beside it where the type needs it.
    private static var field: MappingShape {
        let keys: [KeyShape] = [
            .must("type", .choice(VocabularyNames.types), "kiểu", "type"),
            .must("label", .localized, "tên gọi, là một cụm danh từ", "label, a noun phrase"),
            .must("question", .localized, "câu hỏi", "question"),
            .may("respondent", .oneOrMore(.text), "người trả lời", "who can answer"),
            .may("evidence", .oneOrMore(.text), "bằng chứng thường có", "usual evidence"),
            .may("required", .boolean, "thiếu thì không hiểu được", "whether nothing is understood without it"),
            .may("varies", .boolean, "thay đổi theo thời gian", "whether it changes over time"),
            .may("stale_after", .period, "sau bao lâu thì coi là cũ", "how long it keeps"),
            .may(
                "none_where", .entries(.text), "không có khi dữ liệu khác nói vậy", "none where another field says so"),
        ]
        let noRole = KeyShape.may("role", .nothing, "không dùng ở đây", "of no use here")
        let noParts = KeyShape.may("of", .nothing, "không dùng ở đây", "of no use here")
        let role = KeyShape.may("role", .choice(DateRole.self), "ngày này nói gì", "what a date says")
        let of = KeyShape.must("of", .text, "danh sách lựa chọn, nhóm dữ liệu hoặc text", "choice list, record or text")
        return MappingShape("field", "dữ liệu", "field", keys)
            .deciding(
                by: "type",
                VocabularyNames.types.map { type in
                    switch type {
                    case "choice", "record", "list": (type, [of, noRole])
                    case "date": (type, [noParts, role])
                    default: (type, [noParts, noRole])
                    }
                })
    }
}
