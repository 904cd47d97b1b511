internal import Assessor
internal import Model
internal import Reports
internal import YAMLTree

/// Diagnostics as the protocol has them, file by file.
struct DiagnosticJSON {
    private enum Severity: Int64 {
        case error = 1
        case warning = 2
        case information = 3
    }

    private let session: Session
    private let document: OpenDocument
    private let analysis: Analysis
    /// The texts of the tables, by name: many findings may stand in one.
    private let tables: [String: DocumentText]

    init(_ session: Session, _ document: OpenDocument, _ analysis: Analysis) {
        self.session = session
        self.document = document
        self.analysis = analysis
        var tables: [String: DocumentText] = [:]
        for source in analysis.assessment?.statement.inputs.dropFirst() ?? [] where analysis.isCurrent {
            tables[source.name] = DocumentText(source.bytes)
        }
        self.tables = tables
    }

    /// What is wrong with a document, by the URI of the file it stands in.
    func byFile() -> [String: [JSONValue]] {
        var files: [String: [JSONValue]] = [:]
        for diagnostic in analysis.diagnostics {
            let uri = diagnostic.place.flatMap { self.uri(of: $0) } ?? document.uri
            // What is wrong elsewhere in a library is told where it stands only if it is about this document too.
            guard uri == document.uri || isOwnInput(diagnostic.place) else { continue }
            files[uri, default: []].append(json(diagnostic))
        }
        if files.isEmpty, let elsewhere = errorElsewhere(analysis.diagnostics) { files[document.uri] = [elsewhere] }
        if let elsewhere = errorElsewhere(analysis.runDiagnostics) {
            files[document.uri, default: []].append(elsewhere)
        }
        for fault in analysis.runFaults {
            let place = fault.place.flatMap { $0.file == document.name ? $0 : nil }
            let severity: Severity = document.kind == .config ? .error : .warning
            files[document.uri, default: []].append(json(place, severity, code: nil, fault.text.capitalizingFirst, []))
        }
        for (waiver, standing) in analysis.endingWaivers {
            let days = DateText(session.language).text(waiver.until)
            let name = AxisNames.name(standing)[session.language].capitalizingFirst
            files[document.uri, default: []].append(json(waiver.place, .warning, code: nil, "\(name) (\(days))", []))
        }
        for finding in findings {
            guard let uri = uri(of: finding.location.place) else { continue }
            files[uri, default: []].append(json(finding))
        }
        for finding in analysis.lint { files[document.uri, default: []].append(json(finding)) }
        return files
    }

    /// The findings to tell: those that count and are at some level.
    private var findings: [Finding] {
        guard analysis.isCurrent, let assessment = analysis.assessment else { return [] }
        return assessment.findings.filter { !$0.isHistory && $0.level != nil }
    }

    /// That another file keeps the rules or a run from being used.
    private func errorElsewhere(_ diagnostics: [Diagnostic]) -> JSONValue? {
        guard let first = diagnostics.first(where: { $0.severity == .error }), let place = first.place,
            place.file != document.name
        else { return nil }
        let lead = session.language == .vi ? "Tệp khác có lỗi" : "Another file has an error"
        var related: [JSONValue] = []
        if let uri = uri(of: place) {
            related = [
                [
                    "location": ["uri": .string(uri), "range": range(place).json],
                    "message": .string(first.message(session.language)),
                ]
            ]
        }
        return json(nil, .warning, code: nil, "\(lead): \(first.text(session.language, frame: false))", related)
    }

    private func isOwnInput(_ place: Place?) -> Bool {
        guard document.kind == .statement, let place else { return false }
        return place.file.hasPrefix(Session.folder(of: document.name))
    }

    // MARK: Parts

    private func json(_ diagnostic: Diagnostic) -> JSONValue {
        let severity: Severity
        switch diagnostic.severity {
        case .error: severity = .error
        case .warning: severity = .warning
        }
        var related: [JSONValue] = []
        for place in diagnostic.related {
            guard let uri = uri(of: place) else { continue }
            let text = diagnostic.relation(of: place, session.language)
            related.append(["location": ["uri": .string(uri), "range": range(place).json], "message": .string(text)])
        }
        return json(
            diagnostic.place, severity, code: nil, diagnostic.message(session.language).capitalizingFirst, related)
    }

    private func json(_ finding: Finding) -> JSONValue {
        let severity: Severity
        switch finding.level {
        case .error: severity = .error
        case .warning: severity = .warning
        case .note, nil: severity = .information
        }
        guard let library = analysis.library, let assessment = analysis.assessment else { return .null }
        let phrasing = Phrasing(session.language, library: library)
        var lines = [phrasing.headline(finding), phrasing.because(finding, in: assessment.statement)]
        if let waiver = AxisNames.name(finding.waiver, session.language) { lines.append(waiver) }
        if let state = analysis.baseline?.toldState(of: finding), state != .unchanged {
            let lead = session.language == .vi ? "so với mốc" : "baseline"
            lines.append("\(lead): \(AxisNames.name(state)[session.language])")
        }
        return json(finding.location.place, severity, code: finding.rule.id, lines.joined(separator: "\n"), [])
    }

    private func json(_ finding: LintFinding) -> JSONValue {
        json(finding.place, .warning, code: nil, LintFindingText(session.language).text(finding.problem), [])
    }

    private func json(
        _ place: Place?, _ severity: Severity, code: String?, _ message: String, _ related: [JSONValue]
    ) -> JSONValue {
        let start = TextPosition(line: 0, character: 0)
        let shown = place.map { range($0) } ?? TextRange(start: start, end: start)
        return .object([
            "range": shown.json, "severity": .integer(severity.rawValue), "code": code.map { .string($0) },
            "source": "tuanthu", "message": .string(message),
            "relatedInformation": related.isEmpty ? nil : .array(related),
        ])
    }

    // MARK: Places

    private func uri(of place: Place) -> String? {
        if place.file == document.name { return document.uri }
        return session.workspace.path(ofSource: place.file).map { DocumentURI.uri(ofPath: $0) }
    }

    private func range(_ place: Place) -> TextRange {
        let text =
            tables[place.file] ?? (place.file == document.name ? document.text : DocumentText(place.source.bytes))
        return PlaceRange.firstLine(of: place.range, in: text, session.encoding)
    }
}

extension String {
    /// The text with its first letter large.
    fileprivate var capitalizingFirst: String { first.map { $0.uppercased() + dropFirst() } ?? self }
}
