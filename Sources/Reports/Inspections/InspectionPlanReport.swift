internal import Assessor
internal import CivilTime
internal import Editing
public import Model
public import Portfolio
internal import YAMLTree

/// A proposed plan of a year's inspections: as a page, as a campaign to go on with, and for programs.
public struct InspectionPlanReport {
    private let plan: InspectionPlan
    private let library: RuleLibrary

    /// A report of a plan.
    public init(_ plan: InspectionPlan, library: RuleLibrary) {
        self.plan = plan
        self.library = library
    }

    /// As text in one language.
    public func text(_ language: Language, isColoured: Bool = false) -> String {
        paper(Phrasing(language, library: library)).plainText(isColoured: isColoured)
    }

    /// As Markdown in one language.
    public func markdown(_ language: Language) -> String { paper(Phrasing(language, library: library)).markdown }

    // MARK: Page

    private func paper(_ phrasing: Phrasing) -> WorkingPaper {
        let pick = phrasing.pick
        var paper = WorkingPaper()
        let name = plan.register.name ?? plan.register.code ?? plan.register.facts.source.name
        paper.title(
            pick(
                "\(name): dự thảo kế hoạch kiểm tra năm \(plan.year)", "\(name): inspections proposed for \(plan.year)")
        )
        let stated = phrasing.dates.text(plan.register.statedOn)
        paper.text(
            pick(
                "Danh sách cơ quan nói đến hết ngày \(stated). Dự thảo do công cụ đề xuất, chưa được ai phê duyệt; đơn vị kiểm tra, thời gian và kinh phí do người lập kế hoạch điền.",
                "The register speaks up to \(stated). It is proposed by a tool and approved by nobody; who inspects, when, and at what cost is for the planner to fill in."
            ))
        paper.section(pick("Tỷ lệ phải đạt", "Shares to be reached"))
        let counted =
            plan.counted.lowerBound == plan.counted.upperBound
            ? "\(plan.counted.upperBound)" : "\(plan.counted.lowerBound)–\(plan.counted.upperBound)"
        paper.item(
            pick(
                "\(counted) cơ quan phải áp dụng vào cuối năm; phải kiểm tra tại trụ sở ít nhất \(plan.needed)",
                "\(counted) mandatory units at the end of the year; at least \(plan.needed) are to be inspected at their office"
            ))
        for finding in plan.proof { paper.item(proof(finding, phrasing)) }
        if !plan.done.isEmpty {
            let codes = plan.done.joined(separator: ", ")
            paper.item(
                pick(
                    "Đã kiểm tra tại trụ sở trong năm: \(codes)",
                    "Already inspected at their office in the year: \(codes)"))
        }
        if !plan.undecided.isEmpty {
            let codes = plan.undecided.joined(separator: ", ")
            paper.item(
                pick(
                    "Chưa rõ có thuộc diện phải kiểm tra không, tạm tính là có: \(codes)",
                    "Not known whether they have to be inspected, planned for as if so: \(codes)"))
        }
        if !plan.notCounted.isEmpty {
            let codes = plan.notCounted.joined(separator: ", ")
            paper.item(
                pick(
                    "Không thuộc diện của khoản 2 Điều 33, không đưa vào dự thảo: \(codes)",
                    "Not among those of Article 33, clause 2, and left out: \(codes)"))
        }
        add(.onSite, phrasing, to: &paper)
        add(.byFile, phrasing, to: &paper)
        return paper
    }

    private func add(_ form: InspectionForm, _ phrasing: Phrasing, to paper: inout WorkingPaper) {
        let visits = plan.visits(form)
        let name = InspectionWords.name(form)[phrasing.language]
        paper.section(
            phrasing.pick("Kiểm tra \(name): \(visits.count) cơ quan", "Inspected \(name): \(visits.count)"))
        for (index, visit) in visits.enumerated() {
            let unit = unitName(visit.unit)
            paper.numbered(index + 1, "\(unit) (\(visit.unit.code)): \(reason(visit, phrasing))")
        }
    }

    private func unitName(_ unit: RegisterUnit) -> String {
        let day = CivilDate(year: plan.year, month: 12, day: 31) ?? .max
        return unit.name.on(day) ?? unit.code
    }

    private func proof(_ finding: SetFinding, _ phrasing: Phrasing) -> String {
        let verdict = AxisNames.name(finding.verdict)[phrasing.language]
        let title = finding.rule.title[phrasing.language]
        guard let count = finding.count else { return "\(title): \(verdict)" }
        let (met, of) = (interval(count.numerator), interval(count.denominator))
        return phrasing.pick(
            "Nếu làm đủ dự thảo: \(title): \(met) trên \(of) (cần \(finding.rule.quota.share)): \(verdict)",
            "If all of it is done: \(title): \(met) of \(of) (\(finding.rule.quota.share) are asked for): \(verdict)")
    }

    private func interval(_ range: ClosedRange<Int>) -> String {
        range.lowerBound == range.upperBound ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
    }

    /// Why a unit was chosen, in words of one line.
    private func reason(_ visit: InspectionPlan.Visit, _ phrasing: Phrasing) -> String {
        let ground = visit.ground
        var parts: [String] = []
        if let day = ground.lastOnSite {
            let when = phrasing.dates.text(day)
            parts.append(phrasing.pick("kiểm tra tại trụ sở gần nhất \(when)", "last inspected at its office \(when)"))
        } else {
            parts.append(
                phrasing.pick(
                    "danh sách không có lần kiểm tra tại trụ sở nào", "the register has no inspection at its office"))
        }
        if let file = ground.byFile {
            let result = InspectionWords.name(file.result)[phrasing.language]
            let when = phrasing.dates.text(file.heldOn)
            parts.append(phrasing.pick("qua hồ sơ \(when): \(result)", "by file \(when): \(result)"))
        }
        if !ground.openRecords.isEmpty {
            let records = ground.openRecords.joined(separator: ", ")
            parts.append(
                phrasing.pick("còn việc khắc phục chưa xong theo \(records)", "corrections are open under \(records)"))
        }
        if ground.mayHaveMore {
            parts.append(
                phrasing.pick(
                    "danh sách có thể chưa đủ các cuộc kiểm tra", "the register may not have all inspections of it"))
        }
        if visit.form == .byFile {
            parts.append(
                phrasing.pick(
                    "không thuộc số kiểm tra tại trụ sở năm nay", "not among those inspected at their office this year")
            )
        }
        return parts.joined(separator: "; ")
    }

    // MARK: Campaign

    /// The plan as a campaign, `tuanthu: campaign/1`, that the person who has to make the plan goes on with.
    public func campaign(_ language: Language) -> String {
        let phrasing = Phrasing(language, library: library)
        let pick = phrasing.pick
        let stated = phrasing.dates.text(plan.register.statedOn)
        var lines = ["tuanthu: campaign/1"]
        lines += comment(
            pick(
                "Dự thảo kế hoạch kiểm tra năm \(plan.year), lập từ danh sách cơ quan nói đến hết ngày \(stated). Chưa được ai phê duyệt; sửa, thêm, bớt tùy ý.",
                "Inspections proposed for \(plan.year), from a register that speaks up to \(stated). Approved by nobody; change it as you like."
            ))
        lines += comment(
            pick(
                "Năm nội dung của khoản 2 Điều 34 Thông tư 26/2014/TT-BKHCN: tên cơ quan (unit), đơn vị kiểm tra và phối hợp, thời gian dự kiến (expected), hình thức (form), kinh phí (cost, đồng). Chỗ để trống do người lập kế hoạch điền.",
                "The five contents of Article 34, clause 2 of Circular 26/2014/TT-BKHCN: the agencies (unit), who inspects and helps, when (expected), how (form), at what cost (cost, in đồng). What is left open is for the planner."
            ))
        lines.append("year: \(plan.year)")
        if let code = plan.register.code { lines.append("portfolio: \(ScalarWriting.text(code))") }
        lines.append("drafted_on: \(plan.register.statedOn)")
        for key in ["plan", "approved_on", "approved_by", "inspecting_unit"] { lines.append("\(key):") }
        lines.append("helping_units: []")
        lines.append("cost:")
        lines.append("visits:")
        for visit in plan.visits {
            lines += comment(unitName(visit.unit), indent: "  ")
            lines.append("  - unit: \(ScalarWriting.text(visit.unit.code))")
            lines.append("    form: \(visit.form.rawValue)")
            lines.append("    expected:")
            lines.append("    cost:")
            lines.append("    reason: \(ScalarWriting.text(reason(visit, phrasing)))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func comment(_ text: String, indent: String = "") -> [String] {
        LineWrapping(width: 100).lines(ScalarWriting.comment(text), lead: indent + "# ", indent: 0)
            .map { $0.hasPrefix(indent + "#") ? $0 : indent + "# " + $0 }
    }

    // MARK: Programs

    /// For programs.
    public var json: JSONValue {
        .object([
            "schema_version": .integer(1), "year": .integer(Int64(plan.year)),
            "register": .object([
                "path": .string(plan.register.facts.source.name), "code": .optional(plan.register.code),
                "stated_on": .string(plan.register.statedOn.description),
            ]),
            "counted": .object([
                "at_least": .integer(Int64(plan.counted.lowerBound)),
                "at_most": .integer(Int64(plan.counted.upperBound)),
            ]),
            "needed_on_site": .integer(Int64(plan.needed)),
            "done": .array(plan.done.map { .string($0) }), "undecided": .array(plan.undecided.map { .string($0) }),
            "not_counted": .array(plan.notCounted.map { .string($0) }),
            "visits": .array(plan.visits.map { visit($0) }),
            "shares": .array(
                plan.proof.map { finding in
                    .object([
                        "rule": .string(finding.rule.id), "verdict": .string(finding.verdict.rawValue),
                        "met": .integer(Int64(finding.count?.numerator.lowerBound ?? 0)),
                        "of": .integer(Int64(finding.count?.denominator.upperBound ?? 0)),
                    ])
                }),
        ])
    }

    private func visit(_ visit: InspectionPlan.Visit) -> JSONValue {
        let ground = visit.ground
        return .object([
            "unit": .string(visit.unit.code), "form": .string(visit.form.rawValue),
            "last_on_site": .optional(ground.lastOnSite?.description),
            "by_file": ground.byFile.map { file in
                .object([
                    "held_on": .string(file.heldOn.description), "result": .string(file.result.rawValue),
                ])
            } ?? .null,
            "open_records": .array(ground.openRecords.map { .string($0) }),
            "may_have_more": .boolean(ground.mayHaveMore),
        ])
    }
}
