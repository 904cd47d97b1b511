/// What a file of a rule set looks like (`tuanthu: rules/1`).
extension FormatShape {
    static let rules = FormatShape(
        .rules, LocalizedText(vi: "bộ yêu cầu", en: "rule set"), root: "rules",
        [
            MappingShape(
                "rules", "tệp của một bộ yêu cầu", "file of a rule set",
                [
                    .header(.rules),
                    .may(
                        "set", .mapping("set"), "phần đầu của bộ, chỉ ở một tệp", "the set's header, in one file only"),
                    .may("sources", .entries(.mapping("source")), "các căn cứ, theo mã", "sources, by id"),
                    .may("parameters", .entries(.mapping("parameter")), "các tham số, theo tên", "parameters, by name"),
                    .may(
                        "interpretations", .entries(.mapping("interpretation")),
                        "các điểm văn bản không nói rõ, theo tên",
                        "points on which the law is silent, by name"),
                    .may(
                        "definitions", .entries(.mapping("definition")), "các khái niệm dùng chung, theo tên",
                        "named expressions, by name"),
                    .may("rules", .list(.mapping("rule")), "các yêu cầu", "the rules"),
                    .may(
                        "set_rules", .list(.mapping("set_rule")), "yêu cầu trên nhiều cơ quan", "rules on a portfolio"),
                    .may(
                        "figures", .list(.mapping("figure")), "số liệu của danh sách cơ quan", "counts of a portfolio"),
                    .may(
                        "coverage", .list(.mapping("coverage")), "từng điều, khoản, điểm được xử lý thế nào",
                        "what is made of every article, clause and point"),
                    .may(
                        "checklists", .entries(.mapping("checklist")), "các mục của mẫu kiểm tra, theo mã",
                        "heads of inspection forms, by id"),
                    .may(
                        "inspection", .mapping("inspection"), "cách lập kế hoạch, tiến hành và theo dõi kiểm tra",
                        "how inspections are planned, made and followed"),
                    .may(
                        "retired", .entries(.mapping("retired")), "mã yêu cầu đã bỏ", "ids of rules that are no more"),
                ]),
            set, checklist, head, inspectionScheme, planPart, inspectionPaper, retired, source, window, parameter,
            interpretation, definition, type, citation, rule,
            templates, template,
            grading, coverage,
        ] + obligations + portfolioMappings)

    private static var set: MappingShape {
        MappingShape(
            "set", "phần đầu của bộ yêu cầu", "header of a rule set",
            [
                .must("id", .text, "mã của bộ", "the set's id"),
                .must("version", .text, "phiên bản", "version"),
                .must("title", .localized, "tên bộ", "title"),
                .may("uses", .list(.text), "các bộ có khái niệm được dùng lại", "sets whose definitions are used"),
                .may(
                    "waivable", .boolean, "phát hiện của bộ có được chấp nhận tạm thời không",
                    "whether its findings can be waived"),
                .may("status", .choice(RuleStatus.self), "trạng thái chung của các yêu cầu", "status of its rules"),
                .may(
                    "longest_waiver", .period, "thời gian chấp nhận tạm thời dài nhất", "the longest a waiver may run"),
                .may(
                    "waiver_lead", .period, "báo trước bao lâu khi sắp hết hạn chấp nhận",
                    "how long before its end a waiver is said to end"),
                .may("binds", .expression, "bộ ràng buộc cơ quan nào", "which agencies it binds"),
            ])
    }

    private static var checklist: MappingShape {
        MappingShape(
            "checklist", "mẫu kiểm tra", "inspection form",
            [
                .must("title", .localized, "tên", "title"),
                .must("ref", .mapping("ref"), "viện dẫn", "citation"),
                .must("heads", .list(.mapping("head")), "các mục", "its heads"),
            ])
    }

    private static var head: MappingShape {
        MappingShape(
            "head", "mục của mẫu kiểm tra", "head of an inspection form",
            [
                .must("id", .text, "mã", "id"),
                .must("title", .localized, "tên", "title"),
                .must("ref", .mapping("ref"), "viện dẫn", "citation"),
                .must("tag", .text, "nhãn của các yêu cầu thuộc mục này", "the tag of its rules"),
            ])
    }

    private static var inspectionScheme: MappingShape {
        MappingShape(
            "inspection", "hoạt động kiểm tra", "inspections",
            [
                .must("profile", .text, "bộ chọn yêu cầu khi không nêu", "profile of a run that names none"),
                .must("checklist", .text, "mã của mẫu kiểm tra", "id of the checklist"),
                .must("inspected", .text, "mã tỷ lệ được kiểm tra", "id of the share inspected in any form"),
                .must("on_site", .text, "mã tỷ lệ được kiểm tra tại trụ sở", "id of the share inspected at the office"),
                .must("corrections", .text, "mã yêu cầu về báo cáo khắc phục", "id of the corrective report's rule"),
                .must("roll_up", .text, "mã yêu cầu về tổng hợp kết quả", "id of the rule on rolling up"),
                .must("sample_of", .text, "khái niệm là danh sách để lấy mẫu", "definition a sample is drawn from"),
                .must("sample_by", .text, "trường để chia đều mẫu", "field the sample is spread by"),
                .must("plan", .list(.mapping("plan_part")), "nội dung của kế hoạch", "contents of a plan"),
                .must("papers", .list(.mapping("inspection_paper")), "tài liệu của hồ sơ", "papers of the file"),
            ])
    }

    private static var planPart: MappingShape {
        MappingShape(
            "plan_part", "nội dung của kế hoạch", "content of a plan",
            [
                .must("content", .text, "mã nội dung", "the choice"),
                .must("ref", .mapping("ref"), "viện dẫn", "citation"),
            ])
    }

    private static var inspectionPaper: MappingShape {
        MappingShape(
            "inspection_paper", "tài liệu của hồ sơ kiểm tra", "paper of the inspection file",
            [
                .must("paper", .text, "mã tài liệu", "the choice"),
                .must("ref", .mapping("ref"), "viện dẫn", "citation"),
                .must("need", .choice(InspectionScheme.Need.self), "khi nào phải có", "when there is one"),
            ])
    }

    private static var retired: MappingShape {
        MappingShape(
            "retired", "mã yêu cầu đã bỏ", "id of a rule that is no more",
            [
                .must("since", .day, "bỏ từ ngày", "since when"),
                .must("version", .text, "từ phiên bản", "since which version"),
                .must("meant", .localized, "yêu cầu cũ nói gì", "what it meant"),
                .may("replaced_by", .oneOrMore(.text), "các yêu cầu thay thế", "what takes its place"),
            ])
    }

    static var source: MappingShape {
        MappingShape(
            "source", "căn cứ", "source",
            [
                .must("class", .choice(SourceClass.self), "loại văn bản, quyết định thứ bậc", "class, which ranks it"),
                .must("short", .localized, "cách viện dẫn", "how it is cited"),
                .must("title", .localized, "tên đầy đủ", "full title"),
                .may("number", .text, "số, ký hiệu", "number as printed"),
                .may("articles", .integer(from: 0, to: nil), "số điều", "how many articles it has"),
                .may("issued", .day, "ngày ban hành", "day of issue"),
                .may("in_force", .mapping("window"), "thời gian có hiệu lực", "when it is in force"),
                .may("checked", .day, "ngày đối chiếu lần cuối", "day it was last checked"),
                .may("under", .text, "căn cứ mà văn bản này dựa vào", "the source that gives it its force"),
                .may("note", .localized, "ghi chú về nguồn đọc", "how its text was read"),
            ])
    }

    static var window: MappingShape {
        MappingShape(
            "window", "khoảng thời gian", "window",
            [
                .may("from", .day, "ngày đầu", "first day"),
                .may("to", .day, "ngày cuối", "last day"),
            ])
    }

    static var parameter: MappingShape {
        MappingShape(
            "parameter", "tham số", "parameter",
            [
                .must("label", .localized, "tên gọi", "what it is"),
                .must("type", .choice(Parameter.Kind.self), "kiểu của giá trị", "type of the value"),
                .must("value", parameterValue, "giá trị", "value"),
                .may("source", .text, "căn cứ đặt ra", "the source that sets it"),
            ])
    }

    /// What a parameter may be; its type is for the loader to say.
    static var parameterValue: ValueShape { .any([.text, .period]) }

    private static var interpretation: MappingShape {
        MappingShape(
            "interpretation", "cách hiểu", "interpretation",
            [
                .must("kind", .choice(InterpretationKind.self), "điểm cần hiểu", "what is to be interpreted"),
                .must("title", .localized, "tên gọi", "title"),
                .must("basis", .localized, "lý do có nhiều cách hiểu", "why it can be read in several ways"),
                .may("choices", .entries(.localized), "các cách hiểu, theo mã", "the readings, by id"),
                .must("default", .text, "cách hiểu dùng khi không chọn", "the reading taken where none is chosen"),
            ])
    }

    static var definition: MappingShape {
        MappingShape(
            "definition", "khái niệm", "definition",
            [
                .must("label", .localized, "tên gọi", "label"),
                .may("ref", .mapping("ref"), "căn cứ", "citation"),
                .must("type", .any([.text, .mapping("type")]), "kiểu của giá trị", "type of the value"),
                .must("is", .expression, "biểu thức", "expression"),
            ])
    }

    static var type: MappingShape {
        MappingShape(
            "type", "kiểu danh sách", "type of a list",
            [.must("list", .any([.text, .mapping("type")]), "kiểu của từng mục", "type of its items")])
    }

    static var citation: MappingShape {
        MappingShape(
            "ref", "viện dẫn", "citation",
            [
                .must("source", .text, "mã của căn cứ", "id of the source"),
                .may("article", .text, "điều", "article, or clause of a standard"),
                .may("clause", .text, "khoản", "clause"),
                .may("point", .text, "điểm", "point"),
                .may("paragraph", .text, "đoạn không đánh số", "paragraph without a number"),
            ])
    }

    private static var coverage: MappingShape {
        MappingShape(
            "coverage", "cách xử lý một điểm của căn cứ", "what is made of a point of a source",
            [
                .must("ref", .mapping("ref"), "viện dẫn", "citation"),
                .must("disposition", .choice(CoverageDisposition.self), "cách xử lý", "disposition"),
                .may("by", .list(.text), "các yêu cầu hoặc khái niệm thể hiện", "rules or definitions that carry it"),
                .may("note", .localized, "ghi chú", "note"),
            ])
    }
}
