import CivilTime
import Model
import Testing

@testable import Reports

/// What a calendar makes of the one before it, and what it refuses to take for one of ours.
@Suite struct PreviousCalendarTests {
    static let open = "declared: !none , audits: [{held_on: 2019-12-01}], plans: [], changes: "

    private func calendar(
        _ facts: [TestDeadlines.Facts], asOf: String, within: String = "P90D", after previous: [UInt8]? = nil,
        _ language: Language = .en
    ) throws -> [UInt8] {
        let report = try TestDeadlines.report(facts, asOf: asOf, within: within)
        let earlier = try previous.map { try PreviousCalendar($0) }
        return DeadlineCalendar(report, language, previous: earlier).bytes
    }

    private func calendar(_ changes: String, asOf: String, within: String = "P90D", after previous: [UInt8]? = nil)
        throws
        -> [UInt8]
    {
        try calendar([TestDeadlines.Facts(Self.open + changes)], asOf: asOf, within: within, after: previous)
    }

    /// The one event of the changes of law: `start sequence status summary`.
    private func lines(_ bytes: [UInt8]) throws -> [String] {
        try PreviousCalendar(bytes).events.values.filter { $0.summary.contains("changes of law") }.map { event in
            "\(event.start) \(event.sequence) \(event.status) \(event.summary)"
        }.sorted()
    }

    @Test func revisionsOverALife() throws {
        let first = try calendar("[{number: C, from: 2020-04-01, applied: !none }]", asOf: "2020-06-15")
        #expect(try lines(first) == ["2020-07-01 0 tentative Take in changes of law (C) · Sở Mẫu"])
        let later = try calendar("[{number: C, from: 2020-04-01, applied: !none }]", asOf: "2020-06-20", after: first)
        #expect(try lines(later) == ["2020-07-01 0 tentative Take in changes of law (C) · Sở Mẫu"])
        let moved = try calendar("[{number: C, from: 2020-04-20, applied: !none }]", asOf: "2020-06-21", after: later)
        #expect(try lines(moved) == ["2020-07-20 1 tentative Take in changes of law (C) · Sở Mẫu"])
        let far = try calendar("[{number: C, from: 2020-12-20, applied: !none }]", asOf: "2020-06-21", after: moved)
        #expect(try lines(far) == ["2021-03-20 2 tentative Take in changes of law (C) · Sở Mẫu"])
        let done = try calendar("[{number: C, from: 2020-04-20, applied: 2020-07-01}]", asOf: "2020-07-02", after: far)
        #expect(try lines(done) == ["2020-07-20 3 confirmed [DONE] Take in changes of law (C) · Sở Mẫu"])
        let longAgo = try calendar(
            "[{number: C, from: 2020-04-20, applied: 2020-07-01}]", asOf: "2020-12-31", after: done)
        #expect(try lines(longAgo) == ["2020-07-20 3 confirmed [DONE] Take in changes of law (C) · Sở Mẫu"])
        let gone = try calendar("[]", asOf: "2020-12-31", after: longAgo)
        #expect(try lines(gone) == ["2020-07-20 4 cancelled [CANCELLED] Take in changes of law (C) · Sở Mẫu"])
        let stillGone = try calendar("[]", asOf: "2020-12-31", after: gone)
        #expect(stillGone == gone)
        let back = try calendar("[{number: C, from: 2020-04-20, applied: !none }]", asOf: "2020-12-31", after: gone)
        #expect(try lines(back) == ["2020-07-20 5 tentative [OVERDUE] Take in changes of law (C) · Sở Mẫu"])
    }

    @Test func theSameRunAfterItselfChangesNothing() throws {
        let facts = FormatTests.facts
        let first = try calendar(facts, asOf: "2020-06-15", within: "P1Y")
        #expect(try calendar(facts, asOf: "2020-06-15", within: "P1Y", after: first) == first)
    }

    @Test func aSmallerHorizonCancelsNothing() throws {
        let facts = FormatTests.facts
        let wide = try calendar(facts, asOf: "2020-06-15", within: "P2Y")
        let narrow = try calendar(facts, asOf: "2020-06-15", within: "P1D", after: wide)
        #expect(narrow == wide)
        #expect(try calendar(facts, asOf: "2020-06-15", within: "P1D") != wide)
    }

    @Test func agenciesThatAreNotInTheRunStayAsTheyWere() throws {
        let both = try PreviousCalendar(calendar(FormatTests.facts, asOf: "2020-06-15"))
        let report = try TestDeadlines.report([FormatTests.facts[0]], asOf: "2020-07-15")
        let next = try PreviousCalendar(DeadlineCalendar(report, .vi, previous: both).bytes)
        let others = both.events.filter { $0.value.agency == "MAU-02" }
        #expect(!others.isEmpty)
        for (uid, event) in others { #expect(next.events[uid] == event) }
    }

    @Test func aPastPeriodStaysUnderItsName() throws {
        let facts = [
            TestDeadlines.Facts(
                "declared: 2019-01-01, changes: [], audits: [{held_on: 2020-12-01}]", statedOn: "2021-12-31")
        ]
        let first = try calendar(facts, asOf: "2020-12-31", within: "P1D")
        let later = try calendar(facts, asOf: "2021-06-01", within: "P1D", after: first)
        let marked = try PreviousCalendar(later).events.values.filter { $0.summary.hasPrefix("[PAST PERIOD]") }
        #expect(marked.map(\.start.description) == ["2019-12-31", "2019-12-31"])
        #expect(marked.allSatisfy { $0.sequence == 0 && $0.status == .tentative })
    }

    @Test func alarmsAreForWhatIsToCome() throws {
        let report = try TestDeadlines.report("declared: !none ", asOf: "2020-12-15", within: "P1Y")
        let text = String(decoding: DeadlineCalendar(report, .en).bytes, as: UTF8.self)
        // A month before 29 June 2021 is 29 May, 31 days earlier; duties without leads of their own have thirty days.
        for trigger in ["-P180D", "-P31D", "-P30D"] { #expect(text.contains("TRIGGER:\(trigger)\r\n")) }
        for event in text.split(separator: "BEGIN:VEVENT").dropFirst() {
            #expect(event.contains("BEGIN:VALARM") == !event.contains("overdue"), "\(event)")
        }
        let fulfilled = try TestDeadlines.report("declared: 2020-12-01", asOf: "2020-12-15", within: "P1Y")
        let done = String(decoding: DeadlineCalendar(fulfilled, .en).bytes, as: UTF8.self)
            .split(separator: "BEGIN:VEVENT").filter { $0.contains("STATUS:CONFIRMED") }
        #expect(done.count == 1 && !done.contains { $0.contains("VALARM") })
    }

    @Test func theLastDayOfTimeHasNoDayAfter() throws {
        let report = try TestDeadlines.report(
            "changes: [], plans: [{issuer: Tỉnh, finish: 9999-12-31}]", asOf: "2020-06-15", within: "P9000Y")
        let bytes = DeadlineCalendar(report, .vi).bytes
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("DTSTART;VALUE=DATE:99991231\r\nSTATUS:"))
        #expect(try PreviousCalendar(bytes).events.values.contains { $0.start == .max })
    }

    // MARK: Foreign input

    static let event = """
        BEGIN:VEVENT|UID:u|DTSTAMP:20200615T000000Z|SEQUENCE:2|DTSTART;VALUE=DATE:20200701|STATUS:TENTATIVE|SUMMARY:s|X-TUANTHU-AGENCY:A|END:VEVENT
        """
    static let head = "BEGIN:VCALENDAR|VERSION:2.0|PRODID:-//tuanthu//tuanthu 0//VI|X-TUANTHU-CALENDAR:1"

    static let faults: [(String, Int, String)] = [
        ("", 1, "not a calendar"), ("tuanthu: statement/1|", 1, "not a calendar"),
        ("BEGIN:VCALENDAR|VERSION:2.0|END:VCALENDAR|", 1, "names no PRODID"),
        (
            "BEGIN:VCALENDAR|PRODID:-//Google Inc//Google Calendar 70.9054//EN|END:VCALENDAR|", 2,
            "“-//Google Inc//Google Calendar 70.9054//"
        ),
        ("BEGIN:VCALENDAR|PRODID:-//tuanthu//x//VI|END:VCALENDAR|", 2, "another program"),
        ("BEGIN:VCALENDAR|PRODID:-//tuanthu//x//VI|X-TUANTHU-CALENDAR:2|END:VCALENDAR|", 3, "layout “2”"),
        ("\(head)|", 5, "before “END:VCALENDAR”"), ("\(head)|END:VCALENDAR", 5, "cut"),
        ("\(head)|END:VCALENDAR|X:1|", 6, "“X:1” cannot stand here"),
        ("\(head)|BEGIN:VTODO|END:VTODO|END:VCALENDAR|", 5, "“BEGIN:VTODO” cannot stand here"),
        ("\(head)|\(event)|\(event)|END:VCALENDAR|", 14, "two events have the UID “u”"),
        ("\(head)|\(event.replacing("UID:u|", with: ""))|END:VCALENDAR|", 5, "has no UID"),
        ("\(head)|\(event.replacing("UID:u|", with: "UID:u|UID:v|"))|END:VCALENDAR|", 7, "UID is given twice"),
        (
            "\(head)|\(event.replacing(":20200701", with: ":20200732"))|END:VCALENDAR|", 9,
            "DTSTART cannot be “20200732”"
        ),
        ("\(head)|\(event.replacing(":20200701", with: ":2020070"))|END:VCALENDAR|", 9, "DTSTART cannot be"),
        ("\(head)|\(event.replacing("SEQUENCE:2", with: "SEQUENCE:-1"))|END:VCALENDAR|", 8, "SEQUENCE cannot be “-1”"),
        (
            "\(head)|\(event.replacing("SEQUENCE:2", with: "SEQUENCE:2147483647"))|END:VCALENDAR|", 8,
            "SEQUENCE cannot be"
        ),
        ("\(head)|\(event.replacing("SEQUENCE:2", with: "SEQUENCE:"))|END:VCALENDAR|", 8, "SEQUENCE cannot be"),
        ("\(head)|\(event.replacing("TENTATIVE", with: "MAYBE"))|END:VCALENDAR|", 10, "STATUS cannot be “MAYBE”"),
        ("\(head)|\(event.replacing("SUMMARY:s", with: "SUMMARY:\\x"))|END:VCALENDAR|", 11, "SUMMARY cannot be"),
        (
            "\(head)|\(event.replacing("|END:VEVENT", with: "|BEGIN:VALARM"))|END:VCALENDAR|", 14,
            "“END:VCALENDAR” cannot"
        ),
        ("\(head)|X-LONG:\(String(repeating: "x", count: 69))|END:VCALENDAR|", 5, "more than 75 octets"),
        ("\(head)\nEND:VCALENDAR|", 4, "without a CR"),
    ]

    @Test(arguments: faults)
    func whatIsNotOursIsRefusedAtItsLine(_ text: String, _ line: Int, _ words: String) throws {
        let bytes = Array(text.replacing("|", with: "\r\n").utf8)
        let fault = #expect(throws: CalendarFault.self) { try PreviousCalendar(bytes) }
        let message = try #require(fault).message(.en)
        #expect(message.hasPrefix("line \(line): ") && message.contains(words), "\(message)")
        #expect(try #require(fault).message(.vi).hasPrefix("dòng \(line): "))
    }

    @Test func ourOwnIsRead() throws {
        let bytes = Array("\(Self.head)|\(Self.event)|END:VCALENDAR|".replacing("|", with: "\r\n").utf8)
        let events = try PreviousCalendar(bytes).events
        #expect(events.keys.sorted() == ["u"] && events["u"]?.sequence == 2)
    }

    @Test(arguments: 0..<200)
    func brokenBytesAreReadOrRefusedButNeverCrash(_ seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        var bytes = try calendar(FormatTests.facts, asOf: "2020-06-15")
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
            case 1: bytes.remove(at: place)
            default: bytes.removeSubrange(place..<min(bytes.count, place + 40))
            }
        }
        do throws(CalendarFault) {
            let events = try PreviousCalendar(bytes).events
            #expect(events.values.allSatisfy { $0.lines.first == "BEGIN:VEVENT" })
        } catch {
            #expect(error.line >= 1 && !error.message(.vi).isEmpty)
        }
    }
}
