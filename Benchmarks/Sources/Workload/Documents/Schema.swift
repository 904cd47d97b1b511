/// What the documents of the workload hold.
public enum Schema {
    /// The type of a fact.
    public enum Kind: Sendable {
        /// A name or a text; with the words it may be, if they are few.
        case text([String])
        /// A whole number from 0 up to a greatest one.
        case number(Int)
        /// A truth value that is true in so many per cent.
        case truth(Int)
        /// A date, written as ISO 8601.
        case date
        /// The identifier of an item of a list.
        case reference(String)
    }

    /// A fact of the document or of its items.
    public struct Field: Sendable {
        /// The key.
        public let name: String
        /// Its type.
        public let kind: Kind
        /// In how many per cent the fact is absent.
        public var absent = 0
        /// In how many per cent it is asserted to be none.
        public var none = 0
    }

    /// A list of items.
    public struct List: Sendable {
        /// The key of the list.
        public let name: String
        /// The name of the items' type.
        public let type: String
        /// How many items there are.
        public let count: Int
        /// The facts of an item. The first is its identifier.
        public let fields: [Field]
    }

    /// The facts of the document itself.
    public static let scalars: [Field] = [
        Field(name: "name", kind: .text([])), Field(name: "level", kind: .text(["central", "province", "commune"])),
        Field(name: "sector", kind: .text(["justice", "finance", "health", "education", "transport"])),
        Field(name: "standard", kind: .text(["iso-9001-2015", "iso-9001-2008"])),
        Field(name: "people", kind: .number(200)), Field(name: "trained", kind: .number(200), absent: 15),
        Field(name: "sites", kind: .number(9)), Field(name: "budget", kind: .number(5000), absent: 15),
        Field(name: "version", kind: .number(6)), Field(name: "complaints", kind: .number(40)),
        Field(name: "certified", kind: .truth(50), absent: 15), Field(name: "published", kind: .truth(70)),
        Field(name: "online", kind: .truth(50)), Field(name: "reported", kind: .truth(60), absent: 15),
        Field(name: "policy", kind: .text([]), absent: 20, none: 20),
        Field(name: "committee", kind: .text([]), absent: 20, none: 20),
        Field(name: "plan", kind: .text([]), absent: 10, none: 30), Field(name: "decided_on", kind: .date),
        Field(name: "reviewed_on", kind: .date, absent: 15), Field(name: "as_of", kind: .date),
    ]

    /// The lists.
    public static let lists: [List] = [
        List(
            name: "procedures", type: "Procedure", count: 60,
            fields: [
                Field(name: "id", kind: .text([])), Field(name: "title", kind: .text([])),
                Field(name: "kind", kind: .text(["administrative", "internal", "support"])),
                Field(name: "owner", kind: .text(["office", "registry", "finance", "archive"]), absent: 3),
                Field(name: "version", kind: .number(9)), Field(name: "approved", kind: .truth(97)),
                Field(name: "approved_on", kind: .date), Field(name: "reviewed_on", kind: .date, absent: 3),
                Field(name: "days", kind: .number(60)), Field(name: "fee", kind: .number(500)),
                Field(name: "online", kind: .truth(95), absent: 2),
                Field(name: "document", kind: .reference("documents")),
            ]),
        List(
            name: "documents", type: "Document", count: 50,
            fields: [
                Field(name: "id", kind: .text([])), Field(name: "title", kind: .text([])),
                Field(name: "procedure", kind: .reference("procedures")),
                Field(name: "kind", kind: .text(["form", "record", "procedure", "manual"])),
                Field(name: "pages", kind: .number(80)), Field(name: "signed", kind: .truth(95)),
                Field(name: "issued_on", kind: .date), Field(name: "holder", kind: .text([]), absent: 3),
            ]),
        List(
            name: "audits", type: "Audit", count: 12,
            fields: [
                Field(name: "id", kind: .text([])), Field(name: "kind", kind: .text(["internal", "external"])),
                Field(name: "on", kind: .date), Field(name: "findings", kind: .number(9)),
                Field(name: "closed", kind: .truth(90), absent: 5), Field(name: "lead", kind: .text([])),
            ]),
        List(
            name: "objectives", type: "Objective", count: 15,
            fields: [
                Field(name: "id", kind: .text([])), Field(name: "target", kind: .number(100)),
                Field(name: "actual", kind: .number(100), absent: 5), Field(name: "due", kind: .date),
                Field(name: "owner", kind: .text(["office", "registry", "finance", "archive"])),
                Field(name: "met", kind: .truth(80)),
            ]),
        List(
            name: "risks", type: "Risk", count: 30,
            fields: [
                Field(name: "id", kind: .text([])), Field(name: "level", kind: .text(["low", "medium", "high"])),
                Field(name: "score", kind: .number(25)), Field(name: "treated", kind: .truth(90)),
                Field(name: "owner", kind: .text(["office", "registry", "finance", "archive"]), absent: 4),
                Field(name: "procedure", kind: .reference("procedures")),
            ]),
    ]
}
