internal import Assessor
internal import CivilTime
internal import Editing
internal import Model
internal import Reports
internal import YAMLTree

/// Beginning a waiver of a finding whose rule can be waived, in the file of waivers that the run follows, else in `waivers.yaml` beside
/// the statement.
///
/// Reason, authority, document and last day are left empty: the file has errors until a person fills them in.
struct WaiverActions {
    private static let file = "waivers.yaml"

    private let session: Session
    private let document: OpenDocument
    private let statement: Statement
    private let analysis: Analysis

    init(_ session: Session, _ document: OpenDocument, _ statement: Statement, _ analysis: Analysis) {
        self.session = session
        self.document = document
        self.statement = statement
        self.analysis = analysis
    }

    func actions(_ findings: [Finding]) -> [JSONValue] {
        guard let library = analysis.library, let agency = statement.agencyCode else { return [] }
        let phrasing = Phrasing(session.language, library: library)
        return findings.filter { $0.rule.isWaivable && $0.level != .note }.compactMap { finding in
            guard let edit = edit(waiver(finding, agency, phrasing)) else { return nil }
            let item = finding.item.map { " (\($0.key))" } ?? ""
            let title =
                session.language == .vi
                ? "Soạn chấp nhận tạm thời: \(finding.rule.id)\(item)" : "Begin a waiver: \(finding.rule.id)\(item)"
            return session.action(title, edit)
        }
    }

    private func waiver(_ finding: Finding, _ agency: String, _ phrasing: Phrasing) -> NewValue {
        var entries: [NewValue.Entry] = [
            .init("rule", .text(finding.rule.id), comment: finding.rule.title[session.language]),
            .init("agency", .text(agency)),
        ]
        if let item = finding.item { entries.append(.init("item", .text(item.key))) }
        entries += [
            .init("reason", .text(""), comment: pick("vì sao chấp nhận", "why it is accepted")),
            .init("authority", .text(""), comment: pick("ai chấp nhận", "who accepts it")),
            .init("document", .text(""), comment: pick("số, ký hiệu văn bản", "number of the document")),
            .init(
                "dated", .word(session.workspace.today().description),
                comment: pick("ngày của văn bản", "the document's day")),
            .init("until", .text(""), comment: pick("ngày cuối cùng còn hiệu lực", "the last day on which it counts")),
        ]
        return .mapping(entries)
    }

    private func edit(_ waiver: NewValue) -> JSONValue? {
        let path = analysis.waiverFile ?? Session.folder(of: document.name) + WaiverActions.file
        guard path.hasPrefix("/") else { return nil }
        let uri = DocumentURI.uri(ofPath: path)
        let open = session.documents.values.first { $0.name == path }?.text.bytes
        if let bytes = open ?? session.bytes(ofFile: path) {
            guard let editor = try? DocumentEditor(YAMLReader.read(bytes, name: path)),
                let edits = try? editor.edits(for: .append(waiver, to: YAMLPath([.key("waivers")])))
            else { return nil }
            return session.workspaceEdit(edits, of: DocumentText(bytes), uri: uri)
        }
        guard session.canCreateFiles else { return nil }
        let text =
            "\(DocumentKind.key): \(DocumentKind.waivers.header)\n"
            + NewDocument.text([.init("waivers", .list([waiver]))])
        let start: JSONValue = ["line": 0, "character": 0]
        return [
            "documentChanges": [
                ["kind": "create", "uri": .string(uri), "options": ["ignoreIfExists": true]],
                [
                    "textDocument": ["uri": .string(uri), "version": .null],
                    "edits": [["range": ["start": start, "end": start], "newText": .string(text)]],
                ],
            ]
        ]
    }

    private func pick(_ vi: String, _ en: String) -> String {
        switch session.language {
        case .vi: vi
        case .en: en
        }
    }
}
