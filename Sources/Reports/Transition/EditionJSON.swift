internal import Assessor
internal import CivilTime
internal import Model

/// Which edition a declaration may name, for programs.
enum EditionJSON {
    static func value(_ answer: EditionAnswer) -> JSONValue {
        .object([
            "class": membership(answer.membership),
            "allowed": answer.own.map { ids($0.allowed) } ?? .null,
            "choices": .array(answer.choices.map { choice($0) }),
        ])
    }

    private static func membership(_ membership: EditionAnswer.Membership) -> JSONValue {
        switch membership {
        case .everyAgency: state("every_agency")
        case .known(let agencies): state("known", id: agencies.id)
        case .notKnown(let missing): state("undetermined", missing: missing)
        case .none: state("none")
        case .failed: state("error")
        }
    }

    private static func state(_ state: String, id: String? = nil, missing: [MissingFact] = []) -> JSONValue {
        .object([
            "state": .string(state), "id": .optional(id),
            "missing": .array(missing.map { .string($0.path.pointer) }),
        ])
    }

    private static func choice(_ choice: EditionChoice) -> JSONValue {
        let label = choice.agencies.map { agencies -> JSONValue in
            .object(["vi": .string(agencies.label.vi), "en": .string(agencies.label.en)])
        }
        return .object([
            "class": .optional(choice.agencies?.id), "label": label ?? .null, "allowed": ids(choice.allowed),
            "windows": .array(choice.windows.map { window($0) }),
        ])
    }

    private static func window(_ window: EditionChoice.Window) -> JSONValue {
        .object([
            "edition": .string(window.window.edition), "state": .string(window.state.rawValue),
            "from": .optional(window.from?.description), "before": .optional(window.before?.description),
            "source": .string(window.window.citation.source),
            "provenance": .string(window.window.provenance.rawValue),
        ])
    }

    private static func ids(_ ids: [String]) -> JSONValue { .array(ids.map { .string($0) }) }
}
