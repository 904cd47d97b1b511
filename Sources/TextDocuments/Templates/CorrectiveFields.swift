internal import CivilTime
internal import Model
public import Reports

extension CorrectiveDraft {
    /// The fields of a template for a corrective report. What nothing is known of is empty, for the agency to fill in.
    public static var templateFields: [TemplateField] {
        let number = TemplateField("number", "số thứ tự", "ordinal")
        let particulars = Particular.Kind.allCases.map { kind in
            TemplateField(name: kind.field, kind: .text, meaning: kind.name.uncapitalised)
        }
        return [
            TemplateField("agency.name", "tên cơ quan", "the agency's name"),
            TemplateField("agency.code", "mã cơ quan", "the agency's code"),
            TemplateField("as_of", "ngày xét (tính đến ngày)", "the day assessed"),
            TemplateField("due", "hạn báo cáo khắc phục", "the last day of the report"),
            TemplateField("standing", "tình trạng của hạn", "how that day stands"),
            TemplateField("tool", "phần mềm và phiên bản", "the program and its version"),
        ] + particulars + [
            TemplateField(
                "particulars", "những gì đã biết về cuộc kiểm tra", "what is known of the inspection",
                of: [
                    number, TemplateField("name", "tên mục", "what it is"),
                    TemplateField("value", "nội dung", "what is known"),
                ]),
            TemplateField(
                "points", "nội dung phải khắc phục", "what is to be corrected",
                of: [
                    number,
                    TemplateField("reference", "số của điểm, nội dung kiểm tra", "number of the point, head"),
                    TemplateField("found", "nội dung kiểm tra đã nêu", "what the inspection found"),
                    TemplateField("cause", "nguyên nhân (cơ quan điền)", "cause (for the agency to fill in)"),
                    TemplateField("action", "hành động khắc phục đã làm hoặc đề xuất", "action taken or proposed"),
                    TemplateField("done_on", "ngày hoàn thành", "done on"),
                    TemplateField("evidence", "bằng chứng kèm theo", "evidence"),
                ]),
        ]
    }

    /// The values of those fields.
    public var templateValues: TemplateValues {
        let words = LayoutWords(language: language)
        var values = TemplateValues([:])
        values.add([
            "agency.name": agencyName, "agency.code": agencyCode, "as_of": DateText(language).text(day), "due": due,
            "standing": standing, "tool": tool,
        ])
        for kind in Particular.Kind.allCases {
            let known = particulars.first { $0.kind == kind }?.value ?? ""
            values.values[kind.field] = .text(known)
        }
        values.values["particulars"] = .records(
            particulars.map { particular in
                var record = TemplateValues([:])
                record.add(["name": particular.name, "value": particular.value])
                return record
            })
        values.values["points"] = .records(
            points.map { point in
                var record = TemplateValues([:])
                record.add([
                    "reference": point.reference, "found": words.sentenceCase(point.found), "cause": point.cause,
                    "action": point.action,
                    "done_on": point.doneOn, "evidence": point.evidence,
                ])
                return record
            })
        return values
    }
}

extension CorrectiveDraft.Particular.Kind {
    /// The name of its field.
    fileprivate var field: String { "inspection.\(rawValue)" }
}

extension LocalizedText {
    /// The same with a small first letter, as in a list of fields.
    fileprivate var uncapitalised: LocalizedText {
        LocalizedText(vi: vi.prefix(1).lowercased() + vi.dropFirst(), en: en.prefix(1).lowercased() + en.dropFirst())
    }
}
