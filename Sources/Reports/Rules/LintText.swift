internal import CivilTime
public import Model

/// What a library that loaded without errors is known to hold, and what of it was not read in a text.
///
/// Loading has proved every transition: each clause of both editions once, pairs in both tables but for the listed ones, nothing
/// carried that may not be. What stands here is for the person who has to check the rest by hand.
public struct LintText {
    private let phrasing: Phrasing

    /// Text in one language.
    public init(_ language: Language, library: RuleLibrary) {
        phrasing = Phrasing(language, library: library)
    }

    /// The whole text.
    public func text() -> String {
        let library = phrasing.library
        var text = ""
        for set in library.sets { text += self.text(set) }
        for transition in library.transitions { text += "\n" + self.text(transition) }
        return text
    }

    private func text(_ set: RuleSet) -> String {
        let weak = set.rules.filter { $0.provenance != .text }
        var lines = lines(isProvisional: set.status == .provisional)
        lines.paragraph(
            phrasing.pick(
                "\(set.rules.count) yêu cầu, \(weak.count) không đọc trực tiếp từ văn bản",
                "\(set.rules.count) rules, \(weak.count) not read in the text"), lead: "\(set.id) \(set.version): ")
        for provenance in [Provenance.secondary, .inferred] {
            let ids = weak.filter { $0.provenance == provenance }.map(\.id)
            if ids.isEmpty { continue }
            let name = AxisNames.name(provenance)[phrasing.language]
            lines.paragraph(ids.joined(separator: " "), lead: "  \(name) (\(ids.count)): ")
        }
        return lines.text
    }

    private func text(_ transition: Transition) -> String {
        let layout = TransitionLintText(transition, phrasing: phrasing)
        var lines = lines(isProvisional: transition.isProvisional)
        layout.write(&lines)
        return lines.text
    }

    /// Lines that say they are provisional where what they tell of is.
    private func lines(isProvisional: Bool) -> TransitionLines {
        TransitionLines(
            phrasing.language, isProvisional: isProvisional, style: TextStyle(isColoured: false), width: 100)
    }
}

/// What one transition holds.
private struct TransitionLintText {
    let transition: Transition
    let phrasing: Phrasing

    init(_ transition: Transition, phrasing: Phrasing) {
        self.transition = transition
        self.phrasing = phrasing
    }

    private func pick(_ vi: String, _ en: String) -> String { phrasing.pick(vi, en) }

    func write(_ lines: inout TransitionLines) {
        let status = AxisNames.name(transition.status)[phrasing.language]
        let pairs = PairCounts(transition)
        lines.paragraph(
            pick(
                "\(transition.leaving.count) + \(transition.entering.count) điều khoản, đủ cả hai phía; \(pairs.both) cặp hai chiều, \(pairs.enteringOnly) + \(pairs.leavingOnly) cặp một chiều đã liệt kê; \(transition.documents.count) loại tài liệu; \(transition.steps.count) bước",
                "\(transition.leaving.count) + \(transition.entering.count) clauses, total on both sides; \(pairs.both) pairs both ways, \(pairs.enteringOnly) + \(pairs.leavingOnly) listed as one-way; \(transition.documents.count) kinds of document; \(transition.steps.count) steps"
            ), lead: "\(transition.id) \(transition.version) (\(status)): ")
        for side in TransitionSide.allCases { write(side, &lines) }
        let steps = transition.steps.filter { $0.provenance != .text }
        list(pick("bước không đọc từ văn bản", "steps not read in the text"), steps.map(\.id), &lines)
        let documents = transition.documents.filter { $0.confidence != .read }
        list(
            pick("dòng tài liệu chưa đọc nguồn", "rows on documents not read in a source"), documents.map(\.kind),
            &lines)
        let work = transition.work.filter { $0.confidence != .read }.map(\.id)
        list(pick("loại công việc chưa đọc nguồn", "classes of work not read in a source"), work, &lines)
        let milestones = transition.milestones.filter { $0.confidence != .read }.map(\.date.description)
        list(pick("mốc chưa đọc nguồn", "dates not read in a source"), milestones, &lines)
        if let roadmap = transition.roadmap, roadmap.confidence != .read {
            let confidence = TransitionNames.name(roadmap.confidence)[phrasing.language]
            lines.paragraph(
                pick(
                    "\(confidence), \(roadmap.milestones.count) mốc",
                    "\(confidence), \(roadmap.milestones.count) milestones"),
                lead: pick("  lộ trình mẫu: ", "  proposed roadmap: "))
        }
        let windows = (transition.declarable?.windows ?? []).filter { $0.provenance != .text }.map(\.edition)
        list(
            pick("phiên bản được công bố, chưa đọc văn bản", "editions that may be declared, not read in the text"),
            windows, &lines)
        for id in [transition.leaves, transition.enters] {
            guard let edition = phrasing.library.editions[id] else { continue }
            let vi = TransitionNames.name(edition.titles.vi)[phrasing.language]
            let en = TransitionNames.name(edition.titles.en)[phrasing.language]
            lines.paragraph(
                pick("tiếng Việt \(vi); tiếng Anh \(en)", "Vietnamese \(vi); English \(en)"),
                lead: pick("  tên điều khoản của \(id): ", "  titles of \(id): "))
        }
    }

    private func write(_ side: TransitionSide, _ lines: inout TransitionLines) {
        let rows = transition.rows(side)
        let name = TransitionNames.name(side)[phrasing.language]
        let dispositions = Disposition.allCases.compactMap { disposition -> String? in
            let count = rows.count { $0.disposition == disposition }
            return count > 0 ? "\(disposition.rawValue) \(count)" : nil
        }
        let carries = CarryPolicy.allCases.map { policy in
            "\(policy.rawValue) \(rows.count { $0.carry == policy })"
        }
        lines.paragraph(
            dispositions.joined(separator: " · ") + "; carry: " + carries.joined(separator: " · "), lead: "  \(name): ")
        for confidence in [Confidence.secondary, .memory, .inferred] {
            let weak = rows.filter { $0.confidence == confidence }.map(\.clause.number)
            list("  \(TransitionNames.name(confidence)[phrasing.language])", weak, &lines)
        }
    }

    private func list(_ name: String, _ ids: [String], _ lines: inout TransitionLines) {
        if ids.isEmpty { return }
        lines.paragraph(ids.joined(separator: " "), lead: "  \(name) (\(ids.count)): ")
    }
}

/// How many pairs of clauses stand in both tables, and in one alone.
private struct PairCounts {
    let both: Int
    let enteringOnly: Int
    let leavingOnly: Int

    private struct Pair: Hashable {
        let left: ClauseID
        let entered: ClauseID
    }

    init(_ transition: Transition) {
        let entering = Set(
            transition.entering.flatMap { row in row.counterparts.map { Pair(left: $0, entered: row.clause) } })
        let leaving = Set(
            transition.leaving.flatMap { row in row.counterparts.map { Pair(left: row.clause, entered: $0) } })
        both = entering.intersection(leaving).count
        enteringOnly = entering.subtracting(leaving).count
        leavingOnly = leaving.subtracting(entering).count
    }
}
