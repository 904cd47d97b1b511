internal import Assessor
internal import Model

/// What the parts of a switch are called in reports.
enum TransitionNames {
    static func name(_ fate: ClauseAnswer.Fate) -> LocalizedText {
        switch fate {
        case .stands: LocalizedText(vi: "giữ nguyên kết luận", en: "stands")
        case .again:
            LocalizedText(vi: "phải trả lời lại, dùng lại bằng chứng cũ", en: "answered again, old evidence is used")
        case .new: LocalizedText(vi: "yêu cầu mới", en: "new")
        case .scratch: LocalizedText(vi: "phải trả lời lại từ đầu", en: "answered from scratch")
        case .mayGo: LocalizedText(vi: "không còn bắt buộc, có thể bỏ", en: "no longer asked for, may go")
        }
    }

    static func name(_ kind: DocumentAction.Kind) -> LocalizedText {
        switch kind {
        case .keep: LocalizedText(vi: "giữ nguyên", en: "keep")
        case .edit: LocalizedText(vi: "sửa đổi", en: "edit")
        case .retire:
            LocalizedText(
                vi: "có thể bỏ (giữ lại không phải là lỗi)", en: "may be retired (keeping it is never a finding)")
        case .missing: LocalizedText(vi: "còn thiếu", en: "missing")
        case .mayBeMissing:
            LocalizedText(vi: "có thể còn thiếu, chưa xác định được", en: "possibly missing, undetermined")
        case .suggested: LocalizedText(vi: "nên có (không bắt buộc)", en: "suggested (not required)")
        case .undetermined: LocalizedText(vi: "chưa xác định được loại", en: "kind not stated")
        }
    }

    static func name(_ effort: Effort) -> LocalizedText {
        switch effort {
        case .small: LocalizedText(vi: "ít", en: "small")
        case .medium: LocalizedText(vi: "vừa", en: "medium")
        case .large: LocalizedText(vi: "nhiều", en: "large")
        }
    }

    static func name(_ disposition: Disposition) -> LocalizedText {
        switch disposition {
        case .heading: LocalizedText(vi: "đề mục", en: "heading")
        case .kept: LocalizedText(vi: "giữ nguyên", en: "kept")
        case .reworded: LocalizedText(vi: "diễn đạt lại", en: "reworded")
        case .extended: LocalizedText(vi: "mở rộng", en: "extended")
        case .narrowed: LocalizedText(vi: "thu hẹp", en: "narrowed")
        case .merged: LocalizedText(vi: "gộp", en: "merged")
        case .split: LocalizedText(vi: "tách", en: "split")
        case .moved: LocalizedText(vi: "chuyển chỗ", en: "moved")
        case .replaced: LocalizedText(vi: "được thay thế", en: "replaced")
        case .new: LocalizedText(vi: "mới", en: "new")
        case .withdrawn: LocalizedText(vi: "bỏ", en: "withdrawn")
        }
    }

    static func name(_ confidence: Confidence) -> LocalizedText {
        switch confidence {
        case .read: LocalizedText(vi: "đã đọc tài liệu", en: "read in the document")
        case .secondary: LocalizedText(vi: "theo nguồn thuật lại", en: "from an account of it")
        case .memory: LocalizedText(vi: "theo trí nhớ, cần đối chiếu", en: "from memory, to be checked")
        case .inferred: LocalizedText(vi: "suy luận", en: "inferred")
        }
    }

    static func name(_ answer: CompletionAnswer.Answer) -> LocalizedText {
        switch answer {
        case .complete: LocalizedText(vi: "đã hoàn thành", en: "complete")
        case .notComplete: LocalizedText(vi: "chưa hoàn thành", en: "not complete")
        case .notShown: LocalizedText(vi: "chưa xác định được", en: "not shown")
        case .noGates: LocalizedText(vi: "không có điều kiện nào để xét", en: "no gates known")
        }
    }

    static func name(_ state: EditionChoice.State) -> LocalizedText {
        switch state {
        case .notYet: LocalizedText(vi: "chưa bắt đầu", en: "not yet")
        case .open: LocalizedText(vi: "đang áp dụng", en: "open")
        case .closed: LocalizedText(vi: "đã hết", en: "closed")
        }
    }

    static func name(_ side: TransitionSide) -> LocalizedText {
        switch side {
        case .leaving: LocalizedText(vi: "phiên bản cũ", en: "edition left")
        case .entering: LocalizedText(vi: "phiên bản mới", en: "edition entered")
        }
    }

    static func name(_ scope: MilestoneScope) -> LocalizedText {
        switch scope {
        case .agencies: LocalizedText(vi: "cơ quan", en: "agencies")
        case .certificates: LocalizedText(vi: "giấy chứng nhận, không phải cơ quan", en: "certificates, not agencies")
        case .catalogue: LocalizedText(vi: "danh mục tiêu chuẩn", en: "the catalogue of standards")
        }
    }
}
