internal import Assessor
internal import CivilTime
internal import Digest
internal import Model
internal import YAMLTree

/// The deadlines for programs: keys in a fixed order, sentences in both languages, one deadline on a line, what is done too.
public struct DeadlineJSON {
    /// The version of the keys and their meaning.
    public static let schemaVersion: Int64 = 1

    private let report: DeadlineReport
    private let vietnamese: Phrasing
    private let english: Phrasing

    /// A report of a list.
    public init(_ report: DeadlineReport) {
        self.report = report
        vietnamese = report.phrasing(.vi)
        english = report.phrasing(.en)
    }

    /// The whole report; nothing where no statement could be assessed.
    public var bytes: [UInt8] {
        let list = report.list
        guard !list.statements.isEmpty else { return [] }
        let head: KeyValuePairs<String, JSONValue> = [
            "schema_version": .integer(DeadlineJSON.schemaVersion),
            "tool": .object(["name": "tuanthu", "version": .string(report.run.version)]),
            "as_of": .string(list.asOf.description),
            "within": .string(list.within.description),
            "until": .string(list.until.description),
            "context": ContextJSON.value(report.run),
        ]
        var bytes: [UInt8] = Array("{".utf8)
        for (name, value) in head {
            bytes += "\"\(name)\":".utf8
            value.write(to: &bytes, .compact)
            bytes += ",\n".utf8
        }
        write("subjects", list.statements.map { subject($0) }, to: &bytes)
        bytes += ",\n".utf8
        write("deadlines", list.listed.map { value($0) }, to: &bytes)
        bytes += ",\n".utf8
        write("errors", report.problems.map { InputProblemJSON.value($0) }, to: &bytes)
        bytes += "}\n".utf8
        return bytes
    }

    private func write(_ name: String, _ values: [JSONValue], to bytes: inout [UInt8]) {
        bytes += "\"\(name)\":[".utf8
        for (index, value) in values.enumerated() {
            bytes += (index == 0 ? "\n" : ",\n").utf8
            value.write(to: &bytes, .compact)
        }
        bytes += (values.isEmpty ? "]" : "\n]").utf8
    }

    private func subject(_ statement: Statement) -> JSONValue {
        .object([
            "agency": agency(statement),
            "input": .object([
                "path": .string(statement.source.name),
                "sha256": .string(SHA256.hexDigest(of: statement.source.bytes)),
                "stated_on": .string(statement.statedOn.description),
            ]),
        ])
    }

    private func agency(_ statement: Statement) -> JSONValue {
        .object(["code": .optional(statement.agencyCode), "name": .optional(statement.agencyName)])
    }

    private func value(_ deadline: Deadline) -> JSONValue {
        let finding = deadline.finding
        let who = vietnamese.responsible(deadline)
        return .object([
            "key": .string(deadline.key),
            "due": .string(deadline.due.description),
            "days": deadline.days.map { .integer(Int64($0)) } ?? .null,
            "standing": .string(deadline.standing.rawValue),
            "done_known": .boolean(deadline.isDoneKnown),
            "done_on": .optional(deadline.done?.date.description),
            "agency": agency(deadline.statement),
            "rule": .string(finding.rule.id),
            "item": .optional(finding.item?.key),
            "occurrence": .optional(finding.occurrence?.description),
            "fingerprint": .string(finding.fingerprint),
            "title": both { $0.title(deadline) },
            "authority": authority(deadline),
            "ref": .object(["source": .string(finding.rule.citation.source), "text": both { $0.basis(deadline) }]),
            "provenance": .string(finding.rule.provenance.rawValue),
            "who": who.map { .object(["vi": .string($0.vi), "en": .string($0.en)]) } ?? .null,
            "fact": .optional(deadline.fact?.pointer),
            "verdict": .string(finding.verdict.rawValue),
            "level": .optional(finding.level?.rawValue),
            "leads": .array(deadline.leads.map { .string($0.description) }),
            "because": both { $0.reason(deadline) },
            "remedy": both { finding.rule.remedy[$0.language] },
            "readings": .array(readings(deadline)),
            "location": .object(
                PlaceJSON.members(finding.location.place)
                    + [JSONValue.Member("pointer", .string(finding.location.pointer))]),
        ])
    }

    private func authority(_ deadline: Deadline) -> JSONValue {
        let name = both { $0.authority(deadline) }
        switch deadline.authority {
        case .law(let source):
            let sourceClass = source.flatMap { english.library.sources[$0]?.sourceClass }
            return .object([
                "kind": "law", "class": .optional(sourceClass?.rawValue), "source": .optional(source), "ref": .null,
                "name": name,
            ])
        case .directed(_, let ref, let sourceClass, _):
            return .object([
                "kind": "directed", "class": .optional(sourceClass?.rawValue), "source": .null, "ref": .optional(ref),
                "name": name,
            ])
        }
    }

    private func readings(_ deadline: Deadline) -> [JSONValue] {
        guard case .law = deadline.authority else { return [] }
        return deadline.finding.readings.map { reading in
            .object([
                "interpretation": .string(reading.interpretation), "choice": .string(reading.choice),
                "chosen": .boolean(reading.isChosen), "verdict": .string(reading.verdict.rawValue),
                "due": .optional(reading.timing.due?.description),
            ])
        }
    }

    private func both(_ text: (Phrasing) -> String) -> JSONValue {
        .object(["vi": .string(text(vietnamese)), "en": .string(text(english))])
    }
}
