import Assessor
import CivilTime
import Model
import Reports
import Testing

/// What a clock's finding says to people, in both languages.
@Suite struct ClockSentenceTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let rule: String
        let asOf: String
        let facts: String
        let vi: String
        let en: String
        var readings: [String: String] = [:]

        var testDescription: String { "\(rule) \(asOf) \(en)" }
    }

    private static func card(_ more: String) -> String { "cards: [{number: T-1, granted_on: 2016-03-15, \(more)}]" }
    private static func visit(_ more: String) -> String {
        "inspections: [{record: BB-1, ended_on: 2018-10-18, \(more)}]"
    }
    private static func advice(_ end: String, _ confirmations: String) -> String {
        "engagements: [{name: E-1, started_on: 2018-03-01, ended_on: \(end), confirmations: [\(confirmations)]}]"
    }

    static let rows: [Row] = [
        Row(
            rule: "c26.art38.2", asOf: "2018-10-28", facts: visit("results_sent_on: !none "),
            vi: "Phải làm ngay sau ngày kết thúc kiểm tra (18/10/2018), văn bản không ấn định số ngày; cần làm ngay, đã 10 ngày chưa thực hiện.",
            en: "To be done right after end of the inspection (2018-10-18), the text gives no number of days; urgent, not done after 10 days."),
        Row(
            rule: "c26.art38.2", asOf: "2018-10-28", facts: visit("results_sent_on: 2018-10-20"),
            vi: "Phải làm ngay sau ngày kết thúc kiểm tra (18/10/2018), văn bản không ấn định số ngày; đã thực hiện ngày 20/10/2018.",
            en: "To be done right after end of the inspection (2018-10-18), the text gives no number of days; done on 2018-10-20."),
        Row(
            rule: "c26.art38.2", asOf: "2018-10-28",
            facts: "inspections: [{record: BB-1, results_sent_on: 2018-10-20}]",
            vi: "Phải làm ngay sau sự kiện chưa rõ ngày, văn bản không ấn định số ngày; đã thực hiện ngày 20/10/2018.",
            en: "To be done right after an event whose day is not known, the text gives no number of days; done on 2018-10-20."),
        Row(
            rule: "c26.art38.2.same_day", asOf: "2018-10-19", facts: visit("results_sent_on: !none "),
            vi: "Phải làm ngay sau ngày kết thúc kiểm tra (18/10/2018), ngay trong ngày, hạn cuối là ngày 18/10/2018; chưa thực hiện, quá hạn 1 ngày.",
            en: "To be done right after end of the inspection (2018-10-18), on the same day, the last day is 2018-10-18; not done, 1 day overdue."),
        Row(
            rule: "c26.art38.2.next_day", asOf: "2018-10-19", facts: visit("results_sent_on: !none "),
            vi: "Phải làm ngay sau ngày kết thúc kiểm tra (18/10/2018), chậm nhất ngày hôm sau, hạn cuối là ngày 19/10/2018; chưa thực hiện, hôm nay là ngày cuối.",
            en: "To be done right after end of the inspection (2018-10-18), by the next day, the last day is 2018-10-19; not done, today is the last day."),
        Row(
            rule: "c26.art38.2.next_working_day", asOf: "2018-10-19", facts: visit("results_sent_on: !none "),
            vi: "Phải làm ngay sau ngày kết thúc kiểm tra (18/10/2018), chậm nhất ngày làm việc tiếp theo; chưa thực hiện; cần tệp lịch nghỉ năm 2018 (holidays-2018.yaml) để tính hạn.",
            en: "To be done right after end of the inspection (2018-10-18), by the next working day; not done; the days off of 2018 (holidays-2018.yaml) are needed for the due date."),
        Row(
            rule: "c26.art4.3", asOf: "2190-08-13",
            facts: "tthc_decisions: [{number: 1/QĐ, signed_on: 2190-08-06, posted_on: !none }]",
            vi: "Thời hạn 5 ngày làm việc từ ngày ký quyết định (06/08/2190), hạn cuối là ngày 14/08/2190; chưa thực hiện, còn 1 ngày.",
            en: "Within 5 working days of signing of the decision (2190-08-06), the last day is 2190-08-14; not done, 1 day left."),
        Row(
            rule: "c26.art4.3", asOf: "2190-08-31",
            facts: "tthc_decisions: [{number: 1/QĐ, signed_on: 2190-08-06, posted_on: 2190-08-16}]",
            vi: "Thời hạn 5 ngày làm việc từ ngày ký quyết định (06/08/2190), hạn cuối là ngày 14/08/2190; đã thực hiện ngày 16/08/2190, chậm 2 ngày.",
            en: "Within 5 working days of signing of the decision (2190-08-06), the last day is 2190-08-14; done on 2190-08-16, 2 days late."),
        Row(
            rule: "c26.art4.3", asOf: "2026-08-31",
            facts: "tthc_decisions: [{number: 1/QĐ, signed_on: 2026-08-06, posted_on: 2026-08-16}]",
            vi: "Thời hạn 5 ngày làm việc từ ngày ký quyết định (06/08/2026); đã thực hiện ngày 16/08/2026, chưa rõ có đúng hạn không; cần tệp lịch nghỉ năm 2026 (holidays-2026.yaml) để tính hạn.",
            en: "Within 5 working days of signing of the decision (2026-08-06); done on 2026-08-16, not known whether in time; the days off of 2026 (holidays-2026.yaml) are needed for the due date."),
        Row(
            rule: "d63.art15", asOf: "2019-03-06",
            facts: "tthc_decisions: [{number: 1/QĐ, signed_on: !none , effective_on: 2019-03-10}]",
            vi: "Phải làm trước ngày TTHC có hiệu lực (10/03/2019) ít nhất 5 ngày, hạn cuối là ngày 05/03/2019; chưa thực hiện, quá hạn 1 ngày.",
            en: "To be done at least 5 days before effect of the procedure (2019-03-10), the last day is 2019-03-05; not done, 1 day overdue."),
        Row(
            rule: "c26.art16.2", asOf: "2019-03-16", facts: card("renewal_filed_on: !none "),
            vi: "Có hiệu lực từ ngày cấp (15/03/2016) đến hết ngày 15/03/2019, phải gia hạn trước khi hết hiệu lực; chưa thực hiện, quá hạn 1 ngày.",
            en: "Valid from day of grant (2016-03-15) to 2019-03-15, to be renewed by then; not done, 1 day overdue."),
        Row(
            rule: "c26.art18", asOf: "2019-01-10", facts: card("valid_to: 2019-03-15, renewal_filed_on: !none "),
            vi: "Có hiệu lực từ ngày cấp (15/03/2016) đến hết ngày 15/03/2019, phải gia hạn trước ít nhất 2 tháng, chậm nhất ngày 15/01/2019; chưa thực hiện, còn 5 ngày.",
            en: "Valid from day of grant (2016-03-15) to 2019-03-15, to be renewed at least 2 months before, by 2019-01-15; not done, 5 days left."),
        Row(
            rule: "c26.art18", asOf: "2019-02-10", facts: card("valid_to: 2019-03-15, renewal_filed_on: 2019-02-01"),
            vi: "Có hiệu lực từ ngày cấp (15/03/2016) đến hết ngày 15/03/2019, phải gia hạn trước ít nhất 2 tháng, chậm nhất ngày 15/01/2019; đã thực hiện ngày 01/02/2019, chậm 17 ngày.",
            en: "Valid from day of grant (2016-03-15) to 2019-03-15, to be renewed at least 2 months before, by 2019-01-15; done on 2019-02-01, 17 days late."),
        Row(
            rule: "c26.art18", asOf: "2019-02-10", facts: card("renewal_filed_on: !none "),
            vi: "Chưa rõ ngày hết hiệu lực; chưa rõ đã thực hiện hay chưa.",
            en: "The day it runs out is not known; not known whether done."),
        Row(
            rule: "c26.art41.4", asOf: "2019-02-27",
            facts: advice("!none ", "{number: G-1, granted_on: 2018-03-01, valid_to: 2019-02-28}"),
            vi: "Phải có hiệu lực liên tục từ 01/03/2018 đến 27/02/2019; có hiệu lực đến hết ngày 28/02/2019, còn 1 ngày.",
            en: "Has to be valid throughout 2018-03-01 to 2019-02-27; valid to 2019-02-28, 1 day left."),
        Row(
            rule: "c26.art41.4", asOf: "2019-03-10",
            facts: advice("!none ", "{number: G-1, granted_on: 2018-03-01, valid_to: 2019-02-28}"),
            vi: "Phải có hiệu lực liên tục từ 01/03/2018 đến 10/03/2019; không có hiệu lực: từ 01/03/2019 đến 10/03/2019.",
            en: "Has to be valid throughout 2018-03-01 to 2019-03-10; not valid: 2019-03-01 to 2019-03-10."),
        Row(
            rule: "c26.art41.4", asOf: "2019-12-31",
            facts: advice(
                "2019-03-01",
                "{number: G-1, granted_on: 2018-04-01, valid_to: 2018-12-31}, {number: G-2, granted_on: 2019-02-01, valid_to: 2020-12-31}"
            ),
            vi: "Phải có hiệu lực liên tục từ 01/03/2018 đến 01/03/2019; không có hiệu lực: từ 01/03/2018 đến 31/03/2018; từ 01/01/2019 đến 31/01/2019.",
            en: "Has to be valid throughout 2018-03-01 to 2019-03-01; not valid: 2018-03-01 to 2018-03-31; 2019-01-01 to 2019-01-31."),
        Row(
            rule: "c26.art41.4", asOf: "2019-12-31",
            facts: advice("2019-03-01", "{number: G-1, granted_on: 2018-03-01, valid_to: 2020-12-31}"),
            vi: "Phải có hiệu lực liên tục từ 01/03/2018 đến 01/03/2019; có hiệu lực đủ các ngày.",
            en: "Has to be valid throughout 2018-03-01 to 2019-03-01; valid on every day."),
        Row(
            rule: "c26.art41.4", asOf: "2019-12-31", facts: advice("2019-03-01", "!unknown "),
            vi: "Phải có hiệu lực liên tục từ 01/03/2018 đến 01/03/2019; chưa rõ có hiệu lực hay không: từ 01/03/2018 đến 01/03/2019.",
            en: "Has to be valid throughout 2018-03-01 to 2019-03-01; not known whether valid: 2018-03-01 to 2019-03-01."),
        Row(
            rule: "d19.art4.4.b", asOf: "2020-01-15", facts: "declared_on: 2015-07-04",
            vi: "Kỳ này cần ít nhất 1 lần; chưa rõ đã thực hiện hay chưa.",
            en: "The period needs at least 1 time; not known whether done.", readings: ["year": "rolling"]),
    ]

    @Test(arguments: rows)
    func sentence(_ row: Row) throws {
        let asOf = try CivilDate.parse(row.asOf)
        let library = try ClockLibrary.library()
        let statement = try ClockLibrary.statement(row.facts, on: asOf)
        let context = try AssessmentContext(
            testing: row.rule, in: library, interpretations: row.readings,
            holidays: row.asOf.hasPrefix("2190") ? try ClockLibrary.calendar() : nil)
        let finding = try #require(Assessor.assess(statement, in: context, asOf: asOf).findings.last)
        #expect(Phrasing(.vi, library: library).because(finding, in: statement) == row.vi)
        #expect(Phrasing(.en, library: library).because(finding, in: statement) == row.en)
    }
}
