public import Assessor
internal import CivilTime
public import Model
internal import YAMLTree

/// A pack for the inspection of one agency, as text, Markdown and JSON.
public struct InspectionPackReport {
    private let pack: InspectionPack
    private let context: AssessmentContext
    private let version: String

    /// A report of a pack.
    public init(_ pack: InspectionPack, in context: AssessmentContext, version: String) {
        self.pack = pack
        self.context = context
        self.version = version
    }

    /// As text in one language.
    public func text(_ language: Language, isColoured: Bool = false) -> String {
        InspectionPackPaper(pack, Phrasing(language, library: context.library)).paper.plainText(isColoured: isColoured)
    }

    /// As Markdown in one language, with room for notes.
    public func markdown(_ language: Language) -> String {
        InspectionPackPaper(pack, Phrasing(language, library: context.library)).paper.markdown
    }

    /// For programs.
    public var json: JSONValue { InspectionPackJSON(pack, context, version: version).value }
}

/// The paper of a pack in one language.
private struct InspectionPackPaper {
    private let pack: InspectionPack
    private let phrasing: Phrasing
    private var statement: Statement { pack.assessment.statement }

    init(_ pack: InspectionPack, _ phrasing: Phrasing) {
        self.pack = pack
        self.phrasing = phrasing
    }

    private func pick(_ vi: String, _ en: String) -> String { phrasing.pick(vi, en) }

    var paper: WorkingPaper {
        var paper = WorkingPaper()
        addHeading(to: &paper)
        if !pack.toRecheck.isEmpty { addRechecks(to: &paper) }
        paper.section(pack.checklist.title[phrasing.language])
        for head in pack.heads { add(head, to: &paper) }
        addUnplaced(to: &paper)
        addQuestions(to: &paper)
        addSample(to: &paper)
        return paper
    }

    private func addHeading(to paper: inout WorkingPaper) {
        let name = statement.agencyName ?? statement.agencyCode ?? statement.source.name
        paper.title(pick("Tài liệu làm việc cho đoàn kiểm tra: \(name)", "Inspection pack: \(name)"))
        let stated = phrasing.dates.text(statement.statedOn)
        let asOf = phrasing.dates.text(pack.assessment.asOf)
        let period =
            pack.period.map {
                let days = phrasing.dates.window($0)
                return pick("thời kỳ kiểm tra: \(days)", "period judged: \(days)")
            } ?? pick("chưa nêu thời kỳ kiểm tra", "no period given")
        paper.text(
            pick(
                "Bản khai nói đến hết ngày \(stated); xét tại ngày \(asOf); \(period).",
                "The statement speaks up to \(stated); assessed as of \(asOf); \(period)."))
        paper.text(
            pick(
                "Đây là tài liệu làm việc, không phải biểu mẫu của Thông tư 26/2014/TT-BKHCN. Kết quả dưới đây dựa vào lời khai của cơ quan; đoàn kiểm tra kết luận qua hồ sơ thực tế, phỏng vấn và quan sát (điểm b khoản 2 Điều 37).",
                "This is a working paper and none of the forms of Circular 26/2014/TT-BKHCN. What follows rests on what the agency states; the team concludes from records, interviews and what it sees (Article 37, clause 2, point b)."
            ))
    }

    private func addRechecks(to paper: inout WorkingPaper) {
        paper.section(
            pick("Điểm của lần kiểm tra trước phải xem lại", "Points of earlier inspections to look at again"))
        for followUp in pack.toRecheck {
            let inspection = followUp.inspection
            paper.head(phrasing.recordName(inspection.record, inspection.signedOn))
            FollowUpLines(phrasing).add(followUp, to: &paper)
        }
    }

    // MARK: Heads

    private func add(_ head: PackHead, to paper: inout WorkingPaper) {
        let title = head.verdict.head.title[phrasing.language]
        let verdict =
            head.verdict.verdict.map { AxisNames.name($0)[phrasing.language] }
            ?? pick("chưa xem xét", "not assessed")
        paper.head("\(head.verdict.head.id) \(title): \(verdict)")
        for line in head.verdict.inspected.flatMap({ phrasing.headInspection($0) }) { paper.item(line) }
        for finding in head.findings where finding.isToldAlone { add(finding, to: &paper) }
        for verdict in [Verdict.conform, .notApplicable, .notInForce] {
            let titles = counted(head.findings.filter { $0.verdict == verdict && !$0.isToldAlone })
            if titles.isEmpty { continue }
            paper.item("\(AxisNames.name(verdict)[phrasing.language]): \(titles.joined(separator: "; "))")
        }
        if !head.outsidePeriod.isEmpty {
            let names = counted(head.outsidePeriod).joined(separator: "; ")
            paper.item(pick("Ngoài thời kỳ kiểm tra: \(names)", "Outside the period: \(names)"))
        }
        if !head.evidence.isEmpty {
            let papers = head.evidence.map { evidence($0) }
            paper.item(pick("Hồ sơ cơ quan nêu, cần xem bản gốc:", "Papers the agency names; see the originals:"))
            for text in papers { paper.item(text, depth: 1) }
        }
        if !head.unshown.isEmpty {
            let names = unique(head.unshown.map { phrasing.label(of: $0.path, in: statement, item: nil) })
            paper.item(
                pick(
                    "Chỉ có lời khai, đề nghị xuất trình: \(few(names))",
                    "Stated without a paper, to be shown: \(few(names))"))
        }
        paper.notes(pick("Ghi nhận của đoàn", "Notes of the team"))
    }

    private func add(_ finding: Finding, to paper: inout WorkingPaper) {
        var headline = "\(phrasing.headline(finding)) [\(finding.rule.id)]"
        switch finding.verdict {
        case .conform, .partial, .nonconform: headline += " – \(AxisNames.name(finding.assurance)[phrasing.language])"
        case .pending, .undetermined, .notApplicable, .notInForce, .error: break
        }
        paper.item(headline)
        paper.item(phrasing.because(finding, in: statement), depth: 1)
        let expected = finding.rule.evidence.map { phrasing.library.vocabulary.documents[$0]?[phrasing.language] ?? $0 }
        if !expected.isEmpty {
            let names = expected.joined(separator: ", ")
            paper.item(pick("Hồ sơ thường xem: \(names)", "Papers usually seen: \(names)"), depth: 1)
        }
    }

    /// The rules of findings, each once, with how many findings it has.
    private func counted(_ findings: [Finding]) -> [String] {
        var order: [String] = []
        var own: [String: [Finding]] = [:]
        for finding in findings {
            if own[finding.rule.id] == nil { order.append(finding.rule.id) }
            own[finding.rule.id, default: []].append(finding)
        }
        return order.compactMap { id in
            guard let all = own[id], let first = all.first else { return nil }
            let title = first.rule.title[phrasing.language]
            if all.count == 1 { return "\(title) [\(id)]" }
            return pick("\(title) (\(all.count) mục) [\(id)]", "\(title) (\(all.count) items) [\(id)]")
        }
    }

    private func addUnplaced(to paper: inout WorkingPaper) {
        for contradiction in pack.unplaced {
            let text = phrasing.contradiction(contradiction)
            paper.item(
                pick(
                    "Lần trước thấy khác với bản khai, không thuộc nội dung nào ở trên: \(text)",
                    "Found otherwise before, under none of the heads above: \(text)"))
        }
    }

    // MARK: Questions

    /// What is not stated, asked of those who can answer; each question once, however many heads wait for it.
    private func addQuestions(to paper: inout WorkingPaper) {
        var order: [String] = []
        var questions: [String: [String]] = [:]
        var heads: [String: [String]] = [:]
        for head in pack.heads {
            for fact in head.missing {
                let question =
                    phrasing.question(of: fact.path) ?? phrasing.label(of: fact.path, in: statement, item: nil)
                let text = phrasing.itemName(of: fact.path, in: statement).map { "\($0): \(question)" } ?? question
                let who = phrasing.respondent(of: fact.path) ?? phrasing.nobody
                if questions[who] == nil { order.append(who) }
                if !(questions[who] ?? []).contains(text) { questions[who, default: []].append(text) }
                let id = head.verdict.head.id
                if !(heads[text] ?? []).contains(id) { heads[text, default: []].append(id) }
            }
        }
        guard !order.isEmpty else { return }
        paper.section(pick("Hỏi khi phỏng vấn (bản khai chưa nêu)", "To ask (the statement does not say)"))
        for who in order {
            paper.head(who)
            for question in questions[who] ?? [] {
                paper.item("\(question) [\((heads[question] ?? []).joined(separator: ", "))]")
            }
        }
    }

    // MARK: Sample

    private func addSample(to paper: inout WorkingPaper) {
        guard let sample = pack.sample else {
            paper.section(pick("Mẫu thủ tục hành chính", "Sample of administrative procedures"))
            paper.item(
                pick(
                    "Bản khai chưa có danh sách để lấy mẫu.", "The statement has no list to draw a sample from."))
            return
        }
        paper.section(
            pick(
                "Mẫu thủ tục hành chính: \(sample.items.count) trên \(sample.frame)",
                "Sample of administrative procedures: \(sample.items.count) of \(sample.frame)"))
        paper.item(
            pick(
                "Số gieo \(sample.seed); mẫu chia theo lĩnh vực, ai có cùng danh sách và số gieo cũng lấy được đúng mẫu này (docs/inspection.md).",
                "Seed \(sample.seed); spread over the fields; whoever has the same list and seed draws the same sample (docs/inspection.md)."
            ))
        if sample.mayHaveMore {
            paper.item(
                pick(
                    "Danh sách có thể chưa đủ: mẫu chỉ lấy trong phần đã nêu.",
                    "The list may hold more: the sample is of what it shows."))
        }
        paper.table(
            [pick("Mã", "Code"), pick("Tên", "Name"), pick("Lĩnh vực", "Field")],
            sample.items.map { [$0.key, $0.name ?? "", $0.stratum] })
    }

    // MARK: Words

    private func evidence(_ evidence: Evidence) -> String {
        let text = phrasing.evidence(evidence)
        guard let file = evidence.file, !text.contains(file) else { return text }
        return "\(text) (\(file))"
    }

    private func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    private func few(_ texts: [String]) -> String {
        let most = 12
        let rest = texts.count - most
        let told = texts.prefix(most).joined(separator: "; ")
        return rest > 0 ? told + pick("; và \(rest) mục khác", "; and \(rest) more") : told
    }
}

extension Finding {
    /// Whether a pack tells it by itself: it is not as it should be, or the record may say otherwise.
    fileprivate var isToldAlone: Bool {
        switch verdict {
        case .partial, .pending, .nonconform, .undetermined, .error: true
        case .conform: timing.state == .doneLate || reads.contains { $0.contradiction != nil }
        case .notApplicable, .notInForce: false
        }
    }
}
