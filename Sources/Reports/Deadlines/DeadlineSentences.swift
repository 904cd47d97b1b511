public import Assessor
internal import CivilTime
public import Model
internal import YAMLTree

/// The words of deadlines, the same in every format.
extension Phrasing {
    /// The requirement, its item, and the period of a duty that comes again.
    package func title(_ deadline: Deadline) -> String {
        let finding = deadline.finding
        var title = finding.rule.title[language]
        if let item = finding.item { title += " (\(itemName(item.key)))" }
        if case .clock(let clock) = finding.reason, let window = clock.window { title += " – \(dates.window(window))" }
        return title
    }

    /// How it stands, with days: `quá hạn 12 ngày`, `còn 3 ngày, chưa rõ đã thực hiện hay chưa`.
    package func standing(_ deadline: Deadline) -> String {
        switch deadline.standing {
        case .overdue, .overdueIfNotDone:
            let days = dates.days(-(deadline.days ?? 0))
            if deadline.standing == .overdue { return pick("quá hạn \(days)", "\(days) overdue") }
            return pick("quá hạn \(days) nếu chưa làm", "\(days) overdue if not done")
        case .upcoming, .dueSoon:
            let left = remaining(deadline.days ?? 0)
            if deadline.isDoneKnown { return left }
            return left + pick(", chưa rõ đã thực hiện hay chưa", ", not known whether done")
        case .doneOnTime, .doneLate, .done:
            let name = DeadlineNames.name(deadline.standing)[language]
            return deadline.done.map { "\(name) (\(dates.text($0.date)))" } ?? name
        }
    }

    /// The agency, with the code it goes by.
    package func agency(_ statement: Statement) -> String {
        let code = statement.agencyCode
        guard let name = statement.agencyName else { return code ?? statement.source.name }
        return code.map { "\(name) (\($0))" } ?? name
    }

    /// Who set the date: the law's source and its class, or the plan or letter.
    package func authority(_ deadline: Deadline) -> String {
        switch deadline.authority {
        case .law(let id):
            guard let source = id.flatMap({ library.sources[$0] }) else { return id ?? "" }
            return "\(source.short[language]) (\(AxisNames.name(source.sourceClass)[language]))"
        case .directed(let authority, let ref, let sourceClass, _):
            let name = ref.map { "\(authority), \($0)" } ?? authority
            return sourceClass.map { "\(name) (\(AxisNames.name($0)[language]))" } ?? name
        }
    }

    /// The rule's citations, and how they were read where that was not in the text.
    func basis(_ deadline: Deadline) -> String {
        let rule = deadline.finding.rule
        let citations = citations.text(of: rule)
        return rule.provenance == .text
            ? citations : "\(citations) (\(AxisNames.name(rule.provenance)[language]))"
    }

    /// Who in the agency can say whether it is done: the respondent of the fact, or of the nearest record around it.
    package func responsible(_ deadline: Deadline) -> LocalizedText? {
        var names = deadline.fact?.fieldNames ?? []
        while !names.isEmpty {
            if let id = library.vocabulary.field(at: names)?.respondent { return library.vocabulary.respondents[id] }
            names.removeLast()
        }
        return nil
    }

    /// The other readings of the law that lead to another date or another result, for the legal date.
    func otherReadings(_ deadline: Deadline) -> [String] {
        switch deadline.authority {
        case .law: deadline.finding.readings.map { reading($0, of: deadline.finding.rule) }
        case .directed: []
        }
    }

    /// Why it stands as it does: the finding's sentence for the legal date, the date's own for one that somebody else set.
    func reason(_ deadline: Deadline) -> String {
        guard case .directed(let authority, _, _, _) = deadline.authority else {
            return because(deadline.finding, in: deadline.statement)
        }
        let due = dates.text(deadline.due)
        let last = pick("hạn cuối theo \(authority) là ngày \(due)", "the last day set by \(authority) is \(due)")
        return sentence([last, standing(deadline)])
    }

    /// What the law's own date is, for a date that somebody else set.
    func legalDate(_ deadline: Deadline) -> String? {
        switch deadline.authority {
        case .law: nil
        case .directed: deadline.finding.timing.due.map { dates.text($0) }
        }
    }
}

/// What the standings of deadlines and the kinds of their authorities are called.
public enum DeadlineNames {
    /// How a deadline stands.
    public static func name(_ standing: DeadlineStanding) -> LocalizedText {
        switch standing {
        case .upcoming: AxisNames.name(Timing.State.upcoming)
        case .dueSoon: AxisNames.name(Timing.State.dueSoon)
        case .overdue: AxisNames.name(Timing.State.overdue)
        case .overdueIfNotDone: LocalizedText(vi: "quá hạn nếu chưa làm", en: "overdue if not done")
        case .doneOnTime: AxisNames.name(Timing.State.doneOnTime)
        case .doneLate: AxisNames.name(Timing.State.doneLate)
        case .done:
            LocalizedText(vi: "đã thực hiện, chưa rõ có đúng hạn không", en: "done, not known whether in time")
        }
    }

    /// Whether the date is the law's or was directed by a plan or letter.
    public static func name(_ authority: DeadlineAuthority) -> LocalizedText {
        switch authority {
        case .law: LocalizedText(vi: "mốc pháp lý", en: "legal date")
        case .directed: LocalizedText(vi: "mốc chỉ đạo", en: "directed date")
        }
    }
}
