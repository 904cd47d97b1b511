internal import Model
internal import YAMLTree

/// The parties of an OSCAL document: the agencies, each once, and this program.
struct OSCALParties {
    private var entries: [JSONValue] = []
    private var known: Set<String> = []

    static let tool = NameUUID(["party", "tuanthu"]).description

    init() {
        entries.append(
            .object(["uuid": .string(OSCALParties.tool), "type": "organization", "name": "tuanthu"]))
    }

    /// The party of a statement's agency.
    mutating func party(of statement: Statement) -> String {
        let code = statement.agencyCode
        let uuid = NameUUID(["party", "agency", code ?? "", code == nil ? statement.source.name : ""]).description
        guard known.insert(uuid).inserted else { return uuid }
        let ids: JSONValue? = code.map {
            .array([.object(["scheme": .string("\(OSCALText.nameSpace)"), "id": .string(OSCALText.line($0))])])
        }
        entries.append(
            .object([
                "uuid": .string(uuid), "type": "organization",
                "name": .string(OSCALText.line(statement.agencyName ?? code ?? statement.source.name)),
                "external-ids": ids,
            ]))
        return uuid
    }

    /// The head of the document.
    func metadata(_ run: ReportRun, title: String) -> JSONValue {
        .object([
            "title": .string(title),
            "last-modified": .string(OSCALText.start(of: run.asOf)),
            "version": .string(OSCALText.line(run.version)),
            "oscal-version": .string(OSCALText.version),
            "parties": .array(entries),
        ])
    }
}
