internal import CEL
public import CivilTime
public import Model

/// What a run is assessed against besides the statement: rules, profile, parameters, chosen readings, inspections, days off.
public struct AssessmentContext: Sendable {
    /// A name in the arguments of a run that nothing bears.
    public enum Fault: Error, Sendable {
        /// There is no such profile.
        case unknownProfile(String, known: [String])
        /// The library has no profile for a run that names none.
        case noStandardProfile
        /// There is no such interpretation.
        case unknownInterpretation(String, known: [String])
        /// The interpretation has no such choice.
        case unknownChoice(String, interpretation: String, known: [String])
    }

    /// The rules, sources and words.
    public let library: RuleLibrary
    /// The profile of the run.
    public let profile: Profile
    /// The selected rules, in library order.
    public let rules: [Rule]
    /// The selected rules on a portfolio as a whole, in library order.
    public var setRules: [SetRule] {
        let selected = Set(profile.setRules)
        return library.setRules.filter { selected.contains($0.id) }
    }
    /// The counts over a portfolio of the sets that the run uses, in library order.
    public var figures: [Figure] {
        let used = Set(rules.map(\.set) + setRules.map(\.set))
        return library.sets.filter { used.contains($0.id) }.flatMap(\.figures)
    }
    /// The chosen reading of every interpretation.
    public let readings: [String: String]
    /// The inspection records known to the run.
    public let inspections: [Inspection]
    /// The files of days off known to the run.
    public let holidays: HolidayCalendar?
    /// The waivers known to the run.
    public let waivers: Waivers
    /// Days off and working days, where they are known.
    public var daysOff: DaysOff? { holidays?.daysOff }
    /// Whether rules of sets that do not bind the agency are left out of an assessment, or told to be not applicable.
    let leavesOutUnbound: Bool
    let parameters: Value
    /// The value of `reading` under the chosen readings.
    let chosenReadings: Value

    /// Makes the context of a run.
    /// - Parameters:
    ///   - library: The loaded rule library.
    ///   - profile: The profile's id; nil takes the standard one.
    ///   - interpretations: Readings chosen for this run, by name of interpretation.
    ///   - inspections: Inspection records of any of the run's agencies.
    ///   - holidays: Days off, where files of them were read.
    /// - Throws: ``Fault`` where a name is not known.
    public init(
        library: RuleLibrary, profile: String? = nil, interpretations: [String: String] = [:],
        inspections: [Inspection] = [], holidays: HolidayCalendar? = nil
    ) throws(Fault) {
        try self.init(
            library: library, profile: AssessmentContext.profile(profile, in: library),
            interpretations: interpretations, inspections: inspections, holidays: holidays)
    }

    /// Makes the context of a run over a profile that the library need not hold as it is, such as one with changes.
    /// - Parameters:
    ///   - library: The loaded rule library.
    ///   - profile: The profile; its rules are rules of the library.
    ///   - interpretations: Readings chosen for this run, by name of interpretation.
    ///   - inspections: Inspection records of any of the run's agencies.
    ///   - holidays: Days off, where files of them were read.
    ///   - waivers: The waivers that may cover findings.
    /// - Throws: ``Fault`` where a name is not known.
    public init(
        library: RuleLibrary, profile: Profile, interpretations: [String: String] = [:],
        inspections: [Inspection] = [], holidays: HolidayCalendar? = nil, waivers: Waivers = .none
    ) throws(Fault) {
        self.library = library
        self.profile = profile
        let selected = Set(profile.rules)
        rules = library.rules.filter { selected.contains($0.id) }
        readings = try AssessmentContext.readings(interpretations, profile, library)
        self.inspections = inspections
        self.holidays = holidays
        leavesOutUnbound = true
        self.waivers = waivers
        parameters = AssessmentContext.parameters(library, profile)
        chosenReadings = Self.value(of: readings, in: library)
    }

    /// The context of one rule's tests: that rule alone, without a profile's overrides.
    public init(
        testing rule: String, in library: RuleLibrary, interpretations: [String: String] = [:],
        holidays: HolidayCalendar? = nil
    ) throws(Fault) {
        let title = LocalizedText(vi: rule, en: rule)
        guard let found = library.rule(rule) else { throw .unknownProfile(rule, known: library.rules.map(\.id)) }
        let profile = Profile(
            id: rule, title: title, isStandard: false, rules: [rule], grades: [:], parameters: [:],
            interpretations: [:], place: found.place)
        self.library = library
        self.profile = profile
        rules = [found]
        readings = try AssessmentContext.readings(interpretations, profile, library)
        inspections = []
        self.holidays = holidays
        leavesOutUnbound = false
        waivers = .none
        parameters = AssessmentContext.parameters(library, profile)
        chosenReadings = Self.value(of: readings, in: library)
    }

    /// The context of one set rule's tests: that rule alone, and the rules whose verdicts it reads.
    public init(
        testingSet rule: SetRule, in library: RuleLibrary, interpretations: [String: String] = [:]
    ) throws(Fault) {
        let read = Set(rule.verdicts.map(\.rule))
        let profile = Profile(
            id: rule.id, title: rule.title, isStandard: false, rules: library.rules.map(\.id).filter(read.contains),
            grades: [:], parameters: [:], interpretations: [:], place: rule.place, setRules: [rule.id])
        self.library = library
        self.profile = profile
        rules = library.rules.filter { read.contains($0.id) }
        readings = try AssessmentContext.readings(interpretations, profile, library)
        inspections = []
        holidays = nil
        leavesOutUnbound = false
        waivers = .none
        parameters = AssessmentContext.parameters(library, profile)
        chosenReadings = Self.value(of: readings, in: library)
    }

    /// Another run's context with one other reading.
    init(_ other: AssessmentContext, reading interpretation: String, as choice: String) {
        var readings = other.readings
        readings[interpretation] = choice
        self.init(other, rules: other.rules, readings: readings)
    }

    /// Another run's context with other rules.
    /// - Parameters:
    ///   - readings: The chosen readings; nil: as in the other run.
    ///   - leavesOutUnbound: Whether rules of sets that do not bind the agency are left out; nil: as in the other run.
    init(
        _ other: AssessmentContext, rules: [Rule], readings: [String: String]? = nil, leavesOutUnbound: Bool? = nil
    ) {
        library = other.library
        profile = other.profile
        self.rules = rules
        self.readings = readings ?? other.readings
        inspections = other.inspections
        holidays = other.holidays
        self.leavesOutUnbound = leavesOutUnbound ?? other.leavesOutUnbound
        waivers = other.waivers
        parameters = other.parameters
        chosenReadings = readings.map { Self.value(of: $0, in: other.library) } ?? other.chosenReadings
    }

    /// The profile of an id; nil takes the standard one.
    public static func profile(_ id: String?, in library: RuleLibrary) throws(Fault) -> Profile {
        if let id {
            guard let profile = library.profiles.first(where: { $0.id == id }) else {
                throw .unknownProfile(id, known: library.profiles.map(\.id))
            }
            return profile
        }
        guard let profile = library.standardProfile else { throw .noStandardProfile }
        return profile
    }

    private static func readings(
        _ chosen: [String: String], _ profile: Profile, _ library: RuleLibrary
    ) throws(Fault) -> [String: String] {
        var readings: [String: String] = [:]
        for (name, interpretation) in library.interpretations {
            readings[name] = profile.interpretations[name] ?? interpretation.standard
        }
        for name in chosen.keys.sorted() {
            guard let interpretation = library.interpretations[name] else {
                throw .unknownInterpretation(name, known: library.interpretations.keys.sorted())
            }
            let choices = interpretation.choices.map(\.id)
            guard let choice = chosen[name], choices.contains(choice) else {
                throw .unknownChoice(chosen[name] ?? "", interpretation: name, known: choices)
            }
            readings[name] = choice
        }
        return readings
    }

    private static func parameters(_ library: RuleLibrary, _ profile: Profile) -> Value {
        let type = library.environment.parameters
        let values = type.fields.map { field -> Value in
            let value = profile.parameters[field.name] ?? library.parameters[field.name]?.value
            switch value {
            case .integer(let integer): return .int(integer)
            case .period(let period): return .opaque(PeriodValue(period))
            case .date(let day): return .opaque(DateValue(StatedDate(day)))
            case .text(let text): return .string(text)
            case .boolean(let boolean): return .bool(boolean)
            case nil: return .null
            }
        }
        return .structure(StructureValue(type: type, fields: values))
    }

    /// The value of `reading`, with some choices replaced.
    func readingsValue(_ readings: [String: String]) -> Value { Self.value(of: readings, in: library) }

    private static func value(of readings: [String: String], in library: RuleLibrary) -> Value {
        let type = library.environment.readings
        let values = type.fields.map { Value.string(readings[$0.name] ?? "") }
        return .structure(StructureValue(type: type, fields: values))
    }

    /// The grading of a rule: the profile's, or its own.
    func grading(of rule: Rule) -> Grading? { profile.grades[rule.id] ?? rule.grading }
}
