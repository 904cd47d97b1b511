internal import CivilTime

extension Register {
    /// A statement with what the register says of the plans that bind its units, as facts of the statement: the numbers of the plans,
    /// in place of those it may state itself; and each that sets a day of the conversion among its conversion plans, where it does
    /// not list that plan itself. They keep their places in the register. Of several units that share a statement, the plans of all
    /// count.
    ///
    /// - Parameter units: The units whose statement it is. Where the register says nothing of the plans of any of them, nothing changes.
    public func layingPlans(
        of units: [RegisterUnit], on statement: Statement, in vocabulary: Vocabulary
    ) -> Statement {
        guard units.contains(where: { $0.statedPlans != nil }) else { return statement }
        let named = Register.joined(units)
        var statement = statement
        let plansOfAgency = FactPath([.field("agency"), .field("plans")])
        if vocabulary.field(at: plansOfAgency.fieldNames) != nil {
            statement = statement.replacing(plansOfAgency, with: named, in: vocabulary)
        }
        for (key, _) in named.placedTexts {
            guard let plan = plan(key), plan.finishBefore != nil else { continue }
            statement = statement.adding(plan, in: vocabulary)
        }
        return statement
    }

    /// The plans of several units as one list, open where something of one of them is not known.
    private static func joined(_ units: [RegisterUnit]) -> Fact {
        var items: [FactItem] = []
        var openings: [Place] = []
        for unit in units {
            switch unit.statedPlans?.state {
            case .stated(.list(let list)):
                for item in list.items where !items.contains(where: { $0.key == item.key }) { items.append(item) }
                openings += list.openings
            case .some(.none): continue
            case .stated, .unknown, nil: openings.append(unit.statedPlans?.place ?? unit.place)
            }
        }
        let place = units.lazy.compactMap(\.statedPlans?.place).first ?? units[0].place
        return Fact(state: .stated(.list(FactList(items: items, openings: openings))), place: place)
    }
}

extension Statement {
    /// The statement with a plan of the register among its conversion plans, unless it lists that plan itself.
    fileprivate func adding(_ plan: RegisterPlan, in vocabulary: Vocabulary) -> Statement {
        let path = FactPath([.field("qms"), .field("conversion_plans")])
        guard case .list(let item)? = vocabulary.field(at: path.fieldNames)?.type,
            let definition = vocabulary.record(of: item)
        else { return self }
        var fields = plan.record.fields.filter { definition.field($0) != nil }
        // It is its issuer's plan, not that of the agency it binds.
        if definition.field("own") != nil {
            fields["own"] = Fact(state: .stated(.boolean(false)), place: plan.place)
        }
        let record = FactRecord(
            definition: definition.id, fields: fields, place: plan.place, evidence: plan.record.evidence, note: nil)
        let fact = Fact(state: .stated(.record(record)), place: plan.place)
        let key = vocabulary.key(of: fact)?.key ?? plan.key
        let list = items(at: path, orOpenAt: plan.place)
        if list.items.contains(where: { $0.key == key }) { return self }
        let longer = FactList(items: list.items + [FactItem(key: key, fact: fact)], openings: list.openings)
        let old = self.fact(at: path)
        return replacing(
            path,
            with: Fact(
                state: .stated(.list(longer)), place: old?.place ?? plan.place, evidence: old?.evidence ?? []),
            in: vocabulary)
    }
}
