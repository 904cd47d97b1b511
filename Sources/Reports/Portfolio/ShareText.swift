package import Assessor
package import CivilTime
package import Model

/// What is said of a share beside its numbers: the day it is counted on, and what other readings of the law give.
extension Phrasing {
    /// What a share comes to under one reading.
    package func reading(_ reading: SetReadingResult, of rule: SetRule) -> String {
        let numbers = NumberText(language: language)
        var text = self.reading(reading.interpretation, reading.choice)
        text += ": \(AxisNames.name(reading.verdict)[language])"
        if let count = reading.count {
            let (met, of) = (numbers.text(count.numerator), numbers.text(count.denominator))
            text += pick(", \(met) trên \(of) \(rule.counts.vi)", ", \(met) of \(of) \(rule.counts.en)")
        }
        return text + timing(reading.timing) + chosen(reading.isChosen)
    }

    /// How many of those counted came after their day; nil where none is known to have, or there is no such day.
    package func late(_ finding: SetFinding) -> String? {
        guard let late = finding.late, late.lowerBound > 0 else { return nil }
        let numbers = NumberText(language: language).text(late)
        return pick("trong đó \(numbers) sau hạn", "\(numbers) of them after the date")
    }

    /// Why it is not known whether a share is asked of the register at all; nil where it is known.
    package func doubt(_ finding: SetFinding) -> String? {
        guard finding.verdict == .undetermined, finding.count == nil else { return nil }
        let whether = pick(
            "chưa rõ có áp dụng cho danh sách này không", "not known whether it applies to this register")
        let vocabulary = library.vocabulary.ofRegisters
        let wanting = finding.waitsFor.map { path in
            vocabulary.field(at: path.fieldNames).map { "\($0.label[language]) (\(path.dotted))" } ?? path.dotted
        }
        return wanting.isEmpty
            ? whether : whether + pick(", vì chưa nêu ", ": not stated is ") + wanting.joined(separator: ", ")
    }

    /// How the clock of a share stands; of one whose day is past it may not be known whether it was reached.
    package func state(_ finding: SetFinding, asOf: CivilDate) -> String {
        if finding.verdict == .undetermined, finding.timing.state == .none, let due = finding.timing.due, due < asOf {
            return pick("quá hạn nếu chưa đạt", "overdue if not reached")
        }
        return AxisNames.name(finding.timing.state)[language]
    }

    /// On what day the members of a share are in being that are counted, where that is not the as-of day: a share of a window that is
    /// past has other members than the units of the day.
    package func countedOn(_ finding: SetFinding, asOf: CivilDate) -> String? {
        let day = finding.countedOn(asOf: asOf)
        guard finding.count != nil, day < asOf else { return nil }
        let (then, now) = (dates.text(day), dates.text(asOf))
        return pick(
            "đếm cơ quan, hệ thống đang hoạt động ngày \(then), kể cả nay không còn; số ở phần tóm tắt đếm ngày \(now)",
            "counted are those in being on \(then), also those that are no longer; the summary counts those of \(now)")
    }
}

extension SetFinding {
    /// The day on which the members that are counted are in being: the last of the window, or the as-of day.
    package func countedOn(asOf: CivilDate) -> CivilDate { min(timing.due ?? asOf, asOf) }
}
