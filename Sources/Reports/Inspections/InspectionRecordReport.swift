public import Assessor
internal import CivilTime
public import Model

/// Inspection records beside what their agencies state: head by head, points, follow-up, and the papers of the file.
public struct InspectionRecordReport {
    private let entries: [Entry]
    private let context: AssessmentContext

    /// One record, with the assessment of its agency's statement where that is at hand.
    public struct Entry {
        let followUp: FollowUp
        let assessment: Assessment?

        /// A record.
        public init(_ followUp: FollowUp, _ assessment: Assessment?) {
            self.followUp = followUp
            self.assessment = assessment
        }
    }

    /// A report of some records.
    public init(_ entries: [Entry], in context: AssessmentContext) {
        self.entries = entries
        self.context = context
    }

    /// As text in one language.
    public func text(_ language: Language, isColoured: Bool = false) -> String {
        entries.map { paper($0, language).plainText(isColoured: isColoured) }.joined(separator: "\n")
    }

    /// As Markdown in one language.
    public func markdown(_ language: Language) -> String {
        entries.map { paper($0, language).markdown }.joined(separator: "\n")
    }

    /// For programs.
    public var json: JSONValue {
        .object([
            "schema_version": .integer(1),
            "as_of": .optional(entries.first?.followUp.asOf.description),
            "records": .array(entries.map { value($0) }),
        ])
    }

    private func value(_ entry: Entry) -> JSONValue {
        let inspection = entry.followUp.inspection
        let heads = heads(entry).map { head, verdict -> JSONValue in
            let record = record(inspection, on: head, verdict)
            return .object([
                "id": .string(head.id), "stated": .optional(verdict?.verdict?.rawValue),
                "inspected": record.map { InspectionJSON.head($0) } ?? .null,
            ])
        }
        let file = InspectionFile(entry.followUp, in: context)
        return .object([
            "follow_up": InspectionJSON.followUp(entry.followUp), "heads": .array(heads),
            "verifies": .integer(Int64(verified(entry).count)),
            "contradicts": .array(inspection.contradicts.map { InspectionJSON.contradiction($0) }),
            "file": file.map { InspectionJSON.file($0) } ?? .null,
        ])
    }

    // MARK: Parts

    /// The facts it verifies: those the statement has, where one is at hand.
    private func verified(_ entry: Entry) -> [InspectedFact] {
        let inspection = entry.followUp.inspection
        return entry.assessment.map { inspection.verifiedFacts(of: $0.statement) } ?? inspection.verifies
    }

    /// The heads in their order; where a statement is at hand, with what it comes to.
    private func heads(_ entry: Entry) -> [(head: InspectionHead, verdict: HeadVerdict?)] {
        let heads = context.library.inspectionScheme.map { context.library.heads(of: $0) } ?? []
        let verdicts = entry.assessment.map { ChecklistVerdicts.of($0, in: context).flatMap(\.heads) } ?? []
        return heads.map { head in (head, verdicts.first { $0.head.id == head.id }) }
    }

    /// What this record says of a head; where no statement is at hand, what stands in the record alone.
    private func record(
        _ inspection: Inspection, on head: InspectionHead, _ verdict: HeadVerdict?
    ) -> HeadInspection? {
        guard let verdict else { return inspection.remarks(on: head) }
        return verdict.inspected.first { $0.record == inspection.record && $0.signedOn == inspection.signedOn }
    }

    private func paper(_ entry: Entry, _ language: Language) -> WorkingPaper {
        let phrasing = Phrasing(language, library: context.library)
        let pick = phrasing.pick
        let inspection = entry.followUp.inspection
        var paper = WorkingPaper()
        let name = entry.assessment?.statement.agencyName ?? inspection.agency
        let record = phrasing.recordName(inspection.record, inspection.signedOn)
        paper.title(pick("Kiểm tra \(name): \(record)", "Inspection of \(name): \(record)"))
        paper.text(summary(inspection, phrasing))
        paper.section(pick("Từng nội dung kiểm tra", "Head by head"))
        addHeads(entry, phrasing, to: &paper)
        addContradictions(entry, phrasing, to: &paper)
        paper.section(pick("Sau kiểm tra", "What followed"))
        FollowUpLines(phrasing).add(entry.followUp, to: &paper)
        for recheck in inspection.rechecks where recheck.recheckedOn <= entry.followUp.asOf {
            guard let says = recheck.says else { continue }
            paper.item("\(phrasing.recordName(recheck.record, recheck.recheckedOn)): \(says)")
        }
        addFile(entry, phrasing, to: &paper)
        return paper
    }

    private func summary(_ inspection: Inspection, _ phrasing: Phrasing) -> String {
        let language = phrasing.language
        var parts = [InspectionWords.name(inspection.form)[language]]
        if let held = inspection.heldOn { parts.append(phrasing.dates.adverbial(held)) }
        if let period = inspection.period {
            let days = phrasing.dates.window(period)
            parts.append(phrasing.pick("thời kỳ \(days)", "period \(days)"))
        }
        if let unit = inspection.inspectingUnit {
            parts.append(phrasing.pick("đơn vị kiểm tra: \(unit)", "inspecting unit: \(unit)"))
        }
        if let leader = inspection.teamLeader {
            parts.append(phrasing.pick("trưởng đoàn: \(leader)", "team leader: \(leader)"))
        }
        if let result = inspection.result {
            let name = InspectionWords.name(result)[language]
            parts.append(phrasing.pick("kết luận: \(name)", "conclusion: \(name)"))
        }
        if let rating = inspection.rating {
            parts.append(
                phrasing.pick(
                    "tỉnh tự xếp loại: \(rating) (không phải kết luận của chương trình này)",
                    "the province's own rating: \(rating) (no verdict of this program)"))
        }
        return phrasing.sentence(parts)
    }

    private func addHeads(_ entry: Entry, _ phrasing: Phrasing, to paper: inout WorkingPaper) {
        let inspection = entry.followUp.inspection
        for (head, verdict) in heads(entry) {
            let title = head.title[phrasing.language]
            let conclusion = inspection.heads.first { $0.head == head.id }
            let concluded = InspectionWords.name(conclusion?.answer)[phrasing.language]
            var line = "\(head.id) \(title): \(concluded)"
            if let says = conclusion?.says { line += " – \(says)" }
            paper.item(line)
            if let stated = verdict?.verdict {
                let name = AxisNames.name(stated)[phrasing.language]
                paper.item(phrasing.pick("theo bản khai: \(name)", "by the statement: \(name)"), depth: 1)
            }
            for point in (inspection.notMet ?? []).filter({ $0.head == head.id }) {
                paper.item(
                    phrasing.pick("chưa đáp ứng \(point.id): \(point.says)", "not met \(point.id): \(point.says)"),
                    depth: 1)
            }
            for point in inspection.toNote.filter({ $0.head == head.id }) {
                paper.item(
                    phrasing.pick("lưu ý \(point.id): \(point.says)", "to note \(point.id): \(point.says)"), depth: 1)
            }
            for found in record(inspection, on: head, verdict)?.contradictions ?? [] {
                let text = phrasing.contradiction(found)
                paper.item(phrasing.pick("trái với bản khai: \(text)", "contradicts the statement: \(text)"), depth: 1)
            }
        }
        for point in ((inspection.notMet ?? []) + inspection.toNote).filter({ $0.head == nil }) {
            paper.item(
                phrasing.pick(
                    "Không thuộc nội dung nào: \(point.id) \(point.says)", "Under no head: \(point.id) \(point.says)"))
        }
    }

    private func addContradictions(_ entry: Entry, _ phrasing: Phrasing, to paper: inout WorkingPaper) {
        let inspection = entry.followUp.inspection
        let placed = heads(entry).flatMap { record(inspection, on: $0.head, $0.verdict)?.contradictions ?? [] }
        let rest = inspection.contradicts.filter { !placed.contains($0) }
        for found in rest {
            let text = phrasing.contradiction(found)
            paper.item(phrasing.pick("Trái với bản khai: \(text)", "Contradicts the statement: \(text)"))
        }
        let verified = verified(entry).count
        if verified > 0 {
            paper.item(
                phrasing.pick(
                    "\(verified) dữ liệu của bản khai đã được xác minh",
                    "\(verified) facts of the statement were verified"))
        }
        let loose = inspection.verifies.count - verified
        if loose > 0 {
            paper.item(
                phrasing.pick(
                    "\(loose) dữ liệu ghi là đã xác minh không có trong bản khai, nên không xác minh điều gì",
                    "\(loose) facts noted as verified are not in the statement, and verify nothing"))
        }
    }

    private func addFile(_ entry: Entry, _ phrasing: Phrasing, to paper: inout WorkingPaper) {
        guard let file = InspectionFile(entry.followUp, in: context) else { return }
        paper.section(
            phrasing.pick(
                "Hồ sơ kiểm tra (Điều 39 Thông tư 26/2014/TT-BKHCN)",
                "Inspection file (Article 39 of Circular 26/2014/TT-BKHCN)"))
        InspectionFileLines(phrasing).add(file, to: &paper)
    }
}

/// The papers of an inspection file, each with how it stands.
struct InspectionFileLines {
    private let phrasing: Phrasing

    init(_ phrasing: Phrasing) { self.phrasing = phrasing }

    func add(_ file: InspectionFile, to paper: inout WorkingPaper) {
        for (index, row) in file.rows.enumerated() {
            let name = phrasing.choice(row.kind.paper, of: InspectionNames.papers)
            let standing = InspectionWords.name(row.standing)[phrasing.language]
            var line = "\(name): \(standing)"
            switch row.standing {
            case .missing, .notYet, .notStated, .notKnown:
                line += " (\(InspectionWords.name(row.kind.need)[phrasing.language]))"
            case .kept, .none, .didNotArise: break
            }
            paper.numbered(index + 1, line)
            for kept in row.kept {
                let date = kept.dated.map { phrasing.dates.text($0) }
                let parts = [kept.ref, date, kept.file].compactMap(\.self)
                if !parts.isEmpty { paper.item(parts.joined(separator: ", "), depth: 1) }
            }
        }
    }
}
