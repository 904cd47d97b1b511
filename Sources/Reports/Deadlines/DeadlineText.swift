internal import Assessor
internal import CivilTime
public import Model

/// The list of deadlines people read, in one language, at 100 columns: what is past first, all in order of date.
public struct DeadlineText {
    private let report: DeadlineReport
    private let phrasing: Phrasing
    private let style: TextStyle
    private let wrapping = LineWrapping(width: 100)

    /// Text in one language.
    public init(_ report: DeadlineReport, _ language: Language, isColoured: Bool = false) {
        self.report = report
        phrasing = report.phrasing(language)
        style = TextStyle(isColoured: isColoured)
    }

    /// The whole list; nothing where no statement could be assessed.
    public var text: String {
        let list = report.list
        guard !list.statements.isEmpty else { return "" }
        let open = list.open
        let past = open.filter { $0.due < list.asOf }
        let ahead = open.filter { $0.due >= list.asOf }
        var text = heading(list)
        text += group(phrasing.pick("Trước ngày xét", "Before the day assessed"), past)
        text += group(phrasing.pick("Từ ngày xét", "From the day assessed on"), ahead)
        return text + "\n" + ending(list, open)
    }

    private func heading(_ list: DeadlineList) -> String {
        let asOf = phrasing.dates.text(list.asOf)
        let until = phrasing.dates.text(list.until)
        let count = list.statements.count
        let title = phrasing.pick(
            "Hạn của \(count) bản khai, xét tại ngày \(asOf), đến hết ngày \(until)",
            "Deadlines of \(counted(count, "statement")) as of \(asOf), up to \(until)")
        let subjects = list.statements.map { statement in
            let stated = phrasing.dates.text(statement.statedOn)
            let words = phrasing.pick("bản khai nói đến hết ngày \(stated)", "the statement speaks up to \(stated)")
            return lines("\(phrasing.agency(statement)): \(words)", lead: "  ", indent: 4)
        }
        let assumed = AssumptionText(phrasing: phrasing, style: style, wrapping: wrapping)
        return style.paint(title, .bold) + "\n" + zip(list.statements, subjects).map { $1 + assumed.text($0) }.joined()
    }

    private func group(_ name: String, _ deadlines: [Deadline]) -> String {
        guard !deadlines.isEmpty else { return "" }
        let heading = style.paint("── \(name): \(deadlines.count)", .bold)
        return "\n\(heading)\n" + deadlines.map { "\n" + entry($0) }.joined()
    }

    private func entry(_ deadline: Deadline) -> String {
        let date = phrasing.dates.text(deadline.due)
        var head = lines("\(phrasing.standing(deadline)): \(phrasing.title(deadline))", lead: "\(date)  ", indent: 12)
        head = style.paint(date, tone(deadline.standing)) + head.dropFirst(date.count)
        var text = head
        func add(_ vi: String, _ en: String, _ words: String?) {
            guard let words, !words.isEmpty else { return }
            text += lines(words, lead: "     = \(phrasing.pick(vi, en)): ", indent: 7)
        }
        if report.list.statements.count > 1 { add("cơ quan", "agency", phrasing.agency(deadline.statement)) }
        add("hạn do", "set by", authority(deadline))
        add("căn cứ", "basis", phrasing.basis(deadline))
        add("người trả lời", "who", phrasing.responsible(deadline)?[phrasing.language])
        add("vì", "why", phrasing.reason(deadline))
        for fact in deadline.finding.undeterminedBy.prefix(2) {
            add("cần khai", "state", phrasing.missing(fact, in: deadline.statement))
        }
        add("việc cần làm", "to do", deadline.finding.rule.remedy[phrasing.language])
        for reading in phrasing.otherReadings(deadline) { add("cách hiểu", "reading", reading) }
        add("yêu cầu", "rule", "\(deadline.finding.rule.id), \(deadline.finding.location.place.position)")
        return text
    }

    private func authority(_ deadline: Deadline) -> String {
        let kind = DeadlineNames.name(deadline.authority)[phrasing.language]
        let legal = phrasing.legalDate(deadline).map {
            phrasing.pick("; mốc pháp lý \($0)", "; the legal date is \($0)")
        }
        return "\(phrasing.authority(deadline)), \(kind)\(legal ?? "")"
    }

    private func tone(_ standing: DeadlineStanding) -> TextStyle.Tone {
        switch standing {
        case .overdue: .error
        case .dueSoon: .warning
        case .overdueIfNotDone, .upcoming: .note
        case .doneOnTime, .doneLate, .done: .good
        }
    }

    /// The counts, and whether they are all.
    private func ending(_ list: DeadlineList, _ open: [Deadline]) -> String {
        var text: String
        if open.isEmpty {
            text = phrasing.pick("Không có hạn nào trong thời gian này.", "Nothing is due in this time.")
        } else {
            let standings: [DeadlineStanding] = [.overdue, .overdueIfNotDone, .dueSoon, .upcoming]
            let parts = standings.compactMap { standing -> String? in
                let count = open.filter { $0.standing == standing }.count
                return count == 0 ? nil : "\(DeadlineNames.name(standing)[phrasing.language]) \(count)"
            }
            text = phrasing.pick("Tổng hợp: ", "Summary: ") + parts.joined(separator: " · ")
        }
        text = lines(text, lead: "", indent: 2)
        guard report.problems.contains(where: \.isError) else { return text }
        let incomplete = phrasing.pick(
            "Chưa đầy đủ: có tệp không đọc được.", "Incomplete: some input could not be read.")
        return text + style.paint(incomplete, .error) + "\n"
    }

    private func lines(_ text: String, lead: String, indent: Int) -> String {
        wrapping.lines(text, lead: lead, indent: indent).map { $0 + "\n" }.joined()
    }

    private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
