internal import Assessor
internal import Model

/// The groups of a text report, in the order in which a reader wants them.
enum FindingGroup: Int, CaseIterable, Comparable {
    case failed
    case nonconform
    case overdueIfNotDone
    case partial
    case pending
    case undetermined
    case conformWithNote
    case conform
    case notApplicable
    case history

    init(_ finding: Finding) {
        if finding.isHistory {
            self = .history
            return
        }
        switch finding.verdict {
        case .error: self = .failed
        case .nonconform: self = .nonconform
        case .partial: self = .partial
        case .pending: self = .pending
        case .undetermined:
            let isPast = (finding.timing.days ?? 0) < 0 && finding.clockKind != .beforeStep
            self = isPast ? .overdueIfNotDone : .undetermined
        case .conform: self = finding.level == nil ? .conform : .conformWithNote
        case .notApplicable, .notInForce: self = .notApplicable
        }
    }

    /// Whether its findings are told one by one unless everything is asked for.
    var isTold: Bool {
        switch self {
        case .failed, .nonconform, .overdueIfNotDone, .partial, .pending, .undetermined, .conformWithNote: true
        case .conform, .notApplicable, .history: false
        }
    }

    /// The heading in the words of the requirements under it: of the law, of the standard, or of both.
    func heading(ofLaw: Bool, ofStandard: Bool) -> LocalizedText {
        guard ofStandard else { return heading }
        switch self {
        case .nonconform:
            let vi = ofLaw ? "Chưa đáp ứng, không phù hợp" : "Không phù hợp"
            return LocalizedText(vi: vi, en: heading.en)
        case .partial:
            let vi = ofLaw ? "Đáp ứng, phù hợp một phần" : "Phù hợp một phần"
            return LocalizedText(vi: vi, en: heading.en)
        case .conformWithNote:
            let vi = ofLaw ? "Đáp ứng, phù hợp, có điểm lưu ý" : "Phù hợp, có điểm lưu ý"
            return LocalizedText(vi: vi, en: heading.en)
        case .conform: return LocalizedText(vi: ofLaw ? "Đáp ứng, phù hợp" : "Phù hợp", en: heading.en)
        case .failed, .overdueIfNotDone, .pending, .undetermined, .notApplicable, .history: return heading
        }
    }

    private var heading: LocalizedText {
        switch self {
        case .failed: LocalizedText(vi: "Không đánh giá được", en: "Could not be evaluated")
        case .nonconform: LocalizedText(vi: "Chưa đáp ứng", en: "Does not conform")
        case .overdueIfNotDone:
            LocalizedText(vi: "Chưa xác định được, quá hạn nếu chưa làm", en: "Undetermined, overdue if not done")
        case .partial: LocalizedText(vi: "Đáp ứng một phần", en: "Partly conform")
        case .pending: LocalizedText(vi: "Chưa thực hiện, chưa quá hạn", en: "Not done, not overdue")
        case .undetermined: LocalizedText(vi: "Chưa xác định được", en: "Undetermined")
        case .conformWithNote: LocalizedText(vi: "Đáp ứng, có điểm lưu ý", en: "Conform, with an observation")
        case .conform: LocalizedText(vi: "Đáp ứng", en: "Conform")
        case .notApplicable: LocalizedText(vi: "Không áp dụng", en: "Not applicable")
        case .history: LocalizedText(vi: "Các kỳ đã qua, không tính", en: "Past periods, which do not count")
        }
    }

    static func < (left: FindingGroup, right: FindingGroup) -> Bool { left.rawValue < right.rawValue }

    /// The findings of an assessment by group; within a group by due date, then as they came.
    static func groups(_ findings: [Finding]) -> [(group: FindingGroup, findings: [Finding])] {
        // Positions are sorted rather than findings, which are large.
        var byGroup: [FindingGroup: [Int]] = [:]
        for (position, finding) in findings.enumerated() {
            byGroup[FindingGroup(finding), default: []].append(position)
        }
        return byGroup.keys.sorted().map { group in
            let members = (byGroup[group] ?? []).sorted { left, right in
                switch (findings[left].timing.due, findings[right].timing.due) {
                case (let one?, let other?) where one != other: one < other
                case (_?, nil): true
                case (nil, _?): false
                case (_?, _?), (nil, nil): left < right
                }
            }
            return (group, members.map { findings[$0] })
        }
    }
}
