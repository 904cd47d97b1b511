internal import Assessor
internal import CivilTime
internal import Digest
internal import Model
internal import Reports
internal import YAMLTree

/// What a page rests on: the files read with their digests, the rules with their versions, the documents cited.
struct SourcesView: Sendable {
    struct ReadFile: Sendable {
        let role: String
        let path: String
        let until: String?
        let sha256: String
    }

    struct RuleSetRow: Sendable {
        let id: String
        let setVersion: String
        let digest: String
    }

    struct Cited: Sendable {
        let short: String
        let fullTitle: String
        let kind: String
        let issued: String
        let inForce: String
        let checked: String
    }

    let sourcesId: String
    let asOf: String
    let files: [ReadFile]
    let profile: String
    let readings: [String]
    let parameters: [String]
    let setCount: String
    let sets: [RuleSetRow]
    let hasCited: Bool
    let cited: [Cited]
    let problems: [String]

    /// - Parameter isOfSet: Whether the page also tells what rules on all units together come to.
    init(
        _ run: ReportRun, _ files: [(role: String, source: SourceText, until: CivilDate?)], cited: [Source],
        problems: [InputProblem], isOfSet: Bool = false, _ phrasing: Phrasing, prefix: String = ""
    ) {
        sourcesId = "\(prefix)sources"
        let context = run.context
        let language = phrasing.language
        let dates = phrasing.dates
        asOf = dates.text(run.asOf)
        let own = files.map { file in
            ReadFile(
                role: file.role, path: file.source.name, until: file.until.map { dates.text($0) },
                sha256: SHA256.hexDigest(of: file.source.bytes))
        }
        let inspections = context.inspections.map { inspection in
            ReadFile(
                role: phrasing.pick("Biên bản kiểm tra", "Inspection record"), path: inspection.source.name,
                until: nil, sha256: SHA256.hexDigest(of: inspection.source.bytes))
        }
        let waivers = context.waivers.inputs.map { source in
            ReadFile(
                role: phrasing.pick("Chấp nhận tạm thời", "Waivers"), path: source.name, until: nil,
                sha256: SHA256.hexDigest(of: source.bytes))
        }
        let holidays = (context.holidays?.years ?? []).map { year in
            ReadFile(
                role: phrasing.pick("Lịch nghỉ \(year.year)", "Days off of \(year.year)"), path: year.source.name,
                until: nil, sha256: SHA256.hexDigest(of: year.source.bytes))
        }
        self.files = own + inspections + waivers + holidays
        profile = "\(context.profile.title[language]) (\(context.profile.id))"
        let used = Set(context.rules.flatMap(\.readings) + (isOfSet ? context.setRules.flatMap(\.readings) : []))
        readings = used.sorted().compactMap { name in
            guard let interpretation = context.library.interpretations[name] else { return nil }
            let choice = context.readings[name] ?? interpretation.standard
            let label = interpretation.choices.first { $0.id == choice }?.label[language] ?? choice
            return "\(interpretation.title[language]): \(label)"
        }
        parameters = context.profile.parameters.sorted { $0.key < $1.key }.map { name, value in
            let label = context.library.parameters[name]?.label[language] ?? name
            return "\(label): \(Self.text(value, phrasing))"
        }
        let ids = Set(context.rules.map(\.set))
        sets = context.library.sets.filter { ids.contains($0.id) }.map { set in
            RuleSetRow(id: set.id, setVersion: set.version, digest: ContextJSON.digest(of: set.inputs))
        }
        setCount = String(sets.count)
        self.cited = cited.map { Self.row($0, phrasing) }
        hasCited = !cited.isEmpty
        self.problems = problems.map { problem in
            let place = problem.place.map { "\($0.position): " } ?? ""
            return place + problem.message[language]
        }
    }

    private static func row(_ source: Source, _ phrasing: Phrasing) -> Cited {
        let dates = phrasing.dates
        let from = source.inForce.from.map { dates.text($0) } ?? ""
        let to = source.inForce.to.map { phrasing.pick("đến hết \(dates.text($0))", "to \(dates.text($0))") }
        return Cited(
            short: source.short[phrasing.language], fullTitle: source.title[phrasing.language],
            kind: AxisNames.name(source.sourceClass)[phrasing.language],
            issued: source.issued.map { dates.text($0) } ?? "",
            inForce: [from, to].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " "),
            checked: source.checked.map { dates.text($0) } ?? "")
    }

    private static func text(_ value: ParameterValue, _ phrasing: Phrasing) -> String {
        switch value {
        case .integer(let integer): String(integer)
        case .period(let period): phrasing.dates.text(period)
        case .date(let date): phrasing.dates.text(date)
        case .text(let text): text
        case .boolean(let boolean): boolean ? phrasing.pick("có", "yes") : phrasing.pick("không", "no")
        }
    }
}
