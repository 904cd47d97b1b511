public import Assessor
public import CivilTime
public import Model

/// What followed inspection records: the state of each, its term, its points.
public struct FollowUpReport {
    private let followUps: [FollowUp]
    private let asOf: CivilDate
    private let context: AssessmentContext

    /// A report of some records, in the order in which they come.
    public init(_ followUps: [FollowUp], in context: AssessmentContext, asOf: CivilDate) {
        self.followUps = followUps
        self.context = context
        self.asOf = asOf
    }

    /// Whether a term of the law is past with something not reported.
    public var hasOverdue: Bool { followUps.contains { $0.standing == .overdue } }

    /// As text in one language.
    public func text(_ language: Language, isColoured: Bool = false) -> String {
        paper(language).plainText(isColoured: isColoured)
    }

    /// As Markdown in one language.
    public func markdown(_ language: Language) -> String { paper(language).markdown }

    /// For programs.
    public var json: JSONValue {
        .object([
            "schema_version": .integer(1), "as_of": .string(asOf.description),
            "records": .array(followUps.map { InspectionJSON.followUp($0) }),
            "files": .array(
                followUps.map { InspectionFile($0, in: context).map { InspectionJSON.file($0) } ?? .null }),
        ])
    }

    private func paper(_ language: Language) -> WorkingPaper {
        let phrasing = Phrasing(language, library: context.library)
        var paper = WorkingPaper()
        let day = phrasing.dates.text(asOf)
        paper.title(
            phrasing.pick(
                "Theo dõi khắc phục sau kiểm tra, tính đến ngày \(day)", "Follow-up of inspections as of \(day)"))
        for followUp in followUps {
            let inspection = followUp.inspection
            let record = phrasing.recordName(inspection.record, inspection.signedOn)
            let form = InspectionWords.name(inspection.form)[language]
            paper.section("\(inspection.agency): \(record) (\(form))")
            FollowUpLines(phrasing).add(followUp, to: &paper)
            guard let file = InspectionFile(followUp, in: context) else { continue }
            paper.head(
                phrasing.pick(
                    "Hồ sơ kiểm tra (Điều 39 Thông tư 26/2014/TT-BKHCN)",
                    "Inspection file (Article 39 of Circular 26/2014/TT-BKHCN)"))
            InspectionFileLines(phrasing).add(file, to: &paper)
        }
        return paper
    }
}

/// The lines about one record's corrections.
struct FollowUpLines {
    private let phrasing: Phrasing

    init(_ phrasing: Phrasing) { self.phrasing = phrasing }

    private func pick(_ vi: String, _ en: String) -> String { phrasing.pick(vi, en) }

    func add(_ followUp: FollowUp, to paper: inout WorkingPaper) {
        let state = InspectionWords.name(followUp.state)[phrasing.language]
        paper.item(pick("Tình trạng: \(state)", "State: \(state)"))
        if followUp.isCalledFor != .no { paper.item(term(followUp)) }
        for reading in followUp.term.others where followUp.isCalledFor != .no {
            paper.item(self.reading(reading, followUp), depth: 1)
        }
        if let day = followUp.directedBy, followUp.isCalledFor != .no {
            let date = phrasing.dates.text(day)
            let past = followUp.isPastDirected ? pick("; đã qua ngày này", "; that day is past") : ""
            paper.item(
                pick(
                    "Văn bản của đơn vị kiểm tra yêu cầu xong đến hết ngày \(date)\(past)",
                    "The inspecting unit's letter asks for it by the end of \(date)\(past)"))
        }
        for point in followUp.points { paper.item(self.point(point)) }
    }

    /// The term of the corrective report, and how it stands.
    func term(_ followUp: FollowUp) -> String {
        let term = followUp.term
        let basis = term.rule.map { " (\(phrasing.citations.text($0.citation)))" } ?? ""
        let due = term.due.map { phrasing.dates.text($0) } ?? ""
        switch followUp.standing {
        case .noTerm:
            return pick(
                "Báo cáo khắc phục: pháp luật không ấn định thời hạn cho hình thức này",
                "Corrective report: the law sets no term for this form")
        case .notKnown:
            if let year = term.missingHolidays {
                let file = HolidayYear.fileName(year)
                return pick(
                    "Báo cáo khắc phục: chưa tính được hạn, cần tệp \(file)\(basis)",
                    "Corrective report: its last day is not known without \(file)\(basis)")
            }
            return pick(
                "Báo cáo khắc phục: chưa rõ có thời hạn không\(due.isEmpty ? "" : "; nếu có thì hết ngày \(due)")\(basis)",
                "Corrective report: not known whether there is a term\(due.isEmpty ? "" : "; if so, the end of \(due)")\(basis)"
            )
        case .upcoming:
            let left = phrasing.dates.days(followUp.daysLeft ?? 0)
            return pick(
                "Báo cáo khắc phục: hạn hết ngày \(due), còn \(left)\(basis)",
                "Corrective report: due by the end of \(due), \(left) left\(basis)")
        case .overdue:
            let past = phrasing.dates.days(-(followUp.daysLeft ?? 0))
            return pick(
                "Báo cáo khắc phục: QUÁ HẠN \(past), hạn hết ngày \(due)\(basis)",
                "Corrective report: OVERDUE by \(past), due by the end of \(due)\(basis)")
        case .onTime, .late:
            let day = followUp.reportedOn.map { phrasing.dates.text($0) } ?? ""
            let how =
                followUp.standing == .onTime ? pick("đúng hạn", "in time") : pick("chậm", "late")
            return pick(
                "Báo cáo khắc phục: đã báo cáo ngày \(day), \(how) (hạn hết ngày \(due))\(basis)",
                "Corrective report: made on \(day), \(how) (due by the end of \(due))\(basis)")
        }
    }

    /// The term under another reading, and what becomes of the report under it.
    private func reading(_ reading: CorrectionTerm.Reading, _ followUp: FollowUp) -> String {
        let interpretation = phrasing.library.interpretations[reading.interpretation]
        let title = interpretation?.title[phrasing.language] ?? reading.interpretation
        let choice =
            interpretation?.choices.first { $0.id == reading.choice }?.label[phrasing.language] ?? reading.choice
        let due =
            reading.due.map { day in
                let date = phrasing.dates.text(day)
                return pick("hết ngày \(date)", "the end of \(date)")
            } ?? pick("chưa tính được, thiếu tệp ngày nghỉ", "not known without the days off")
        let then = reading.due.map { outcome(followUp, due: $0) } ?? ""
        return pick(
            "cách hiểu khác (\(title) – \(choice)): \(due)\(then)",
            "other reading (\(title) – \(choice)): \(due)\(then)")
    }

    private func outcome(_ followUp: FollowUp, due: CivilDate) -> String {
        guard let reported = followUp.reportedOn else {
            let past = followUp.asOf - due
            if past <= 0 { return "" }
            let days = phrasing.dates.days(past)
            return pick(", theo đó đã quá hạn \(days)", ", overdue by \(days) then")
        }
        let late = reported - due
        if late <= 0 { return pick(", theo đó đúng hạn", ", in time then") }
        let days = phrasing.dates.days(late)
        return pick(", theo đó chậm \(days)", ", late by \(days) then")
    }

    /// One point, and what became of it.
    func point(_ point: FollowUp.Point) -> String {
        let state = InspectionWords.name(point.state)[phrasing.language]
        var text: String
        if let written = point.point {
            let head = written.head.map { " (\($0))" } ?? ""
            text = pick(
                "Điểm \(written.id)\(head): \(written.says) → \(state)",
                "Point \(written.id)\(head): \(written.says) → \(state)")
        } else {
            text = pick(
                "Nội dung chưa đáp ứng (biên bản không ghi từng điểm) → \(state)",
                "What is not met (the record lists no points) → \(state)")
        }
        if let day = point.since {
            let document = point.document.map { "\($0), " } ?? ""
            text += " (\(document)\(phrasing.dates.text(day)))"
        }
        return text
    }
}
