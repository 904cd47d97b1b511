public import CivilTime

/// One inspection of a unit as a register lists it.
public struct ListedInspection: Sendable {
    /// The code of the unit.
    public let unit: String
    /// The number of the record or letter.
    public let ref: String?
    /// When it was made; nil where that is not stated.
    public let heldOn: StatedDate?
    /// At the unit's office or by file; nil where that is not stated.
    public let form: InspectionForm?
    /// What it came to; nil where that is not stated.
    public let result: InspectionResult?
    /// The province's own rating.
    public let rating: String?

    /// An inspection.
    public init(
        unit: String, ref: String?, heldOn: StatedDate?, form: InspectionForm?, result: InspectionResult? = nil,
        rating: String? = nil
    ) {
        self.unit = unit
        self.ref = ref
        self.heldOn = heldOn
        self.form = form
        self.result = result
        self.rating = rating
    }

    init(_ record: FactRecord) {
        self.init(
            unit: record.text("unit") ?? "", ref: record.text("ref"), heldOn: record.date("held_on"),
            form: record.text("form").flatMap { InspectionForm(rawValue: $0) },
            result: record.text("result").flatMap { InspectionResult(rawValue: $0) }, rating: record.text("rating"))
    }

    /// What a record says.
    public init(_ inspection: Inspection, unit: String) {
        self.init(
            unit: unit, ref: inspection.record, heldOn: inspection.held, form: inspection.form,
            result: inspection.result, rating: inspection.rating)
    }
}

extension Register {
    /// The inspections it lists, in their order.
    public var inspections: [ListedInspection] {
        facts.root.records(RegisterNames.inspections).map { ListedInspection($0) }
    }

    /// Whether its list of inspections is complete up to the day it speaks to.
    public var listsInspections: Bool {
        switch facts.root.fields[RegisterNames.inspections]?.state {
        case .stated(.list(let list)): list.isComplete
        case .some(.none): true
        case .stated, .unknown, nil: false
        }
    }

    /// The register with the records its units name among its inspections.
    ///
    /// A record that is listed already has to say the same of unit, form and day; what the row leaves open the record fills in.
    public func adding(
        _ records: [(unit: String, inspection: Inspection)], in vocabulary: Vocabulary
    ) -> Loaded<Register> {
        var collector = DiagnosticCollector()
        var rows = RegisterRows(self)
        for (unit, inspection) in records {
            if inspection.agency != unit {
                let problem = InspectionProblem.recordOfOther(found: inspection.agency, unit: unit)
                collector.error(.inspection(problem), at: inspection.place)
                continue
            }
            rows.take(ListedInspection(inspection, unit: unit), at: inspection.place, &collector)
        }
        if collector.hasErrors { return Loaded(nil, collector.diagnostics) }
        let register = rebuilt(rows, statedOn: statedOn, vocabulary, &collector)
        return Loaded(register, collector.diagnostics)
    }

    /// The register as it would be on a later day if these inspections had been made and nothing else had happened; what a plan is
    /// held against the shares with.
    public func assuming(
        _ visits: [ListedInspection], through day: CivilDate, in vocabulary: Vocabulary
    ) -> Register? {
        var collector = DiagnosticCollector()
        var rows = RegisterRows(self)
        for visit in visits { rows.append(visit, at: facts.root.place) }
        return rebuilt(rows, statedOn: max(day, statedOn), vocabulary, &collector)
    }

    private func rebuilt(
        _ rows: RegisterRows, statedOn: CivilDate, _ vocabulary: Vocabulary, _ collector: inout DiagnosticCollector
    ) -> Register? {
        var fields = facts.root.fields
        fields[RegisterNames.inspections] = rows.fact
        let root = FactRecord(
            definition: facts.root.definition, fields: fields, place: facts.root.place, evidence: facts.root.evidence,
            note: facts.root.note)
        let changed = Statement(
            source: facts.source, inputs: facts.inputs, statedOn: statedOn, statedOnPlace: facts.statedOnPlace,
            root: root, reported: facts.reported, assumed: facts.assumed)
        var register = RegisterLoader(vocabulary: vocabulary).register(changed, &collector)
        register?.written = written
        return register
    }
}

/// The rows of a register's inspections while records are put among them.
private struct RegisterRows {
    private let place: Place
    private var items: [FactItem]
    private var openings: [Place]
    private let evidence: [Evidence]

    init(_ register: Register) {
        let old = register.facts.root.fields[RegisterNames.inspections]
        place = old?.place ?? register.facts.root.place
        evidence = old?.evidence ?? []
        switch old?.state {
        case .stated(.list(let list)): (items, openings) = (list.items, list.openings)
        case .some(.none): (items, openings) = ([], [])
        // Of a list that is not stated there may be more than the records show.
        case .unknown, .stated, nil: (items, openings) = ([], [old?.place ?? register.facts.root.place])
        }
    }

    var fact: Fact {
        Fact(state: .stated(.list(FactList(items: items, openings: openings))), place: place, evidence: evidence)
    }

    mutating func append(_ visit: ListedInspection, at place: Place) {
        let record = FactRecord(
            definition: RegisterRows.definition, fields: fields(visit, at: place), place: place, evidence: [],
            note: nil)
        let fact = Fact(state: .stated(.record(record)), place: place)
        items.append(FactItem(key: visit.ref ?? "#\(items.count + 1)", fact: fact))
    }

    /// Puts a record into its row, or makes one.
    mutating func take(_ visit: ListedInspection, at place: Place, _ collector: inout DiagnosticCollector) {
        guard let index = items.firstIndex(where: { isRow($0, of: visit) }), let row = items[index].fact.record else {
            return append(visit, at: place)
        }
        let ref = items[index].key
        var fields = row.fields
        for entry in self.fields(visit, at: place).entries {
            let (name, fact) = (entry.name, entry.fact)
            guard let old = fields[name], case .stated(let listed) = old.state else {
                fields[name] = fact
                continue
            }
            guard case .stated(let found) = fact.state, let one = RegisterRows.text(found),
                let other = RegisterRows.text(listed), one != other
            else { continue }
            // Signing follows the days of the inspection: a row may give the one and the record the other.
            if name == "held_on" { continue }
            let problem = InspectionProblem.otherThanRegister(record: ref, field: name, found: one, listed: other)
            collector.error(.inspection(problem), at: place, related: [old.place])
        }
        let record = FactRecord(
            definition: row.definition, fields: fields, place: row.place, evidence: row.evidence, note: row.note)
        items[index] = FactItem(
            key: ref, fact: Fact(state: .stated(.record(record)), place: items[index].fact.place))
    }

    /// Whether a row is a record's: by its number, or where the record has none by unit and day.
    private func isRow(_ item: FactItem, of visit: ListedInspection) -> Bool {
        if let ref = visit.ref { return item.key == ref }
        guard let row = item.fact.record, let heldOn = visit.heldOn else { return false }
        return row.text("unit") == visit.unit && row.date("held_on") == heldOn
    }

    private static let definition = "unit_inspection"

    private func fields(_ visit: ListedInspection, at place: Place) -> FactFields {
        var fields: FactFields = [:]
        func state(_ name: String, _ value: FactValue?) {
            fields[name] = value.map { Fact(state: .stated($0), place: place) }
        }
        state("unit", .text(visit.unit))
        state("ref", visit.ref.map { .text($0) })
        state("held_on", visit.heldOn.map { .date($0) })
        state("form", visit.form.map { .choice($0.rawValue) })
        state("result", visit.result.map { .choice($0.rawValue) })
        state("rating", visit.rating.map { .text($0) })
        return fields
    }

    private static func text(_ value: FactValue) -> String? {
        switch value {
        case .text(let text), .choice(let text): text
        case .date(let date): date.description
        case .boolean, .integer, .record, .list, .varying: nil
        }
    }
}
