internal import Assessor
internal import CivilTime
internal import Model
package import Portfolio

/// What changed since a snapshot, as every format of the committee's page tells it: the units that came, went or moved, the shares, and
/// how many findings are worse or better. Units stand in the order of the register.
package struct SnapshotChanges {
    /// Units of which the same is to be said.
    package struct Group: Sendable {
        /// What is said of them, by id.
        package let id: String
        /// What is said of them.
        package let title: String
        /// The units, each with what it did where that differs.
        package let units: [(code: String, name: String, detail: String?)]
    }

    /// A share that changed.
    package struct Share: Sendable {
        /// What is asked, with its year.
        package let title: String
        /// How it was.
        package let before: String
        /// How it is.
        package let after: String
    }

    /// The day of the snapshot.
    package let day: String
    /// What has to be known where both were not measured alike; nil where they were.
    package let warning: String?
    /// The units that changed; groups of none are left out.
    package let groups: [Group]
    /// The shares that changed.
    package let shares: [Share]
    /// The findings, in a sentence.
    package let findings: String
    /// How many findings have nothing to be compared with, in a sentence; nil where all have.
    package let notCompared: String?

    private let heading: String

    /// What a comparison says in one language.
    package init(_ comparison: SnapshotComparison, _ phrasing: Phrasing) {
        let maker = SnapshotChangeMaking(comparison: comparison, phrasing: phrasing)
        day = phrasing.dates.text(comparison.before.asOf)
        heading = phrasing.pick("Thay đổi từ lần chốt ngày \(day)", "Changed since the snapshot of \(day)")
        warning =
            comparison.isSameRuler
            ? nil
            : phrasing.pick(
                "Hai lần chốt theo hai bộ yêu cầu khác nhau: thay đổi có thể chỉ do bộ yêu cầu (tính lại: snapshot --rebuild).",
                "The two were taken under different rules: a change may come from the rules alone (snapshot --rebuild takes them anew)."
            )
        groups = maker.groups
        shares = maker.shares
        findings = maker.findings
        notCompared = maker.notCompared
    }

    /// What the part is called.
    package var title: String { heading }
}

private struct SnapshotChangeMaking {
    let comparison: SnapshotComparison
    let phrasing: Phrasing

    private typealias Change = SnapshotComparison.UnitChange

    private func pick(_ vi: String, _ en: String) -> String { phrasing.pick(vi, en) }

    var groups: [SnapshotChanges.Group] {
        let kept = comparison.units.filter { $0.before != nil && $0.after != nil }
        let all = [
            group("new", "Mới có trong danh sách", "New in the register", comparison.units.filter { $0.before == nil }),
            group(
                "gone", "Không còn hoạt động", "No longer in being", comparison.units.filter { $0.after == nil }
            ) { $0.ended.map { phrasing.end($0) } },
            group(
                "declared", "Đã công bố theo phiên bản mới", "Declared to the new edition",
                kept.filter(\.isNewlyDeclared)),
            group(
                "no_longer_declared", "Trước đã công bố, nay không còn rõ", "Was declared, and no longer known to be",
                kept.filter(\.isNoLongerDeclared)),
            group(
                "moved", "Có thêm bước chuyển đổi", "Took steps of the switch",
                kept.filter { !$0.stepsTaken.isEmpty && !$0.isNewlyDeclared }
            ) { steps($0.stepsTaken) },
            group(
                "withdrawn", "Bước trước có, nay không còn nêu", "Steps stated before and no longer",
                kept.filter { !$0.stepsWithdrawn.isEmpty }
            ) { steps($0.stepsWithdrawn) },
        ]
        return (all + standings(kept)).filter { !$0.units.isEmpty }
    }

    private func standings(_ kept: [Change]) -> [SnapshotChanges.Group] {
        [
            group(
                "statement_came", "Bản khai mới có hoặc đọc lại được", "Statement came or could be read again",
                kept.filter { $0.before?.standing != .assessed && $0.after?.standing == .assessed }),
            group(
                "statement_gone", "Bản khai không còn hoặc không đọc được", "Statement gone or unreadable",
                kept.filter { $0.before?.standing == .assessed && $0.after?.standing != .assessed }),
            group(
                "now_late", "Nay đã quá hạn chuyển đổi", "Now past the date of the switch",
                kept.filter {
                    $0.after?.conversion?.lateness == .late && $0.before?.conversion?.lateness != .late
                }),
            group(
                "now_not_moving", "Nay không có bước nào trong thời gian theo dõi",
                "Now without a step for the time watched",
                kept.filter {
                    $0.after?.conversion?.movement == .notMoving && $0.before?.conversion?.movement != .notMoving
                }),
        ]
    }

    private func group(
        _ id: String, _ vi: String, _ en: String, _ changes: [Change], detail: (Change) -> String? = { _ in nil }
    ) -> SnapshotChanges.Group {
        SnapshotChanges.Group(
            id: id, title: pick(vi, en),
            units: changes.map { change in
                let name = change.name.map { "\($0) (\(change.code))" } ?? change.code
                return (change.code, name, detail(change))
            })
    }

    private func steps(_ steps: [ConversionNote.TakenStep]) -> String {
        let transition = phrasing.library.transitions.first { $0.id == comparison.after.transition }
        return steps.map { step in
            let label = transition?.step(step.step)?.label[phrasing.language] ?? step.step
            return "\(label) (\(phrasing.dates.text(step.on)))"
        }.joined(separator: ", ")
    }

    var shares: [SnapshotChanges.Share] {
        comparison.shares.compactMap { change in
            guard let after = change.after, after.count != nil, change.before?.count != after.count else { return nil }
            let rule = phrasing.library.setRules.first { $0.id == after.rule }
            let window = after.occurrence.map { pick(" – năm \($0.year)", " – \($0.year)") } ?? ""
            return SnapshotChanges.Share(
                title: (rule?.title[phrasing.language] ?? after.rule) + window,
                before: change.before.map { share($0) } ?? pick("chưa có", "none"), after: share(after))
        }
    }

    private func share(_ share: SnapshotShare) -> String {
        let verdict = AxisNames.name(share.verdict)[phrasing.language]
        guard let count = share.count else { return verdict }
        let numbers = NumberText(language: phrasing.language)
        let (met, of) = (numbers.text(count.met), numbers.text(count.of))
        return pick("\(met) trên \(of) (\(verdict))", "\(met) of \(of) (\(verdict))")
    }

    var notCompared: String? {
        let statements = comparison.withoutPartner
        let count = statements.map(\.changes.count).reduce(0, +)
        if count == 0 { return nil }
        let numbers = NumberText(language: phrasing.language)
        let (findings, of) = (numbers.text(count), numbers.text(statements.count))
        return pick(
            "Không so: \(findings) phát hiện của \(of) bản khai mới có hoặc không còn.",
            "Not compared: \(findings) finding\(count == 1 ? "" : "s") of \(of) statement\(statements.count == 1 ? "" : "s") that came or went."
        )
    }

    var findings: String {
        let numbers = NumberText(language: phrasing.language)
        let worse = numbers.text(comparison.count(.worse))
        let better = numbers.text(comparison.count(.better))
        let other = numbers.text(comparison.count(.other))
        let same = numbers.text(comparison.unchanged)
        return pick(
            "Phát hiện: \(worse) xấu đi, \(better) tốt lên, \(other) khác đi mà không xấu hơn hay tốt hơn, \(same) như cũ.",
            "Findings: \(worse) worse, \(better) better, \(other) different and neither, \(same) as before.")
    }
}
