internal import CEL
public import CivilTime
public import Model

/// A register as the expressions of set rules see it on one day, under a context: its units, its systems, and what it says of
/// each of them. It is shared by all that looks at it.
public final class RegisterView: Sendable {
    /// The register.
    public let register: Register
    /// The day.
    public let asOf: CivilDate
    let context: AssessmentContext
    /// The choice by which it differs from the view of the run; nil for that view itself.
    let other: (interpretation: String, choice: String)?
    /// Which definitions the choice bears on; nil for the view of the run.
    let affected: ReadingDependence?
    /// A statement that says nothing, for units without one.
    let silent: Subject
    private let portfolio: Value
    private let units: [Value]
    private let systems: [Value]
    /// The other lists of the register: their items by the code of the unit they name, and whether there may be more.
    private let lists: [NamedList]

    private struct NamedList: Sendable {
        let name: String
        let path: DataPath
        var byUnit: [String: [Value]] = [:]
        /// What is not known of items that name a unit, by its code.
        var openByUnit: [String: [DataPath]] = [:]
        /// Why there may be further items of any unit.
        var open: [DataPath] = []

        /// The items of some units, open where there may be more of theirs.
        func value(of codes: [String]) -> Value {
            let own = codes.flatMap { byUnit[$0] ?? [] }
            let leaves = open + codes.flatMap { openByUnit[$0] ?? [] }
            if leaves.isEmpty { return .list(ListValue(own, origin: path)) }
            let unknown = UnknownSet(leaves: leaves)
            return .list(ListValue(own, origin: path, open: unknown, openFrom: 0))
        }
    }

    /// Looks at a register on a day.
    public init(_ register: Register, in context: AssessmentContext, asOf: CivilDate) {
        self.register = register
        self.context = context
        self.asOf = asOf
        other = nil
        affected = nil
        silent = Self.silent(register, context, asOf)
        let vocabulary = context.library.vocabulary.ofRegisters
        let existence = Existence(asOf: asOf, statedOn: register.statedOn, vocabulary: vocabulary)
        let builder = FactValueBuilder(
            existence: existence, environment: context.library.environment, vocabulary: vocabulary, leaves: .lists)
        var portfolio = Value.null
        var units: [Value] = []
        var systems: [Value] = []
        var lists: [NamedList] = []
        for field in vocabulary.roots.fields {
            let path = DataPath(root: field.name)
            var builder = builder
            // Of the register as a whole it is told which fact is wanting.
            if field.name == RegisterNames.portfolio { builder.leaves = .facts }
            let value = builder.root(register.facts.root.fields[field.name], field)
            switch field.name {
            case RegisterNames.portfolio: portfolio = value
            case RegisterNames.units: units = Self.elements(value)
            case RegisterNames.systems: systems = Self.elements(value)
            case _: lists.append(Self.list(field.name, value, at: path, of: register))
            }
        }
        self.portfolio = portfolio
        self.units = units
        self.systems = systems
        self.lists = lists
    }

    /// The same register under another choice on a point on which the law is silent.
    public func reading(_ interpretation: String, as choice: String) -> RegisterView {
        RegisterView(self, reading: interpretation, as: choice)
    }

    private init(_ view: RegisterView, reading interpretation: String, as choice: String) {
        register = view.register
        asOf = view.asOf
        portfolio = view.portfolio
        units = view.units
        systems = view.systems
        lists = view.lists
        context = AssessmentContext(view.context, reading: interpretation, as: choice)
        other = (interpretation, choice)
        affected = ReadingDependence(on: interpretation, view.context.library)
        silent = Self.silent(register, context, asOf)
    }

    private static func elements(_ value: Value) -> [Value] {
        guard case .list(let list) = value else { return [] }
        return list.elements
    }

    private static func list(
        _ name: String, _ value: Value, at path: DataPath, of register: Register
    ) -> NamedList {
        var named = NamedList(name: name, path: path)
        switch value {
        case .list(let list):
            for element in list.elements {
                guard case .structure(let record) = element, case .string(let code)? = record[RegisterNames.unit]
                else { continue }
                named.byUnit[code, default: []].append(element)
            }
            for leaf in list.open?.leaves ?? [] {
                if let code = unit(namedBy: leaf, in: register) {
                    named.openByUnit[code, default: []].append(leaf)
                } else {
                    named.open.append(leaf)
                }
            }
        case .unknown(let leaves): named.open = leaves.leaves
        case _: break
        }
        return named
    }

    /// The unit that the item a path leads into names: what is not known of it leaves only that unit open.
    private static func unit(namedBy leaf: DataPath, in register: Register) -> String? {
        let steps = FactPath(leaf).steps
        guard let last = steps.lastIndex(where: { if case .index = $0 { true } else { false } }) else { return nil }
        let unit = FactPath(Array(steps[...last]) + [.field(RegisterNames.unit)])
        guard case .stated(.text(let code))? = register.facts.fact(at: unit)?.state else { return nil }
        return code
    }

    // MARK: Members

    /// What a set rule is evaluated over.
    public func members(of rule: SetRule) -> [RegisterMember] {
        switch rule.over {
        case .units: register.units.indices.map { .unit($0) }
        case .systems: register.systems.indices.map { .system($0) }
        }
    }

    /// What a member is known by: the code of a unit, the id of a system.
    public func key(of member: RegisterMember) -> String {
        switch member {
        case .unit(let position): register.units[position].code
        case .system(let position): register.systems[position].id
        }
    }

    /// Whether a member is there on a day: a system is as long as one of its units is.
    public func isInBeing(_ member: RegisterMember, on day: CivilDate) -> Truth {
        switch member {
        case .unit(let position): return register.units[position].isInBeing(on: day)
        case .system(let position):
            let units = register.systems[position].units.compactMap { register.unit($0) }
            return units.reduce(Truth.no) { $0.or($1.isInBeing(on: day)) }
        }
    }

    /// Whether a member is there on some of the days.
    public func isInBeing(_ member: RegisterMember, within days: CivilInterval) -> Truth {
        switch member {
        case .unit(let position): return register.units[position].isInBeing(within: days)
        case .system(let position):
            let units = register.systems[position].units.compactMap { register.unit($0) }
            return units.reduce(Truth.no) { $0.or($1.isInBeing(within: days)) }
        }
    }

    /// A member as expressions see it, for all that is asked of it.
    public func seen(_ member: RegisterMember) -> SeenMember { SeenMember(member: member, locals: locals(of: member)) }

    /// The values under which expressions know a member.
    private func locals(of member: RegisterMember) -> Subject.Locals {
        let codes: [String]
        var locals: Subject.Locals = [(RegisterNames.portfolio, portfolio)]
        switch member {
        case .unit(let position):
            codes = [register.units[position].code]
            locals.append((RegisterNames.unit, units[position]))
        case .system(let position):
            codes = register.systems[position].units
            locals.append((RegisterNames.system, systems[position]))
        }
        for list in lists { locals.append((list.name, list.value(of: codes))) }
        return locals
    }

    /// The values of the portfolio as a whole.
    var portfolioLocals: Subject.Locals { [(RegisterNames.portfolio, portfolio)] }

    /// A statement that says nothing, up to the day the register speaks to: what is known of a unit without one.
    private static func silent(_ register: Register, _ context: AssessmentContext, _ asOf: CivilDate) -> Subject {
        let root = FactRecord(
            definition: "statement", fields: [:], place: register.facts.root.place, evidence: [], note: nil)
        let statement = Statement(
            source: register.facts.source, inputs: [], statedOn: register.statedOn,
            statedOnPlace: register.facts.statedOnPlace, root: root, reported: [])
        let library = context.library
        let view = FactView(statement, in: library, asOf: asOf)
        return Subject(view, context, readings: context.readings, .comparison)
    }

    /// Whether a name belongs to the register and not to a statement.
    func isOfRegister(_ name: String) -> Bool {
        name == RegisterNames.unit || name == RegisterNames.system || name == RegisterNames.portfolio
            || lists.contains { $0.name == name }
    }
}

/// A member of a register as the expressions see it, under whatever readings.
public struct SeenMember: Sendable {
    let member: RegisterMember
    let locals: Subject.Locals
}

/// A unit or a system of a register, by its position in the list.
public enum RegisterMember: Sendable, Hashable {
    case unit(Int)
    case system(Int)
}
