internal import CivilTime

/// A statement with every short form written out: each fact is `{value:, evidence:}` or `{state:, reason:}`, tables stand as
/// lists, truth values and numbers are typed.
///
/// The result is a statement of the same facts, for programs that want one form only; comments are not in it.
public struct StatementExpansion {
    private let vocabulary: Vocabulary

    /// Expands statements under a vocabulary.
    public init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// The document.
    public func json(_ statement: Statement) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init(DocumentKind.key, .string(DocumentKind.statement.header)),
            .init("stated_on", .string(statement.statedOn.description)),
        ]
        members += fields(statement.root, vocabulary.roots)
        if !statement.reported.isEmpty {
            members.append(.init("reported", .array(statement.reported.map { report($0) })))
        }
        return .object(members)
    }

    // MARK: Facts

    private func fields(_ record: FactRecord, _ definition: RecordDefinition) -> [JSONValue.Member] {
        definition.fields.compactMap { field in
            record.fields[field.name].map { .init(field.name, fact($0, of: field.type)) }
        }
    }

    private func fact(_ fact: Fact, of type: FieldType) -> JSONValue {
        switch fact.state {
        case .unknown: return StatementExpansion.unknown
        case .none(let reason):
            var members: [JSONValue.Member] = [.init("state", "none")]
            if let reason { members.append(.init("reason", .string(reason))) }
            return .object(members + evidence(fact.evidence))
        case .stated(let value):
            // A record with a field of that name has no long form.
            if vocabulary.ownFields(of: type)?.field("value") != nil { return json(value) }
            return .object([.init("value", json(value))] + evidence(fact.evidence))
        }
    }

    static let unknown: JSONValue = ["state": "unknown"]

    private func json(_ value: FactValue) -> JSONValue {
        switch value {
        case .text(let text), .choice(let text): return .string(text)
        case .boolean(let boolean): return .boolean(boolean)
        case .integer(let integer): return .integer(integer)
        case .date(let date): return .string(date.description)
        case .record(let record):
            let definition = vocabulary.records[record.definition]
            var members = definition.map { fields(record, $0) } ?? []
            members += evidence(record.evidence)
            if let note = record.note { members.append(.init("note", .string(note))) }
            return .object(members)
        case .list(let list): return json(list)
        case .varying(let values):
            return .array(
                values.map { value in
                    var members: [JSONValue.Member] = []
                    if let from = value.from { members.append(.init("from", .string(from.description))) }
                    return .object(members + [.init("value", json(value.value))])
                })
        }
    }

    private func json(_ list: FactList) -> JSONValue {
        let items = list.items.map { item -> JSONValue in
            let type: FieldType
            if case .stated(.record(let record)) = item.fact.state {
                type = .record(record.definition)
            } else {
                type = .text
            }
            return fact(item.fact, of: type)
        }
        // That a list may hold more is said after what it does hold.
        return .array(items + list.openings.map { _ in StatementExpansion.unknown })
    }

    // MARK: Evidence and reports

    private func evidence(_ evidence: [Evidence]) -> [JSONValue.Member] {
        if evidence.isEmpty { return [] }
        return [.init("evidence", .array(evidence.map { document($0) }))]
    }

    private func document(_ evidence: Evidence) -> JSONValue {
        .object([
            "ref": evidence.ref.map { .string($0) },
            "title": evidence.title.map { .string($0) },
            "dated": evidence.dated.map { .string($0.description) },
            "issued_by": evidence.issuedBy.map { .string($0) },
            "signed_by": evidence.signedBy.map { .string($0) },
            "capacity": evidence.capacity.map { .string($0) },
            "file": evidence.file.map { .string($0) },
            "shows": evidence.shows.map { .string($0.description) },
            "filed_on": evidence.filedOn.map { .string($0.description) },
        ])
    }

    private func report(_ report: ReportedFact) -> JSONValue {
        .object([
            "about": .string(report.about.dotted),
            "by": .string(report.by),
            "date": report.date.map { .string($0.description) },
            "ref": report.ref.map { .string($0) },
            "says": .string(report.says),
        ])
    }
}
