public import CivilTime
public import YAMLTree

/// One agency's declared quality management system (*bản khai*): facts, with the day up to which they speak.
public struct Statement: Sendable {
    /// The statement's file; its name is the subject's path.
    public let source: SourceText
    /// Every file the facts were read from (the statement, then its tables), for the report's digest.
    public let inputs: [SourceText]
    /// The day up to which it speaks.
    public let statedOn: CivilDate
    /// Where that day is stated.
    public let statedOnPlace: Place
    /// The facts under the vocabulary's roots.
    public let root: FactRecord
    /// What somebody reported of a fact without its parts.
    public let reported: [ReportedFact]
    /// What is not stated but was assumed, to see what would follow; its facts stand among the others.
    public let assumed: [AssumedFact]

    /// Makes a statement.
    public init(
        source: SourceText, inputs: [SourceText], statedOn: CivilDate, statedOnPlace: Place, root: FactRecord,
        reported: [ReportedFact], assumed: [AssumedFact] = []
    ) {
        self.source = source
        self.inputs = inputs
        self.statedOn = statedOn
        self.statedOnPlace = statedOnPlace
        self.root = root
        self.reported = reported
        self.assumed = assumed
    }

    /// The agency's code, by which its findings are told from others'; nil where it is not stated.
    public var agencyCode: String? { text(of: "agency", "code") }

    /// The agency's name as stated last.
    public var agencyName: String? { text(of: "agency", "name") }

    private func text(of root: String, _ field: String) -> String? {
        guard case .stated(.record(let record))? = self.root.fields[root]?.state else { return nil }
        switch record.fields[field]?.state {
        case .stated(.text(let text)): return text
        case .stated(.varying(let values)):
            guard case .text(let text)? = values.last?.value else { return nil }
            return text
        case .stated(.boolean), .stated(.integer), .stated(.choice), .stated(.date), .stated(.record), .stated(.list),
            .unknown, .some(.none), nil:
            return nil
        }
    }
}

/// What somebody reported of a fact without its parts, such as an inspector's "late after legal changes" without dates.
public struct ReportedFact: Sendable {
    /// The fact it is about, such as `qms.legal_changes`.
    public let about: FactPath
    /// Who reported it.
    public let by: String
    /// The document that says so.
    public let ref: String?
    /// When.
    public let date: StatedDate?
    /// What was said, in the reporter's own words or a summary of them.
    public let says: String
    /// Where it stands.
    public let place: Place

    /// Makes a reported fact.
    public init(about: FactPath, by: String, ref: String?, date: StatedDate?, says: String, place: Place) {
        self.about = about
        self.by = by
        self.ref = ref
        self.date = date
        self.says = says
        self.place = place
    }
}
