public import Assessor
internal import CivilTime
public import Model
internal import YAMLTree

extension CorrectiveDraft {
    /// The report on the latest inspection a statement tells of, as of the day assessed, in which something was found; nil where
    /// there is none.
    public static func latest(in assessment: Assessment, _ run: ReportRun, _ language: Language) -> CorrectiveDraft? {
        CorrectiveReportWriter(assessment, run, language).latest
    }
}

/// Puts what is stated of an inspection into the texts of a report.
private struct CorrectiveReportWriter {
    private let assessment: Assessment
    private let run: ReportRun
    private let phrasing: Phrasing

    private static let list = FactPath([.field("qms"), .field("inspections")])
    private static let fulfilment = "corrective_report_on"

    init(_ assessment: Assessment, _ run: ReportRun, _ language: Language) {
        self.assessment = assessment
        self.run = run
        phrasing = Phrasing(language, library: run.context.library)
    }

    private func pick(_ vi: String, _ en: String) -> String { phrasing.pick(vi, en) }

    var latest: CorrectiveDraft? {
        let candidates = inspections.filter { !$0.points.isEmpty || $0.record.isNotMet }
        // Of two on one day the one written later.
        guard let last = candidates.max(by: { ($0.signedOn, $0.position) < ($1.signedOn, $1.position) }) else {
            return nil
        }
        let statement = assessment.statement
        let clock = self.clock(of: last)
        return CorrectiveDraft(
            language: phrasing.language, day: assessment.asOf,
            agencyName: statement.agencyName ?? statement.agencyCode ?? statement.source.name,
            agencyCode: statement.agencyCode ?? "", particulars: particulars(last),
            due: clock?.due.map { phrasing.dates.text($0) } ?? "", standing: clock.map { standing($0) } ?? "",
            points: last.points, tool: "tuanthu \(run.version)")
    }

    // MARK: Inspections

    private struct Received {
        let position: Int
        let record: StatedRecord
        let signedOn: CivilDate
        let points: [CorrectiveDraft.Point]
        /// The inspector's own record, if the run has it.
        let inspection: Inspection?
    }

    private var inspections: [Received] {
        guard case .stated(.list(let list))? = assessment.statement.fact(at: Self.list)?.state else { return [] }
        return list.items.enumerated().compactMap { position, item in
            guard case .stated(.record(let fields)) = item.fact.state else { return nil }
            let record = StatedRecord(fields)
            guard let signedOn = record.date("signed_on")?.interval.last, signedOn <= assessment.asOf else {
                return nil
            }
            let inspection = run.context.inspections.first { inspection in
                inspection.agency == assessment.statement.agencyCode && inspection.signedOn == signedOn
            }
            let points = stated(record) + (inspection.map { contradicted($0) } ?? [])
            return Received(
                position: position, record: record, signedOn: signedOn, points: points, inspection: inspection)
        }
    }

    /// What the statement says the inspection found.
    private func stated(_ record: StatedRecord) -> [CorrectiveDraft.Point] {
        guard case .stated(.list(let list))? = record.fields.fields["findings"]?.state else { return [] }
        return list.items.compactMap { item in
            guard case .stated(.record(let fields)) = item.fact.state else { return nil }
            let finding = StatedRecord(fields)
            let fixed = finding.date("fixed_on").flatMap { $0.interval.first <= assessment.asOf ? $0 : nil }
            let evidence = fields.evidence + (fields.fields["fixed_on"]?.evidence ?? []) + item.fact.evidence
            var shown: [String] = []
            for text in evidence.map({ phrasing.evidence($0) }) where !shown.contains(text) { shown.append(text) }
            return CorrectiveDraft.Point(
                reference: finding.text("code") ?? "", found: finding.text("statement") ?? item.key,
                doneOn: fixed.map { phrasing.dates.text($0) } ?? "", evidence: shown.joined(separator: "; "))
        }
    }

    /// What the inspector's record has otherwise than the statement.
    private func contradicted(_ inspection: Inspection) -> [CorrectiveDraft.Point] {
        inspection.contradicts.map { contradiction in
            let name = phrasing.label(of: contradiction.fact.fact, in: assessment.statement, item: nil)
            let item = contradiction.fact.item.map { " (\($0))" } ?? ""
            let found = [contradiction.says, contradiction.found].compactMap(\.self).joined(separator: " ")
            let text = found.isEmpty ? pick("khác với bản khai", "otherwise than stated") : found
            return CorrectiveDraft.Point(
                reference: pick("khác bản khai", "against the statement"), found: "\(name)\(item): \(text)")
        }
    }

    // MARK: Its day

    /// The clock of the duty to send the report, if a rule of the run has it: the one that is fulfilled by the day it was sent.
    private func clock(of received: Received) -> Timing? {
        let fact = Self.list.appending(.index(received.position)).appending(.field(Self.fulfilment))
        let finding = assessment.findings.first { finding in
            guard case .clock(let clock) = finding.reason else { return false }
            return clock.fulfilment == fact
        }
        return finding?.timing
    }

    private func standing(_ timing: Timing) -> String {
        guard let days = timing.days else { return AxisNames.name(timing.state)[phrasing.language] }
        switch timing.state {
        case .overdue: return pick("quá hạn \(phrasing.dates.days(-days))", "\(phrasing.dates.days(-days)) overdue")
        case .upcoming, .dueSoon: return phrasing.remaining(days)
        case .none, .doneOnTime, .doneLate: return AxisNames.name(timing.state)[phrasing.language]
        }
    }

    // MARK: Particulars

    private func particulars(_ received: Received) -> [CorrectiveDraft.Particular] {
        let record = received.record
        let choices = run.context.library.vocabulary.choices
        func label(_ field: String, _ list: String) -> String? {
            record.choice(field).map { choices[list]?.label(of: $0)?[phrasing.language] ?? $0 }
        }
        let period = received.inspection?.period.map { phrasing.dates.text($0) }
        let sent = record.date(Self.fulfilment).flatMap { $0.interval.first <= assessment.asOf ? $0 : nil }
        let all: [(String, String, String?)] = [
            ("Số biên bản kiểm tra", "Inspection record", record.text("record")),
            ("Ngày ký biên bản", "Signed on", phrasing.dates.text(received.signedOn)),
            ("Đơn vị kiểm tra", "Inspecting unit", record.text("inspecting_unit")),
            ("Trưởng đoàn kiểm tra", "Leader of the team", received.inspection?.teamLeader),
            ("Hình thức kiểm tra", "Form of the inspection", label("form", "inspection_form")),
            ("Thời kỳ được kiểm tra", "Period judged", period),
            ("Kết luận kiểm tra", "Result", label("result", "inspection_result")),
            ("Ngày đã báo cáo khắc phục", "Report sent on", sent.map { phrasing.dates.text($0) }),
        ]
        return all.compactMap { vi, en, value in
            value.map { CorrectiveDraft.Particular(name: pick(vi, en), value: $0) }
        }
    }
}

/// The stated values of a record's fields.
private struct StatedRecord {
    let fields: FactRecord

    init(_ fields: FactRecord) { self.fields = fields }

    private func value(_ field: String) -> FactValue? {
        guard case .stated(let value)? = fields.fields[field]?.state else { return nil }
        return value
    }

    func text(_ field: String) -> String? {
        guard case .text(let text)? = value(field) else { return nil }
        return text
    }

    func date(_ field: String) -> StatedDate? {
        guard case .date(let date)? = value(field) else { return nil }
        return date
    }

    func choice(_ field: String) -> String? {
        guard case .choice(let choice)? = value(field) else { return nil }
        return choice
    }

    /// Whether the inspection's result is known not to be that everything is met.
    var isNotMet: Bool { choice("result").map { $0 != "meets" } ?? false }
}
