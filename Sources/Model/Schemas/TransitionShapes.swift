/// What the files of transitions look like: the clauses of editions, and the folder of a transition, read as one.
extension FormatShape {
    static let editions = FormatShape(
        .editions, LocalizedText(vi: "các phiên bản tiêu chuẩn", en: "editions of the standard"), root: "editions",
        [
            MappingShape(
                "editions", "các phiên bản tiêu chuẩn", "editions of the standard",
                [
                    .header(.editions),
                    .may("editions", .entries(.mapping("edition")), "các phiên bản, theo mã", "the editions, by id"),
                ]),
            MappingShape(
                "edition", "phiên bản", "edition",
                [
                    .must("label", .localized, "tên gọi", "label"),
                    .must("status", .choice(RuleStatus.self), "trạng thái", "status"),
                    .may("published", .mapping("edition_date"), "công bố", "its publication"),
                    .may("withdrawn", .mapping("edition_date"), "hủy bỏ", "its withdrawal"),
                    .may("adopted_as", .mapping("adoption"), "tiêu chuẩn quốc gia tương ứng", "its national adoption"),
                    .must("titles", .mapping("titles"), "tên điều được đọc ở đâu", "how the titles were read"),
                    .may("clauses", .entries(.mapping("clause")), "các điều, theo số", "its clauses, by number"),
                ]),
            MappingShape(
                "titles", "tên điều được đọc ở đâu", "how titles were read",
                [
                    .must("vi", .choice(Confidence.self), "tên tiếng Việt", "the Vietnamese ones"),
                    .must("en", .choice(Confidence.self), "tên tiếng Anh", "the English ones"),
                ]),
            MappingShape(
                "clause", "điều của tiêu chuẩn", "clause",
                [
                    .must("vi", .text, "tên tiếng Việt", "Vietnamese title"),
                    .must("en", .text, "tên tiếng Anh", "English title"),
                    .may("named", .boolean, "tiêu chuẩn có đặt tên không", "whether the standard gives it a title"),
                ]),
            MappingShape("edition_date", "ngày của phiên bản", "a date of the edition", editionDate),
            MappingShape(
                "adoption", "tiêu chuẩn quốc gia tương ứng", "national adoption",
                [.may("number", .text, "số hiệu", "its number")] + editionDate
                    + [.may("by", .text, "văn bản công bố", "by which document")]),
        ])

    private static var editionDate: [KeyShape] {
        [
            .may("date", .date, "ngày", "date"),
            .may("confidence", .choice(Confidence.self), "mức tin cậy", "how it was read"),
            .may("note", .localized, "ghi chú", "note"),
        ]
    }

    static let transition = FormatShape(
        .transition, LocalizedText(vi: "chuyển đổi phiên bản", en: "transition"), root: "transition_file",
        [
            MappingShape(
                "transition_file", "tệp của một bảng chuyển đổi", "file of a transition", transitionParts),
            transitionHeader, row("leaving_row", .leaving), row("entering_row", .entering), documentRow,
            documentClauses, step, work, oneWay, gates, milestone, roadmapTemplate, templateMilestone, declarable,
            agencyClass, editionWindow, source, window, parameter, definition, type, citation,
        ])

    private static var transitionParts: [KeyShape] {
        [
            .header(.transition),
            .may("transition", .mapping("transition"), "phần đầu, chỉ ở một tệp", "the header, in one file only"),
            .may("leaving", .list(.mapping("leaving_row")), "các điều rời đi", "the clauses left"),
            .may("entering", .list(.mapping("entering_row")), "các điều chuyển sang", "the clauses entered"),
            .may("documents", .list(.mapping("document_row")), "các loại tài liệu", "kinds of documents"),
            .may("steps", .list(.mapping("step")), "các bước, theo thứ tự", "the steps, in order"),
            .may("sources", .entries(.mapping("source")), "các căn cứ, theo mã", "sources, by id"),
            .may("parameters", .entries(.mapping("parameter")), "các tham số, theo tên", "parameters, by name"),
            .may(
                "definitions", .entries(.mapping("definition")), "các khái niệm dùng chung, theo tên",
                "named expressions, by name"),
            .may("no_source", .list(.text), "điều mới không có nguồn", "clauses entered without a counterpart"),
            .may("not_named", .list(.text), "điều cũ không được nêu", "clauses left that none names"),
            .may("one_way", .mapping("one_way"), "cặp chỉ nêu một chiều", "pairs named on one side only"),
            .may("work", .list(.mapping("work")), "mức công việc", "classes of work"),
            .may("gates", .mapping("gates"), "điều kiện hoàn thành", "what has to hold to be complete"),
            .may("checks", .list(.text), "yêu cầu được soát thêm", "further rules looked at"),
            .may("milestones", .list(.mapping("milestone")), "các mốc chung", "public milestones"),
            .may("roadmap", .mapping("roadmap"), "lộ trình đề xuất", "the roadmap it proposes"),
            .may("declarable", .mapping("declarable"), "phiên bản được công bố", "which edition may be declared"),
            .may("plans", .expression, "kế hoạch được tính", "the plans that count"),
        ]
    }

    private static var transitionHeader: MappingShape {
        MappingShape(
            "transition", "phần đầu của bảng chuyển đổi", "header of a transition",
            [
                .must("id", .text, "mã, là tên thư mục", "id, the folder's name"),
                .must("version", .text, "phiên bản", "version"),
                .must("title", .localized, "tên", "title"),
                .must("leaves", .text, "phiên bản rời đi", "the edition left"),
                .must("enters", .text, "phiên bản chuyển sang", "the edition entered"),
                .may("counts_as_entered", .list(.text), "phiên bản cũng được tính", "editions that count as entered"),
                .may("uses", .list(.text), "các bộ được dùng", "sets it uses"),
                .must("status", .choice(RuleStatus.self), "trạng thái", "status"),
                .must("dispositions", .choice(Provenance.self), "cách đọc bảng", "how its dispositions were read"),
                .must("durations", .choice(Provenance.self), "cách đọc thời lượng", "how its durations were read"),
                .may("due", .text, "yêu cầu đặt hạn", "the rule that sets its term"),
                .must("declared_by", .text, "bước công bố", "the step by which it is declared"),
                .may("basis", .list(.mapping("ref")), "căn cứ", "citations"),
                .may("note", .localized, "ghi chú", "note"),
            ])
    }

    private static func row(_ id: String, _ side: TransitionSide) -> MappingShape {
        MappingShape(
            id, "dòng của bảng đối chiếu", "row of a table of clauses",
            [
                .must("clause", .text, "điều", "clause"),
                .must(side.counterpartKey, .list(.text), "các điều tương ứng", "its counterparts"),
                .must("disposition", .choice(Disposition.self), "điều này ra sao", "what becomes of it"),
                .may("ground", .choice(KeptGround.self), "vì sao giữ nguyên", "why it is kept"),
                .must("basis", .text, "căn cứ", "source"),
                .must("confidence", .choice(Confidence.self), "mức tin cậy", "how it was read"),
                .must("carry", .choice(CarryPolicy.self), "được dùng lại gì", "what carries over"),
                .may("note", .localized, "ghi chú", "note"),
            ])
    }

    private static var documentRow: MappingShape {
        MappingShape(
            "document_row", "loại tài liệu", "kind of document",
            [
                .must("document", .text, "loại tài liệu", "kind of document"),
                .must("change", .choice(DocumentChange.self), "việc phải làm", "what is to be done"),
                .may("may_stay", .boolean, "có được giữ lại không", "whether it may stay"),
                .must("required", .choice(DocumentNeed.self), "có bắt buộc không", "whether it is required"),
                .must("clauses", .mapping("document_clauses"), "các điều liên quan", "the clauses it serves"),
                .must("reason", .localized, "lý do", "reason"),
                .must("effort", .choice(Effort.self), "khối lượng", "effort"),
                .must("owner", .text, "người thực hiện", "who does it"),
                .must("basis", .text, "căn cứ", "source"),
                .must("confidence", .choice(Confidence.self), "mức tin cậy", "how it was read"),
            ])
    }

    private static var documentClauses: MappingShape {
        MappingShape(
            "document_clauses", "các điều liên quan", "clauses a document serves",
            [
                .may("from", .list(.text), "của phiên bản cũ", "of the edition left"),
                .may("to", .list(.text), "của phiên bản mới", "of the edition entered"),
            ])
    }

    private static var step: MappingShape {
        MappingShape(
            "step", "bước chuyển đổi", "step",
            [
                .must("id", .text, "mã", "id"),
                .must("label", .localized, "tên gọi", "label"),
                .must("done", .expression, "ngày đã thực hiện", "the day it was done"),
                .may("needed", .expression, "cần khi", "when it is needed"),
                .may("continuing", .boolean, "là việc thường xuyên", "whether it goes on"),
                .may("after", .list(.text), "sau các bước", "the steps it follows"),
                .must("order", .choice(Provenance.self), "cách đọc thứ tự", "how its order was read"),
                .may("takes", .period, "thời gian ít nhất", "the least time it takes"),
                .must("owner", .text, "người thực hiện", "who does it"),
                .may("evidence", .list(.text), "bằng chứng thường có", "usual evidence"),
                .may("ref", .mapping("ref"), "viện dẫn", "citation"),
                .must("provenance", .choice(Provenance.self), "cách đọc căn cứ", "how its source was read"),
                .may("note", .localized, "ghi chú", "note"),
            ])
    }

    private static var work: MappingShape {
        MappingShape(
            "work", "mức công việc", "class of work",
            [
                .must("id", .text, "mã", "id"),
                .must("label", .localized, "tên gọi", "label"),
                .must("text", .localized, "nội dung", "what it is"),
                .must("when", .expression, "khi", "when"),
                .must("basis", .text, "căn cứ", "source"),
                .must("confidence", .choice(Confidence.self), "mức tin cậy", "how it was read"),
            ])
    }

    private static var oneWay: MappingShape {
        MappingShape(
            "one_way", "cặp chỉ nêu một chiều", "pairs named on one side only",
            TransitionSide.allCases.map { side in
                .may(side.rawValue, .list(.list(.text)), "ở bảng “\(side.rawValue)”", "in the table “\(side.rawValue)”")
            })
    }

    private static var gates: MappingShape {
        MappingShape(
            "gates", "điều kiện hoàn thành", "gates",
            Gate.allCases.map { gate in
                .may(gate.rawValue, .list(.text), "các yêu cầu (\(gate.rawValue))", "the rules (\(gate.rawValue))")
            })
    }

    private static var milestone: MappingShape {
        MappingShape(
            "milestone", "mốc chung", "public milestone",
            [
                .must("date", .day, "ngày", "day"),
                .must("label", .localized, "tên gọi", "label"),
                .must("binds", .choice(MilestoneScope.self), "ràng buộc ai", "whom it binds"),
                .must("basis", .text, "căn cứ", "source"),
                .must("confidence", .choice(Confidence.self), "mức tin cậy", "how it was read"),
            ])
    }

    private static var roadmapTemplate: MappingShape {
        MappingShape(
            "roadmap", "lộ trình đề xuất", "proposed roadmap",
            [
                .must("title", .localized, "tên", "title"),
                .must("basis", .text, "căn cứ", "source"),
                .must("confidence", .choice(Confidence.self), "mức tin cậy", "how it was read"),
                .may("milestones", .list(.mapping("template_milestone")), "các mốc", "its milestones"),
            ])
    }

    private static var templateMilestone: MappingShape {
        MappingShape(
            "template_milestone", "mốc của lộ trình đề xuất", "milestone of the proposed roadmap",
            [
                .may("steps", .list(.text), "các bước", "its steps"),
                .must("title", .localized, "tên", "title"),
                .must("owner", .text, "người thực hiện", "who does it"),
            ])
    }

    private static var declarable: MappingShape {
        MappingShape(
            "declarable", "phiên bản được công bố", "which edition may be declared",
            [
                .may("classes", .list(.mapping("class")), "các loại cơ quan", "classes of agencies"),
                .may("windows", .list(.mapping("edition_window")), "các khoảng thời gian", "its windows"),
                .may("note", .localized, "ghi chú", "note"),
            ])
    }

    private static var agencyClass: MappingShape {
        MappingShape(
            "class", "loại cơ quan", "class of agencies",
            [
                .must("id", .text, "mã", "id"),
                .must("label", .localized, "tên gọi", "label"),
                .must("text", .localized, "nội dung", "what it is"),
                .must("when", .expression, "khi", "when"),
                .may("settled", .expression, "rõ ràng từ ngày", "since when it is settled"),
            ])
    }

    private static var editionWindow: MappingShape {
        MappingShape(
            "edition_window", "khoảng thời gian của phiên bản", "window of an edition",
            [
                .must("edition", .text, "phiên bản", "edition"),
                .may("classes", .list(.text), "loại cơ quan", "classes of agencies"),
                .may("from", .expression, "từ ngày", "first day"),
                .may("before", .expression, "trước ngày", "the first day that is too late"),
                .must("ref", .mapping("ref"), "viện dẫn", "citation"),
                .must("provenance", .choice(Provenance.self), "cách đọc căn cứ", "how its source was read"),
                .may("note", .localized, "ghi chú", "note"),
            ])
    }
}
