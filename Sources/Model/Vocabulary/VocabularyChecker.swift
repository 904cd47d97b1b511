/// Links the names of a vocabulary's parts and checks that they fit together.
struct VocabularyChecker {
    let draft: VocabularyDraft
    private let recordsByName: [String: RecordDraft]
    private let choiceLists: Set<String>
    private let respondents: Set<String>
    private let documents: Set<String>

    init(draft: VocabularyDraft) {
        self.draft = draft
        var records: [String: RecordDraft] = [:]
        for record in draft.records { records[record.name] = record.value }
        recordsByName = records
        choiceLists = Set(draft.choices.map(\.name))
        respondents = Set(draft.respondents.map(\.name))
        documents = Set(draft.documents.map(\.name))
    }

    /// The vocabulary; what does not fit goes to the collector and is left out.
    func vocabulary(_ collector: inout DiagnosticCollector) -> Vocabulary {
        var records: [String: RecordDefinition] = [:]
        for record in draft.records {
            let fields = record.value.fields.compactMap { link($0, &collector) }
            checkKey(record.value, fields, &collector)
            checkDate(record.value, fields, &collector)
            checkConditions(record.value.fields, &collector)
            records[record.name] = RecordDefinition(
                id: record.name, label: record.value.label, key: record.value.key.map(\.name),
                date: record.value.date?.name, fields: fields)
        }
        var choices: [String: ChoiceList] = [:]
        for list in draft.choices { choices[list.name] = ChoiceList(id: list.name, choices: list.value) }
        let roots = RecordDefinition(
            id: "statement", label: LocalizedText(vi: "bản khai", en: "statement"), key: [], date: nil,
            fields: draft.facts.compactMap { link($0, &collector) })
        let register = Vocabulary.register(of: draft.register.compactMap { link($0, &collector) })
        checkConditions(draft.facts, &collector)
        checkConditions(draft.register, &collector)
        var nesting = RecordNesting(records: draft.records, facts: draft.facts + draft.register)
        nesting.check(&collector)
        return Vocabulary(
            records: records, choices: choices, roots: roots, respondents: texts(draft.respondents),
            documents: texts(draft.documents), register: register)
    }

    private func texts(_ named: [Named<LocalizedText>]) -> [String: LocalizedText] {
        var texts: [String: LocalizedText] = [:]
        for entry in named { texts[entry.name] = entry.value }
        return texts
    }

    // MARK: Fields

    private func link(_ field: Named<FieldDraft>, _ collector: inout DiagnosticCollector) -> FieldDefinition? {
        let draft = field.value
        if let respondent = draft.respondent, !respondents.contains(respondent.name) {
            unknown(.respondent, respondent.name, among: respondents, at: respondent.place, &collector)
        }
        for document in draft.evidence where !documents.contains(document.name) {
            unknown(.document, document.name, among: documents, at: document.place, &collector)
        }
        guard let type = type(of: draft, &collector) else { return nil }
        if let place = draft.rolePlace, draft.type != "date" {
            collector.error(.vocabulary(.roleNotAllowed(type: draft.type)), at: place)
        }
        if draft.varies, draft.type == "record" || draft.type == "list" {
            collector.error(.vocabulary(.variesNotAllowed(type: draft.type)), at: draft.variesPlace)
        }
        return FieldDefinition(
            name: field.name, type: type, label: draft.label, question: draft.question,
            respondent: draft.respondent?.name, evidence: draft.evidence.map(\.name), isRequired: draft.isRequired,
            varies: draft.varies, staleAfter: draft.staleAfter,
            noneWhere: draft.noneWhere.map { FieldCondition(field: $0.field.name, choice: $0.choice.name) })
    }

    private func type(of draft: FieldDraft, _ collector: inout DiagnosticCollector) -> FieldType? {
        switch draft.type {
        case "text": return scalar(.text, draft, &collector)
        case "boolean": return scalar(.boolean, draft, &collector)
        case "integer": return scalar(.integer, draft, &collector)
        case "date": return scalar(.date(draft.role ?? .act), draft, &collector)
        case "choice":
            guard let name = inside(draft, &collector) else { return nil }
            if choiceLists.contains(name) { return .choice(name) }
            unknown(.choiceList, name, among: choiceLists, at: draft.ofPlace, &collector)
            return nil
        case "record":
            guard let name = inside(draft, &collector) else { return nil }
            if recordsByName[name] != nil { return .record(name) }
            unknown(.record, name, among: Set(recordsByName.keys), at: draft.ofPlace, &collector)
            return nil
        case "list":
            guard let name = inside(draft, &collector) else { return nil }
            return list(of: name, draft, &collector)
        default:
            let suggestion = collector.suggestion(for: draft.type, among: VocabularyNames.types)
            collector.error(
                .choice(found: draft.type, list: "type", allowed: VocabularyNames.types, suggestion: suggestion),
                at: draft.typePlace)
            return nil
        }
    }

    private func scalar(
        _ type: FieldType, _ draft: FieldDraft, _ collector: inout DiagnosticCollector
    ) -> FieldType? {
        guard draft.of != nil else { return type }
        collector.error(.vocabulary(.ofNotAllowed(type: draft.type)), at: draft.ofPlace)
        return nil
    }

    private func inside(_ draft: FieldDraft, _ collector: inout DiagnosticCollector) -> String? {
        if draft.of == nil { collector.error(.missingKey("of", in: draft.type), at: draft.typePlace) }
        return draft.of
    }

    private func list(
        of name: String, _ draft: FieldDraft, _ collector: inout DiagnosticCollector
    ) -> FieldType? {
        if name == "text" { return .list(.text) }
        if choiceLists.contains(name) { return .list(.choice(name)) }
        guard let record = recordsByName[name] else {
            let names = choiceLists.union(recordsByName.keys).union(["text"])
            unknown(.record, name, among: names, at: draft.ofPlace, &collector)
            return nil
        }
        if record.key.isEmpty {
            collector.error(.vocabulary(.listWithoutKey(record: name)), at: draft.ofPlace)
        }
        return .list(.record(name))
    }

    private func unknown(
        _ kind: NameKind, _ name: String, among names: Set<String>, at place: Place?,
        _ collector: inout DiagnosticCollector
    ) {
        let suggestion = collector.suggestion(for: name, among: names)
        collector.error(.unknownName(kind, name, suggestion: suggestion), at: place)
    }

    // MARK: Key and date

    private func checkKey(
        _ record: RecordDraft, _ fields: [FieldDefinition], _ collector: inout DiagnosticCollector
    ) {
        for name in record.key {
            guard let draft = field(name, of: record, &collector) else { continue }
            guard let field = fields.first(where: { $0.name == name.name }) else { continue }
            switch field.type {
            case .text, .integer, .date, .choice:
                if !field.varies { continue }
                collector.error(.vocabulary(.keyType(field: name.name, type: "varies")), at: name.place)
            case .boolean, .record, .list:
                collector.error(.vocabulary(.keyType(field: name.name, type: draft.type)), at: name.place)
            }
        }
    }

    private func checkDate(
        _ record: RecordDraft, _ fields: [FieldDefinition], _ collector: inout DiagnosticCollector
    ) {
        guard let name = record.date, let draft = field(name, of: record, &collector) else { return }
        guard let field = fields.first(where: { $0.name == name.name }) else { return }
        if field.type == .date(.act) || field.type == .date(.current), !field.varies { return }
        let type = field.type == .date(.scheduled) ? "date, role: scheduled" : draft.type
        collector.error(.vocabulary(.dateType(field: name.name, type: type)), at: name.place)
    }

    /// `none_where` names a choice of the same record, and one of its values.
    private func checkConditions(_ fields: [Named<FieldDraft>], _ collector: inout DiagnosticCollector) {
        let choices = fields.filter { $0.value.type == "choice" && !$0.value.varies }
        for field in fields {
            guard let condition = field.value.noneWhere else { continue }
            guard let other = choices.first(where: { $0.name == condition.field.name && $0.name != field.name }) else {
                let names = Set(choices.map(\.name)).subtracting([field.name])
                unknown(.field, condition.field.name, among: names, at: condition.field.place, &collector)
                continue
            }
            guard let list = draft.choices.first(where: { $0.name == other.value.of }) else { continue }
            let allowed = list.value.map(\.id)
            if allowed.contains(condition.choice.name) { continue }
            let suggestion = collector.suggestion(for: condition.choice.name, among: allowed)
            collector.error(
                .choice(found: condition.choice.name, list: list.name, allowed: allowed, suggestion: suggestion),
                at: condition.choice.place)
        }
    }

    private func field(
        _ name: Named<Void>, of record: RecordDraft, _ collector: inout DiagnosticCollector
    ) -> FieldDraft? {
        if let field = record.fields.first(where: { $0.name == name.name }) { return field.value }
        unknown(.field, name.name, among: Set(record.fields.map(\.name)), at: name.place, &collector)
        return nil
    }
}
