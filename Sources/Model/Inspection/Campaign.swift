public import CivilTime
public import YAMLTree

/// The inspections of a year as they were planned (*kế hoạch kiểm tra hằng năm*), and what was reported of them.
///
/// A campaign is an object of its own: what was in fact inspected is in the register and in the records.
public struct Campaign: Sendable {
    /// The file it was read from.
    public let source: SourceText
    /// The year.
    public let year: Int
    /// The code of the portfolio; nil where it is not stated.
    public let portfolio: String?
    /// Whose plan it is.
    public let name: String?
    /// The day it was drafted.
    public let draftedOn: CivilDate?
    /// The plan's number.
    public let plan: String?
    /// When it was approved.
    public let approvedOn: StatedDate?
    /// Who approved it.
    public let approvedBy: String?
    /// The unit that inspects.
    public let inspectingUnit: String?
    /// The units that help.
    public let helpingUnits: [String]
    /// The whole cost in đồng.
    public let cost: Int64?
    /// The visits planned; nil where the plan's list is not known.
    public let visits: [PlannedVisit]?
    /// The province's own ratings.
    public let ratings: [ProvinceRating]
    /// What was reported in numbers or in words.
    public let reported: [ReportedFigure]
    /// Where it begins.
    public let place: Place
}

/// One visit of a plan.
public struct PlannedVisit: Sendable {
    /// The unit's code.
    public let unit: String
    /// At its office, or by file and report.
    public let form: InspectionForm?
    /// When it is expected.
    public let expected: StatedDate?
    /// What it costs, in đồng.
    public let cost: Int64?
    /// Why it was chosen.
    public let reason: String?
    /// Where it stands.
    public let place: Place
}

/// How a province rated its agencies: its own view, by its own scale.
public struct ProvinceRating: Sendable {
    /// Who rated.
    public let by: String
    /// When.
    public let date: StatedDate?
    /// Where it was read.
    public let source: String?
    /// How many agencies were rated.
    public let total: Int?
    /// The steps of the scale, each with how many agencies are on it.
    public let grades: [Grade]
    /// Where it stands.
    public let place: Place

    /// One step of the scale.
    public struct Grade: Sendable, Hashable {
        /// What the province calls it.
        public let grade: String
        /// How many agencies, or words for it.
        public let count: ReportedCount
        /// The share as it was printed.
        public let printed: String?
    }
}

/// A figure that somebody reported.
public struct ReportedFigure: Sendable {
    /// What was counted.
    public let what: String
    /// How many, or words for it.
    public let count: ReportedCount
    /// Of which form of inspection; nil where that is not said.
    public let form: InspectionForm?
    /// Up to which day, or when.
    public let date: StatedDate?
    /// Where it was read.
    public let source: String?
    /// Where it stands.
    public let place: Place
}

/// A number as reported: vague words stay words, and are never counted.
public enum ReportedCount: Sendable, Hashable {
    case number(Int)
    case words(String)

    /// The number; nil where there are only words.
    public var number: Int? {
        switch self {
        case .number(let number): number
        case .words: nil
        }
    }
}
