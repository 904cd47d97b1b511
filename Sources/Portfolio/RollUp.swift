public import Assessor
public import Model

/// What the units of a group come to together: numerators and denominators added, nothing averaged.
public struct RollUpRow: Sendable {
    /// What the group has in common; nil: nothing is stated of it.
    public let key: String?
    /// Units in being.
    public let units: Int
    /// Those without a statement.
    public let withoutStatement: Int
    /// Those whose statement could not be read.
    public let unreadable: Int
    /// Statements assessed, each once.
    public let statements: Int
    /// The rules of those statements, by verdict.
    public let rules: [Verdict: Int]

    /// Rules that apply: the denominator of conformity and coverage.
    public var applicable: Int {
        Verdict.allCases.filter { $0 != .notApplicable && $0 != .notInForce }.map { rules[$0] ?? 0 }.reduce(0, +)
    }

    /// Rules that apply and whose verdict is known.
    public var decided: Int { applicable - open }

    /// Conforming rules, at least and at most: as every one that is not known fails, and as it conforms.
    public var conforming: ClosedRange<Int> { (rules[.conform] ?? 0)...((rules[.conform] ?? 0) + open) }

    /// Rules of which it is not known, or that could not be evaluated.
    public var open: Int { (rules[.undetermined] ?? 0) + (rules[.error] ?? 0) }

    /// Rules that are not met, wholly or in part.
    public var missed: Int { (rules[.nonconform] ?? 0) + (rules[.partial] ?? 0) }

    /// Rules of which it is known that they are not done, and whose last day is still ahead.
    public var pending: Int { rules[.pending] ?? 0 }
}

/// What a roll-up groups by.
public enum RollUpKey: String, Sendable, Hashable, CaseIterable {
    case level, block, parent
    /// The source of the rule.
    case source
    /// The article and clause of the rule within its source.
    case clause
    /// The words rules are tagged with, such as the heads of an inspection; a rule stands under each of its own.
    case tag
}

extension PortfolioAssessment {
    /// Everything together.
    public var total: RollUpRow { row(nil, units) }

    /// The groups of a roll-up: levels in the order of the vocabulary, other groups of units in the order in which the register first
    /// names them, those of rules in the order of the library.
    public func rollUp(by key: RollUpKey, in library: RuleLibrary) -> [RollUpRow] {
        switch key {
        case .level: inOrder(groups { $0.level }, of: library.vocabulary.choices["level"])
        case .block: groups { $0.block }
        case .parent: groups { $0.parent }
        case .source: groups(of: library) { [$0.citation.source] }
        case .clause: groups(of: library) { [$0.citation.clauseKey] }
        case .tag: groups(of: library) { $0.tags }
        }
    }

    /// Groups in the order of a list of choices, what is none of them last.
    private func inOrder(_ rows: [RollUpRow], of list: ChoiceList?) -> [RollUpRow] {
        let ids = list?.choices.map(\.id) ?? []
        let places = Dictionary(ids.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: min)
        let placed = rows.enumerated().map { position, row in
            (place: row.key.flatMap { places[$0] } ?? .max, position: position, row: row)
        }
        return placed.sorted { ($0.place, $0.position) < ($1.place, $1.position) }.map(\.row)
    }

    private func groups(_ key: (UnitResult) -> String?) -> [RollUpRow] {
        var order: [String?] = []
        var members: [String?: [UnitResult]] = [:]
        for unit in units {
            let group = key(unit)
            if members[group] == nil { order.append(group) }
            members[group, default: []].append(unit)
        }
        return order.map { row($0, members[$0] ?? []) }
    }

    private func groups(of library: RuleLibrary, _ keys: (Rule) -> [String]) -> [RollUpRow] {
        var order: [String] = []
        var rules: [String: Set<String>] = [:]
        for rule in library.rules {
            for group in keys(rule) {
                if rules[group] == nil { order.append(group) }
                rules[group, default: []].insert(rule.id)
            }
        }
        // Each rule is counted once over all statements; a group adds up its rules.
        let whole = row(nil, units, countingRules: false)
        var counts = RuleTallies()
        for rules in PortfolioAssessment.asked(units) { counts.add(rules) }
        let rows = order.map { group -> RollUpRow in
            var sum = VerdictTally()
            for rule in rules[group] ?? [] {
                if let tally = counts[rule] { sum.add(tally) }
            }
            return RollUpRow(
                key: group, units: whole.units, withoutStatement: whole.withoutStatement, unreadable: whole.unreadable,
                statements: whole.statements, rules: sum.byVerdict)
        }
        return rows.filter { $0.applicable > 0 }
    }

    /// The verdicts of the rules of some units' statements, each statement once. Where none of the units is the agency whose statement
    /// it is, what is asked of that agency as such is not asked of them.
    public static func asked(_ units: [UnitResult]) -> [[RuleVerdict]] {
        var order: [String] = []
        var shown: [String: UnitResult] = [:]
        for unit in units {
            guard let path = unit.result?.path else { continue }
            if let earlier = shown[path] {
                if earlier.sharesStatement, !unit.sharesStatement { shown[path] = unit }
            } else {
                order.append(path)
                shown[path] = unit
            }
        }
        return order.compactMap { shown[$0]?.rules }
    }

    private func row(_ key: String?, _ units: [UnitResult], countingRules: Bool = true) -> RollUpRow {
        var rules = VerdictTally()
        if countingRules {
            for verdicts in PortfolioAssessment.asked(units) {
                for rule in verdicts { rules.add(rule.verdict) }
            }
        }
        var withoutStatement = 0
        var unreadable = 0
        for unit in units {
            switch unit.standing {
            case .assessed: continue
            case .noStatement: withoutStatement += 1
            case .unreadable: unreadable += 1
            }
        }
        return RollUpRow(
            key: key, units: units.count, withoutStatement: withoutStatement, unreadable: unreadable,
            statements: PortfolioAssessment.distinct(units).count, rules: rules.byVerdict)
    }
}
