internal import Assessor
internal import CivilTime
internal import Digest
internal import Model
internal import YAMLTree

/// A pack for programs, findings by their fingerprints, so that a report of `check` has the rest.
struct InspectionPackJSON {
    private let pack: InspectionPack
    private let context: AssessmentContext
    private let version: String

    init(_ pack: InspectionPack, _ context: AssessmentContext, version: String) {
        self.pack = pack
        self.context = context
        self.version = version
    }

    var value: JSONValue {
        let statement = pack.assessment.statement
        let period = pack.period.map { period in
            JSONValue.object([
                "from": .string(period.first.description), "to": .string(period.last.description),
            ])
        }
        return .object([
            "schema_version": .integer(1), "tool": .object(["name": "tuanthu", "version": .string(version)]),
            "as_of": .string(pack.assessment.asOf.description), "period": period ?? .null,
            "agency": .object([
                "code": .optional(statement.agencyCode), "name": .optional(statement.agencyName),
            ]),
            "input": .object([
                "path": .string(statement.source.name),
                "sha256": .string(SHA256.hexDigest(of: statement.source.bytes)),
                "stated_on": .string(statement.statedOn.description),
            ]),
            "profile": .string(context.profile.id),
            "checklist": .string(pack.checklist.id),
            "to_recheck": .array(pack.toRecheck.map { InspectionJSON.followUp($0) }),
            "heads": .array(pack.heads.map { head($0) }),
            "contradictions": .array(pack.unplaced.map { InspectionJSON.contradiction($0) }),
            "sample": pack.sample.map { sample($0) } ?? .null,
        ])
    }

    private func head(_ head: PackHead) -> JSONValue {
        let findings = FindingJSON(library: context.library)
        let statement = pack.assessment.statement
        return .object([
            "head": ChecklistJSON.head(head.verdict),
            "findings": .array(head.findings.map { findings.value($0, changes: [], in: statement) }),
            "outside_period": .array(head.outsidePeriod.map { .string($0.fingerprint) }),
            "unshown": .array(head.unshown.map { .string($0.path.pointer) }),
            "ask": .array(head.missing.map { question($0) }),
        ])
    }

    private func question(_ fact: MissingFact) -> JSONValue {
        let field = context.library.vocabulary.field(at: fact.path.fieldNames)
        let text = field?.question
        return .object([
            "pointer": .string(fact.path.pointer),
            "question": text.map { ChecklistJSON.text($0) } ?? .null,
            "respondent": .optional(field?.respondent),
        ])
    }

    private func sample(_ sample: PackSample) -> JSONValue {
        .object([
            "seed": .string(sample.seed), "asked": .integer(Int64(sample.asked)),
            "frame": .integer(Int64(sample.frame)), "may_have_more": .boolean(sample.mayHaveMore),
            "strata": .array(
                sample.strata.map { stratum in
                    .object([
                        "name": .string(stratum.name), "total": .integer(Int64(stratum.total)),
                        "drawn": .integer(Int64(stratum.drawn)),
                    ])
                }),
            "items": .array(
                sample.items.map { item in
                    .object([
                        "key": .string(item.key), "name": .optional(item.name), "stratum": .string(item.stratum),
                        "pointer": .optional(item.path?.pointer),
                    ])
                }),
        ])
    }
}
