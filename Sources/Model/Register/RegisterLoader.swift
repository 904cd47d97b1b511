internal import CivilTime
public import YAMLTree

/// Reads registers of units: their facts typed by the vocabulary, and what the units say of one another checked.
public struct RegisterLoader: Sendable {
    /// The vocabulary whose `register:` types the facts.
    public let vocabulary: Vocabulary

    /// Makes a loader.
    public init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    /// Loads a register from its file; `tables` gives the bytes of tables beside it, as for statements.
    public func load(
        _ file: SourceText, tables: (String) -> TableLookup = StatementLoader.noTables
    ) -> Loaded<Register> {
        load(YAMLReader.read(file.bytes, name: file.name), tables: tables)
    }

    /// Loads a register from a file that has been read as YAML.
    public func load(
        _ reading: YAMLReading, tables: (String) -> TableLookup = StatementLoader.noTables
    ) -> Loaded<Register> {
        check(StatementLoader(vocabulary: vocabulary.ofRegisters).load(reading, as: .register, tables: tables))
    }

    /// Loads a register from a mapping inside another document, such as a test; it has no `tuanthu:` key.
    func load(embedded root: YAMLNode) -> Loaded<Register> {
        check(StatementLoader(vocabulary: vocabulary.ofRegisters).load(embedded: root))
    }

    private func check(_ loaded: Loaded<Statement>) -> Loaded<Register> {
        guard let facts = loaded.value else { return Loaded(nil, loaded.diagnostics) }
        var collector = DiagnosticCollector()
        collector.append(loaded.diagnostics)
        let register = register(facts, &collector)
        return Loaded(register, collector.diagnostics)
    }

    /// A register of facts that were changed after they were read; nil where they no longer fit together.
    func register(_ facts: Statement, _ collector: inout DiagnosticCollector) -> Register? {
        guard case .stated(.list(let list))? = facts.root.fields[RegisterNames.units]?.state, list.isComplete else {
            let place = facts.root.fields[RegisterNames.units]?.place ?? facts.root.place
            collector.error(.register(.unitsNotListed), at: place)
            return nil
        }
        let portfolio = facts.root.fields[RegisterNames.portfolio]?.record
        let register = Register(
            facts: facts, code: portfolio?.text("code"), name: portfolio?.text("name"),
            units: list.items.compactMap { $0.fact.record.map { RegisterUnit($0) } },
            systems: facts.root.records(RegisterNames.systems).map { RegisterSystem($0) },
            plans: plans(facts.root.fields[RegisterNames.plans]))
        RegisterCheck(register: register).check(&collector)
        return register
    }
}

extension RegisterLoader {
    /// The plans of a list; nil where it does not say what plans there are.
    private func plans(_ fact: Fact?) -> [RegisterPlan]? {
        switch fact?.state {
        case .stated(.list(let list)): list.items.compactMap { RegisterPlan($0, vocabulary.ofRegisters) }
        case .some(.none): []
        case .stated, .unknown, nil: nil
        }
    }
}

/// The names of the register's vocabulary that the engine itself reads.
public enum RegisterNames {
    /// The record of whose register it is.
    public static let portfolio = "portfolio"
    /// The list of units.
    public static let units = "units"
    /// The list of systems.
    public static let systems = "systems"
    /// The list of plans that bind units, and the field by which a unit names its own.
    public static let plans = "plans"
    /// The list of the inspections of units.
    public static let inspections = "inspections"
    /// The name of one unit in the expressions of set rules, and the field by which other lists name one.
    public static let unit = "unit"
    /// The name of one system in the expressions of set rules.
    public static let system = "system"
}

extension RegisterUnit {
    init(_ record: FactRecord) {
        code = record.text("code") ?? ""
        name = record.varying("name")
        block = record.varying("block")
        level = record.varying("level")
        parent = record.varying("parent")
        unitClass = record.varying("class")
        leadUnit = record.varying("lead_unit")
        plans = record.texts(RegisterNames.plans)
        statedPlans = record.fields[RegisterNames.plans]
        statement = record.text("statement")
        inspectionRecords = record.texts("inspection_records")
        foundedOn = record.date("founded_on")
        dissolvedOn = record.date("dissolved_on")
        successor = record.text("successor")
        place = record.place
    }
}

extension RegisterSystem {
    init(_ record: FactRecord) {
        id = record.text("id") ?? ""
        name = record.text("name")
        units = record.texts("units")
        statement = record.text("statement")
        place = record.place
    }
}
