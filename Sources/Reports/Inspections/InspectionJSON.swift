internal import Assessor
internal import CivilTime
internal import Digest
internal import Model
internal import YAMLTree

/// The parts of inspections as JSON.
enum InspectionJSON {
    static func contradiction(_ contradiction: Contradiction) -> JSONValue {
        .object([
            "fact": .string(contradiction.fact.fact.dotted), "item": .optional(contradiction.fact.item),
            "found": .optional(contradiction.found), "says": .optional(contradiction.says),
        ])
    }

    static func point(_ point: InspectionPoint) -> JSONValue {
        .object(["id": .string(point.id), "head": .optional(point.head), "says": .string(point.says)])
    }

    static func head(_ head: HeadInspection) -> JSONValue {
        .object([
            "record": .optional(head.record), "signed_on": .string(head.signedOn.description),
            "conclusion": .optional(head.answer?.rawValue), "says": .optional(head.says),
            "not_met": .array(head.notMet.map { point($0) }), "to_note": .array(head.toNote.map { point($0) }),
            "contradicts": .array(head.contradictions.map { contradiction($0) }),
        ])
    }

    /// Whose record it is, and what identifies it.
    static func record(_ inspection: Inspection) -> [JSONValue.Member] {
        [
            .init("agency", .string(inspection.agency)), .init("record", .optional(inspection.record)),
            .init("signed_on", .string(inspection.signedOn.description)),
            .init("form", .optional(inspection.form?.rawValue)),
            .init("result", .optional(inspection.result?.rawValue)),
            .init("rating", .optional(inspection.rating)),
            .init("path", .string(inspection.source.name)),
            .init("sha256", .string(SHA256.hexDigest(of: inspection.source.bytes))),
        ]
    }

    static func followUp(_ followUp: FollowUp) -> JSONValue {
        let term = followUp.term
        let readings = term.others.map { reading in
            JSONValue.object([
                "interpretation": .string(reading.interpretation), "choice": .string(reading.choice),
                "due": .optional(reading.due?.description),
            ])
        }
        let points = followUp.points.map { point in
            JSONValue.object([
                "id": .optional(point.point?.id), "head": .optional(point.point?.head),
                "says": .optional(point.point?.says), "state": .string(point.state.rawValue),
                "since": .optional(point.since?.description), "document": .optional(point.document),
            ])
        }
        let called = followUp.isCalledFor.known.map { JSONValue.boolean($0) } ?? .null
        let members: [JSONValue.Member] = [
            .init("called_for", called), .init("state", .string(followUp.state.rawValue)),
            .init(
                "term",
                .object([
                    "standing": .string(followUp.standing.rawValue), "due": .optional(term.due?.description),
                    "days": followUp.daysLeft.map { .integer(Int64($0)) } ?? .null,
                    "rule": .optional(term.rule?.id), "readings": .array(readings),
                    "needs_file": .optional(term.missingHolidays.map { HolidayYear.fileName($0) }),
                ])),
            .init("reported_on", .optional(followUp.reportedOn?.description)),
            .init("directed_by", .optional(followUp.directedBy?.description)),
            .init("past_directed", .boolean(followUp.isPastDirected)), .init("points", .array(points)),
        ]
        return .object(record(followUp.inspection) + members)
    }

    static func file(_ file: InspectionFile) -> JSONValue {
        .array(
            file.rows.map { row in
                .object([
                    "paper": .string(row.kind.paper), "ref": ChecklistJSON.ref(row.kind.citation),
                    "need": .string(row.kind.need.rawValue), "standing": .string(row.standing.rawValue),
                    "kept": .array(
                        row.kept.map { paper in
                            .object([
                                "ref": .optional(paper.ref), "dated": .optional(paper.dated?.description),
                                "file": .optional(paper.file),
                            ])
                        }),
                ])
            })
    }
}
