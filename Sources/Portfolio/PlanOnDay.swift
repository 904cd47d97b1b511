internal import Assessor
public import Model

/// A plan of the register on a day: the units that name it, and what it comes to for them.
public struct PlanOnDay: Sendable {
    /// A rule set that the plan names, and the units it binds.
    public struct BoundSet: Sendable {
        /// The set, by id.
        public let id: String
        /// The units of the plan with requirements of the set, in the order of the register: its header may leave some out.
        public let units: [UnitResult]
    }

    /// The plan.
    public let plan: RegisterPlan
    /// The units in being that name it, in the order of the register.
    public let units: [UnitResult]
    /// The rule sets it names.
    public let sets: [BoundSet]
}

extension PortfolioAssessment {
    /// The plans of the register that were there on the day, in its order.
    public func plans(in library: RuleLibrary) -> [PlanOnDay] {
        (register.plans ?? []).filter { $0.mayBeKnown(on: asOf) }.map { plan in
            let units = units.filter { $0.unit.plans.contains(plan.key) }
            let sets = plan.ruleSets.map { set in
                let rules = library.ruleIDs(ofSet: set.id)
                return PlanOnDay.BoundSet(
                    id: set.id,
                    units: units.filter { $0.result?.rules.contains { rules.contains($0.rule) } ?? false })
            }
            return PlanOnDay(plan: plan, units: units, sets: sets)
        }
    }

    /// The plans that bind a unit on the day, by the names it gives them.
    public func plans(of unit: UnitResult) -> [String] {
        unit.unit.plans.filter { register.plan($0)?.mayBeKnown(on: asOf) ?? true }
    }
}

extension UnitResult {
    /// How many rules of a set its statement was assessed against; none where the set does not bind it.
    public func rules(ofSet id: String, in library: RuleLibrary) -> Int {
        let own = library.ruleIDs(ofSet: id)
        return result?.rules.count { own.contains($0.rule) } ?? 0
    }
}

extension RuleLibrary {
    fileprivate func ruleIDs(ofSet id: String) -> Set<String> {
        Set(sets.first { $0.id == id }?.rules.map(\.id) ?? [])
    }
}
