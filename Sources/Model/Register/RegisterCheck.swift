internal import CivilTime

/// Checks what the parts of a register say of one another.
struct RegisterCheck {
    let register: Register

    func check(_ collector: inout DiagnosticCollector) {
        let records = register.facts.root.records(RegisterNames.units)
        for (unit, record) in zip(register.units, records) { check(unit, record, &collector) }
        checkParents(records, &collector)
        checkPlans(&collector)
        for record in register.facts.root.records(RegisterNames.systems) {
            for (code, place) in record.placedTexts("units") { known(code, at: place, &collector) }
            if let path = record.text("statement") { checkPath(path, at: record.place(of: "statement"), &collector) }
        }
        for list in register.facts.root.fields.names.sorted()
        where list != RegisterNames.units && list != RegisterNames.systems {
            for record in register.facts.root.records(list) {
                guard let code = record.text(RegisterNames.unit) else { continue }
                known(code, at: record.place(of: RegisterNames.unit), &collector)
            }
        }
    }

    private func check(_ unit: RegisterUnit, _ record: FactRecord, _ collector: inout DiagnosticCollector) {
        for entry in unit.parent.entries where register.position(ofUnit: entry.text) == nil {
            let place = record.placedEntries("parent").first { $0.text == entry.text }?.place
            known(entry.text, at: place ?? unit.place, &collector)
        }
        if let path = unit.statement { checkPath(path, at: record.place(of: "statement"), &collector) }
        if !unit.inspectionRecords.isEmpty {
            for (path, place) in record.placedTexts("inspection_records") { checkPath(path, at: place, &collector) }
        }
        if let successor = unit.successor {
            let place = record.place(of: "successor")
            known(successor, at: place, &collector)
            if successor == unit.code {
                collector.error(.register(.succeedsItself(unit.code)), at: place)
            } else if unit.dissolvedOn == nil {
                collector.error(.register(.successorWithoutEnd(unit.code)), at: place)
            }
        }
        if let founded = unit.foundedOn, let dissolved = unit.dissolvedOn, founded.isBefore(dissolved) == .no {
            collector.error(
                .register(.endsBeforeItBegins(founded, dissolved)), at: record.place(of: "dissolved_on"),
                related: [record.place(of: "founded_on")])
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
                collector.error(
                    .register(.planEndsBeforeItsIssue(issued, end)), at: plan.record.place(of: "finish_before"),
                    related: [plan.record.place(of: "issued_on")])
            }
        }
    }

    /// A unit must not stand under itself, by way of others neither. On each day a parent holds, it is its last one that counts.
    private func checkParents(_ records: [FactRecord], _ collector: inout DiagnosticCollector) {
        var cleared: Set<String> = []
        for unit in register.units {
            var chain = [unit.code]
            var next = unit.parent.entries.last?.text
            while let code = next, !cleared.contains(code) {
                if let start = chain.firstIndex(of: code) {
                    // Where each of them says what it stands under.
                    let places = chain[start...].compactMap { member in
                        register.position(ofUnit: member).map { records[$0].place(of: "parent") }
                    }
                    collector.error(
                        .register(.parentCircle(Array(chain[start...]) + [code])), at: places.first ?? unit.place,
                        related: Array(places.dropFirst()))
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
