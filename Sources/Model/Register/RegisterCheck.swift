internal import CivilTime

/// Checks what the parts of a register say of one another.
struct RegisterCheck {
    let register: Register

    func check(_ collector: inout DiagnosticCollector) {
        for unit in register.units { check(unit, &collector) }
        checkParents(&collector)
        checkPlans(&collector)
        for system in register.systems {
            for code in system.units { known(code, at: system.place, &collector) }
            if let path = system.statement { checkPath(path, at: system.place, &collector) }
        }
        for list in register.facts.root.fields.keys.sorted()
        where list != RegisterNames.units && list != RegisterNames.systems {
            for record in register.facts.root.records(list) {
                guard let code = record.text(RegisterNames.unit) else { continue }
                known(code, at: record.fields[RegisterNames.unit]?.place ?? record.place, &collector)
            }
        }
    }

    private func check(_ unit: RegisterUnit, _ collector: inout DiagnosticCollector) {
        for entry in unit.parent.entries { known(entry.text, at: unit.place, &collector) }
        if let path = unit.statement { checkPath(path, at: unit.place, &collector) }
        for path in unit.inspectionRecords { checkPath(path, at: unit.place, &collector) }
        if let successor = unit.successor {
            known(successor, at: unit.place, &collector)
            if successor == unit.code {
                collector.error(.register(.succeedsItself(unit.code)), at: unit.place)
            } else if unit.dissolvedOn == nil {
                collector.error(.register(.successorWithoutEnd(unit.code)), at: unit.place)
            }
        }
        if let founded = unit.foundedOn, let dissolved = unit.dissolvedOn, founded.isBefore(dissolved) == .no {
            collector.error(.register(.endsBeforeItBegins(founded, dissolved)), at: unit.place)
        }
    }

    /// A plan that a unit names has to be among the plans of the register, unless there may be more of them; where it lists none, the
    /// plan binds to nothing, and each is told once.
    private func checkPlans(_ collector: inout DiagnosticCollector) {
        let keys = register.plans?.map(\.key)
        let list = register.facts.root.fields[RegisterNames.plans]
        if case .stated(.list(let plans))? = list?.state, !plans.isComplete { return }
        var told: Set<String> = []
        for unit in register.units {
            for (key, place) in unit.statedPlans?.placedTexts ?? [] {
                guard let keys else {
                    if told.insert(key).inserted {
                        collector.warning(.register(.planNotDescribed(key)), at: place)
                    }
                    continue
                }
                if keys.contains(key) { continue }
                let suggestion = collector.suggestion(for: key, among: keys)
                collector.error(.unknownName(.plan, key, suggestion: suggestion), at: place)
            }
        }
        for plan in register.plans ?? [] {
            if let issued = plan.issuedOn, let end = plan.finishBefore, issued.isBefore(end) == .no {
                collector.error(.register(.planEndsBeforeItsIssue(issued, end)), at: plan.place)
            }
        }
    }

    /// A unit must not stand under itself, by way of others neither. On each day a parent holds, it is its last one that counts.
    private func checkParents(_ collector: inout DiagnosticCollector) {
        var cleared: Set<String> = []
        for unit in register.units {
            var chain = [unit.code]
            var next = unit.parent.entries.last?.text
            while let code = next, !cleared.contains(code) {
                if let start = chain.firstIndex(of: code) {
                    collector.error(.register(.parentCircle(Array(chain[start...]) + [code])), at: unit.place)
                    break
                }
                chain.append(code)
                next = register.unit(code)?.parent.entries.last?.text
            }
            cleared.formUnion(chain)
        }
    }

    private func known(_ code: String, at place: Place, _ collector: inout DiagnosticCollector) {
        guard register.unit(code) == nil else { return }
        let suggestion = collector.suggestion(for: code, among: register.units.map(\.code))
        collector.error(.unknownName(.unit, code, suggestion: suggestion), at: place)
    }

    private func checkPath(_ path: String, at place: Place, _ collector: inout DiagnosticCollector) {
        let parts = path.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
        let hasDrive = path.utf8.dropFirst().first == UInt8(ascii: ":")
        if parts.first?.isEmpty == true || hasDrive || parts.contains("..") {
            collector.error(.register(.statementPath(path)), at: place)
        }
    }
}
