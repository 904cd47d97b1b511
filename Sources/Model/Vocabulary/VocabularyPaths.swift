internal import YAMLTree

extension Vocabulary {
    /// The field that names lead to from the roots, through records and the records of lists; nil where there is none.
    public func field(at names: [String]) -> FieldDefinition? {
        var field: FieldDefinition?
        let isField = eachField(along: names) { field = $0 }
        return isField ? field : nil
    }

    /// Goes through the fields that names lead through from the roots, as far as they lead; says whether to the end.
    @discardableResult
    public func eachField(along names: [String], _ take: (FieldDefinition) -> Void) -> Bool {
        var record: RecordDefinition? = roots
        for name in names {
            guard let found = record?.field(name) else { return false }
            take(found)
            record = self.record(of: found.type)
        }
        return true
    }

    /// The path most like one that leads nowhere: every name that is none of its record's fields put right.
    func suggestion(for names: [String]) -> String? {
        var record: RecordDefinition? = roots
        var corrected: [String] = []
        for name in names {
            guard let current = record else { return nil }
            if let field = current.field(name) {
                corrected.append(name)
                record = self.record(of: field.type)
                continue
            }
            guard let nearest = Suggestion.nearest(to: name, among: current.fields.map(\.name)),
                let field = current.field(nearest)
            else { return nil }
            corrected.append(nearest)
            record = self.record(of: field.type)
        }
        return corrected.joined(separator: ".")
    }

    /// Reads a dotted path of field names without positions; what leads nowhere becomes a diagnostic.
    func path(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> FactPath? {
        guard let text = node.readText(&collector) else { return nil }
        let names = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard names.allSatisfy(VocabularyNames.isName) else {
            collector.error(.value(found: text, expected: .factPath), at: Place(node))
            return nil
        }
        guard field(at: names) != nil else {
            let suggestion = collector.isFull ? nil : suggestion(for: names)
            collector.error(.unknownName(.fact, text, suggestion: suggestion), at: Place(node))
            return nil
        }
        return FactPath(names.map { .field($0) })
    }
}

extension Vocabulary {
    /// The closed list a field chooses from; nil for fields that choose from none.
    public func choiceList(at names: [String]) -> ChoiceList? {
        switch field(at: names)?.type {
        case .choice(let id), .list(.choice(let id)): choices[id]
        case .text, .boolean, .integer, .date, .record, .list, nil: nil
        }
    }
}
