internal import CivilTime
internal import YAMLTree

/// Reads the facts of one statement by the vocabulary and collects what is wrong with them.
struct FactReader {
    let vocabulary: Vocabulary
    /// The day the statement speaks up to, and where it says so; nil where that is itself wrong.
    let statedOn: (day: CivilDate, place: Place)?
    var tables: TableStore
    var collector = DiagnosticCollector()

    init(
        vocabulary: Vocabulary, statement: SourceText, statedOn: (day: CivilDate, place: Place)?,
        tables: @escaping (String) -> TableLookup, limits: TableLimits = .statement
    ) {
        self.vocabulary = vocabulary
        self.statedOn = statedOn
        self.tables = TableStore(statement: statement, limits: limits, lookup: tables)
    }

    /// The fact a node states of a field; nil where it is absent or wrong.
    mutating func fact(_ node: YAMLNode, of field: FieldDefinition) -> Fact? {
        guard let form = form(of: node, as: field.type) else { return nil }
        switch form {
        case .null:
            if !field.isRequired { collector.warning(.statement(.nullValue), at: Place(node)) }
            return nil
        case .unknown: return Fact(state: .unknown, place: Place(node))
        case .none(let reason, let evidence):
            if field.isRequired {
                collector.error(
                    .statement(.requiredFactIsNone(field: field.name, label: field.label)), at: Place(node))
            }
            return Fact(state: .none(reason: reason), place: Place(node), evidence: evidence)
        case .value(let value, let evidence):
            return self.value(value, of: field).map {
                Fact(state: .stated($0), place: Place(value), evidence: evidence)
            }
        case .table(let name, let evidence):
            return table(name, of: field).map {
                Fact(state: .stated(.list($0)), place: Place(node), evidence: evidence)
            }
        }
    }

    private mutating func value(_ node: YAMLNode, of field: FieldDefinition) -> FactValue? {
        if field.varies, NodeShape(node) == .list { return datedValues(node, of: field) }
        switch field.type {
        case .text, .boolean, .integer, .date, .choice:
            return node.readText(&collector).flatMap { scalar($0, as: field.type, at: Place(node)) }
        case .record(let id):
            guard let definition = vocabulary.records[id] else { return nil }
            return record(node, as: definition).map { .record($0) }
        case .list(let item):
            return list(node, of: item, label: field.label).map { .list($0) }
        }
    }

    // MARK: Records

    /// The facts of a mapping. Keys in `besides` are somebody else's; only a record proper has evidence and a note.
    mutating func record(
        _ node: YAMLNode, as definition: RecordDefinition, besides others: [String]? = nil
    ) -> FactRecord? {
        guard NodeShape(node) == .mapping else {
            collector.error(.shape(found: NodeShape(node), expected: .mapping), at: Place(node))
            return nil
        }
        var fields: FactFields = [:]
        var evidence: [Evidence] = []
        var note: String?
        var wrong: Set<String> = []
        for entry in node.entries {
            let key = entry.key
            if let field = definition.field(key) {
                let errorsBefore = collector.errorCount
                fields[field.key] = fact(entry.value, of: field)
                if collector.errorCount > errorsBefore { wrong.insert(key) }
            } else if let others {
                if !others.contains(key) { unknownKey(entry, of: definition, besides: others) }
            } else if key == "evidence" {
                if !entry.value.isNull { evidence = self.evidence(entry.value) }
            } else if key == "note" {
                if !entry.value.isNull { note = entry.value.readText(&collector) }
            } else {
                unknownKey(entry, of: definition, besides: VocabularyNames.recordKeys)
            }
        }
        checkRequired(definition, stated: fields, wrong: wrong, at: Place(node))
        checkDate(definition, stated: fields)
        addImplied(definition, to: &fields, wrong: wrong)
        return FactRecord(
            definition: definition.id, fields: fields, place: Place(node), evidence: evidence, note: note)
    }

    private mutating func unknownKey(_ entry: YAMLEntry, of definition: RecordDefinition, besides others: [String]) {
        let names = definition.fields.map(\.name) + others
        let suggestion = collector.suggestion(for: entry.key, among: names)
        collector.error(.unknownKey(entry.key, in: definition.id, suggestion: suggestion), at: entry.place)
    }

    /// Reports required facts that are not there; those that are there and wrong have been reported.
    mutating func checkRequired(
        _ definition: RecordDefinition, stated fields: FactFields, wrong: Set<String>, at place: Place
    ) {
        for field in definition.fields where field.isRequired {
            if fields[field.key] != nil || wrong.contains(field.name) { continue }
            let problem = StatementProblem.missingFact(
                field: field.name, label: field.label, record: definition.id)
            collector.error(.statement(problem), at: place)
        }
    }

    /// What is not stated, and cannot be for what another field says, is none: that field's place is where it is said.
    func addImplied(_ definition: RecordDefinition, to fields: inout FactFields, wrong: Set<String>) {
        for field in definition.conditionalFields where fields[field.key] == nil && !wrong.contains(field.name) {
            guard let condition = field.noneWhere, let other = fields[condition.field],
                case .stated(.choice(condition.choice)) = other.state
            else { continue }
            fields[field.key] = Fact(state: .none(reason: nil), place: other.place)
        }
    }

    /// Warns of a record that lies wholly after the day the statement speaks up to.
    mutating func checkDate(_ definition: RecordDefinition, stated fields: FactFields) {
        guard let name = definition.date, let fact = fields[name] else { return }
        guard case .stated(.date(let date)) = fact.state else { return }
        checkDate(date, at: fact.place)
    }

    mutating func checkDate(_ date: StatedDate, at place: Place) {
        guard let statedOn, date.interval.first > statedOn.day else { return }
        let problem = StatementProblem.dateAfterStatedOn(date, statedOn: statedOn.day)
        collector.warning(.statement(problem), at: place, related: [statedOn.place])
    }
}
