internal import Assessor
internal import CivilTime
internal import Model

/// Waivers in words: at a finding, and one by one at the end of a report.
struct WaiverText {
    let language: Language
    private var dates: DateText { DateText(language) }

    private func pick(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    /// What a finding says of its waiver; empty where it has none.
    func text(_ state: WaiverState) -> String {
        let waiver: Waiver
        switch state {
        case .none: return ""
        case .inForce(let found), .expired(let found): waiver = found
        }
        let name = AxisNames.name(state, language) ?? ""
        return "\(name); \(basis(waiver))"
    }

    /// The document, who accepted, and why.
    func basis(_ waiver: Waiver) -> String {
        let day = dates.text(waiver.dated)
        return pick(
            "\(waiver.document) ngày \(day) của \(waiver.authority): \(waiver.reason)",
            "\(waiver.document) of \(day), \(waiver.authority): \(waiver.reason)")
    }

    /// One waiver of a run: its place, what it is for, and how it stands.
    func line(_ use: WaiverUse) -> String {
        let waiver = use.waiver
        let item = waiver.item.map { " (\($0))" } ?? ""
        let until = dates.text(waiver.until)
        let days = pick("đến hết ngày \(until)", "until \(until)")
        let parts = [days, AxisNames.name(use.standing)[language], self.use(use)].filter { !$0.isEmpty }
        return "\(waiver.place.position): \(waiver.rule), \(waiver.agency)\(item): \(parts.joined(separator: ", "))"
    }

    private func use(_ use: WaiverUse) -> String {
        if !use.isLookedAt {
            return pick("lần chạy này không xét đến", "not looked at in this run")
        }
        if use.isUnused {
            return pick("không dùng đến: không còn gì để chấp nhận", "unused: there is nothing to accept")
        }
        if use.findings == 0 { return "" }
        return pick(
            "\(use.findings) phát hiện", "\(use.findings) finding\(use.findings == 1 ? "" : "s")")
    }
}
