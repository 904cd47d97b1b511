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

/// A register with the records its units name among its inspections.
public struct RegisterWithRecords: Sendable {
    /// The register; nil where it could not be put together.
    public let value: Register?
    /// The records that were taken.
    public let taken: [Inspection]
    /// What is wrong with the others.
    public let diagnostics: [Diagnostic]
}

extension ListedInspection {
    /// An inspection of a unit of which nothing is known, not even whether it was made.
    fileprivate static func unknown(of unit: String) -> ListedInspection {
        ListedInspection(unit: unit, ref: nil, heldOn: nil, form: nil)
    }

    /// Whether a record is that of this inspection: by unit, number and year, for numbers begin anew each year; where it has no number by
    /// unit and day.
    public func isRecorded(by inspection: Inspection) -> Bool {
        guard unit == inspection.agency else { return false }
        guard let number = inspection.record else { return heldOn == inspection.held }
        return ref == number && isOfYear(of: inspection)
    }

    /// Whether its day and a record's may lie in one year. Signing follows the inspection, be it after the turn of the year.
    fileprivate func isOfYear(of inspection: Inspection) -> Bool {
        guard let days = heldOn?.interval else { return true }
        let held = inspection.held.interval
        let last = max(held.last, inspection.signedOn)
        return days.first.year <= last.year && held.first.year <= days.last.year
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
    /// A record that is listed already has to say the same of unit and form; what the row leaves open the record fills in. A record
    /// that may not be taken is left out, alone; of its unit it is then not known what was inspected, and neither is it of a unit one
    /// of whose records could not be read.
    /// - Parameters:
    ///   - records: The records, each with the unit that names it.
    ///   - unread: The units that name a record that could not be read, by code, once for each.
    public func adding(
        _ records: [(unit: String, inspection: Inspection)], unread: [String] = [], in vocabulary: Vocabulary
    ) -> RegisterWithRecords {
        var collector = DiagnosticCollector()
        var rows = RegisterRows(self)
        var taken: [Inspection] = []
        for (unit, inspection) in records {
            if inspection.agency != unit {
                let problem = InspectionProblem.recordOfOther(found: inspection.agency, unit: unit)
                collector.error(.inspection(problem), at: inspection.place)
                rows.append(.unknown(of: unit), at: inspection.place)
            } else if rows.take(inspection, &collector) {
                taken.append(inspection)
            } else {
                rows.append(.unknown(of: unit), at: inspection.place)
            }
        }
        for unit in unread { rows.append(.unknown(of: unit), at: facts.root.place) }
        let register = rebuilt(rows, statedOn: statedOn, vocabulary, &collector)
        return RegisterWithRecords(value: register, taken: taken, diagnostics: collector.diagnostics)
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
    /// How many rows the register lists itself.
    private let listedCount: Int

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
        listedCount = items.count
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

    /// Puts a record into its row, or makes one. A record that disagrees with its row is told and left out.
    mutating func take(_ inspection: Inspection, _ collector: inout DiagnosticCollector) -> Bool {
        let (visit, place) = (ListedInspection(inspection, unit: inspection.agency), inspection.place)
        guard let index = items.indices.first(where: { isRow($0, of: inspection) }),
            let row = items[index].fact.record
        else {
            append(visit, at: place)
            return true
        }
        let ref = items[index].key
        var fields = row.fields
        var agrees = true
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
            agrees = false
        }
        guard agrees else { return false }
        let record = FactRecord(
            definition: row.definition, fields: fields, place: row.place, evidence: row.evidence, note: row.note)
        items[index] = FactItem(
            key: ref, fact: Fact(state: .stated(.record(record)), place: items[index].fact.place))
        return true
    }

    /// Whether a row is a record's. One the register lists under the same number of the same year is, be it under another unit: one of
    /// the two is wrong. Records of two units may bear one number.
    private func isRow(_ index: Int, of inspection: Inspection) -> Bool {
        guard let row = items[index].fact.record else { return false }
        let listed = ListedInspection(row)
        if listed.isRecorded(by: inspection) { return true }
        return index < listedCount && inspection.record != nil && listed.ref == inspection.record
            && listed.isOfYear(of: inspection)
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
