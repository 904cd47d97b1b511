internal import CivilTime
internal import Model

/// What differs between two results, in words.
struct DifferenceText {
    let language: Language
    private let dates: DateText

    init(_ language: Language) {
        self.language = language
        dates = DateText(language)
    }

    func pick(_ vi: String, _ en: String) -> String {
        switch language {
        case .vi: vi
        case .en: en
        }
    }

    func text(_ difference: Difference) -> String {
        switch difference {
        case .fact(let pointer, let from, let to): return "\(pointer): \(text(from)) → \(text(to))"
        case .statement: return pick("nội dung tệp bản khai khác nhau", "the statement's file differs")
        case .table(let name): return pick("bảng \(name) khác nhau", "the table \(name) differs")
        case .statedOn(let from, let to):
            return pick(
                "bản khai nói đến hết ngày: \(dates.text(from)) → \(dates.text(to))",
                "the statement speaks up to: \(dates.text(from)) → \(dates.text(to))")
        case .assumption(let fact, let value, let side):
            return pick(
                "chỉ \(side.name) giả định: \(fact) = \(value)", "assumed in \(side.name) alone: \(fact) = \(value)")
        case .inspections: return pick("biên bản kiểm tra khác nhau", "the inspection records differ")
        case .noResult(let side):
            return pick("\(side.name) không có kết quả của cơ quan này", "\(side.name) has no result on this agency")
        case .asOf(let from, let to):
            return pick(
                "ngày xét: \(dates.text(from)) → \(dates.text(to))", "as of: \(dates.text(from)) → \(dates.text(to))")
        case .dueBetween(let due):
            return pick(
                "hạn \(dates.text(due)) nằm giữa hai ngày xét",
                "the due day \(dates.text(due)) lies between the two days")
        case .actBetween(let pointer, let day):
            return pick(
                "\(pointer): việc ngày \(dates.text(day)) nằm giữa hai ngày xét",
                "\(pointer): the act of \(dates.text(day)) lies between the two days")
        case .interpretation(let name, let from, let to):
            return pick("cách hiểu \(name): ", "reading \(name): ") + "\(from ?? none) → \(to ?? none)"
        case .readingResult(let name, let choice, let verdict, let side):
            let result = AxisNames.name(verdict)[language]
            return pick(
                "chính \(side.name) cho thấy theo \(name) = \(choice): \(result)",
                "\(side.name) itself gives under \(name) = \(choice): \(result)")
        case .ruleSet(let id, let from, let to): return ruleSet(id, from, to)
        case .noRule(let rule, let side):
            return pick("\(side.name) không xét yêu cầu \(rule)", "\(side.name) does not look at the rule \(rule)")
        case .inForce: return pick("hiệu lực của yêu cầu khác nhau", "the rule is in force in one of them alone")
        case .profile(let from, let to): return pick("bộ chọn: ", "profile: ") + "\(from) → \(to)"
        case .parameter(let name, let from, let to):
            return pick("tham số \(name): ", "parameter \(name): ") + "\(from ?? none) → \(to ?? none)"
        case .vocabulary: return pick("danh mục thông tin khác nhau", "the vocabulary differs")
        case .selection: return pick("các yêu cầu được chọn khác nhau", "other rules are selected")
        case .grades: return pick("mức của yêu cầu được đặt khác nhau", "other grades are set")
        case .waivers: return pick("các mục chấp nhận tạm thời khác nhau", "the waivers differ")
        case .holidays: return pick("lịch ngày nghỉ khác nhau", "the calendars of days off differ")
        case .program(let from, let to):
            return pick("phiên bản chương trình: ", "program version: ") + "\(from) → \(to)"
        }
    }

    private var none: String { pick("không có", "none") }

    private func ruleSet(_ id: String, _ from: String?, _ to: String?) -> String {
        let name = pick("bộ yêu cầu \(id)", "rule set \(id)")
        if let from, from == to {
            return "\(name) \(from): " + pick("cùng phiên bản, nội dung tệp khác nhau", "same version, other files")
        }
        return "\(name): \(from ?? none) → \(to ?? none)"
    }

    private func text(_ seen: Difference.FactSeen) -> String {
        switch seen {
        case .value(let value, let isAssumed): text(value) + assumed(isAssumed)
        case .missing(let reason, let isAssumed): missing(reason) + assumed(isAssumed)
        case .stated: pick("có khai", "stated")
        case .unread: pick("không xét đến", "not looked at")
        }
    }

    private func assumed(_ isAssumed: Bool) -> String { isAssumed ? pick(" (giả định)", " (assumed)") : "" }

    private func missing(_ reason: JSONValue) -> String {
        switch reason {
        case "absent": return pick("chưa khai", "not stated")
        case "unknown": return pick("đã hỏi, chưa biết", "asked, not known")
        case "open_list": return pick("danh sách có thể chưa đủ", "a list that may hold more")
        case .object, .array, .string, .integer, .boolean, .null:
            guard case .string(let date)? = reason["vague"] else { return pick("chưa rõ", "not known") }
            return pick("mới biết \(date)", "only \(date) is known")
        }
    }

    /// A value: days as people write them, texts in quotes, lists by their length.
    private func text(_ value: JSONValue) -> String {
        switch value {
        case .null: return none
        case .boolean(let boolean): return boolean ? pick("có", "yes") : pick("không", "no")
        case .integer(let integer): return String(integer)
        case .string(let text):
            if let day = try? CivilDate.parse(text) { return dates.text(day) }
            return "“\(text)”"
        case .object:
            if case .integer(let count)? = value["count"] {
                return pick("\(count) mục", "\(count) item\(count == 1 ? "" : "s")")
            }
            if value["record"] != nil { return pick("có khai", "stated") }
            return pick("chưa rõ", "not known")
        case .array: return value.text(.compact)
        }
    }

    /// What a kind of cause is called.
    func name(_ kind: Cause.Kind) -> String {
        switch kind {
        case .facts: pick("thông tin khai", "facts")
        case .date: pick("ngày xét", "date")
        case .reading: pick("cách hiểu quy định", "reading")
        case .rules: pick("bộ yêu cầu", "rules")
        case .program: pick("chương trình", "program")
        }
    }

    /// How sure a cause is, in the words before it.
    func lead(_ certainty: Cause.Certainty) -> String {
        switch certainty {
        case .only: pick("do", "because of")
        case .shown: pick("do", "because of")
        case .possible: pick("có thể do", "possibly because of")
        }
    }
}
