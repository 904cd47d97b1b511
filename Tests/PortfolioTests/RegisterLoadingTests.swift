import CivilTime
import Model
import Portfolio
import Testing

/// Registers and what is wrong with them.
@Suite struct RegisterLoadingTests {
    private static let head = "tuanthu: register/1\nstated_on: 2020-12-31\n"

    @Test(arguments: [
        ("", "r:1:1: a register must have “units” that list every unit"),
        ("units: !none\n", "r:3:8: a register must have “units” that list every unit"),
        ("units: [{code: A}, !unknown ]\n", "r:3:8: a register must have “units” that list every unit"),
        ("units: [{name: Sở A}]\n", "r:3:9:"),
        ("units: [{code: A}, {code: A}]\n", "r:3:27: two items"),
        ("units: [{code: A, class: must}]\n", "r:3:26: “must” is no value of"),
        ("units: [{code: A, parent: B}]\n", "r:3:27: there is no unit “B”"),
        ("units: [{code: SO-A}, {code: B, parent: SO-B}]\n", "did you mean “SO-A”?"),
        ("units: [{code: A, parent: B}, {code: B, parent: A}]\n", "stand under one another in a circle: A → B → A"),
        ("units: [{code: A, parent: A}]\n", "in a circle: A → A"),
        ("units: [{code: A, successor: B}, {code: B}]\n", "unit “A” has a successor, but no “dissolved_on”"),
        ("units: [{code: A, dissolved_on: 2020-01-01, successor: A}]\n", "cannot be its own successor"),
        (
            "units: [{code: A, founded_on: 2020-01-01, dissolved_on: 2020-01-01}]\n",
            "a unit ends (2020-01-01) no later than it begins (2020-01-01)"
        ),
        ("units: [{code: A, statement: ../a.yaml}]\n", "must be a relative path inside the register's folder"),
        ("units: [{code: A, statement: /etc/a.yaml}]\n", "must be a relative path inside the register's folder"),
        ("units: [{code: A}]\nsystems: [{id: S, units: [B]}]\n", "r:4:27: there is no unit “B”"),
        ("units: [{code: A}]\ninspections: [{ref: 1, unit: B}]\n", "r:4:30: there is no unit “B”"),
        ("units: [{code: A}]\ninspections: [{ref: 1, unit: A, form: by_post}]\n", "“by_post” is no value of"),
        ("units: [{code: A}]\nagency: {code: A}\n", "r:4:1:"),
        (
            "plans: [{ref: 27/KH}]\nunits: [{code: A, plans: [27/HK]}]\n",
            "r:4:27: there is no plan “27/HK”; did you mean “27/KH”?"
        ),
        ("plans: !none\nunits: [{code: A, plans: [27/KH]}]\n", "r:4:27: there is no plan “27/KH”"),
        ("plans: [{ref: 1/KH}, {ref: 1/KH}]\nunits: [{code: A}]\n", "r:3:28: two items"),
        (
            "plans: [{ref: 1/KH, issued_on: 2019-05-06, finish_before: 2019-05-06}]\nunits: [{code: A}]\n",
            "r:3:59: the plan's term (2019-05-06) is not after the day it was issued (2019-05-06)"
        ),
    ]) func faultsHaveTheirPlaces(_ text: String, _ expected: String) throws {
        let loaded = try TestPortfolio.written(Self.head + text)
        #expect(loaded.value == nil)
        let messages = loaded.diagnostics.map { "\($0.place?.position ?? ""): \($0.message(.en))" }
        #expect(messages.contains { $0.contains(expected) }, "\(messages)")
    }

    /// Where a register describes no plans those its units name bind to nothing, which is told once; where it may have more, they may
    /// be among them.
    @Test(arguments: [("", 1), ("plans: [{ref: 1/KH}, !unknown ]\n", 0)])
    func plansThatAreNotDescribedAreToldOnce(_ plans: String, _ warnings: Int) throws {
        let loaded = try TestPortfolio.written(
            Self.head + plans + "units: [{code: A, plans: [27/KH]}, {code: B, plans: [27/KH]}]\n")
        #expect(loaded.value != nil)
        #expect(loaded.diagnostics.count == warnings)
        #expect(loaded.diagnostics.allSatisfy { $0.severity == .warning && $0.message(.en).contains("27/KH") })
    }

    @Test func everyFaultIsTold() throws {
        let text = "units: [{code: A, parent: X}, {code: B, parent: Y, statement: ../b.yaml}]\n"
        let loaded = try TestPortfolio.written(Self.head + text)
        #expect(loaded.diagnostics.count == 3)
        #expect(loaded.diagnostics.allSatisfy { !$0.message(.vi).isEmpty && $0.message(.vi) != $0.message(.en) })
    }

    @Test func anotherKindOfDocumentIsRefused() throws {
        let loaded = try TestPortfolio.written("tuanthu: statement/1\nstated_on: 2020-12-31\nunits: []\n")
        #expect(loaded.value == nil)
        #expect(loaded.diagnostics.first?.message(.en).contains("“register/1” is wanted here") == true)
    }

    @Test(arguments: [
        ("2025-06-30", Truth.yes, Truth.no), ("2025-07-01", .no, .yes), ("2025-07-02", .no, .yes),
        ("2014-12-31", .no, .no), ("2015-06-01", .unknown, .no), ("2016-01-01", .yes, .no),
    ]) func unitsAreInBeingBetweenTheirDays(_ day: String, _ district: Truth, _ commune: Truth) throws {
        let loaded = try TestPortfolio.written(
            Self.head
                + "units: [{code: H, founded_on: 2015, dissolved_on: 2025-07-01, successor: X}, {code: X, founded_on: 2025-07-01}]\n"
        )
        let register = try #require(loaded.value)
        let date = try CivilDate.parse(day)
        #expect(register.unit("H")?.isInBeing(on: date) == district)
        #expect(register.unit("X")?.isInBeing(on: date) == commune)
    }

    /// A statement of a unit is its own, or that of the first of its systems.
    @Test func statementsComeFromUnitsOrSystems() throws {
        let loaded = try TestPortfolio.written(
            Self.head + """
                units: [{code: A, statement: a.yaml}, {code: B}, {code: C}]
                systems: [{id: S, units: [A, B], statement: s.yaml}, {id: T, units: [B], statement: t.yaml}, {id: U, units: [A]}]

                """)
        let register = try #require(loaded.value)
        #expect(register.units.map { register.statement(of: $0) } == ["a.yaml", "s.yaml", nil])
        #expect(register.systems.map { register.statement(of: $0) } == ["s.yaml", "t.yaml", "a.yaml"])
    }

    @Test(arguments: [
        ("1/3", 1, 3, "1/3"), ("85%", 85, 100, "85%"), ("100%", 100, 100, "100%"), ("0/1", 0, 1, "0/1"),
        ("7/7", 7, 7, "100%"),
    ]) func sharesAreRead(_ text: String, _ numerator: Int, _ denominator: Int, _ told: String) {
        let share = Share(text)
        #expect(share?.numerator == numerator && share?.denominator == denominator)
        #expect(share?.description == told)
    }

    @Test(arguments: ["", "1", "4/3", "1/0", "-1/3", "1/3/5", "101%", "%", "1 /3", "a/b", "99999999999999999999/1"])
    func whatIsNoShareIsRefused(_ text: String) { #expect(Share(text) == nil) }
}
