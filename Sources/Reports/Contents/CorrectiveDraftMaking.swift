public import Assessor
internal import CivilTime
public import Model
internal import YAMLTree

extension CorrectiveDraft {
    /// The report on the latest inspection a statement tells of, as of the day assessed, in which something was found; nil where
    /// there is none.
    public static func latest(in assessment: Assessment, _ run: ReportRun, _ language: Language) -> CorrectiveDraft? {
        CorrectiveDraftWriter(assessment, run, language).latest
    }
}

/// Puts what is stated of an inspection into the texts of a report.
private struct CorrectiveDraftWriter {
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
        let candidates = inspections.filter { !$0.points.isEmpty || $0.isNotMet }
        // Of two on one day the one written later.
        guard let last = candidates.max(by: { ($0.signedOn, $0.position ?? -1) < ($1.signedOn, $1.position ?? -1) })
        else {
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
        /// Where the statement tells of it; nil where the inspector's record stands alone.
        let position: Int?
        let record: StatedRecord?
        let signedOn: CivilDate
        let points: [CorrectiveDraft.Point]
        /// The inspector's own record, if the run has it.
        let inspection: Inspection?

        /// Whether it is known that something is not met.
        var isNotMet: Bool { record?.isNotMet ?? false || inspection?.result == .doesNotMeet }
    }

    /// Those the statement tells of, each with the inspector's record of the same day, then the records it does not tell of.
    private var inspections: [Received] {
        let records = run.context.inspections.filter { inspection in
            inspection.agency == assessment.statement.agencyCode && inspection.signedOn <= assessment.asOf
        }
        var stated: [Received] = []
        if case .stated(.list(let list))? = assessment.statement.fact(at: Self.list)?.state {
            for (position, item) in list.items.enumerated() {
                guard case .stated(.record(let fields)) = item.fact.state else { continue }
                let record = StatedRecord(fields)
                guard let day = record.date("signed_on")?.interval.last, day <= assessment.asOf else { continue }
                let inspection = records.first { $0.signedOn == day }
                stated.append(
                    Received(
                        position: position, record: record, signedOn: day, points: points(record, inspection),
                        inspection: inspection))
            }
        }
        let told = Set(stated.map(\.signedOn))
        let alone = records.filter { !told.contains($0.signedOn) }.map { inspection in
            Received(
                position: nil, record: nil, signedOn: inspection.signedOn, points: points(nil, inspection),
                inspection: inspection)
        }
        return stated + alone
    }

    /// What was found: the points of the record with what the statement says of them, then what only the statement tells of, then
    /// what the record has otherwise than the statement.
    private func points(_ record: StatedRecord?, _ inspection: Inspection?) -> [CorrectiveDraft.Point] {
        let stated = record.map { self.stated($0) } ?? []
        let points = inspection?.notMet ?? []
        let written = points.map { point in
            let own = stated.first { $0.reference == point.id }
            return CorrectiveDraft.Point(
                reference: [point.id, point.head].compactMap(\.self).joined(separator: "; "), found: point.says,
                action: inspection.map { actions(on: point, in: $0) } ?? "", doneOn: own?.doneOn ?? "",
                evidence: own?.evidence ?? "")
        }
        let ids = Set(points.map(\.id))
        return written + stated.filter { !ids.contains($0.reference) } + (inspection.map { contradicted($0) } ?? [])
    }

    /// The agency's reports on a point, up to the day assessed.
    private func actions(on point: InspectionPoint, in inspection: Inspection) -> String {
        let reports = inspection.corrections.filter { report in
            report.reportedOn <= assessment.asOf && report.points.map { $0.contains(point.id) } ?? true
        }
        return reports.map { report in
            let number = report.report.map { " \($0)" } ?? ""
            let day = phrasing.dates.text(report.reportedOn)
            switch report.action {
            case .taken: return pick("đã làm (báo cáo\(number) ngày \(day))", "taken (report\(number) of \(day))")
            case .proposed:
                return pick("đề xuất (báo cáo\(number) ngày \(day))", "proposed (report\(number) of \(day))")
            case nil: return pick("báo cáo\(number) ngày \(day)", "report\(number) of \(day)")
            }
        }.joined(separator: "; ")
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
        guard let position = received.position else { return nil }
        let fact = Self.list.appending(.index(position)).appending(.field(Self.fulfilment))
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
        let inspection = received.inspection
        let choices = run.context.library.vocabulary.choices
        func label(_ id: String?, _ list: String) -> String? {
            id.map { choices[list]?.label(of: $0)?[phrasing.language] ?? $0 }
        }
        let period = inspection?.period.map { phrasing.dates.text($0) }
        let stated = record?.date(Self.fulfilment)
        let reported = stated ?? inspection?.corrections.map(\.reportedOn).min().map { StatedDate($0) }
        let sent = reported.flatMap { $0.interval.first <= assessment.asOf ? $0 : nil }
        let form = record?.choice("form") ?? inspection?.form?.rawValue
        let result = record?.choice("result") ?? inspection?.result?.rawValue
        let all: [(CorrectiveDraft.Particular.Kind, String?)] = [
            (.record, record?.text("record") ?? inspection?.record),
            (.signedOn, phrasing.dates.text(received.signedOn)),
            (.inspectingUnit, record?.text("inspecting_unit") ?? inspection?.inspectingUnit),
            (.teamLeader, inspection?.teamLeader), (.form, label(form, "inspection_form")), (.period, period),
            (.result, label(result, "inspection_result")),
            (.fixBy, inspection?.fixBy.map { phrasing.dates.text($0) }),
            (.reportedOn, sent.map { phrasing.dates.text($0) }),
        ]
        return all.compactMap { kind, value in
            value.map { CorrectiveDraft.Particular(kind, name: kind.name[phrasing.language], value: $0) }
        }
    }
}

extension CorrectiveDraft.Particular.Kind {
    /// What it is called.
    public var name: LocalizedText {
        switch self {
        case .record: LocalizedText(vi: "Số biên bản kiểm tra", en: "Inspection record")
        case .signedOn: LocalizedText(vi: "Ngày ký biên bản", en: "Signed on")
        case .inspectingUnit: LocalizedText(vi: "Đơn vị kiểm tra", en: "Inspecting unit")
        case .teamLeader: LocalizedText(vi: "Trưởng đoàn kiểm tra", en: "Leader of the team")
        case .form: LocalizedText(vi: "Hình thức kiểm tra", en: "Form of the inspection")
        case .period: LocalizedText(vi: "Thời kỳ được kiểm tra", en: "Period judged")
        case .result: LocalizedText(vi: "Kết luận kiểm tra", en: "Result")
        case .fixBy: LocalizedText(vi: "Ngày đơn vị kiểm tra đề nghị", en: "Day the inspecting unit asks for")
        case .reportedOn: LocalizedText(vi: "Ngày đã báo cáo khắc phục", en: "Report sent on")
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
