/// What one rule looks like.
extension FormatShape {
    static var rule: MappingShape {
        let identification: [KeyShape] = [
            .must("id", .text, "mã, không đổi về sau", "id, never renamed"),
            .must("ref", .mapping("ref"), "căn cứ", "citation"),
            .may("also", .list(.mapping("ref")), "căn cứ khác", "further citations"),
            .must("title", .localized, "tên yêu cầu", "title"),
            .must("text", .localized, "nội dung, bằng lời của bộ yêu cầu", "what is required, in own words"),
            .must("remedy", .localized, "việc cần làm khi chưa đáp ứng", "what to do where it is not met"),
            .must("provenance", .choice(Provenance.self), "cách đọc căn cứ", "how its source was read"),
            .may("status", .choice(RuleStatus.self), "trạng thái", "status"),
            .may("in_force", .mapping("window"), "thời gian có hiệu lực", "when it is in force"),
            .may("waivable", .boolean, "có được chấp nhận tạm thời không", "whether a finding can be waived"),
            .may("tags", .oneOrMore(.text), "nhãn", "tags"),
        ]
        let test: [KeyShape] = [
            .may("each", .itemPattern, "với từng mục của danh sách", "one finding for each item of a list"),
            .may("applies", .expression, "áp dụng khi", "when it applies"),
            .may("conform", .expression, "đáp ứng khi", "when it is met"),
            .may("partial", .expression, "đáp ứng một phần khi", "when it is partly met"),
            .may("obligation", .mapping("obligation"), "nghĩa vụ có thời hạn", "duty with a clock"),
            .may("late", .choice(LateTreatment.self), "thực hiện chậm được coi là", "what lateness is"),
        ]
        let outcome: [KeyShape] = [
            .may("grade", .any([.constant("none"), .mapping("grade")]), "mức của phát hiện", "grade of a finding"),
            .may("force", .choice(Force.self), "bắt buộc hay khuyến khích", "binding or recommended"),
            .may("gate", .choice(Gate.self), "điều kiện hoàn thành chuyển đổi", "what it blocks"),
            .may("evidence", .list(.text), "bằng chứng thường có", "usual evidence"),
            .may("because", .mapping("because"), "câu giải thích riêng, theo kết quả", "own sentences, by verdict"),
            .may("readings", .list(.text), "các cách hiểu có ảnh hưởng", "interpretations it depends on"),
            .may("identity", .list(.expression), "phần thêm vào mã nhận dạng", "what its fingerprint adds"),
        ]
        return MappingShape("rule", "yêu cầu", "rule", identification + test + outcome)
            .exactlyOne(of: "conform", "obligation")
            .with("partial", onlyBeside: "conform")
    }

    static var grading: MappingShape {
        MappingShape(
            "grade", "mức theo kết quả", "grades by verdict",
            [
                .may("nonconform", .choice(Grade.self), "khi không phù hợp", "where it is not met"),
                .may("partial", .choice(Grade.self), "khi phù hợp một phần", "where it is partly met"),
                .may("candidate", .boolean, "mức chỉ là đề xuất", "whether the grade is only proposed"),
            ])
    }

    static var templates: MappingShape {
        MappingShape(
            "because", "câu giải thích theo kết quả", "sentences by verdict",
            Verdict.allCases.map { verdict in
                .may(verdict.rawValue, .mapping("template"), "câu cho kết quả này", "the sentence for this verdict")
            })
    }

    static var template: MappingShape {
        MappingShape(
            "template", "câu có biểu thức trong ngoặc nhọn", "sentence with expressions in braces",
            [
                .must("vi", .text, "câu tiếng Việt", "the Vietnamese sentence"),
                .must("en", .text, "câu tiếng Anh", "the English sentence"),
            ])
    }
}

/// What an obligation looks like, by its kind.
extension FormatShape {
    static var obligations: [MappingShape] {
        let common: [KeyShape] = [
            .must("kind", .choice(ObligationReader.KindName.self), "kiểu thời hạn", "kind of clock"),
            .may("done", .expression, "ngày đã thực hiện", "the day it was done"),
            .may("events", .itemPattern, "các lần thực hiện", "the acts that count"),
            .may("on", .expression, "ngày của từng lần", "the day of each act"),
            .may("where", .expression, "lần nào được tính", "which acts count"),
            .may("directed", .list(.mapping("directed")), "mốc của cơ quan khác", "other authorities' dates"),
            .may("leads", .list(.period), "nhắc trước bao lâu", "how long ahead to remind"),
        ]
        let obligation = MappingShape("obligation", "nghĩa vụ", "obligation", common)
            .exactlyOne(of: "done", "events")
            .with("events", onlyBeside: "on").with("on", onlyBeside: "events").with("where", onlyBeside: "events")
            .deciding(by: "kind", ObligationReader.KindName.self) { keys(of: $0) }
        return [obligation, directed]
    }

    private static func keys(of kind: ObligationReader.KindName) -> [KeyShape] {
        let event = KeyShape.must("of", .expression, "ngày của sự kiện", "the day of the event")
        let period = KeyShape.must("period", .any([.expression, .period]), "thời hạn", "how long")
        let since = KeyShape.must("since", .expression, "tính từ ngày", "the day it runs from")
        switch kind {
        case .before: return [.must("date", .expression, "trước ngày", "the first day that is too late")]
        case .by: return [.must("date", .expression, "chậm nhất ngày", "the last good day")]
        case .within, .aheadOf: return [event, period]
        case .atLeast:
            return [
                .may("count", .integer(from: 1, to: nil), "số lần", "how many times"),
                .must("per", .choice(WindowName.self), "trong mỗi", "in every"),
                since,
            ]
        case .monthWindow: return [.must("month", .integer(from: 1, to: 12), "tháng", "month"), since]
        case .onEventNoTerm, .beforeStep: return [event]
        case .atOnce: return [event, .may("limit", .choice(AtOnceLimit.self), "chậm nhất", "the latest")]
        case .workingDays: return [event, .must("count", .expression, "số ngày làm việc", "number of working days")]
        case .expiry:
            return [
                event,
                .may("period", .any([.expression, .period]), "thời hạn hiệu lực", "how long it is valid"),
                .may("until", .expression, "ngày hết hiệu lực", "the last valid day"),
                .may("renew_ahead", .any([.expression, .period]), "gia hạn trước", "how long ahead to renew"),
            ]
        case .throughout:
            return [
                .must("from", .expression, "từ ngày", "first day"),
                .may("to", .expression, "đến ngày", "last day"),
                .must("until", .expression, "ngày hết hiệu lực của từng lần", "last valid day of each act"),
            ]
        }
    }

    private static var directed: MappingShape {
        MappingShape(
            "directed", "mốc của cơ quan khác", "another authority's date",
            [
                .must("each", .itemPattern, "từng văn bản", "each document"),
                .must("kind", .choice(ObligationReader.FixedKindName.self), "trước hay chậm nhất", "exclusive or not"),
                .must("date", .expression, "mốc thời gian", "date"),
                .must("authority", .expression, "cơ quan ban hành", "who sets it"),
                .may("ref", .expression, "số, ký hiệu", "number of the document"),
                .may("class", .expression, "loại văn bản", "class of the document"),
                .may("where", .expression, "văn bản nào được tính", "which documents count"),
            ])
    }
}
