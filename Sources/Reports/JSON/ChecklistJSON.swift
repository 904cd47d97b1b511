internal import Assessor
internal import Model

/// The heads of a checklist with what they come to.
enum ChecklistJSON {
    static func value(_ verdicts: ChecklistVerdicts) -> JSONValue {
        .object([
            "id": .string(verdicts.checklist.id),
            "title": text(verdicts.checklist.title),
            "ref": ref(verdicts.checklist.citation),
            "heads": .array(verdicts.heads.map { head($0) }),
            "contradictions": .array(verdicts.unplaced.map { InspectionJSON.contradiction($0) }),
        ])
    }

    static func head(_ head: HeadVerdict) -> JSONValue {
        let counts = Verdict.allCases.map { JSONValue.Member($0.rawValue, .integer(Int64(head.rules[$0] ?? 0))) }
        return .object([
            "id": .string(head.head.id),
            "title": text(head.head.title),
            "ref": ref(head.head.citation),
            "verdict": .optional(head.verdict?.rawValue),
            "rules": .object(counts),
            "inspected": .array(head.inspected.map { InspectionJSON.head($0) }),
        ])
    }

    static func ref(_ citation: Citation) -> JSONValue {
        .object([
            "source": .string(citation.source),
            "article": .optional(citation.article),
            "clause": .optional(citation.clause),
            "point": .optional(citation.point),
            "paragraph": .optional(citation.paragraph),
        ])
    }

    static func text(_ text: LocalizedText) -> JSONValue {
        .object(["vi": .string(text.vi), "en": .string(text.en)])
    }
}
