/// What rules on a portfolio and its figures look like.
extension FormatShape {
    static var portfolioMappings: [MappingShape] {
        let rule: [KeyShape] = [
            .must("id", .text, "mã", "id"),
            .must("ref", .mapping("ref"), "căn cứ", "citation"),
            .may("also", .list(.mapping("ref")), "căn cứ khác", "further citations"),
            .must("title", .localized, "tên", "title"),
            .must("text", .localized, "nội dung", "what is required"),
            .must("over", .choice(SetRuleSubject.self), "tính trên", "what it is over"),
            .may("verdicts", .entries(.text), "tên cho kết quả của yêu cầu", "names for the verdicts of rules"),
            .may("each", .itemPattern, "với từng mục", "each item"),
            .must("counts", .localized, "đếm cái gì", "what is counted"),
            .may("applies", .expression, "áp dụng khi", "when it applies"),
            .may("of", .expression, "tính những đơn vị nào", "which are counted"),
            .must("obligation", .mapping("quota"), "tỷ lệ phải đạt", "the share asked for"),
            .may("force", .choice(Force.self), "bắt buộc hay khuyến khích", "binding or recommended"),
            .must("remedy", .localized, "việc cần làm", "what to do"),
            .may("readings", .list(.text), "các cách hiểu có ảnh hưởng", "interpretations it depends on"),
            .may("in_force", .mapping("window"), "thời gian có hiệu lực", "when it is in force"),
            .must("provenance", .choice(Provenance.self), "cách đọc căn cứ", "how its source was read"),
            .may("status", .choice(RuleStatus.self), "trạng thái", "status"),
            .may("tags", .oneOrMore(.text), "nhãn", "tags"),
        ]
        let figure: [KeyShape] = [
            .must("id", .text, "mã", "id"),
            .must("ref", .mapping("ref"), "căn cứ", "citation"),
            .must("title", .localized, "tên", "title"),
            .must("over", .choice(SetRuleSubject.self), "tính trên", "what it is over"),
            .may("per", .choice(FigurePeriod.self), "số liệu của cả năm", "told of the whole year"),
            .may("each", .itemPattern, "với từng mục", "each item"),
            .must("counts", .localized, "đếm cái gì", "what is counted"),
            .may("of", .expression, "tính những đơn vị nào", "which are counted"),
            .must("by", .expression, "chia theo", "what it is told by"),
            .must("provenance", .choice(Provenance.self), "cách đọc căn cứ", "how its source was read"),
        ]
        return [
            MappingShape("set_rule", "yêu cầu trên nhiều cơ quan", "rule on a portfolio", rule),
            MappingShape("figure", "số liệu", "figure", figure), quota,
        ]
    }

    /// A share: of a state, by a date, or in every window; the acts that count stand beside a clock only.
    private static var quota: MappingShape {
        MappingShape(
            "quota", "tỷ lệ phải đạt", "share asked for",
            [
                .must("kind", .constant("quota"), "kiểu", "kind"),
                .must("share", .text, "tỷ lệ", "share"),
                .may("leads", .list(.period), "nhắc trước bao lâu", "how long ahead to remind"),
                .may("met", .expression, "đạt khi", "when it is met"),
                .may("before", .expression, "trước ngày", "the first day that is too late"),
                .may("by", .expression, "chậm nhất ngày", "the last good day"),
                .may("per", .choice(WindowName.self), "trong mỗi", "in every"),
                .may("since", .expression, "tính từ ngày", "the day it runs from"),
                .may("done", .expression, "ngày đã thực hiện", "the day it was done"),
                .may("events", .itemPattern, "các lần thực hiện", "the acts that count"),
                .may("on", .expression, "ngày của từng lần", "the day of each act"),
                .may("where", .expression, "lần nào được tính", "which acts count"),
            ]
        )
        .exactlyOne(of: "met", "before", "by", "per")
        .with("per", onlyBeside: "since")
        .with("events", onlyBeside: "on").with("on", onlyBeside: "events").with("where", onlyBeside: "events")
    }
}
