internal import Assessor
internal import Model
internal import Portfolio
internal import Reports

/// What units miss: by requirement, and unit by unit as titles.
extension CommitteePage {
    /// How many requirements are told.
    private static let toldRequirements = 20

    var missed: [CommitteeView.Missed] {
        portfolio.missed.prefix(Self.toldRequirements).map { missed in
            let rule = library.rule(missed.rule)
            return CommitteeView.Missed(
                rule: missed.rule, ruleTitle: phrasing.ruleTitle(missed.rule),
                basis: rule.map { phrasing.basis(of: $0) } ?? missed.rule, missing: number.text(missed.missing),
                pending: number.text(missed.pending), conform: number.text(missed.conform),
                undetermined: number.text(missed.undetermined), applicable: number.text(missed.applicable))
        }
    }

    var moreMissed: String? {
        let rest = portfolio.missed.count - Self.toldRequirements
        guard rest > 0 else { return nil }
        return phrasing.pick(
            "Còn \(number.text(rest)) yêu cầu khác có cơ quan chưa đáp ứng; xem bản JSON.",
            "\(number.text(rest)) more requirement\(rest == 1 ? " is" : "s are") missed by some unit; the JSON has them."
        )
    }

    var gaps: [CommitteeView.Gap] {
        portfolio.units.compactMap { unit in
            guard let missed = unit.missed, !missed.isEmpty else { return nil }
            let name = unit.name.map { "\($0) (\(unit.unit.code))" } ?? unit.unit.code
            return CommitteeView.Gap(
                code: unit.unit.code, link: links.link(unit, name, in: portfolio.register),
                gapCount: number.text(missed.count),
                titles: missed.map { phrasing.ruleTitle($0) }.joined(separator: "; "))
        }
    }

    /// How many units have none, which is not to say that they conform.
    var withoutGaps: String? {
        let count = portfolio.units.count { $0.missed?.isEmpty == true }
        guard count > 0 else { return nil }
        return phrasing.pick(
            "\(number.text(count)) cơ quan khác có bản khai chưa có điểm nào được xác định là chưa đáp ứng; điều chưa rõ vẫn có thể chưa đáp ứng.",
            "Of \(number.text(count)) other unit\(count == 1 ? "" : "s") with a statement no gap is known; what is undetermined may still be one."
        )
    }
}
