public import Assessor
internal import Model
public import Reports

extension AgencyReport {
    /// The fields of a template for an agency's report in a run.
    public static func templateFields(in context: AssessmentContext) -> [TemplateField] {
        templateFields(heads: ChecklistVerdicts.answered(in: context).flatMap(\.heads).map(\.id))
    }

    /// The fields of a template for an agency's report.
    /// - Parameter heads: The ids of the heads of the run's checklists; each has fields of its own.
    public static func templateFields(heads: [String]) -> [TemplateField] {
        let told: [TemplateField] = [
            TemplateField("number", "số thứ tự", "ordinal"),
            TemplateField("title", "yêu cầu, kèm mục hoặc kỳ", "the requirement with its item or period"),
            TemplateField("rule", "mã yêu cầu", "the rule's id"),
            TemplateField("verdict", "kết luận", "the verdict"), TemplateField("due", "hạn", "the last day"),
            TemplateField("standing", "tình trạng của hạn", "how the date stands"),
            TemplateField("because", "vì sao", "why"), TemplateField("basis", "căn cứ", "where the rule stands"),
            TemplateField("remedy", "việc cần làm", "what to do"),
            TemplateField("missing", "thông tin cần khai", "what is not stated"),
        ]
        let head: [TemplateField] = [
            TemplateField("id", "điểm, khoản", "the head's number"),
            TemplateField("title", "nội dung kiểm tra", "what is looked at"),
            TemplateField("citation", "căn cứ của nội dung", "where the head stands"),
            TemplateField("verdict", "kết luận: của yêu cầu kém nhất", "the verdict: that of the worst requirement"),
            TemplateField("tally", "số yêu cầu theo kết luận", "requirements by verdict"),
            TemplateField("inspected", "đoàn kiểm tra kết luận gì", "what inspectors concluded"),
            TemplateField(
                "differs", "chỗ kết luận của đoàn kiểm tra khác với bản khai", "where that differs from the statement"),
            TemplateField("findings", "phát hiện của nội dung", "the findings of the head", of: told),
        ]
        let number = TemplateField("number", "số thứ tự", "ordinal")
        let fixed: [TemplateField] = [
            TemplateField("agency.name", "tên cơ quan", "the agency's name"),
            TemplateField("agency.code", "mã cơ quan", "the agency's code"),
            TemplateField("as_of", "ngày xét (tính đến ngày)", "the day assessed"),
            TemplateField("stated_on", "ngày mà bản khai nói đến hết", "the day up to which the statement speaks"),
            TemplateField("statement", "tệp bản khai", "the statement's file"),
            TemplateField("profile", "bộ yêu cầu", "the profile"),
            TemplateField("checklist", "tên danh mục nội dung kiểm tra", "what the checklist is called"),
            TemplateField("standing", "mức đáp ứng, bằng lời", "how many conform, in words"),
            TemplateField("sources", "văn bản đã dùng", "the sources"),
            TemplateField("tool", "phần mềm và phiên bản", "the program and its version"),
            TemplateField("heads", "các nội dung kiểm tra", "the heads", of: [number] + head),
            TemplateField("findings", "mọi phát hiện cần xem", "every finding to look at", of: told),
            TemplateField(
                "deadlines", "hạn đã quá và sắp đến", "dates, past and coming",
                of: [
                    number, TemplateField("day", "hạn", "the last day"), TemplateField("title", "việc", "the duty"),
                    TemplateField("standing", "tình trạng", "how it stands"),
                    TemplateField("authority", "căn cứ của hạn", "who set it"),
                    TemplateField("basis", "căn cứ của việc", "where the rule stands"),
                    TemplateField("owner", "đầu mối", "who knows"),
                ]),
            TemplateField(
                "actions", "việc cần làm", "what to do",
                of: [
                    number, TemplateField("remedy", "việc cần làm", "what to do"),
                    TemplateField("title", "yêu cầu", "the requirement"),
                    TemplateField("items", "đối tượng", "what it concerns"),
                    TemplateField("owner", "đầu mối (gợi ý)", "owner (proposed)"),
                    TemplateField("due", "thời hạn", "by when"),
                    TemplateField("basis", "căn cứ", "where the rule stands"),
                ]),
            TemplateField(
                "questions", "thông tin chưa khai", "what is not stated",
                of: [
                    number, TemplateField("question", "câu hỏi", "what is asked"),
                    TemplateField("owner", "người trả lời", "who can answer"),
                    TemplateField("place", "nơi ghi trong bản khai", "where it goes in the statement"),
                    TemplateField("requirements", "số yêu cầu liên quan", "on how many requirements it bears"),
                    TemplateField("titles", "các yêu cầu đó", "those requirements"),
                ]),
        ]
        let own = heads.flatMap { id in
            head.filter { $0.name != "id" }.map { field in field.prefixed("head.\(id)") }
        }
        return fixed + own
    }

    /// The values of those fields.
    public var templateValues: TemplateValues {
        var values = TemplateValues([:])
        values.add([
            "agency.name": agencyName, "agency.code": agencyCode, "as_of": asOf, "stated_on": statedOn,
            "statement": statement, "profile": profile, "checklist": checklist,
            "standing": standing.joined(separator: " "), "sources": sources.joined(separator: "; "), "tool": tool,
        ])
        values.values["heads"] = .records(heads.map { $0.templateValues })
        values.values["findings"] = .records(allFindings.map { $0.templateValues })
        values.values["deadlines"] = .records(
            deadlines.map { due in
                var record = TemplateValues([:])
                record.add([
                    "day": due.day, "title": due.title, "standing": due.standing, "authority": due.authority,
                    "basis": due.basis, "owner": due.owner,
                ])
                return record
            })
        values.values["actions"] = .records(
            actions.map { action in
                var record = TemplateValues([:])
                record.add([
                    "remedy": action.remedy, "title": action.title, "items": action.items, "owner": action.owner,
                    "due": action.due, "basis": action.basis,
                ])
                return record
            })
        values.values["questions"] = .records(
            questions.map { question in
                var record = TemplateValues([:])
                record.add([
                    "question": question.question, "owner": question.owner, "place": question.place,
                    "requirements": question.requirements, "titles": question.titles,
                ])
                return record
            })
        for head in heads {
            for (name, value) in head.templateValues.values where name != "id" {
                values.values["head.\(head.id).\(name)"] = value
            }
        }
        return values
    }

    /// Every finding told one by one, once, in the order of the heads.
    private var allFindings: [Told] {
        var seen: Set<String> = []
        let all = heads.flatMap(\.requirements.findings) + others.findings
        return all.filter { seen.insert("\($0.rule)\u{1F}\($0.title)").inserted }
    }
}

extension AgencyReport.Head {
    fileprivate var templateValues: TemplateValues {
        var record = TemplateValues([:])
        record.add([
            "id": id, "title": title, "citation": citation, "verdict": verdict, "tally": tally,
            "inspected": inspected.map(\.line).joined(separator: "\n"),
            "differs": inspected.filter { $0.differs || $0.contradicts }.map(\.record).joined(separator: "; "),
        ])
        record.values["findings"] = .records(requirements.findings.map { $0.templateValues })
        return record
    }
}

extension AgencyReport.Inspected {
    /// The record with its conclusion and remarks, in one line.
    fileprivate var line: String { (["\(record): \(conclusion)"] + remarks).joined(separator: "; ") }
}

extension AgencyReport.Told {
    fileprivate var templateValues: TemplateValues {
        var record = TemplateValues([:])
        record.add([
            "title": title, "rule": rule, "verdict": verdict, "due": due, "standing": standing, "because": because,
            "basis": basis, "remedy": remedy, "missing": missing.joined(separator: "\n"),
        ])
        return record
    }
}

extension TemplateField {
    /// The same field under a longer name.
    func prefixed(_ prefix: String) -> TemplateField {
        TemplateField(name: "\(prefix).\(name)", kind: kind, meaning: meaning)
    }

    init(name: String, kind: Kind, meaning: LocalizedText) {
        self.name = name
        self.kind = kind
        self.meaning = meaning
    }
}

extension TemplateValues.Value {
    /// A list whose records also have their ordinals, which go on after those before.
    static func records(_ records: [TemplateValues], from start: Int = 0) -> TemplateValues.Value {
        .list(
            records.enumerated().map { index, record in
                var record = record
                record.values["number"] = .text(String(start + index + 1))
                return record
            })
    }
}
