public import YAMLTree
public import Assessor
public import CivilTime
public import Model

/// What a whole report is about, besides its subjects.
public struct ReportRun: Sendable {
    /// The program's version.
    public let version: String
    /// The day assessed.
    public let asOf: CivilDate
    /// What the statements were assessed against.
    public let context: AssessmentContext
    /// Where the rules came from, as given: a folder, or the copy inside the program.
    public let rulesOrigin: String
    /// The vocabulary's files, in order of name, for their digest.
    public let vocabularyFiles: [SourceText]
    /// From which findings on the run counts as failed.
    public let threshold: FailureThreshold
    /// What was assumed of every statement.
    public let assumptions: [Assumption]
    /// The findings of an earlier run to compare with, if one was given.
    public let baseline: Baseline?

    /// Makes the description of a run.
    public init(
        version: String, asOf: CivilDate, context: AssessmentContext, rulesOrigin: String,
        vocabularyFiles: [SourceText], threshold: FailureThreshold, assumptions: [Assumption] = [],
        baseline: Baseline? = nil
    ) {
        self.version = version
        self.asOf = asOf
        self.context = context
        self.rulesOrigin = rulesOrigin
        self.vocabularyFiles = vocabularyFiles
        self.threshold = threshold
        self.assumptions = assumptions
        self.baseline = baseline
    }
}

/// A report that is written subject by subject, so that any number of statements needs the memory of one.
///
/// Nothing is written before the first subject: a run that can give no verdict leaves no half a report.
public protocol StreamedReport {
    /// Writes one subject.
    /// - Parameters:
    ///   - assessment: The findings.
    ///   - changes: Single changes of facts that would change a finding's verdict; asked only for findings told in full.
    mutating func add(_ assessment: Assessment, changes: @Sendable (Finding) -> [WouldChange])
    /// Writes what stands at the end: the counts, and what was wrong with inputs that could not be assessed.
    mutating func finish(_ result: RunResult)
}

/// Takes the bytes of a report, in order.
public typealias ReportSink = ([UInt8]) -> Void
