internal import CivilTime
internal import Assessor
internal import Model

/// Lays out one finding: its line, the code frame, and what there is to say of it.
struct FindingText {
    let phrasing: Phrasing
    let style: TextStyle
    let wrapping: LineWrapping
    let statement: Statement
    var baseline: Baseline?

    /// Where the lines below a finding's first begin.
    private static let margin = 5

    func text(_ finding: Finding, changes: [WouldChange]) -> String {
        var text = head(finding)
        if let frame = frame(finding) { text += frame }
        for note in notes(finding, changes) { text += line(note) }
        return text
    }

    // MARK: The first line

    /// `file:line:col: level[rule-id] message`; the level is never translated, so that editors can read it.
    private func head(_ finding: Finding) -> String {
        let level = levelWord(finding)
        let place = "\(finding.location.place.position): "
        let mark = "\(level)[\(finding.rule.id)]"
        let plain = LineWrapping(width: wrapping.width).lines(
            phrasing.headline(finding), lead: "\(place)\(mark) ", indent: FindingText.margin)
        guard var first = plain.first else { return "" }
        first = place + style.paint(mark, style.tone(finding.level)) + first.dropFirst(place.count + mark.count)
        return ([first] + plain.dropFirst()).map { $0 + "\n" }.joined()
    }

    private func levelWord(_ finding: Finding) -> String {
        if let level = finding.level { return level.rawValue }
        if finding.waiver.isInForce { return "waived" }
        return finding.verdict == .conform ? "ok" : "info"
    }

    /// The frame, unless what decides is written nowhere.
    private func frame(_ finding: Finding) -> String? {
        let pointer = finding.location.pointer
        if finding.undeterminedBy.contains(where: { $0.state == .absent && $0.path.pointer == pointer }) { return nil }
        let frame = CodeFrame(finding.location.place).text
        return frame.isEmpty ? nil : style.paint(String(frame.dropLast()), .dim) + "\n"
    }

    // MARK: The lines below

    private struct Note {
        let label: String
        let text: String
    }

    private func line(_ note: Note) -> String {
        let margin = String(repeating: " ", count: FindingText.margin)
        let plain = wrapping.lines(note.text, lead: "\(margin)= \(note.label): ", indent: FindingText.margin + 2)
        return plain.map { $0 + "\n" }.joined()
    }

    private func notes(_ finding: Finding, _ changes: [WouldChange]) -> [Note] {
        var notes: [Note] = []
        func add(_ vi: String, _ en: String, _ text: String) {
            if !text.isEmpty { notes.append(Note(label: phrasing.pick(vi, en), text: text)) }
        }
        add("vì", "why", phrasing.because(finding, in: statement))
        add("căn cứ", "basis", phrasing.basis(of: finding.rule))
        for fact in finding.undeterminedBy.prefix(FindingText.toldFacts) {
            add("cần khai", "state", phrasing.missing(fact, in: statement))
        }
        let rest = finding.undeterminedBy.count - FindingText.toldFacts
        if rest > 0 { add("cần khai", "state", phrasing.pick("và \(rest) dữ liệu khác", "and \(rest) facts more")) }
        if finding.verdict.wantsRemedy { add("việc cần làm", "to do", finding.rule.remedy[phrasing.language]) }
        for other in finding.timing.others { add("mốc khác", "other date", phrasing.other(other)) }
        for reading in finding.readings { add("cách hiểu", "reading", phrasing.reading(reading, of: finding.rule)) }
        for change in phrasing.told(changes, of: finding) {
            add("sẽ đổi nếu", "would change", phrasing.change(change, of: finding, in: statement))
        }
        add("giả định", "assumed", phrasing.assumed(finding, in: statement))
        for fact in finding.reported { add("được nêu", "reported", phrasing.reported(fact)) }
        for read in finding.reads {
            if let text = phrasing.contradiction(read, of: finding, in: statement) {
                add("trái với", "contradicted", text)
            }
        }
        for text in phrasing.ages(finding, in: statement) { add("thời điểm khai", "age", text) }
        add("mức độ", "grade", phrasing.grade(of: finding) ?? "")
        add("độ tin cậy", "assurance", assurance(finding))
        add("điều kiện", "gate", gate(finding))
        add("chấp nhận", "waiver", WaiverText(language: phrasing.language).text(finding.waiver))
        if let state = baseline?.toldState(of: finding), state != .unchanged {
            add("so với mốc", "baseline", AxisNames.name(state)[phrasing.language])
        }
        return notes
    }

    /// Facts that are missing beyond these are counted.
    private static let toldFacts = 4

    /// How well the facts that decided are known, where any did.
    private func assurance(_ finding: Finding) -> String {
        switch finding.verdict {
        case .conform, .partial, .nonconform: AxisNames.name(finding.assurance)[phrasing.language]
        case .pending, .undetermined, .notApplicable, .notInForce, .error: ""
        }
    }

    /// What it keeps from being complete.
    private func gate(_ finding: Finding) -> String {
        guard let gate = finding.gate, finding.verdict != .conform, finding.verdict != .notApplicable else { return "" }
        let name = AxisNames.name(gate)[phrasing.language]
        return phrasing.pick("để \(name)", "needed for: \(name)")
    }
}
