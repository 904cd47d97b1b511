internal import Model

/// Goes through what a statement says outside lists of records, in the order of the vocabulary.
struct StatementWalk {
    private let vocabulary: Vocabulary
    private var found: [AskedFact] = []

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// The facts that a cell can hold.
    mutating func facts(of statement: Statement) -> [AskedFact] {
        found = []
        walk(statement.root, vocabulary.roots, at: "")
        return found
    }

    private mutating func walk(_ record: FactRecord, _ definition: RecordDefinition, at pointer: String) {
        for field in definition.fields {
            guard let fact = record.fields[field.name] else { continue }
            let inner = "\(pointer)/\(field.name)"
            guard case .stated(let value) = fact.state else {
                found.append(AskedFact(pointer: inner, field: field, fact: fact))
                continue
            }
            switch value {
            case .record(let record):
                if let definition = vocabulary.records[record.definition] { walk(record, definition, at: inner) }
            case .list(let list):
                // A list of records has a sheet of its own; that it holds nothing is an answer.
                if case .list(.record) = field.type, !list.items.isEmpty || !list.isComplete { continue }
                found.append(AskedFact(pointer: inner, field: field, fact: fact))
            case .text, .boolean, .integer, .choice, .date, .varying:
                found.append(AskedFact(pointer: inner, field: field, fact: fact))
            }
        }
    }
}
