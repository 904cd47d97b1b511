public import CivilTime

/// Every fact that can be stated, with its type, label and question (*danh mục thông tin*).
///
/// The one origin of the statement's schema, of the types expressions are checked against, and of the words reports use.
public struct Vocabulary: Sendable {
    /// The records by id.
    public let records: [String: RecordDefinition]
    /// The closed lists of choices by id.
    public let choices: [String: ChoiceList]
    /// The roots: a statement's facts by key, in order of declaration.
    public let roots: RecordDefinition
    /// What a register of units holds, in order of declaration.
    public let register: RecordDefinition
    /// Who can answer, by id.
    public let respondents: [String: LocalizedText]
    /// Kinds of usual evidence, by id.
    public let documents: [String: LocalizedText]

    /// Makes a vocabulary from its parts; the loader has checked that every name resolves.
    public init(
        records: [String: RecordDefinition], choices: [String: ChoiceList], roots: RecordDefinition,
        respondents: [String: LocalizedText], documents: [String: LocalizedText],
        register: RecordDefinition = Vocabulary.register(of: [])
    ) {
        self.records = records
        self.choices = choices
        self.roots = roots
        self.register = register
        self.respondents = respondents
        self.documents = documents
    }

    /// The record a field's value or its items have, if it has one.
    public func record(of type: FieldType) -> RecordDefinition? {
        switch type {
        case .record(let id): records[id]
        case .list(let item): record(of: item)
        case .text, .boolean, .integer, .date, .choice: nil
        }
    }
}

/// A record: the facts that belong together, and how one of them is known in a list.
public struct RecordDefinition: Sendable {
    /// The record's id, as `of:` names it.
    public let id: String
    /// What one such record is called.
    public let label: LocalizedText
    /// An item of a list is known by the first of these fields that is stated.
    public let key: [String]
    /// The field that places the record in time, if it is an act.
    public let date: String?
    /// The fields in order of declaration.
    public let fields: [FieldDefinition]
    /// The fields that are none where another one says so.
    let conditionalFields: [FieldDefinition]
    private let positions: [String: Int]

    /// Makes a record definition.
    public init(id: String, label: LocalizedText, key: [String], date: String?, fields: [FieldDefinition]) {
        self.id = id
        self.label = label
        self.key = key
        self.date = date
        self.fields = fields.indices.map { fields[$0].standing(at: $0) }
        conditionalFields = self.fields.filter { $0.noneWhere != nil }
        var positions: [String: Int] = [:]
        for (position, field) in fields.enumerated() { positions[field.name] = position }
        self.positions = positions
    }

    /// The field of that name.
    public func field(_ name: String) -> FieldDefinition? {
        positions[name].map { fields[$0] }
    }
}

/// One fact that can be stated.
public struct FieldDefinition: Sendable {
    /// The key, English and ASCII.
    public let name: String
    /// Its type.
    public let type: FieldType
    /// A noun phrase; sentences of reports are built from it.
    public let label: LocalizedText
    /// What a person is asked.
    public let question: LocalizedText
    /// Who in the agency can answer: an id of the vocabulary's respondents.
    public let respondent: String?
    /// Usual evidence: ids of the vocabulary's documents.
    public let evidence: [String]
    /// Whether the record cannot be understood without it.
    public let isRequired: Bool
    /// Whether its value changes over time and may be stated as dated values.
    public let varies: Bool
    /// How old the statement may be before the fact is flagged stale.
    public let staleAfter: Period?
    /// What another field of the record says where there is no such fact, so that nobody is asked for it.
    public let noneWhere: FieldCondition?
    /// What it is found by among the facts of a record.
    public private(set) var key: FieldKey

    /// Makes a field definition.
    public init(
        name: String, type: FieldType, label: LocalizedText, question: LocalizedText, respondent: String?,
        evidence: [String], isRequired: Bool, varies: Bool, staleAfter: Period?, noneWhere: FieldCondition? = nil
    ) {
        self.name = name
        key = FieldKey(name: name, position: nil)
        self.type = type
        self.label = label
        self.question = question
        self.respondent = respondent
        self.evidence = evidence
        self.isRequired = isRequired
        self.varies = varies
        self.staleAfter = staleAfter
        self.noneWhere = noneWhere
    }

    fileprivate func standing(at position: Int) -> FieldDefinition {
        var field = self
        field.key = FieldKey(name: name, position: position)
        return field
    }
}

/// A choice that a field of a record states.
public struct FieldCondition: Sendable, Hashable {
    /// The field, a choice of the same record.
    public let field: String
    /// The choice, by id.
    public let choice: String

    /// Makes a condition.
    public init(field: String, choice: String) {
        self.field = field
        self.choice = choice
    }
}

/// A closed list of choices, in order of declaration.
public struct ChoiceList: Sendable {
    /// The list's id, as `of:` names it.
    public let id: String
    /// The choices with their labels.
    public let choices: [Choice]

    /// Makes a list of choices.
    public init(id: String, choices: [Choice]) {
        self.id = id
        self.choices = choices
    }

    /// The label of a choice.
    public func label(of choice: String) -> LocalizedText? {
        choices.first { $0.id == choice }?.label
    }
}

/// One choice of a closed list.
public struct Choice: Sendable, Hashable {
    /// The id as stated.
    public let id: String
    /// What people read.
    public let label: LocalizedText

    /// Makes a choice.
    public init(id: String, label: LocalizedText) {
        self.id = id
        self.label = label
    }
}
