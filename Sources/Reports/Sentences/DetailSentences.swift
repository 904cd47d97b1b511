package import Assessor
internal import CivilTime
package import Model

/// The clauses beside the reason: what is missing, other dates, other readings, reports and contradictions.
extension Phrasing {
    /// What a missing fact needs: why it is not known, the question, the pointer, who can answer.
    package func missing(_ fact: MissingFact, in statement: Statement) -> String {
        let pointer = fact.path.pointer
        let question = question(of: fact.path) ?? fact.path.dotted
        let who = respondent(of: fact.path).map { pick(" Người trả lời: \($0).", " Who can answer: \($0).") } ?? ""
        switch fact.state {
        case .absent: return "\(pointer) · \(question)\(who)"
        case .unknown:
            return pick("\(pointer) (đã hỏi, chưa biết)", "\(pointer) (asked, not known)") + " · \(question)\(who)"
        case .vague(let date) where date.precision == .day:
            let day = dates.text(date)
            return pick("\(pointer) (khai ngày \(day), sau ngày xét)", "\(pointer) (\(day) is after the day assessed)")
                + " · \(question)\(who)"
        case .vague(let date):
            let known = dates.text(date)
            return pick(
                "\(pointer) (mới biết \(known), cần ngày)", "\(pointer) (only \(known) is known, the day is needed)")
                + " · \(question)\(who)"
        case .noneSoFar:
            let day = dates.text(statement.statedOn)
            return pick(
                "\(pointer) (đến ngày \(day) chưa có; cần khai tiếp)",
                "\(pointer) (none up to \(day); state what came since)")
                + " · \(question)\(who)"
        case .openList:
            return pick("\(pointer) (danh sách có thể chưa đủ)", "\(pointer) (the list may hold more)")
                + " · \(question)\(who)"
        }
    }

    /// Another authority's date for the same duty.
    package func other(_ date: OtherDate) -> String {
        let state = AxisNames.name(date.state)[language]
        let ref = date.ref.map { ", \($0)" } ?? ""
        let kind = date.sourceClass.map { " (\(AxisNames.name($0)[language]))" } ?? ""
        var text = "\(date.authority)\(ref)\(kind): \(dates.text(date.due)), \(state)"
        guard let days = date.days else { return text }
        switch date.state {
        case .overdue: text += " \(dates.days(-days))"
        case .doneLate: text += pick(" (chậm \(dates.days(-days)))", " (by \(dates.days(-days)))")
        case .upcoming, .dueSoon: text += pick(" (còn \(dates.days(days)))", " (\(dates.days(days)) left)")
        case .none, .doneOnTime: break
        }
        return text
    }

    /// What one fact would have to be for the verdict to change.
    func change(_ change: WouldChange, of finding: Finding, in statement: Statement) -> String {
        let name = label(of: change.path, in: statement, item: finding.item)
        let verdict = verdict(change.verdict, of: finding.rule)
        let need: String
        switch change.need {
        case .relation(let symbol, let value):
            var isDate = false
            if case .date = value { isDate = true }
            let phrase =
                (isDate ? ComparisonPhrase.ofDates : ComparisonPhrase.ofValues)[symbol]?.holds[language] ?? symbol
            need = "\(name) \(phrase) \(text(value))"
        case .stated: need = pick("khai \(name)", "\(name) is stated")
        case .none: need = pick("khai là không có \(name)", "\(name) is stated to be none")
        case .item(_, let days):
            let when = days.first == days.last ? pick("ngày ", "on ") : pick("trong thời gian ", "within ")
            need = pick("có \(name) \(when)\(dates.text(days))", "\(name): one \(when)\(dates.text(days))")
        }
        return "\(need) (\(change.path.pointer)) → \(verdict)"
    }

    /// What the rule comes to under another reading of the law.
    package func reading(_ result: ReadingResult, of rule: Rule) -> String {
        let verdict = verdict(result.verdict, of: rule)
        let name = reading(result.interpretation, result.choice)
        return "\(name): \(verdict)" + timing(result.timing, of: rule) + chosen(result.isChosen)
    }

    /// What a reading of the law is called: the point, and the choice.
    func reading(_ name: String, _ choice: String) -> String {
        let interpretation = library.interpretations[name]
        let title = interpretation?.title[language] ?? name
        let label = interpretation?.choices.first { $0.id == choice }?.label[language] ?? choice
        return "\(title) – \(label)"
    }

    /// How the clock stands under a reading, to follow its verdict; empty without one.
    func timing(_ timing: Timing, of rule: Rule? = nil) -> String {
        var text = ""
        if timing.state != .none {
            text += ", \(rule.map { name(timing.state, ofRule: $0.id) } ?? AxisNames.name(timing.state)[language])"
        }
        if let due = timing.due { text += pick(" (hạn \(dates.text(due)))", " (due \(dates.text(due)))") }
        return text
    }

    /// Marks the reading of the run.
    func chosen(_ isChosen: Bool) -> String { isChosen ? pick(" [đang chọn]", " [chosen]") : "" }

    /// What somebody reported of a fact without its parts.
    package func reported(_ fact: ReportedFact) -> String {
        let date = fact.date.map { ", \(dates.text($0))" } ?? ""
        let ref = fact.ref.map { ", \($0)" } ?? ""
        return "\(fact.by)\(ref)\(date): \(fact.says)"
    }

    /// What an inspector found instead of what is stated.
    package func contradiction(_ read: Read, of finding: Finding, in statement: Statement) -> String? {
        guard let contradiction = read.contradiction else { return nil }
        let name = label(of: read.path, in: statement, item: finding.item)
        let found = contradiction.found ?? contradiction.says ?? pick("khác với bản khai", "otherwise than stated")
        return pick("\(name): kiểm tra thấy \(found)", "\(name): the inspection found \(found)")
    }

    /// Which of the facts it rests on were assumed; empty where none was.
    package func assumed(_ finding: Finding, in statement: Statement) -> String {
        let paths =
            finding.reads.filter(\.isAssumed).map(\.path) + finding.undeterminedBy.filter(\.isAssumed).map(\.path)
        var names: [String] = []
        for path in paths {
            let name = label(of: path, in: statement, item: finding.item)
            if !names.contains(name) { names.append(name) }
        }
        return few(names)
    }

    /// That facts are old, or younger than the day assessed.
    package func ages(_ finding: Finding, in statement: Statement) -> [String] {
        var stale: [Int: [String]] = [:]
        var later: [String] = []
        for read in finding.reads {
            var name: String { label(of: read.path, in: statement, item: finding.item) }
            switch read.age {
            case .current: continue
            case .stale(let days): stale[days, default: []].append(name)
            case .statedLater: later.append(name)
            }
        }
        var ages = stale.sorted { $0.key < $1.key }.map { days, names in
            pick("khai cách đây \(dates.days(days)): ", "stated \(dates.days(days)) ago: ") + few(each(names))
        }
        if !later.isEmpty {
            let lead = pick("khai sau ngày xét, không ghi ngày: ", "stated after the day assessed, undated: ")
            ages.append(lead + few(each(later)))
        }
        return ages
    }

    /// Names, each once.
    private func each(_ names: [String]) -> [String] {
        names.indices.filter { !names[..<$0].contains(names[$0]) }.map { names[$0] }
    }

    /// The first few of some names, the rest counted.
    private func few(_ names: [String]) -> String {
        let most = 3
        let told = names.prefix(most).joined(separator: "; ")
        let rest = names.count - most
        return rest > 0 ? told + pick(" và \(rest) dữ liệu khác", " and \(rest) more") : told
    }

    /// A document somebody named as evidence.
    package func evidence(_ evidence: Evidence) -> String {
        let name = evidence.ref ?? evidence.title ?? evidence.file ?? ""
        let date = evidence.dated.map { pick(" ngày \(dates.text($0))", " of \(dates.text($0))") } ?? ""
        return name + date
    }
}
