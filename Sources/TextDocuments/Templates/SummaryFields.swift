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
            TemplateField("open", "số yêu cầu chưa rõ", "requirements not known"),
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
            TemplateField("open", "số yêu cầu chưa rõ", "requirements not known"),
        ]
        let fixed: [TemplateField] = [
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
                    TemplateField("verdict", "kết luận", "the verdict"), TemplateField("count", "đã đạt", "reached"),
                    TemplateField("share", "cần đạt", "asked for"),
                    TemplateField("lacking", "còn thiếu", "more needed"),
                    TemplateField("due", "hạn", "the last day"),
                    TemplateField("basis", "căn cứ", "where the rule stands"),
                    TemplateField("missing", "cơ quan còn thiếu", "agencies missing"),
                ]),
            TemplateField(
                "deadlines", "hạn sắp đến", "dates to come",
                of: [
                    number, TemplateField("day", "hạn", "the last day"), TemplateField("title", "việc", "the duty"),
                    TemplateField("count", "số cơ quan", "agencies"), TemplateField("units", "mã cơ quan", "codes"),
                ]),
            TemplateField(
                "missed", "yêu cầu nhiều cơ quan chưa đáp ứng nhất", "requirements most agencies miss",
                of: [
                    number, TemplateField("title", "yêu cầu", "the requirement"),
                    TemplateField("missing", "số cơ quan chưa đáp ứng", "agencies that miss it"),
                    TemplateField("open", "số cơ quan chưa rõ", "agencies not known"),
                    TemplateField("applicable", "số cơ quan áp dụng", "agencies it applies to"),
                ]),
        ]
        return fixed + figures.map { $0.prefixed("total") }
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
                ])
                return record
            })
        values.values["deadlines"] = .records(
            deadlines.map { due in
                var record = TemplateValues([:])
                record.add(["day": due.day, "title": due.title, "count": due.count, "units": due.units])
                return record
            })
        values.values["missed"] = .records(
            missed.map { missed in
                var record = TemplateValues([:])
                record.add([
                    "title": missed.title, "missing": missed.missing, "open": missed.open,
                    "applicable": missed.applicable,
                ])
                return record
            })
        return values
    }

    private func record(of unit: Unit, in block: Block) -> TemplateValues {
        var record = TemplateValues([:])
        record.add([
            "code": unit.code, "name": unit.name, "level": unit.level, "class": unit.unitClass, "block": block.name,
            "statement": unit.statement, "step": unit.step, "step_on": unit.stepOn, "conversion": unit.conversion,
            "conform": unit.conform, "missed": unit.missed, "open": unit.open,
        ])
        return record
    }
}

extension TemplateValues {
    fileprivate mutating func add(_ figures: PortfolioSummary.Figures) {
        add([
            "total.units": figures.units, "total.without_statement": figures.withoutStatement,
            "total.conform": figures.conform, "total.missed": figures.missed, "total.open": figures.open,
        ])
    }
}
