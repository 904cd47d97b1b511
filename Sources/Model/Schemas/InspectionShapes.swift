/// What inspection records and campaigns look like.
extension FormatShape {
    static let inspection = FormatShape(
        .inspection, LocalizedText(vi: "biên bản kiểm tra", en: "inspection record"), root: "inspection",
        [
            MappingShape(
                "inspection", "biên bản kiểm tra", "inspection record",
                [
                    .header(.inspection),
                    .must("agency", .text, "mã cơ quan được kiểm tra", "code of the agency"),
                    .may("form", .choice(InspectionForm.self), "hình thức kiểm tra", "form of the inspection"),
                    .may("planned", .boolean, "có trong kế hoạch của năm", "whether the year's plan has it"),
                    .may("held_on", .date, "thời gian kiểm tra", "when it was made"),
                    .may("period", .mapping("period_of_days"), "thời kỳ kiểm tra", "the period judged"),
                    .must("signed_on", .day, "ngày ký biên bản", "the day the record was signed"),
                    .may("record", .text, "số biên bản", "number of the record"),
                    .may("inspecting_unit", .text, "đơn vị kiểm tra", "the inspecting unit"),
                    .may("team_leader", .text, "trưởng đoàn", "leader of the team"),
                    .may("decision", .text, "số quyết định kiểm tra", "number of the inspection decision"),
                    .may("result", .choice(InspectionResult.self), "kết luận chung", "conclusion of the whole"),
                    .may("rating", .text, "xếp loại của tỉnh", "the province's own rating"),
                    .may("heads", .list(.mapping("heads")), "kết luận từng nội dung", "conclusion on each head"),
                    .may("not_met", .list(.mapping("not_met")), "điểm chưa đáp ứng", "points not met"),
                    .may("to_note", .list(.mapping("to_note")), "điểm lưu ý", "points to note"),
                    .may("fix_by", .day, "ngày phải khắc phục xong theo văn bản", "day the unit's letter asks for"),
                    .may("corrections", .list(.mapping("corrections")), "báo cáo khắc phục", "corrective reports"),
                    .may("rechecks", .list(.mapping("rechecks")), "lần kiểm tra lại", "later looks at the effect"),
                    .may("papers", .list(.mapping("papers")), "tài liệu được lưu", "papers kept"),
                    .may("verifies", .list(.mapping("verifies")), "dữ liệu đã xác minh", "facts that were seen"),
                    .may(
                        "contradicts", .list(.mapping("contradicts")), "dữ liệu không đúng", "facts found otherwise"),
                ]),
            MappingShape(
                "period_of_days", "thời kỳ", "period",
                [.must("from", .day, "từ ngày", "first day"), .must("to", .day, "đến ngày", "last day")]),
            MappingShape(
                "heads", "kết luận về một nội dung", "conclusion on a head",
                [
                    .must("head", .text, "mã nội dung, như 36.1.a", "the head, such as 36.1.a"),
                    .may("conclusion", .choice(HeadAnswer.self), "kết luận", "conclusion"),
                    .may("says", .text, "lời của đoàn kiểm tra", "the inspectors' words"),
                ]),
            MappingShape("not_met", "điểm chưa đáp ứng", "point not met", point),
            MappingShape("to_note", "điểm lưu ý", "point to note", point),
            MappingShape(
                "corrections", "báo cáo khắc phục", "corrective report",
                [
                    .may("report", .text, "số báo cáo", "number of the report"),
                    .must("reported_on", .day, "ngày báo cáo", "its day"),
                    .may("action", .choice(CorrectiveAction.self), "đã thực hiện hay đề xuất", "taken or proposed"),
                    points,
                    .may("replies", .list(.mapping("replies")), "trả lời của đơn vị kiểm tra", "the unit's replies"),
                ]),
            MappingShape(
                "replies", "trả lời của đơn vị kiểm tra", "reply of the inspecting unit",
                [
                    .may("letter", .text, "số văn bản", "number of the letter"),
                    .must("replied_on", .day, "ngày văn bản", "its day"),
                    .must("accepted", .boolean, "có chấp nhận hành động khắc phục không", "whether it accepts"),
                    points,
                    .may("again_by", .day, "ngày phải báo cáo lại theo văn bản", "day it asks for another report"),
                ]),
            MappingShape(
                "rechecks", "lần kiểm tra lại", "later look at the effect",
                [
                    .must("rechecked_on", .day, "ngày kiểm tra lại", "its day"),
                    .may("record", .text, "số biên bản của lần đó", "number of that inspection's record"),
                    points,
                    .must("effective", .boolean, "khắc phục có hiệu lực không", "whether it is effective"),
                    .may("says", .text, "lời của đoàn kiểm tra", "the inspectors' words"),
                ]),
            MappingShape(
                "papers", "tài liệu của hồ sơ kiểm tra", "paper of the inspection file",
                [
                    .must("paper", .text, "loại tài liệu", "kind of paper"),
                    .may("ref", .text, "số, ký hiệu", "its number"),
                    .may("dated", .date, "ngày tài liệu", "its date"),
                    .may("file", .text, "tệp", "the file it lies in"),
                    .may("arose", .boolean, "có phát sinh không", "whether there was one at all"),
                ]),
            MappingShape("verifies", "dữ liệu đã xác minh", "fact that was seen", inspectedFact),
            MappingShape(
                "contradicts", "dữ liệu không đúng", "fact found otherwise",
                inspectedFact + [
                    .may("found", .text, "giá trị thấy được", "what was found"),
                    .may("says", .text, "lời của đoàn kiểm tra", "the inspectors' words"),
                    .may("head", .text, "thuộc nội dung kiểm tra nào", "the head it was found under"),
                ]),
        ])

    private static var inspectedFact: [KeyShape] {
        [
            .must("fact", .text, "đường dẫn của dữ liệu", "path of the fact"),
            .may("item", .text, "mục của danh sách", "item of the list"),
        ]
    }

    private static var point: [KeyShape] {
        [
            .must("id", .text, "số thứ tự trong biên bản", "its number in the record"),
            .may("head", .text, "thuộc nội dung kiểm tra nào", "the head it is under"),
            .must("says", .text, "lời của biên bản", "what the record says"),
        ]
    }

    private static var points: KeyShape {
        .may("points", .list(.text), "các điểm có liên quan; để trống là tất cả", "the points; all where left out")
    }

    static let campaign = FormatShape(
        .campaign, LocalizedText(vi: "đợt kiểm tra của năm", en: "campaign"), root: "campaign",
        [
            MappingShape(
                "campaign", "đợt kiểm tra của năm", "campaign",
                [
                    .header(.campaign),
                    .must("year", .integer(from: 1, to: 9999), "năm", "year"),
                    .may("portfolio", .text, "mã danh sách cơ quan", "code of the register"),
                    .may("name", .text, "tên gọi", "what it is called"),
                    .may("drafted_on", .day, "ngày dự thảo", "the day it was drafted"),
                    .may("plan", .text, "số kế hoạch đã phê duyệt", "number of the approved plan"),
                    .may("approved_on", .date, "ngày phê duyệt", "when it was approved"),
                    .may("approved_by", .text, "người phê duyệt", "who approved it"),
                    .may("inspecting_unit", .text, "đơn vị kiểm tra", "the inspecting unit"),
                    .may("helping_units", .oneOrMore(.text), "đơn vị phối hợp", "units that help"),
                    .may("cost", .integer(from: 0, to: nil), "kinh phí chung, đồng", "whole cost in đồng"),
                    .may("visits", .list(.mapping("visits")), "các cuộc kiểm tra dự kiến", "visits planned"),
                    .may("ratings", .list(.mapping("ratings")), "xếp loại của tỉnh", "the province's own ratings"),
                    .may("reported", .list(.mapping("reported")), "số liệu được đưa tin", "figures as reported"),
                ]),
            MappingShape(
                "visits", "cuộc kiểm tra dự kiến", "visit planned",
                [
                    .must("unit", .text, "mã cơ quan", "code of the unit"),
                    .may("form", .choice(InspectionForm.self), "hình thức", "form"),
                    .may("expected", .date, "thời gian dự kiến", "when it is expected"),
                    .may("cost", .integer(from: 0, to: nil), "kinh phí, đồng", "cost in đồng"),
                    .may("reason", .text, "lý do chọn", "why it was chosen"),
                ]),
            MappingShape(
                "ratings", "xếp loại của tỉnh", "the province's own rating",
                [
                    .must("by", .text, "ai xếp loại", "who rated"),
                    .may("date", .date, "thời gian", "when"),
                    .may("source", .text, "đọc ở đâu", "where it was read"),
                    .may("total", .integer(from: 0, to: nil), "tổng số cơ quan được xếp loại", "agencies rated"),
                    .must("grades", .list(.mapping("grades")), "các mức", "the steps of the scale"),
                ]),
            MappingShape(
                "grades", "mức xếp loại", "step of the scale",
                [
                    .must("grade", .text, "tên mức", "what it is called"),
                    .must(
                        "count", .any([.integer(from: 0, to: nil), .text]), "số cơ quan, hoặc lời", "how many, or words"
                    ),
                    .may("printed", .text, "tỷ lệ như đã in", "the share as printed"),
                ]),
            MappingShape(
                "reported", "số liệu được đưa tin", "figure as reported",
                [
                    .must("what", .text, "đếm gì", "what was counted"),
                    .must(
                        "count", .any([.integer(from: 0, to: nil), .text]), "bao nhiêu, hoặc lời", "how many, or words"),
                    .may("form", .choice(InspectionForm.self), "hình thức kiểm tra", "form of the inspection"),
                    .may("date", .date, "thời điểm", "when"),
                    .may("source", .text, "đọc ở đâu", "where it was read"),
                ]),
        ])
}
