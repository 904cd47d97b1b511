public import Assessor
internal import CivilTime
internal import Editing
public import Model
internal import YAMLTree

/// A drafted roadmap as a file, `tuanthu: roadmap/1`, that the person who has to make the plan goes on with.
public struct RoadmapDraftText {
    private let phrasing: Phrasing
    private let library: RuleLibrary

    /// A file in one language with the words of a library.
    public init(_ language: Language, library: RuleLibrary) {
        phrasing = Phrasing(language, library: library)
        self.library = library
    }

    private var language: Language { phrasing.language }

    private func pick(_ vi: String, _ en: String) -> String { phrasing.pick(vi, en) }

    /// The whole file.
    public func text(_ draft: RoadmapDraft) -> String {
        let answer = draft.assessment
        let statement = answer.statement
        let mark = answer.transition.isProvisional ? "[\(AxisNames.name(RuleStatus.provisional)[language])] " : ""
        var lines = ["tuanthu: roadmap/1"]
        for line in head(draft) {
            for part in LineWrapping(width: 100).lines(ScalarWriting.comment(mark + line), lead: "# ", indent: 0) {
                lines.append(part.hasPrefix("#") ? part : "# " + part)
            }
        }
        lines.append("transition: \(ScalarWriting.text(answer.transition.id))")
        if let code = statement.agencyCode { lines.append("agency: \(ScalarWriting.text(code))") }
        lines.append("drafted_on: \(answer.asOf)")
        let notIssued = pick("chưa ban hành", "not issued yet")
        lines.append("plan:")
        lines.append("  ref: !none \(notIssued)")
        lines.append("  title: \(ScalarWriting.text(draft.template.title[language]))")
        lines.append("  class: plan")
        if let name = statement.agencyName { lines.append("  issuer: \(ScalarWriting.text(name))") }
        lines.append("  own: true")
        lines.append("  issued_on: !none \(notIssued)")
        if let before = draft.due.adding(days: 1) { lines.append("  finish_before: \(before)") }
        lines.append("  milestones:")
        for milestone in draft.milestones where !milestone.steps.isEmpty {
            lines += self.lines(milestone, draft, mark)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: Head

    private func head(_ draft: RoadmapDraft) -> [String] {
        let answer = draft.assessment
        let name = answer.statement.agencyName ?? answer.statement.agencyCode ?? answer.statement.source.name
        let (day, asked) = (phrasing.dates.text(answer.asOf), phrasing.dates.text(draft.asked))
        var lines = [
            pick(
                "Lộ trình dự thảo ngày \(day) cho \(name). \(answer.transition.title.vi).",
                "Roadmap drafted on \(day) for \(name). \(answer.transition.title.en)."),
            pick(
                "Tính lùi từ ngày cuối còn kịp \(asked) (\(authority(draft)))",
                "Counted back from the last good day \(asked) (\(authority(draft)))") + ": \(spare(draft)).",
            times(draft)
                + pick(
                    " Thời gian tối thiểu của mỗi bước là ước lượng của công cụ này, không phải quy định; người thực hiện là gợi ý.",
                    " The least time of each step is this tool's estimate, not the law's; owners are proposals."),
        ]
        if draft.slack < 0 {
            let due = phrasing.dates.text(draft.due)
            lines.append(
                pick(
                    "Không còn kịp ngày \(asked); làm liên tục từ ngày \(day) thì sớm nhất ngày \(due) mới công bố được.",
                    "\(asked) can no longer be kept; without a break from \(day) on, \(due) is the first day to declare."
                ))
        }
        lines.append(
            pick(
                "Khi đã ban hành: ghi số (ref) và ngày (issued_on), rồi chép phần “plan” vào qms.conversion_plans của bản khai.",
                "Once it is issued: give its number (ref) and day (issued_on), and copy “plan” into qms.conversion_plans of the statement."
            ))
        return lines
    }

    /// What the planned times are.
    private func times(_ draft: RoadmapDraft) -> String {
        draft.slack < 0
            ? pick(
                "Thời gian dự kiến ghi theo tháng, tính khi làm liên tục từ nay.",
                "Planned times are by month, for work without a break from now on.")
            : pick(
                "Thời gian dự kiến ghi theo tháng, là muộn nhất mà vẫn kịp; nếu làm được sớm hơn thì nên sửa lại.",
                "Planned times are by month, the latest that are safe; put earlier ones where you can.")
    }

    private func authority(_ draft: RoadmapDraft) -> String {
        switch draft.authority {
        case .legal(let source): library.sources[source]?.short[language] ?? source
        case .directed(let authority, let ref): ref.map { "\(authority), \($0)" } ?? authority
        case nil: pick("ngày do cơ quan chọn", "a day the agency chose")
        }
    }

    private func spare(_ draft: RoadmapDraft) -> String {
        draft.slack < 0
            ? pick("chậm \(-draft.slack) ngày", "too late by \(phrasing.dates.days(-draft.slack))")
            : pick("còn dư \(draft.slack) ngày", "\(phrasing.dates.days(draft.slack)) to spare")
    }

    // MARK: Milestones

    private func lines(_ milestone: RoadmapDraft.Milestone, _ draft: RoadmapDraft, _ mark: String) -> [String] {
        var lines: [String] = []
        if let planned = milestone.planned {
            let start = phrasing.dates.text(planned.first)
            let critical =
                milestone.isCritical
                ? pick(" Chậm ở mốc này là chậm cả lộ trình.", " A day lost here is lost for the whole.") : ""
            lines.append(
                "    # " + mark + pick("Muộn nhất bắt đầu ngày \(start).", "To begin on \(start) at the latest.")
                    + critical)
        }
        lines.append("    - title: \(ScalarWriting.text(milestone.template.title[language]))")
        lines.append("      steps: [\(milestone.steps.joined(separator: ", "))]")
        let owner = library.vocabulary.respondents[milestone.template.owner]?[language] ?? milestone.template.owner
        lines.append("      owner: \(ScalarWriting.text(owner))")
        if let baseline = milestone.baseline { lines.append("      baseline: \(baseline)") }
        if let done = milestone.doneOn {
            lines.append("      done_on: \(done)")
        } else if milestone.isContinuing {
            lines.append("      planned: !none \(pick("thực hiện thường xuyên", "goes on"))")
        } else if let planned = milestone.planned {
            lines.append("      planned: \(StatedDate.months(of: planned))")
        }
        return lines
    }
}
