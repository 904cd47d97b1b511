internal import CivilTime
internal import Model

/// What differs between two runs, apart from their findings.
struct RunDifferences {
    let asOf: [Difference]
    let readings: [Difference]
    let rules: [Difference]
    let program: [Difference]
    let assumptions: [Difference]
    private let a: ReportDocument
    private let b: ReportDocument

    init(_ a: ReportDocument, _ b: ReportDocument) {
        self.a = a
        self.b = b
        asOf = a.asOf == b.asOf ? [] : [.asOf(from: a.asOf, to: b.asOf)]
        readings = Self.changes(a.context.interpretations, b.context.interpretations).map { name, from, to in
            .interpretation(name, from: from, to: to)
        }
        rules = Self.rules(a.context, b.context)
        program = a.version == b.version ? [] : [.program(from: a.version, to: b.version)]
        let gone = Self.rest(a.context.assumptions, without: b.context.assumptions)
        let new = Self.rest(b.context.assumptions, without: a.context.assumptions)
        assumptions =
            gone.map { .assumption(fact: $0.name, value: $0.text, in: .a) }
            + new.map { .assumption(fact: $0.name, value: $0.text, in: .b) }
    }

    /// What is known of one agency differently.
    func facts(_ one: ReportDocument.Subject, _ other: ReportDocument.Subject) -> [Difference] {
        var differences: [Difference] = []
        if one.digest != other.digest { differences.append(.statement) }
        if one.statedOn != other.statedOn {
            differences.append(.statedOn(from: one.statedOn, to: other.statedOn))
        }
        let tables = Self.changes(one.tables.map(Self.plain), other.tables.map(Self.plain))
        differences += tables.map { .table($0.name) }
        differences += assumptions
        let before = inspections(a, of: one)
        if before != inspections(b, of: other) { differences.append(.inspections) }
        return differences
    }

    private func inspections(_ report: ReportDocument, of subject: ReportDocument.Subject) -> [String] {
        report.context.inspections.filter { $0.agency == subject.code }.map(\.digest).sorted()
    }

    /// A table by its name without the folder, which two copies of a statement need not share.
    private static func plain(_ table: ReportDocument.NamedText) -> ReportDocument.NamedText {
        let name = table.name.split(separator: "/").last.map(String.init) ?? table.name
        return ReportDocument.NamedText(name: name, text: table.text)
    }

    // MARK: Rules

    private static func rules(_ a: ReportDocument.Context, _ b: ReportDocument.Context) -> [Difference] {
        var differences: [Difference] = []
        for id in union(a.ruleSets.map(\.id), b.ruleSets.map(\.id)) {
            let one = a.ruleSets.first { $0.id == id }
            let other = b.ruleSets.first { $0.id == id }
            if one != other { differences.append(.ruleSet(id, from: one?.version, to: other?.version)) }
        }
        if a.profile != b.profile { differences.append(.profile(from: a.profile, to: b.profile)) }
        differences += changes(a.parameters, b.parameters).map { .parameter($0, from: $1, to: $2) }
        if a.selection != b.selection { differences.append(.selection) }
        if let one = a.grades, let other = b.grades, one != other { differences.append(.grades) }
        if a.waivers != b.waivers { differences.append(.waivers) }
        if a.vocabulary != b.vocabulary { differences.append(.vocabulary) }
        if a.holidays != b.holidays { differences.append(.holidays) }
        return differences
    }

    // MARK: Lists of names and texts

    private static func changes(
        _ one: [ReportDocument.NamedText], _ other: [ReportDocument.NamedText]
    ) -> [(name: String, from: String?, to: String?)] {
        union(one.map(\.name), other.map(\.name)).compactMap { name in
            let from = one.first { $0.name == name }?.text
            let to = other.first { $0.name == name }?.text
            return from == to ? nil : (name, from, to)
        }
    }

    private static func union(_ one: [String], _ other: [String]) -> [String] {
        var seen: Set<String> = []
        return (one + other).filter { seen.insert($0).inserted }
    }

    private static func rest(
        _ all: [ReportDocument.NamedText], without others: [ReportDocument.NamedText]
    ) -> [ReportDocument.NamedText] {
        var rest = all
        for other in others {
            if let index = rest.firstIndex(of: other) { rest.remove(at: index) }
        }
        return rest
    }
}
