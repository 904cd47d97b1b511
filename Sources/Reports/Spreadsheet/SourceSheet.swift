internal import Assessor
internal import CivilTime
internal import Digest
internal import Model
internal import Spreadsheets
internal import YAMLTree

/// What the findings rest on: the texts that are cited, the rule sets and the files, with digests, so that a run can be repeated.
struct SourceSheet {
    let phrasing: Phrasing
    let run: ReportRun

    private var language: Language { phrasing.language }

    func sheet(_ assessments: [Assessment]) -> Sheet {
        let files = assessments.flatMap(\.statement.inputs)
        return sheet(files: files + run.context.inspections.map(\.source))
    }

    func sheet(files: [SourceText]) -> Sheet {
        let columns = [
            Column(phrasing.pick("Loại", "Kind"), widest: 26),
            Column(phrasing.pick("Tên gọi tắt", "Short name"), widest: 40),
            Column(phrasing.pick("Tên đầy đủ", "Title"), widest: 70), Column(phrasing.pick("Số", "Number"), widest: 22),
            Column(phrasing.pick("Ngày ban hành", "Issued")), Column(phrasing.pick("Hiệu lực từ", "In force from")),
            Column(phrasing.pick("Hiệu lực đến", "In force to")), Column(phrasing.pick("Đối chiếu ngày", "Checked")),
            Column(phrasing.pick("Mã kiểm (SHA-256)", "SHA-256"), widest: 24),
        ]
        let title = phrasing.pick("Nguồn", "Sources")
        return Sheet(
            name: title, preamble: SheetHead.lines(title, run, phrasing), columns: columns,
            rows: sources + sets + files.map { file($0) })
    }

    /// The texts that rules of the run cite, in falling rank.
    private var sources: [[Cell]] {
        let context = run.context
        var cited: Set<String> = []
        for rule in context.rules { cited.formUnion(([rule.citation] + rule.furtherCitations).map(\.source)) }
        for rule in context.setRules { cited.insert(rule.citation.source) }
        let sources = cited.compactMap { context.library.sources[$0] }
        let sorted = sources.sorted { ($0.sourceClass.rank, $0.id) < ($1.sourceClass.rank, $1.id) }
        return sorted.map { source in
            [
                .text(AxisNames.name(source.sourceClass)[language]), .text(source.short[language]),
                .text(source.title[language]), .text(source.number), .date(source.issued), .date(source.inForce.from),
                .date(source.inForce.to), .date(source.checked), .empty,
            ]
        }
    }

    private var sets: [[Cell]] {
        let used = Set(run.context.rules.map(\.set))
        return run.context.library.sets.filter { used.contains($0.id) }.map { set in
            let digests = set.inputs.map { SHA256.hexDigest(of: $0.bytes) }.joined(separator: "\n")
            return [
                .text(phrasing.pick("bộ yêu cầu", "rule set")), .text(set.id, .code), .text(set.title[language]),
                .text(set.version), .empty, .empty, .empty, .empty,
                .text(SHA256.hexDigest(of: Array(digests.utf8)), .code),
            ]
        }
    }

    private func file(_ source: SourceText) -> [Cell] {
        [
            .text(phrasing.pick("tệp đầu vào", "input file")), .text(source.name, .code), .empty, .empty, .empty,
            .empty, .empty,
            .empty, .text(SHA256.hexDigest(of: source.bytes), .code),
        ]
    }
}
