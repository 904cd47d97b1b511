/// A point on which the law is silent: the readings it allows, the basis, and the one chosen unless a run says otherwise.
public struct Interpretation: Sendable {
    /// The name by which it is chosen.
    public let name: String
    /// What it decides.
    public let kind: InterpretationKind
    /// What it is about.
    public let title: LocalizedText
    /// What the readings rest on.
    public let basis: LocalizedText
    /// The readings, in order.
    public let choices: [Choice]
    /// The reading taken by default.
    public let standard: String
    /// Where it is declared.
    public let place: Place
}

/// What an interpretation decides.
public enum InterpretationKind: String, Sendable, Hashable, CaseIterable {
    /// Whether a year is a calendar year or twelve months back: `calendar`, `rolling`.
    case yearWindow = "year_window"
    /// Whether the first day of a period counts: `not_counted`, `counted`.
    case firstDay = "first_day"
    /// Whether a last day on a day off stays or moves to the next working day: `stays`, `moves`.
    case lastDayOff = "last_day_off"
    /// Whether the days ahead of an event are counted back from it, or have to be whole days in between:
    /// `counted_back`, `clear_days`.
    case daysAhead = "days_ahead"
    /// Anything else; expressions read it as `reading.NAME`.
    case condition

    /// The choices of a kind the engine itself understands; nil where the rule set names its own.
    public var fixedChoices: [Choice]? {
        switch self {
        case .yearWindow:
            [
                Choice(id: "calendar", label: LocalizedText(vi: "theo năm dương lịch", en: "by calendar year")),
                Choice(
                    id: "rolling", label: LocalizedText(vi: "theo 12 tháng liên tục", en: "by rolling twelve months")),
            ]
        case .firstDay:
            [
                Choice(
                    id: "not_counted",
                    label: LocalizedText(vi: "không tính ngày đầu tiên", en: "the first day is not counted")),
                Choice(
                    id: "counted", label: LocalizedText(vi: "tính cả ngày đầu tiên", en: "the first day is counted")),
            ]
        case .lastDayOff:
            [
                Choice(
                    id: "stays",
                    label: LocalizedText(vi: "ngày cuối giữ nguyên dù là ngày nghỉ", en: "a last day off stays")),
                Choice(
                    id: "moves",
                    label: LocalizedText(
                        vi: "ngày cuối là ngày nghỉ thì lùi đến ngày làm việc tiếp theo",
                        en: "a last day off moves to the next working day")),
            ]
        case .daysAhead:
            [
                Choice(
                    id: "counted_back",
                    label: LocalizedText(
                        vi: "tính lùi từ ngày sự kiện, không tính ngày đó",
                        en: "counted back from the day of the event, which does not count")),
                Choice(
                    id: "clear_days",
                    label: LocalizedText(
                        vi: "phải đủ số ngày trọn vẹn, không tính cả ngày thực hiện lẫn ngày sự kiện",
                        en: "whole days in between: neither the day of the act nor that of the event counts")),
            ]
        case .condition: nil
        }
    }
}
