public import CivilTime
internal import Assessor
internal import Model

/// A JSON report of `check` as it is read back: what a comparison needs of it.
public struct ReportDocument: Sendable {
    /// The file, as it was given.
    public let name: String
    /// The day assessed.
    public let asOf: CivilDate
    /// The program's version.
    public let version: String
    /// What the statements were assessed against.
    let context: Context
    /// The agencies, in order of the report.
    let subjects: [Subject]
    /// Whether some input could not be read, so that agencies may be missing.
    public let isIncomplete: Bool

    /// What a run was assessed against.
    struct Context: Sendable {
        let profile: String
        let ruleSets: [RuleSetVersion]
        let vocabulary: String
        /// Overridden parameters by name, the value as text.
        let parameters: [NamedText]
        /// Chosen readings by name.
        let interpretations: [NamedText]
        let holidays: [NamedText]
        let inspections: [InspectionFile]
        let assumptions: [NamedText]
        /// The rules selected in place of the profile's; nil where they are the profile's.
        let selection: JSONValue?
        /// The grades set in place of the rules' own; nil where the report does not tell.
        let grades: JSONValue?
        /// The digests of the files of waivers.
        let waivers: [String]
    }

    /// A name and a text.
    struct NamedText: Sendable, Hashable {
        let name: String
        let text: String
    }

    /// A rule set, with what tells its content.
    struct RuleSetVersion: Sendable, Hashable {
        let id: String
        let version: String
        let digest: String
    }

    /// An inspection record of the run.
    struct InspectionFile: Sendable, Hashable {
        let agency: String
        let path: String
        let digest: String
    }

    /// One agency's statement and the findings on it.
    struct Subject: Sendable {
        let code: String?
        let agency: String?
        let path: String
        let digest: String
        let tables: [NamedText]
        let statedOn: CivilDate
        let findings: [ReportedFinding]

        /// What reports call it.
        var title: String {
            guard let agency else { return code ?? path }
            return code.map { "\(agency) (\($0))" } ?? agency
        }
    }
}

/// A finding as a report tells it.
struct ReportedFinding: Sendable {
    let rule: String
    /// The rule's set; nil where the report does not say.
    let ruleSet: String?
    let item: String?
    let occurrence: String?
    let fingerprint: String
    let citation: LocalizedText
    let verdict: Verdict
    let level: Level?
    let timing: Timing.State
    /// Whether the clock is an order of steps, which no days are counted of.
    let isOrder: Bool
    let due: CivilDate?
    let assurance: Assurance
    let isHistory: Bool
    let because: LocalizedText
    let facts: [SeenFact]
    let readings: [ReadingSeen]

    /// A fact on which a finding rests.
    struct SeenFact: Sendable, Hashable {
        let pointer: String
        /// The value, or why there is none.
        let state: State
        let isAssumed: Bool

        enum State: Sendable, Hashable {
            case value(JSONValue)
            case missing(JSONValue)
        }

        /// The pointer with positions left out: positions change when a list does.
        var pattern: String {
            pointer.split(separator: "/").map { Int($0) == nil ? "/\($0)" : "/*" }.joined()
        }
    }

    /// The result under one choice of an interpretation.
    struct ReadingSeen: Sendable, Hashable {
        let interpretation: String
        let choice: String
        let verdict: Verdict
    }
}
