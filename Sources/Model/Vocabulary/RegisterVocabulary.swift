extension Vocabulary {
    /// The record of a register with these fields.
    public static func register(of fields: [FieldDefinition]) -> RecordDefinition {
        RecordDefinition(
            id: "register", label: LocalizedText(vi: "danh sách cơ quan", en: "register"), key: [], date: nil,
            fields: fields)
    }

    /// The same records and choices under the roots of a register, so that one is read as a statement is.
    public var ofRegisters: Vocabulary {
        Vocabulary(
            records: records, choices: choices, roots: register, respondents: respondents, documents: documents,
            register: register)
    }

    /// The records a statement can hold, in order of id: those that its roots lead to, and those that nothing leads to.
    var statementRecords: [RecordDefinition] {
        let inStatements = reachable(from: roots)
        let inRegisters = reachable(from: register)
        return records.values.sorted { $0.id < $1.id }
            .filter { inStatements.contains($0.id) || !inRegisters.contains($0.id) }
    }

    private func reachable(from root: RecordDefinition) -> Set<String> {
        var found: Set<String> = []
        var next = [root]
        while let record = next.popLast() {
            for field in record.fields {
                guard let inner = self.record(of: field.type), found.insert(inner.id).inserted else { continue }
                next.append(inner)
            }
        }
        return found
    }
}
