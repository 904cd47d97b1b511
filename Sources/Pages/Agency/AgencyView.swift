/// The values of the report on one statement, as its template reads them.
struct AgencyView: Sendable {
    struct Note: Sendable {
        let noteLabel: String
        let noteText: String?
        let hasSteps: Bool
        let noteSteps: [String]
        let hasItems: Bool
        let noteItems: [String]
        let noteCode: String?

        init(_ label: String, text: String? = nil, steps: [String] = [], items: [String] = [], code: String? = nil) {
            noteLabel = label
            noteText = text
            hasSteps = !steps.isEmpty
            noteSteps = steps
            hasItems = !items.isEmpty
            noteItems = items
            noteCode = code
        }
    }

    struct ToldFinding: Sendable {
        let rule: String
        let fingerprint: String
        let state: String
        let verdictName: String
        let findingTitle: String
        let because: String
        let notes: [Note]
    }

    struct GapGroup: Sendable {
        let anchor: String
        let groupHeading: String
        let groupCount: String
        let findings: [ToldFinding]
        let moreFindings: [String]
    }

    struct Head: Sendable {
        let headId: String
        let headTitle: String
        let headState: String
        let headVerdict: String
        let headCounts: String
        /// What inspection records say of it.
        let headSaid: [String]
    }

    struct InspectionRecord: Sendable {
        let recordTitle: String
        let recordLines: [String]
    }

    struct ChecklistTable: Sendable {
        let anchor: String
        let checklistTitle: String
        let isInspected: Bool
        let heads: [Head]
        /// What inspectors found otherwise under none of the heads.
        let unplaced: [String]
    }

    struct DeadlineRow: Sendable {
        let dueDay: String
        let duty: String
        let standing: String
        let authority: String
    }

    struct Action: Sendable {
        let position: String
        let action: String
        let actionFor: String
        let owner: String
        let actionDue: String
    }

    struct Question: Sendable {
        let question: String
        let pointer: String
        let pointerMore: String?
        let waiting: String
    }

    struct Respondent: Sendable {
        let respondent: String
        let questions: [Question]
    }

    struct RestRow: Sendable {
        let rule: String
        let restTitle: String
        let restBasis: String
        let restWhy: String
        let restItems: String?
        /// That an inspection verified the facts, or found them otherwise.
        let restInspected: [String]
    }

    struct RestGroup: Sendable {
        let restHeading: String
        let restCount: String
        let restRows: [RestRow]
    }

    let prefix: String
    let agencyCode: String
    let ownHeading: String?
    let path: String
    let statedOn: String
    let assumedText: String?
    let facts: [CommitteeView.Fact]
    let conformity: String
    let hasBar: Bool
    let low: String
    let openWidth: String
    let checklists: [ChecklistTable]
    let noChecklist: String?
    let hasRecords: Bool
    let records: [InspectionRecord]
    let noGaps: String?
    let gapGroups: [GapGroup]
    let noDeadlines: String?
    let hasDeadlines: Bool
    let horizon: String
    let deadlineRows: [DeadlineRow]
    let hasActions: Bool
    let actions: [Action]
    let hasQuestions: Bool
    let respondents: [Respondent]
    let hasRest: Bool
    let restGroups: [RestGroup]
    let setNotes: [String]
    let hasWaivers: Bool
    let waivers: [String]
    let ownSources: SourcesView?
}
