public import Assessor
public import CivilTime
public import Model

/// Assesses a portfolio on a day: each statement for itself, then what they come to together. A pure function of the register, the
/// statements, the context and the day.
public struct PortfolioAssessor: Sendable {
    /// What is asked besides the rules.
    public struct Options: Sendable {
        /// The switch whose steps are told; nil tells none.
        public let transition: Transition?
        /// How far ahead deadlines are told.
        public let within: Period
        /// After how long without a step a unit counts as not moving.
        public let idleAfter: Period

        /// Chooses.
        public init(transition: Transition?, within: Period, idleAfter: Period) {
            self.transition = transition
            self.within = within
            self.idleAfter = idleAfter
        }
    }

    /// The register.
    public let register: Register
    /// Rules, profile, readings.
    public let context: AssessmentContext
    /// The day.
    public let asOf: CivilDate
    /// What is asked besides the rules.
    public let options: Options

    private let brief: BriefAssessor
    private let view: RegisterView
    private let sets: SetRuleReadings
    private let figures: [Figure]
    private let members: [String: [RegisterMember]]

    /// The rules of the context by id, in order.
    var ruleIDs: [String] { context.rules.map(\.id) }
    /// How many set rules, branch by branch, and how many figures a member brings something to.
    var setRuleCounts: [Int] { sets.branches.map(\.rules.count) }
    var figureCount: Int { figures.count }

    /// Whether what a result brings to some rule or figure could not be evaluated.
    func hasFailure(_ result: StatementResult) -> Bool {
        result.contributions.joined().joined().contains { $0.failure != nil }
            || result.figures.joined().contains { $0.failure != nil }
    }

    /// The units and systems whose statement a file is.
    func membersOfStatement(_ path: String) -> [RegisterMember] { members[path] ?? [] }

    /// Prepares an assessment.
    public init(_ register: Register, in context: AssessmentContext, asOf: CivilDate, _ options: Options) {
        self.register = register
        self.context = context
        self.asOf = asOf
        self.options = options
        brief = BriefAssessor(context, asOf: asOf)
        let view = RegisterView(register, in: context, asOf: asOf)
        self.view = view
        sets = SetRuleReadings(view, context)
        figures = context.figures
        var members: [String: [RegisterMember]] = [:]
        for member in view.allMembers {
            if let path = view.statementPath(of: member) { members[path, default: []].append(member) }
        }
        self.members = members
    }

    /// The files of the statements, relative to the register, each once, in the order in which units name them.
    public var paths: [String] {
        var seen: Set<String> = []
        return view.allMembers.compactMap { view.statementPath(of: $0) }.filter { seen.insert($0).inserted }
    }

    /// The units whose statement a file is.
    private func unitsOfStatement(_ path: String) -> [RegisterUnit] {
        membersOfStatement(path).compactMap { member in
            switch member {
            case .unit(let position): register.units[position]
            case .system: nil
            }
        }
    }

    /// The units whose statement a file is, by code.
    public func units(of path: String) -> [String] { unitsOfStatement(path).map(\.code) }

    /// What one statement comes to. It keeps no statement and no finding, so that many of them take little room.
    public func result(of statement: Statement, at path: String) -> StatementResult {
        result(of: brief.assess(bound(statement, at: path)), at: path)
    }

    private func result(of assessment: BriefAssessment, at path: String) -> StatementResult {
        let members = membersOfStatement(path).map { view.seen($0) }
        return StatementResult(
            path: path, agency: assessment.statement.agencyCode, statedOn: assessment.statement.statedOn,
            rules: assessment.ruleVerdicts,
            deadlines: assessment.openDates(within: options.within).map { DeadlineNote($0) },
            conversion: options.transition.map { ConversionNote(assessment, $0, idleAfter: options.idleAfter) },
            contributions: members.map { sets.contributions(of: $0, assessment) },
            figures: members.map { view.contributions(to: figures, of: $0, assessment) })
    }

    /// What one statement comes to whose findings are there already.
    public func result(of assessment: Assessment, at path: String) -> StatementResult {
        result(of: BriefAssessment(assessment, in: context), at: path)
    }

    /// Every finding of one statement under the plans that bind its units.
    public func findings(of statement: Statement, at path: String) -> Assessment {
        Assessor.assess(bound(statement, at: path), in: context, asOf: asOf)
    }

    /// A statement under the plans that bind its units, or where it is of a system alone, the units that apply that.
    private func bound(_ statement: Statement, at path: String) -> Statement {
        var units = unitsOfStatement(path)
        if units.isEmpty {
            for case .system(let position) in membersOfStatement(path) {
                units += register.systems[position].units.compactMap { register.unit($0) }
            }
        }
        return register.layingPlans(of: units, on: statement, in: context.library.vocabulary)
    }

    /// The portfolio, of what its statements came to; one that could not be read has no result.
    /// - Parameter unwritten: Files of statements that were not there yet on the day: their units have no statement.
    public func assessment(_ results: [StatementResult], unwritten: Set<String> = []) -> PortfolioAssessment {
        var byPath: [String: StatementResult] = [:]
        for result in results { byPath[result.path] = result }
        // Units that name the same plans have the same day.
        var directed: [[String]: StatedDate?] = [:]
        func dayWithoutStatement(of unit: RegisterUnit) -> StatedDate? {
            if let known = directed[unit.plans] { return known }
            let day = self.directedDay(of: unit)
            directed.updateValue(day, forKey: unit.plans)
            return day
        }
        let ownRules = Set(context.rules.filter { $0.tags.contains(Self.dutyOfAgency) }.map(\.id))
        let units = register.units.indices.compactMap { position -> UnitResult? in
            let unit = register.units[position]
            let isInBeing = unit.isInBeing(on: asOf)
            guard isInBeing != .no else { return nil }
            let path = register.statement(of: unit)
            let standing: UnitResult.Standing =
                switch path {
                case nil: .noStatement
                case let path? where unwritten.contains(path): .noStatement
                case let path?: result(byPath[path], of: .unit(position)).map { .assessed($0) } ?? .unreadable
                }
            var directedDay: StatedDate?
            switch standing {
            case .assessed: break
            case .noStatement, .unreadable: directedDay = dayWithoutStatement(of: unit)
            }
            return UnitResult(
                unit: unit, isInBeing: isInBeing, path: path, standing: standing, directedDay: directedDay, asOf: asOf,
                ownRules: ownRules)
        }
        let systems = register.systems.indices.count { view.isInBeing(.system($0), on: asOf) != .no }
        return PortfolioAssessment(
            register: register, asOf: asOf, options: options, units: units, systems: systems,
            sets: setFindings(byPath), figures: figureCounts(byPath),
            inspections: InspectionFigures(register, in: context, year: asOf.year, asOf: asOf))
    }

    /// The tag of rules that ask something of an agency as such, not of the system it applies: what a ministry or province owes for those
    /// it directs. An agency that shares the system does not owe it.
    static let dutyOfAgency = "oversight"

    /// Whether a statement is that of a unit in being on the day: the others bear on shares of earlier windows alone.
    public func isOfUnitInBeing(_ path: String) -> Bool {
        membersOfStatement(path).contains { member in
            guard case .unit = member else { return false }
            return view.isInBeing(member, on: asOf) != .no
        }
    }

    /// What a statement comes to for one of its members; nil where it is another agency's.
    private func result(_ result: StatementResult?, of member: RegisterMember) -> StatementResult? {
        result.flatMap { register.isStranger(member, to: $0.agency) ? nil : $0 }
    }

    /// What is wrong with a statement beside the register: that it is not of the units that name its file, and what inspection records
    /// say of facts that it does not have.
    public func faults(of statement: Statement, at path: String) -> [Diagnostic] {
        register.strangers(membersOfStatement(path), to: statement, at: path)
            + context.inspections.flatMap { $0.unpaired(in: statement) }
    }

    // MARK: Sets

    private func setFindings(_ results: [String: StatementResult]) -> [SetFinding] {
        var byMember: [RegisterMember: [[SetContribution]]] = [:]
        for member in view.allMembers {
            let path = view.statementPath(of: member)
            let position = path.flatMap { members[$0]?.firstIndex(of: member) }
            if let path, let position, let result = result(results[path], of: member),
                result.contributions.indices.contains(position)
            {
                byMember[member] = result.contributions[position]
            } else {
                byMember[member] = sets.contributions(of: view.seen(member), nil)
            }
        }
        return sets.findings(byMember, chosen: context.readings, strangers: strangers(results))
    }

    /// The members that name a statement of another agency.
    private func strangers(_ results: [String: StatementResult]) -> Set<RegisterMember> {
        Set(
            view.allMembers.filter { member in
                guard let path = view.statementPath(of: member), let result = results[path] else { return false }
                return register.isStranger(member, to: result.agency)
            })
    }

    // MARK: Figures

    private func figureCounts(_ results: [String: StatementResult]) -> [FigureCount] {
        let strangers = strangers(results)
        return figures.enumerated().map { index, figure in
            let all: [RegisterMember] =
                switch figure.over {
                case .units: register.units.indices.map { .unit($0) }
                case .systems: register.systems.indices.map { .system($0) }
                }
            let days = figure.isOfYear ? asOf.yearSoFar : CivilInterval(asOf)
            let present = all.filter { view.isInBeing($0, within: days) != .no }
            var count = FigureCount(figure: figure, kinds: kinds(of: figure))
            for member in view.membersCounted(present, figure.each, strangers: strangers) {
                let path = view.statementPath(of: member)
                let position = path.flatMap { members[$0]?.firstIndex(of: member) }
                let own = path.flatMap { result(results[$0], of: member) }
                let known = own.flatMap { result in position.map { result.figures[$0][index] } }
                let contribution = known ?? view.contributions(to: [figure], of: view.seen(member), nil)[0]
                count.add(contribution, of: view.key(of: member))
            }
            return count
        }
    }

    private func kinds(of figure: Figure) -> [String] {
        let list = figure.choiceList.flatMap { context.library.vocabulary.choices[$0] }
        return list?.choices.map(\.id) ?? []
    }
}

extension CivilDate {
    /// The days of the year up to this one.
    fileprivate var yearSoFar: CivilInterval {
        CivilDate(year: year, month: 1, day: 1).flatMap { CivilInterval(first: $0, last: self) } ?? CivilInterval(self)
    }
}

extension Register {
    /// Whether a statement is of none that applies a system with a member: neither of the unit nor of one that shares a system with it.
    func isStranger(_ member: RegisterMember, to agency: String?) -> Bool {
        guard let agency else { return false }
        switch member {
        case .system(let position): return !systems[position].units.contains(agency)
        case .unit(let position):
            let code = units[position].code
            return code != agency && !systems.contains { $0.units.contains(code) && $0.units.contains(agency) }
        }
    }

    fileprivate func strangers(_ members: [RegisterMember], to statement: Statement, at path: String) -> [Diagnostic] {
        guard let agency = statement.agencyCode else { return [] }
        return members.compactMap { member in
            guard case .unit(let position) = member, isStranger(member, to: agency) else { return nil }
            let unit = units[position]
            let problem = RegisterProblem.statementOfOther(path: path, found: agency, unit: unit.code)
            return Diagnostic(.error, .register(problem), at: unit.place)
        }
    }
}

extension RegisterView {
    /// Every unit, then every system.
    var allMembers: [RegisterMember] {
        register.units.indices.map { .unit($0) } + register.systems.indices.map { .system($0) }
    }
}
