import CivilTime
import Model
import Testing
import YAMLTree

/// Files of days off: what they hold, and every way one can be wrong, at its place.
@Suite struct HolidayCalendarLoaderTests {
    @Test(arguments: FixtureCase.all(in: "holidays"))
    func fault(_ fixture: FixtureCase) throws {
        let loaded = HolidayCalendarLoader.load(fixture.files)
        try fixture.check(loaded.diagnostics)
        #expect(loaded.value == nil)
    }

    /// The switch has no default, so that a new problem must be named here, and named means met.
    @Test func everyProblemHasAFixture() {
        let fixtures = FixtureCase.all(in: "holidays")
        var met: Set<String> = []
        for problem in fixtures.flatMap({ HolidayCalendarLoader.load($0.files).diagnostics.map(\.problem) }) {
            guard case .holidays(let problem) = problem else { continue }
            switch problem {
            case .yearOutOfRange: met.insert("yearOutOfRange")
            case .yearGivenTwice: met.insert("yearGivenTwice")
            case .dayInAnotherYear: met.insert("dayInAnotherYear")
            case .dayGivenTwice: met.insert("dayGivenTwice")
            case .offAndWorking: met.insert("offAndWorking")
            case .workingDayOnWeekday: met.insert("workingDayOnWeekday")
            case .exchangedForNoDayOff: met.insert("exchangedForNoDayOff")
            case .daysExpected: met.insert("daysExpected")
            }
        }
        #expect(met.count == 8, "\(met.sorted())")
    }

    @Test func calendarOfTwoYears() throws {
        let files = ["2191": "[{date: 2191-01-01, name: một}]", "2190": "[{date: 2190-12-30/2190-12-31, name: hai}]"]
            .map { year, days in
                let text = "tuanthu: holidays/1\nyear: \(year)\nsource: bịa\nnote: thử\ndays_off: \(days)\n"
                return SourceText(name: "holidays-\(year).yaml", bytes: Array(text.utf8))
            }
        let loaded = HolidayCalendarLoader.load(files)
        let calendar = try #require(loaded.value)
        #expect(calendar.years.map(\.year) == [2190, 2191])
        #expect(calendar.years.map { HolidayYear.fileName($0.year) } == calendar.years.map(\.source.name))
        #expect(calendar.years.first?.note == "thử")
        let friday = try CivilDate.parse("2190-12-31")
        #expect(calendar.daysOff.isWorkingDay(friday) == .no)
        #expect(calendar.daysOff.adding(workingDays: 1, to: friday) == .day(try CivilDate.parse("2191-01-03")))
    }
}
