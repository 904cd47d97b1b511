internal import Model
internal import Reports

/// The values of the committee's page, as its template reads them. Names are those of the template.
struct CommitteeView: Sendable {
    struct Entry: Sendable {
        let anchor: String
        let label: String
    }

    struct Fact: Sendable {
        let label: String
        let figure: String
        let value: String
        let of: String?
        let basis: String
        let isAlarm: Bool
    }

    struct Step: Sendable {
        let stepId: String
        let stepLabel: String
        let stepUnits: String
        let hasUnits: Bool
        let share: String
        let codes: String
    }

    struct Point: Sendable {
        let isoDay: String
        let day: String
        let declared: String
        let planned: String
    }

    struct Way: Sendable {
        let wayText: String
        let chart: String
        let chartCaption: String
        let points: [Point]
    }

    struct Conversion: Sendable {
        let transitionTitle: String
        let steps: [Step]
        let burnUp: Way?
    }

    struct Attention: Sendable {
        let anchor: String
        let heading: String
        let figure: String
        let number: String
        let unitWord: String
        let links: String
    }

    struct QuotaList: Sendable {
        let listLabel: String
        let listSize: String
        let listText: String
    }

    struct Quota: Sendable {
        let rule: String
        let occurrence: String
        let quotaTitle: String
        let state: String
        let verdictName: String
        let met: String
        let of: String
        let counts: String
        let shareText: String
        let lacking: String?
        let due: String?
        let low: String
        let openWidth: String
        let quotaBasis: String
        let countedOn: String?
        let hasReadings: Bool
        let readings: [String]
        let lists: [QuotaList]
    }

    struct Timeline: Sendable {
        let from: String
        let until: String
        let chart: String
    }

    struct DateRow: Sendable {
        let rule: String
        let isoDue: String
        let dueDay: String
        let duty: String
        let authority: String
        let standing: String
        let unitCount: String
        let codes: String
    }

    struct DateTable: Sendable {
        let anchor: String
        let heading: String
        let rows: [DateRow]
    }

    struct Legend: Sendable {
        let kind: String
        let letter: String
        let meaning: String
        let cells: String
    }

    struct SourceHead: Sendable {
        let span: String
        let sourceName: String?
    }

    struct Column: Sendable {
        let columnName: String
        /// Whether the name is too long for one line.
        let isTall: Bool

        init(columnName: String) {
            self.columnName = columnName
            isTall = columnName.count > 26
        }
    }

    struct Missed: Sendable {
        let rule: String
        let ruleTitle: String
        let basis: String
        let missing: String
        let pending: String
        let conform: String
        let undetermined: String
        let applicable: String
    }

    struct Gap: Sendable {
        let code: String
        let link: String
        let gapCount: String
        let titles: String
    }

    struct RollRow: Sendable {
        let by: String
        let rollKey: String
        let rollLabel: String
        let rollUnits: String
        let rollWithout: String
        let conforming: String
        let missed: String
        let pending: String
        let open: String
        let applicable: String
        let hasBar: Bool
        let low: String
        let openWidth: String
    }

    struct RollUp: Sendable {
        let anchor: String
        let heading: String
        let groupHead: String
        let hasUnits: Bool
        let rollRows: [RollRow]
    }

    struct FigureRow: Sendable {
        let figureId: String
        let kindId: String
        let figureTitle: String
        let figureCounts: String
        let kind: String
        let isOpen: Bool
        let number: String
    }

    struct ChangeGroup: Sendable {
        let changeId: String
        let changeTitle: String
        let changeCount: String
        let changeUnits: String
    }

    struct ShareChange: Sendable {
        let shareTitle: String
        let shareBefore: String
        let shareAfter: String
    }

    struct Since: Sendable {
        let sinceTitle: String
        let sinceWarning: String?
        let noUnits: Bool
        let changeGroups: [ChangeGroup]
        let hasShares: Bool
        let shareChanges: [ShareChange]
        let sinceFindings: String
        let sinceNotCompared: String?
    }

    struct InspectionRow: Sendable {
        let inspectionId: String
        let inspectionName: String
        let inspectionCount: String
        let inspectionUnits: String
    }

    struct InspectionPart: Sendable {
        let partId: String
        let partTitle: String
        let partNote: String?
        let rowHead: String
        let countHead: String
        let hasRows: Bool
        let inspectionRows: [InspectionRow]
    }

    let version: String
    let title: String
    let css: String
    let name: String
    let asOf: String
    let registerStatedOn: String
    let contents: [Entry]
    let incomplete: String?
    let facts: [Fact]
    let classes: String
    let conformity: String
    let conversion: Conversion?
    let since: Since?
    let hasAttention: Bool
    let attention: [Attention]
    let hasQuotas: Bool
    let quotas: [Quota]
    let emptyQuotas: [String]
    let timeline: Timeline?
    let nothingAhead: String?
    let dateTables: [DateTable]
    let hasHeat: Bool
    let legend: [Legend]
    let sourceHeads: [SourceHead]
    let columns: [Column]
    let heatRows: String
    let someCells: String?
    let shortClass: String
    let hasMissed: Bool
    let missed: [Missed]
    let moreMissed: String?
    let hasGaps: Bool
    let gaps: [Gap]
    let withoutGaps: String?
    let rollUps: [RollUp]
    let inspectionTitle: String
    let inspectionParts: [InspectionPart]
    let hasFigures: Bool
    let figures: [FigureRow]
    let sources: SourcesView
}
