public import Assessor
internal import CivilTime
public import Model

/// What the values of a finding's axes are called in reports.
///
/// The words of the verdicts are the law's own: Decision 19 and its circulars know *đáp ứng* and *chưa đáp ứng*, never
/// "đạt điểm" or a score. A standard's are those of the TCVN adoptions: *phù hợp* and *không phù hợp*, and what is only
/// observed is a *điểm lưu ý*.
public enum AxisNames {
    /// A verdict on a requirement of a standard, with its grade; what the two kinds of requirement share is worded alike.
    public static func nameInStandard(_ verdict: Verdict, _ grade: Grade?) -> LocalizedText {
        switch verdict {
        case .conform: LocalizedText(vi: "phù hợp", en: "conform")
        case .partial where grade == .observation: name(Grade.observation)
        case .nonconform where grade == .observation: name(Grade.observation)
        case .partial: LocalizedText(vi: "phù hợp một phần", en: "partly conform")
        case .nonconform: LocalizedText(vi: "không phù hợp", en: "does not conform")
        case .pending, .undetermined, .notApplicable, .notInForce, .error: name(verdict)
        }
    }

    /// A verdict on a requirement of the law.
    public static func name(_ verdict: Verdict) -> LocalizedText {
        switch verdict {
        case .conform: LocalizedText(vi: "đáp ứng", en: "conform")
        case .partial: LocalizedText(vi: "đáp ứng một phần", en: "partly conform")
        case .pending: LocalizedText(vi: "chưa thực hiện, chưa quá hạn", en: "not done, not overdue")
        case .nonconform: LocalizedText(vi: "chưa đáp ứng", en: "does not conform")
        case .undetermined: LocalizedText(vi: "chưa xác định được", en: "undetermined")
        case .notApplicable: LocalizedText(vi: "không áp dụng", en: "not applicable")
        case .notInForce: LocalizedText(vi: "chưa có hoặc đã hết hiệu lực", en: "not in force")
        case .error: LocalizedText(vi: "lỗi khi đánh giá", en: "error in evaluation")
        }
    }

    /// Where a clock stands.
    public static func name(_ state: Timing.State) -> LocalizedText {
        switch state {
        case .none: LocalizedText(vi: "không tính hạn", en: "no clock")
        case .upcoming: LocalizedText(vi: "chưa đến hạn", en: "upcoming")
        case .dueSoon: LocalizedText(vi: "sắp đến hạn", en: "due soon")
        case .overdue: LocalizedText(vi: "quá hạn", en: "overdue")
        case .doneOnTime: LocalizedText(vi: "đã thực hiện đúng hạn", en: "done on time")
        case .doneLate: LocalizedText(vi: "đã thực hiện, chậm hạn", en: "done late")
        }
    }

    /// Where a clock stands; an order of steps has no days, so nothing of it is late.
    static func name(_ state: Timing.State, isOrder: Bool) -> LocalizedText {
        state == .doneLate && isOrder ? LocalizedText(vi: "không đúng trình tự", en: "out of order") : name(state)
    }

    /// How well the deciding facts are shown.
    public static func name(_ assurance: Assurance) -> LocalizedText {
        switch assurance {
        case .stated: LocalizedText(vi: "cơ quan tự khai", en: "stated by the agency")
        case .evidenced: LocalizedText(vi: "có nêu bằng chứng", en: "evidence named")
        case .verified: LocalizedText(vi: "đã được kiểm tra xác nhận", en: "verified by an inspection")
        }
    }

    /// A grade of ISO/IEC 17021-1, in the terms of the TCVN adoptions.
    public static func name(_ grade: Grade) -> LocalizedText {
        switch grade {
        case .major: LocalizedText(vi: "không phù hợp nặng", en: "major nonconformity")
        case .minor: LocalizedText(vi: "không phù hợp nhẹ", en: "minor nonconformity")
        case .observation: LocalizedText(vi: "điểm lưu ý", en: "observation")
        }
    }

    /// A level.
    public static func name(_ level: Level) -> LocalizedText {
        switch level {
        case .error: LocalizedText(vi: "lỗi", en: "error")
        case .warning: LocalizedText(vi: "cảnh báo", en: "warning")
        case .note: LocalizedText(vi: "ghi chú", en: "note")
        }
    }

    /// How a rule's basis was read.
    public static func name(_ provenance: Provenance) -> LocalizedText {
        switch provenance {
        case .text: LocalizedText(vi: "đọc từ văn bản", en: "read in the text")
        case .secondary: LocalizedText(vi: "theo nguồn thuật lại, chưa đọc văn bản", en: "from an account of the text")
        case .inferred: LocalizedText(vi: "cách hiểu suy ra từ văn bản", en: "inferred from the text")
        }
    }

    /// Which "transition complete" a rule blocks.
    public static func name(_ gate: Gate) -> LocalizedText {
        switch gate {
        case .law: LocalizedText(vi: "hoàn thành chuyển đổi về pháp lý", en: "transition complete in law")
        case .substance: LocalizedText(vi: "hoàn thành chuyển đổi về thực chất", en: "transition complete in substance")
        }
    }

    /// Whether a rule binds.
    public static func name(_ force: Force) -> LocalizedText {
        switch force {
        case .binding: LocalizedText(vi: "bắt buộc", en: "binding")
        case .recommended: LocalizedText(vi: "khuyến nghị", en: "recommended")
        }
    }

    /// How settled a rule or set is.
    public static func name(_ status: RuleStatus) -> LocalizedText {
        switch status {
        case .stable: LocalizedText(vi: "ổn định", en: "stable")
        case .provisional: LocalizedText(vi: "tạm thời", en: "provisional")
        case .deprecated: LocalizedText(vi: "không nên dùng nữa", en: "deprecated")
        }
    }

    /// The class of a source.
    public static func name(_ sourceClass: SourceClass) -> LocalizedText {
        switch sourceClass {
        case .centralNormative: LocalizedText(vi: "văn bản QPPL trung ương", en: "central normative document")
        case .provincialNormative: LocalizedText(vi: "văn bản QPPL cấp tỉnh", en: "provincial normative document")
        case .plan: LocalizedText(vi: "kế hoạch", en: "plan")
        case .letter: LocalizedText(vi: "công văn", en: "letter")
        case .recommendation: LocalizedText(vi: "khuyến nghị", en: "recommendation")
        case .standard: LocalizedText(vi: "tiêu chuẩn", en: "standard")
        }
    }

    /// How a finding stands to an earlier run.
    public static func name(_ state: BaselineState) -> LocalizedText {
        switch state {
        case .new: LocalizedText(vi: "mới", en: "new")
        case .unchanged: LocalizedText(vi: "như cũ", en: "unchanged")
        case .changed: LocalizedText(vi: "đã thay đổi", en: "changed")
        case .resolved: LocalizedText(vi: "đã giải quyết", en: "resolved")
        }
    }

    /// How a waiver stands on a day.
    public static func name(_ standing: WaiverStanding) -> LocalizedText {
        switch standing {
        case .notYet: LocalizedText(vi: "chưa có hiệu lực", en: "not yet in force")
        case .inForce: LocalizedText(vi: "đang có hiệu lực", en: "in force")
        case .ending: LocalizedText(vi: "sắp hết hạn", en: "ending soon")
        case .expired: LocalizedText(vi: "đã hết hạn", en: "expired")
        }
    }

    /// A waiver, if there is one.
    public static func name(_ waiver: WaiverState, _ language: Language) -> String? {
        switch (waiver, language) {
        case (.none, _): nil
        case (.inForce(let waiver), .vi): "chấp nhận tạm thời đến hết ngày \(DateText(language).text(waiver.until))"
        case (.inForce(let waiver), .en): "temporarily accepted until \(DateText(language).text(waiver.until))"
        case (.expired(let waiver), .vi): "chấp nhận tạm thời đã hết hạn ngày \(DateText(language).text(waiver.until))"
        case (.expired(let waiver), .en): "temporary acceptance expired on \(DateText(language).text(waiver.until))"
        }
    }
}
