internal import CivilTime
public import Assessor
internal import Digest
public import Model
internal import YAMLTree

/// What there is to do as an OSCAL plan of action and milestones: an item and a risk for everything that does not conform, conforms in
/// part, or is not done yet.
///
/// Its three lists stand one after the other, so they are held until the end.
public struct OSCALPlan: StreamedReport {
    private let run: ReportRun
    private let phrasing: Phrasing
    private let sink: ReportSink
    private var parties = OSCALParties()
    private var inputs: [String] = []
    private var observations: [JSONValue] = []
    private var risks: [JSONValue] = []
    private var items: [JSONValue] = []

    /// A report of a run whose sentences are in one language, written to a sink at its end.
    public init(_ run: ReportRun, _ language: Language, sink: @escaping ReportSink) {
        self.run = run
        self.sink = sink
        phrasing = Phrasing(language, library: run.context.library)
    }

    /// Takes what one agency has to do.
    public mutating func add(_ assessment: Assessment, changes: @Sendable (Finding) -> [WouldChange]) {
        let statement = assessment.statement
        inputs.append("\(statement.source.name) \(SHA256.hexDigest(of: statement.source.bytes))")
        let party = parties.party(of: statement)
        let parts = OSCALFindings(assessment, run, phrasing, party: party, onlyPlan: true)
        observations += parts.observations
        risks += parts.risks
        items += parts.items
    }

    /// Writes the document.
    public mutating func finish(_ result: RunResult) {
        guard !inputs.isEmpty else { return }
        // A plan without an item is not valid; that there is nothing to do is then its one item.
        if items.isEmpty { items.append(nothingToDo) }
        let system = NameUUID(["system", run.context.profile.id] + inputs.map { String($0.prefix { $0 != " " }) })
        let plan: JSONValue = .object([
            "uuid": .string(OSCALDocument.uuid("plan-of-action-and-milestones", run, inputs)),
            "metadata": parties.metadata(
                run, title: phrasing.pick("Việc cần làm theo tuanthu", "What there is to do, by tuanthu")),
            "system-id": .object([
                "identifier-type": "https://ietf.org/rfc/rfc4122", "id": .string(system.description),
            ]),
            "observations": OSCALText.list(observations),
            "risks": OSCALText.list(risks),
            "poam-items": .array(items),
            "back-matter": .object([
                "resources": [
                    .object([
                        "uuid": .string(NameUUID(["run"] + inputs).description),
                        "description": .string(phrasing.outcome(result)),
                        "props": OSCALText.list(OSCALDocument.properties(run, result)),
                    ])
                ]
            ]),
        ])
        var out: [UInt8] = []
        JSONValue.object(["plan-of-action-and-milestones": plan]).write(to: &out, .compact)
        out += "\n".utf8
        sink(out)
    }

    private var nothingToDo: JSONValue {
        let day = phrasing.dates.text(run.asOf)
        return .object([
            "uuid": .string(NameUUID(["nothing", run.asOf.description] + inputs).description),
            "title": .string(phrasing.pick("Không có việc cần làm", "Nothing to do")),
            "description": .string(
                phrasing.pick(
                    "Tại ngày \(day) không có yêu cầu nào chưa đáp ứng, đáp ứng một phần hoặc chưa thực hiện.",
                    "As of \(day) no rule is failed, met in part, or not done yet.")),
        ])
    }
}
