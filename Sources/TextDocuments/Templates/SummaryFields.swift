public import Reports

extension PortfolioSummary {
    /// The fields of a template for the committee's summary.
    public static var templateFields: [TemplateField] {
        let number = TemplateField("number", "số thứ tự", "ordinal")
        let figures: [TemplateField] = [
            TemplateField("units", "số cơ quan", "agencies"),
            TemplateField(
                "without_statement", "số cơ quan chưa có bản khai đọc được", "agencies without a readable statement"),
            TemplateField("conform", "số yêu cầu đáp ứng", "requirements that conform"),
            TemplateField("missed", "số yêu cầu chưa đáp ứng", "requirements that do not conform"),
            TemplateField(
                "pending", "số yêu cầu chưa thực hiện, chưa quá hạn", "requirements not done and not overdue"),
            TemplateField("open", "số yêu cầu chưa rõ", "requirements not known"),
            TemplateField("applicable", "số yêu cầu áp dụng", "requirements that apply"),
        ]
        let unit: [TemplateField] = [
            number, TemplateField("code", "mã cơ quan", "code"), TemplateField("name", "tên cơ quan", "name"),
            TemplateField("level", "cấp", "level"), TemplateField("class", "diện", "class"),
            TemplateField("block", "khối", "block"),
            TemplateField("statement", "bản khai nói đến hết ngày", "day up to which the statement speaks"),
            TemplateField("step", "bước chuyển đổi đã làm gần nhất", "last step of the switch"),
            TemplateField("step_on", "ngày của bước đó", "when that was"),
            TemplateField("conversion", "tình trạng chuyển đổi", "standing of the switch"),
            TemplateField("conform", "số yêu cầu đáp ứng", "requirements that conform"),
            TemplateField("missed", "số yêu cầu chưa đáp ứng", "requirements that do not conform"),
            TemplateField(
                "pending", "số yêu cầu chưa thực hiện, chưa quá hạn", "requirements not done and not overdue"),
            TemplateField("open", "số yêu cầu chưa rõ", "requirements not known"),
            TemplateField("applicable", "số yêu cầu áp dụng", "requirements that apply"),
        ]
        let fixed: [TemplateField] =
            [
                TemplateField("register.name", "tên danh sách", "what the register is called"),
                TemplateField("as_of", "ngày xét (tính đến ngày)", "the day assessed"),
                TemplateField("stated_on", "ngày mà danh sách nói đến hết", "the day up to which the register speaks"),
                TemplateField("transition", "lần chuyển đổi", "the switch"),
                TemplateField("standing", "tình hình chung, bằng lời", "the whole, in words"),
                TemplateField("until", "ngày cuối của hạn sắp đến", "up to when dates are told"),
                TemplateField("tool", "phần mềm và phiên bản", "the program and its version"),
                TemplateField(
                    "blocks", "các khối", "the blocks",
                    of: [
                        number, TemplateField("numeral", "số La Mã", "Roman numeral"),
                        TemplateField("name", "tên khối", "name"),
                        TemplateField("units", "các cơ quan của khối", "the agencies of the block", of: unit),
                    ] + figures.map { $0.prefixed("total") }),
                TemplateField("units", "mọi cơ quan, theo khối", "every agency, by block", of: unit),
                TemplateField(
                    "quotas", "tỷ lệ phải đạt", "shares asked for",
                    of: [
                        number, TemplateField("title", "yêu cầu", "the requirement"),
                        TemplateField("verdict", "kết luận", "the verdict"),
                        TemplateField("count", "đã đạt", "reached"),
                        TemplateField("share", "cần đạt", "asked for"),
                        TemplateField("lacking", "còn thiếu", "more needed"),
                        TemplateField("due", "hạn", "the last day"),
                        TemplateField("basis", "căn cứ", "where the rule stands"),
                        TemplateField("missing", "cơ quan còn thiếu", "agencies missing"),
                        TemplateField(
                            "counted_on", "đếm cơ quan ngày nào, nếu không phải ngày xét",
                            "the day whose agencies are counted, where it is another"),
                        TemplateField("readings", "kết quả theo cách hiểu khác", "under other readings"),
                    ]),
                TemplateField(
                    "deadlines", "hạn sắp đến", "dates to come",
                    of: [
                        number, TemplateField("day", "hạn", "the last day"), TemplateField("title", "việc", "the duty"),
                        TemplateField("standing", "tình trạng", "how it stands"),
                        TemplateField("count", "số cơ quan", "agencies"), TemplateField("units", "mã cơ quan", "codes"),
                    ]),
                TemplateField(
                    "missed", "yêu cầu nhiều cơ quan chưa đáp ứng nhất", "requirements most agencies miss",
                    of: [
                        number, TemplateField("title", "yêu cầu", "the requirement"),
                        TemplateField("missing", "số cơ quan chưa đáp ứng", "agencies that miss it"),
                        TemplateField(
                            "pending", "số cơ quan chưa thực hiện, chưa quá hạn", "agencies not done and not overdue"),
                        TemplateField("open", "số cơ quan chưa rõ", "agencies not known"),
                        TemplateField("conform", "số cơ quan đáp ứng", "agencies that conform"),
                        TemplateField("applicable", "số cơ quan áp dụng", "agencies it applies to"),
                    ]),
            ] + year
        return fixed + figures.map { $0.prefixed("total") }
    }

    /// The fields on what changed, the figures reported and the inspections of the year.
    private static var year: [TemplateField] {
        let number = TemplateField("number", "số thứ tự", "ordinal")
        return [
            TemplateField(
                "ended", "cơ quan không còn hoạt động trong năm", "agencies that ended within the year",
                of: [
                    number, TemplateField("code", "mã cơ quan", "code"), TemplateField("name", "tên cơ quan", "name"),
                    TemplateField("on", "từ ngày", "since"),
                    TemplateField("successor", "hợp nhất vào", "what took over"),
                ]),
            TemplateField("since", "thay đổi từ lần chốt nào", "since which snapshot"),
            TemplateField("since_findings", "thay đổi của các phát hiện", "how findings changed"),
            TemplateField(
                "changes", "các thay đổi", "the changes",
                of: [
                    number, TemplateField("title", "thay đổi", "the change"),
                    TemplateField("count", "số cơ quan", "agencies"),
                    TemplateField("text", "cơ quan, nội dung", "agencies, matter"),
                ]),
            TemplateField(
                "figures", "số liệu báo cáo", "figures to report",
                of: [
                    number, TemplateField("title", "số liệu", "the figure"),
                    TemplateField("counts", "đếm theo", "what is counted"), TemplateField("kind", "loại", "the kind"),
                    TemplateField("value", "số", "the number"),
                ]),
            TemplateField("inspection_year", "năm kiểm tra", "the year of the inspections"),
            TemplateField(
                "inspections", "kiểm tra trong năm", "inspections of the year",
                of: [
                    number, TemplateField("part", "phần", "the part"), TemplateField("note", "lưu ý", "a note"),
                    TemplateField("name", "nội dung", "what is counted"), TemplateField("value", "số", "the number"),
                    TemplateField("units", "mã cơ quan", "codes"),
                ]),
        ]
    }

    /// The values of those fields.
    public var templateValues: TemplateValues {
        var values = TemplateValues([:])
        values.add([
            "register.name": name, "as_of": asOf, "stated_on": statedOn, "transition": transition,
            "standing": sentences.joined(separator: " "), "until": until, "tool": tool,
        ])
        values.add(total)
        let all = blocks.flatMap { block in block.units.map { self.record(of: $0, in: block) } }
        values.values["units"] = .records(all)
        var start = 0
        values.values["blocks"] = .records(
            blocks.enumerated().map { index, block in
                var record = TemplateValues([:])
                record.add(["numeral": RomanNumeral.text(index + 1), "name": block.name])
                record.add(block.figures)
                record.values["units"] = .records(block.units.map { self.record(of: $0, in: block) }, from: start)
                start += block.units.count
                return record
            })
        values.values["quotas"] = .records(
            quotas.map { quota in
                var record = TemplateValues([:])
                record.add([
                    "title": quota.title, "verdict": quota.verdict, "count": quota.count, "share": quota.share,
                    "lacking": quota.lacking, "due": quota.due, "basis": quota.basis, "missing": quota.missing,
                    "counted_on": quota.countedOn, "readings": quota.readings,
                ])
                return record
            })
        values.values["deadlines"] = .records(
            deadlines.map { due in
                var record = TemplateValues([:])
                record.add([
                    "day": due.day, "title": due.title, "standing": due.standing, "count": due.count,
                    "units": due.units,
                ])
                return record
            })
        values.values["missed"] = .records(
            missed.map { missed in
                var record = TemplateValues([:])
                record.add([
                    "title": missed.title, "missing": missed.missing, "pending": missed.pending, "open": missed.open,
                    "conform": missed.conform, "applicable": missed.applicable,
                ])
                return record
            })
        addYear(to: &values)
        return values
    }

    private func addYear(to values: inout TemplateValues) {
        values.add([
            "since": changes?.title ?? "", "since_findings": changes?.sentences.joined(separator: " ") ?? "",
            "inspection_year": inspectionYear,
        ])
        values.values["ended"] = .records(
            ended.map { unit in
                var record = TemplateValues([:])
                record.add(["code": unit.code, "name": unit.name, "on": unit.on, "successor": unit.successor])
                return record
            })
        values.values["changes"] = .records(
            (changes?.rows ?? []).map { row in
                var record = TemplateValues([:])
                record.add(["title": row.title, "count": row.count, "text": row.text])
                return record
            })
        values.values["figures"] = .records(
            reported.map { row in
                var record = TemplateValues([:])
                record.add(["title": row.title, "counts": row.counts, "kind": row.kind, "value": row.number])
                return record
            })
        values.values["inspections"] = .records(
            inspections.map { row in
                var record = TemplateValues([:])
                record.add([
                    "part": row.part, "note": row.note, "name": row.name, "value": row.number, "units": row.units,
                ])
                return record
            })
    }

    private func record(of unit: Unit, in block: Block) -> TemplateValues {
        var record = TemplateValues([:])
        record.add([
            "code": unit.code, "name": unit.name, "level": unit.level, "class": unit.unitClass, "block": block.name,
            "statement": unit.statement, "step": unit.step, "step_on": unit.stepOn, "conversion": unit.conversion,
            "conform": unit.conform, "missed": unit.missed, "pending": unit.pending, "open": unit.open,
            "applicable": unit.applicable,
        ])
        return record
    }
}

extension TemplateValues {
    fileprivate mutating func add(_ figures: PortfolioSummary.Figures) {
        add([
            "total.units": figures.units, "total.without_statement": figures.withoutStatement,
            "total.conform": figures.conform, "total.missed": figures.missed, "total.pending": figures.pending,
            "total.open": figures.open, "total.applicable": figures.applicable,
        ])
    }
}
