public import CivilTime
public import Model

/// Why a finding differs between two results, as far as the two reports tell.
public struct Cause: Sendable, Hashable {
    /// What differs between the runs.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// What is known of the agency: the statement, its tables, assumptions, inspections.
        case facts
        /// The day assessed.
        case date
        /// The chosen reading of the law.
        case reading
        /// Rule sets, profile, selection, parameters, grades, waivers, vocabulary, days off.
        case rules
        /// The program itself.
        case program
    }

    /// How sure it is that this is the cause.
    public enum Certainty: String, Sendable, Hashable, CaseIterable {
        /// Nothing else differs between the runs.
        case only
        /// The reports show that it bears on this finding.
        case shown
        /// It differs between the runs, and the reports do not exclude it.
        case possible
    }

    /// What differs.
    public let kind: Kind
    /// How sure it is.
    public let certainty: Certainty
    /// What shows it, or what of this kind differs at all.
    public let details: [Difference]
}

/// One thing that differs between two results.
public enum Difference: Sendable, Hashable {
    /// A fact on which the finding rests, by JSON Pointer; nil where it is not known there, with the reason.
    case fact(pointer: String, from: FactSeen, to: FactSeen)
    /// The statement's file.
    case statement
    /// A table beside the statement.
    case table(String)
    /// The day up to which the statement speaks.
    case statedOn(from: CivilDate, to: CivilDate)
    /// An assumption of one run alone.
    case assumption(fact: String, value: String, in: Side)
    /// The inspection records of the agency.
    case inspections
    /// One run has no result on the agency.
    case noResult(in: Side)
    /// The day assessed.
    case asOf(from: CivilDate, to: CivilDate)
    /// A due day that lies between the two days assessed.
    case dueBetween(CivilDate)
    /// An act whose day lies between the two days assessed.
    case actBetween(pointer: String, CivilDate)
    /// The chosen reading of an interpretation; nil where a run does not know it.
    case interpretation(String, from: String?, to: String?)
    /// What one report itself says the finding comes to under the other's reading.
    case readingResult(String, choice: String, verdict: Verdict, in: Side)
    /// A rule set; nil where a run does not use it. The same version twice means the files differ.
    case ruleSet(String, from: String?, to: String?)
    /// A rule of which one report has no finding at all.
    case noRule(String, in: Side)
    /// The rule was or was not in force, on the same day.
    case inForce
    /// The profile.
    case profile(from: String, to: String)
    /// A parameter the profile sets; nil where it does not.
    case parameter(String, from: String?, to: String?)
    /// The rules selected in place of the profile's.
    case selection
    /// The grades set in place of the rules' own.
    case grades
    /// The files of waivers.
    case waivers
    /// The vocabulary's files.
    case vocabulary
    /// The files of days off.
    case holidays
    /// The program's version.
    case program(from: String, to: String)

    /// One of the two results.
    public enum Side: String, Sendable, Hashable {
        case a, b

        var name: String { rawValue.uppercased() }
    }

    /// A fact as one report shows it.
    public enum FactSeen: Sendable, Hashable {
        /// Its value, as JSON.
        case value(JSONValue, isAssumed: Bool)
        /// It is not known; why, as JSON.
        case missing(JSONValue, isAssumed: Bool)
        /// It is stated, and the finding looks at a part of it that is not known.
        case stated
        /// The finding does not rest on it.
        case unread
    }
}
