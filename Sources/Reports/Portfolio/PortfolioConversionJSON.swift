internal import Assessor
internal import CivilTime
internal import Model
internal import Portfolio

/// The switch of a portfolio and the plans that bind its units, for programs.
extension PortfolioJSON {
    var conversion: JSONValue {
        guard let transition = portfolio.options.transition else { return .null }
        let steps = portfolio.byStep.map { group in
            JSONValue.object(["furthest": .optional(group.step), "units": codes(group.units)])
        }
        let movements = ConversionNote.Movement.allCases.map { movement in
            JSONValue.Member(movement.rawValue, codes(portfolio.units(movement)))
        }
        let lateness = ConversionNote.Lateness.allCases.map { lateness in
            JSONValue.Member(lateness.rawValue, codes(portfolio.units(lateness)))
        }
        return .object([
            "transition": .string(transition.id), "steps": .array(steps), "movement": .object(movements),
            "lateness": .object(lateness), "burn_up": burnUp,
        ])
    }

    private var burnUp: JSONValue {
        guard let way = portfolio.burnUp(in: library) else { return .null }
        return .object([
            "has_to_switch": interval(way.hasToSwitch), "declared": points(way.declared),
            "planned": points(way.planned), "due": .optional(way.due?.description),
            "set_on": .optional(way.setOn?.description),
        ])
    }

    private func points(_ points: [BurnUp.Point]) -> JSONValue {
        .array(points.map { .object(["on": .string($0.day.description), "units": .integer(Int64($0.units))]) })
    }

    /// The plans of the register: the units that name each, and of each rule set those it binds.
    var plans: JSONValue {
        .array(
            portfolio.plans(in: library).map { bound in
                let plan = bound.plan
                let sets = bound.sets.map { set in
                    JSONValue.object(["id": .string(set.id), "units": codes(set.units)])
                }
                return .object([
                    "key": .string(plan.key), "ref": .optional(plan.ref), "title": .optional(plan.title),
                    "issuer": .optional(plan.issuer), "issued_on": .optional(plan.issuedOn?.description),
                    "draft": .boolean(plan.isDraft), "finish_before": .optional(plan.finishBefore?.description),
                    "units": codes(bound.units), "rule_sets": .array(sets),
                ])
            })
    }
}
