internal import CivilTime
internal import YAMLTree

/// Reads assumptions, `FACT=VALUE`: the path and the value's type are checked by the vocabulary alone, so that a mistake is
/// told once, however many statements a run has.
public struct AssumptionReader: Sendable {
    /// The vocabulary that names and types the facts.
    public let vocabulary: Vocabulary

    /// Makes a reader.
    public init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// The name under which the day up to which a statement speaks is assumed.
    static let statedOn = "stated_on"

    /// Reads one assumption; diagnostics have their places in its text.
    public func read(_ text: String) -> Loaded<Assumption> {
        let bytes = Array(text.utf8)
        let source = SourceText(name: Assumption.sourceName, bytes: bytes)
        var collector = DiagnosticCollector()
        func place(_ range: Range<Int>) -> Place {
            let start = source.position(atByte: range.lowerBound)
            return Place(
                source: source, range: SourceRange(start: start, end: source.position(atByte: range.upperBound)))
        }
        let path: FactPathText
        do throws(FactPathText.Fault) {
            path = try FactPathText(bytes)
        } catch {
            collector.error(.assumption(.path(error.expected)), at: place(error.range))
            return Loaded(nil, collector.diagnostics)
        }
        guard let target = target(of: path, &collector, place) else { return Loaded(nil, collector.diagnostics) }
        let value = String(decoding: bytes[(path.end + 1)...], as: UTF8.self)
        guard !value.trimmed.isEmpty else {
            collector.error(.assumption(.noValue), at: place(path.end..<bytes.count))
            return Loaded(nil, collector.diagnostics)
        }
        // Spaces in place of the path keep every byte of the value where it stands in the text.
        let padded = [UInt8](repeating: UInt8(ascii: " "), count: path.end + 1) + bytes[(path.end + 1)...]
        let reading = YAMLReader.read(padded, name: Assumption.sourceName)
        var values = DiagnosticCollector()
        values.append(reading)
        guard let node = reading.root else {
            return Loaded(nil, collector.diagnostics + values.diagnostics.map { $0.moved(to: source) })
        }
        let assumption = Assumption(
            fact: String(decoding: bytes[..<path.end], as: UTF8.self), value: value.trimmed, source: source, path: path,
            target: target, node: node)
        if !values.hasErrors { check(assumption, &values) }
        return Loaded(assumption, collector.diagnostics + values.diagnostics.map { $0.moved(to: source) })
    }

    // MARK: Path

    private func target(
        of path: FactPathText, _ collector: inout DiagnosticCollector, _ place: (Range<Int>) -> Place
    ) -> Assumption.Target? {
        if path.segments.count == 1, path.segments[0].name == Self.statedOn, path.segments[0].selector == nil {
            return .statedOn
        }
        var record: RecordDefinition? = vocabulary.roots
        var shown = ""
        for (position, segment) in path.segments.enumerated() {
            let isLast = position == path.segments.count - 1
            guard let current = record else {
                collector.error(.assumption(.noParts(shown)), at: place(segment.range))
                return nil
            }
            guard let field = current.field(segment.name) else {
                let problem = AssumptionProblem.unknownFact(segment.name, suggestion: suggestion(for: path))
                collector.error(.assumption(problem), at: place(segment.range))
                return nil
            }
            shown += (shown.isEmpty ? "" : ".") + segment.name
            record = vocabulary.record(of: field.type)
            guard case .list(let item) = field.type else {
                if segment.selector != nil {
                    collector.error(.assumption(.notAList(shown)), at: place(segment.selectorRange))
                    return nil
                }
                if isLast { return .field(field) }
                continue
            }
            guard let selector = segment.selector else {
                if isLast { return .field(field) }
                collector.error(.assumption(.itemNeeded(list: shown)), at: place(segment.range))
                return nil
            }
            if isLast { return .item(field.item(of: item, vocabulary)) }
            if selector == .added {
                collector.error(.assumption(.partOfAddedItem), at: place(segment.selectorRange))
                return nil
            }
        }
        return nil
    }

    private func suggestion(for path: FactPathText) -> String? {
        let names = path.segments.map(\.name)
        if names.count == 1, let near = Suggestion.nearest(to: names[0], among: [Self.statedOn]) { return near }
        return vocabulary.suggestion(for: names).map { corrected in
            path.text(names: corrected.split(separator: ".").map(String.init))
        }
    }

    // MARK: Value

    /// Types the value, so that what is wrong with it is told before any statement is read.
    private func check(_ assumption: Assumption, _ collector: inout DiagnosticCollector) {
        switch assumption.target {
        case .statedOn: _ = assumption.node.readDay(&collector)
        case .field(let field):
            let loaded = StatementLoader(vocabulary: vocabulary).fact(assumption.node, of: field, statedOn: .max)
            collector.append(loaded.diagnostics.filter { $0.severity == .error })
        case .item(let field):
            if assumption.node.isNull {
                collector.error(.assumption(.itemCannotBeAbsent), at: Place(assumption.node))
                return
            }
            let loaded = StatementLoader(vocabulary: vocabulary).fact(assumption.node, of: field, statedOn: .max)
            collector.append(loaded.diagnostics.filter { $0.severity == .error })
            guard !collector.hasErrors, let fact = loaded.value else { return }
            if case .none = fact.state { collector.error(.statement(.itemIsNone), at: Place(assumption.node)) }
        }
    }
}

extension FieldDefinition {
    /// One item of this list, as if it were a field.
    fileprivate func item(of type: FieldType, _ vocabulary: Vocabulary) -> FieldDefinition {
        FieldDefinition(
            name: name, type: type, label: vocabulary.record(of: type)?.label ?? label, question: question,
            respondent: respondent, evidence: evidence, isRequired: false, varies: false, staleAfter: staleAfter)
    }
}

extension Diagnostic {
    /// The same diagnostic with the places of an assumption in its text as given.
    func moved(to source: SourceText) -> Diagnostic {
        func moved(_ place: Place) -> Place {
            guard place.file == source.name else { return place }
            let start = source.position(atByte: place.range.start.offset)
            let end = source.position(atByte: place.range.end.offset)
            return Place(source: source, range: SourceRange(start: start, end: end))
        }
        return Diagnostic(severity, problem, at: place.map { moved($0) }, related: related.map { moved($0) })
    }
}
