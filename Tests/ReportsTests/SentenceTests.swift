import Assessor
import Model
import Reports
import Testing

/// The sentences of findings, kind by kind, in both languages.
@Suite struct SentenceTests {
    struct Row: CustomTestStringConvertible {
        let rule: String
        let facts: String
        let asOf: String
        let vi: String
        let en: String

        init(_ rule: String, _ facts: String, asOf: String = "2020-06-15", vi: String, en: String) {
            self.rule = rule
            self.facts = facts
            self.asOf = asOf
            self.vi = vi
            self.en = en
        }

        var testDescription: String { "\(rule): \(facts) on \(asOf)" }
    }

    static let rows: [Row] = [
        Row("r.edition", "", vi: "Chưa rõ phiên bản áp dụng.", en: "Edition applied: not known."),
        Row(
            "r.edition", "edition: iso-9001-2015", vi: "Phiên bản áp dụng: TCVN ISO 9001:2015.",
            en: "Edition applied: ISO 9001:2015."),
        Row(
            "r.edition", "edition: iso-9001-2008",
            vi: "Phiên bản áp dụng: TCVN ISO 9001:2008, không phải là TCVN ISO 9001:2015.",
            en: "Edition applied: ISO 9001:2008, not ISO 9001:2015."),
        Row("r.edition", "edition: !none ", vi: "Không có phiên bản áp dụng.", en: "Edition applied: none."),
        Row("r.posted", "posted: true", vi: "Việc niêm yết: có.", en: "Posting: yes."),
        Row("r.posted", "posted: false", vi: "Việc niêm yết: không.", en: "Posting: no."),
        Row(
            "r.count", "procedures: 60", vi: "Số quy trình (60) lớn hơn số tối đa (50).",
            en: "Number of procedures (60) is more than the most (50)."),
        Row(
            "r.count", "procedures: 40", vi: "Số quy trình (40) không quá số tối đa (50).",
            en: "Number of procedures (40) is at most the most (50)."),
        Row(
            "r.order", "approved: 2019-10, applied: 2019-12-02",
            vi: "Ngày phê duyệt (tháng 10/2019) không muộn hơn ngày áp dụng (02/12/2019).",
            en: "Date of approval (October 2019) is not later than the date of use (2019-12-02)."),
        Row(
            "r.order", "approved: 2020-01-05, applied: 2019-Q4",
            vi: "Ngày phê duyệt (05/01/2020) muộn hơn ngày áp dụng (quý 4/2019).",
            en: "Date of approval (2020-01-05) is later than the date of use (quarter 4 of 2019)."),
        Row(
            "r.order", "approved: 2019, applied: 2017-12-05/2017-12-06",
            vi: "Ngày phê duyệt (năm 2019) muộn hơn ngày áp dụng (từ 05/12/2017 đến 06/12/2017).",
            en: "Date of approval (2019) is later than the date of use (2017-12-05 to 2017-12-06)."),
        Row(
            "r.applies", "posted: false", vi: "Yêu cầu không áp dụng: việc niêm yết: không.",
            en: "The rule does not apply: posting: no."),
        Row(
            "r.applies", "procedures: 3", vi: "Chưa rõ yêu cầu có áp dụng hay không vì chưa rõ việc niêm yết.",
            en: "It is not known whether the rule applies: posting: not known."),
        Row("r.own", "procedures: 3", vi: "Mới có 3 quy trình.", en: "Only 3 procedures."),
        Row(
            "r.own", "procedures: 12", vi: "Số quy trình: 12, lớn hơn 10.",
            en: "Number of procedures: 12, more than 10."),
        Row(
            "r.by", "declared: 2020-05-01",
            vi: "Hạn cuối là ngày 30/06/2021; đã thực hiện ngày 01/05/2020, trước hạn 425 ngày.",
            en: "The last day is 2021-06-30; done on 2020-05-01, 425 days early."),
        Row(
            "r.by", "declared: 2020-05", vi: "Hạn cuối là ngày 30/06/2021; đã thực hiện trong tháng 5/2020.",
            en: "The last day is 2021-06-30; done in May 2020."),
        Row(
            "r.by", "declared: !none ", vi: "Hạn cuối là ngày 30/06/2021; chưa thực hiện, còn 380 ngày.",
            en: "The last day is 2021-06-30; not done, 380 days left."),
        Row(
            "r.by", "declared: !none ", asOf: "2021-06-30",
            vi: "Hạn cuối là ngày 30/06/2021; đến ngày 31/12/2020 chưa thực hiện, hôm nay là ngày cuối.",
            en: "The last day is 2021-06-30; not done up to 2020-12-31, today is the last day."),
        Row(
            "r.by", "declared: !none ", asOf: "2021-07-12",
            vi:
                "Hạn cuối là ngày 30/06/2021; đến ngày 31/12/2020 chưa thực hiện; chưa rõ từ đó đến nay đã thực hiện hay chưa; quá hạn 12 ngày nếu vẫn chưa làm.",
            en:
                "The last day is 2021-06-30; not done up to 2020-12-31; not known since; 12 days overdue if still not done."
        ),
        Row(
            "r.by", "", vi: "Hạn cuối là ngày 30/06/2021; chưa rõ đã thực hiện hay chưa, còn 380 ngày.",
            en: "The last day is 2021-06-30; not known whether done, 380 days left."),
        Row(
            "r.by", "", asOf: "2021-07-12",
            vi: "Hạn cuối là ngày 30/06/2021; chưa rõ đã thực hiện hay chưa; quá hạn 12 ngày nếu chưa làm.",
            en: "The last day is 2021-06-30; not known whether done; 12 days overdue if not done."),
        Row("r.within", "changes: []", vi: "Không có các thay đổi nào.", en: "Changes of law: none."),
        Row("r.within", "", vi: "Chưa rõ các thay đổi.", en: "Changes of law: not known."),
        Row(
            "r.within", "changes: [{number: a, from: 2019-05-18, applied: 2019-08-18}]",
            vi:
                "Thời hạn 3 tháng từ ngày có hiệu lực (18/05/2019), hạn cuối là ngày 18/08/2019; đã thực hiện ngày 18/08/2019, đúng ngày cuối.",
            en:
                "Within 3 months of the date of effect (2019-05-18), the last day is 2019-08-18; done on 2019-08-18, on the last day."
        ),
        Row(
            "r.within", "changes: [{number: a, from: 2019-05-18, applied: 2019-08-20}]",
            vi:
                "Thời hạn 3 tháng từ ngày có hiệu lực (18/05/2019), hạn cuối là ngày 18/08/2019; đã thực hiện ngày 20/08/2019, chậm 2 ngày.",
            en:
                "Within 3 months of the date of effect (2019-05-18), the last day is 2019-08-18; done on 2019-08-20, 2 days late."
        ),
        Row(
            "r.within", "changes: [{number: a, from: 2019-05-18, applied: 2019-08-01}]",
            vi:
                "Thời hạn 3 tháng từ ngày có hiệu lực (18/05/2019), hạn cuối là ngày 18/08/2019; đã thực hiện ngày 01/08/2019, trước hạn 17 ngày.",
            en:
                "Within 3 months of the date of effect (2019-05-18), the last day is 2019-08-18; done on 2019-08-01, 17 days early."
        ),
        Row(
            "r.within", "changes: [{number: a, from: 2019-05-18, applied: !none }]",
            vi:
                "Thời hạn 3 tháng từ ngày có hiệu lực (18/05/2019), hạn cuối là ngày 18/08/2019; chưa thực hiện, quá hạn 302 ngày.",
            en:
                "Within 3 months of the date of effect (2019-05-18), the last day is 2019-08-18; not done, 302 days overdue."
        ),
        Row(
            "r.within", "changes: [{number: a, from: 2020-05-18, applied: !none }]",
            vi:
                "Thời hạn 3 tháng từ ngày có hiệu lực (18/05/2020), hạn cuối là ngày 18/08/2020; chưa thực hiện, còn 64 ngày.",
            en:
                "Within 3 months of the date of effect (2020-05-18), the last day is 2020-08-18; not done, 64 days left."
        ),
        Row(
            "r.within", "changes: [{number: a, from: !unknown , applied: 2019-08-01}]",
            vi: "Thời hạn 3 tháng, chưa rõ ngày bắt đầu tính; đã thực hiện ngày 01/08/2019, chưa rõ có đúng hạn không.",
            en: "Within 3 months of a day that is not known; done on 2019-08-01, not known whether in time."),
        Row(
            "r.yearly", "audits: [{held_on: 2020-03-02}]",
            vi:
                "Năm 2019 cần ít nhất 1 lần, bản khai chưa nêu lần nào; chưa thực hiện, quá hạn 167 ngày. | Năm 2020 cần ít nhất 1 lần, bản khai nêu 1 lần; đã thực hiện ngày 02/03/2020.",
            en:
                "2019 needs at least one, the statement shows none; not done, 167 days overdue. | 2020 needs at least one, the statement shows 1 time; done on 2020-03-02."
        ),
        Row(
            "r.yearly", "audits: []",
            vi:
                "Năm 2019 cần ít nhất 1 lần, bản khai chưa nêu lần nào; chưa thực hiện, quá hạn 167 ngày. | Năm 2020 cần ít nhất 1 lần, bản khai chưa nêu lần nào; chưa thực hiện, còn 199 ngày.",
            en:
                "2019 needs at least one, the statement shows none; not done, 167 days overdue. | 2020 needs at least one, the statement shows none; not done, 199 days left."
        ),
        Row(
            "r.yearly", "",
            vi:
                "Năm 2019 cần ít nhất 1 lần; chưa rõ đã thực hiện hay chưa; quá hạn 167 ngày nếu chưa làm. | Năm 2020 cần ít nhất 1 lần; chưa rõ đã thực hiện hay chưa, còn 199 ngày.",
            en:
                "2019 needs at least one; not known whether done; 167 days overdue if not done. | 2020 needs at least one; not known whether done, 199 days left."
        ),
        Row(
            "r.december", "audits: [{held_on: 2019-12-05}]",
            vi:
                "Phải thực hiện trong tháng 12/2019; đã thực hiện ngày 05/12/2019. | Phải thực hiện trong tháng 12/2020; chưa thực hiện, còn 199 ngày.",
            en:
                "To be done in December 2019; done on 2019-12-05. | To be done in December 2020; not done, 199 days left."
        ),
        Row(
            "r.no_term", "applied: 2020-01-01, declared: !none ",
            vi:
                "Phát sinh từ ngày áp dụng (01/01/2020), văn bản không ấn định thời hạn; đến ngày 15/06/2020 chưa thực hiện (đã 166 ngày kể từ khi phát sinh).",
            en:
                "Called for by the date of use (2020-01-01), no term is set; not done up to 2020-06-15 (called for 166 days ago)."
        ),
        Row(
            "r.no_term", "applied: 2020-01-01, declared: 2020-02-01",
            vi: "Phát sinh từ ngày áp dụng (01/01/2020), văn bản không ấn định thời hạn; đã thực hiện ngày 01/02/2020.",
            en: "Called for by the date of use (2020-01-01), no term is set; done on 2020-02-01."),
        Row(
            "r.no_term", "declared: 2020-02-01", vi: "Chưa rõ sự kiện làm phát sinh; đã thực hiện ngày 01/02/2020.",
            en: "The event that calls for it is not known; done on 2020-02-01."),
        Row(
            "r.step", "applied: 2020-01-01, approved: 2019-12-01",
            vi: "Phải có trước ngày áp dụng (01/01/2020); đã thực hiện ngày 01/12/2019.",
            en: "Has to come before the date of use (2020-01-01); done on 2019-12-01."),
        Row(
            "r.step", "applied: 2020-01-01, approved: 2020-02-01",
            vi:
                "Phải có trước ngày áp dụng (01/01/2020); lần thực hiện sớm nhất được khai là ngày 01/02/2020, sau bước đó.",
            en:
                "Has to come before the date of use (2020-01-01); the earliest one stated was done on 2020-02-01, after that step."
        ),
        Row(
            "r.step", "applied: 2020-01-01, approved: !none ",
            vi: "Phải có trước ngày áp dụng (01/01/2020); chưa thực hiện.",
            en: "Has to come before the date of use (2020-01-01); not done."),
    ]

    @Test(arguments: rows)
    func sentence(_ row: Row) throws {
        let (assessment, context) = try TestLibrary.assess(row.facts, asOf: row.asOf)
        let findings = assessment.findings.filter { $0.rule.id == row.rule }
        let vi = findings.map { Phrasing(.vi, library: context.library).because($0, in: assessment.statement) }
        let en = findings.map { Phrasing(.en, library: context.library).because($0, in: assessment.statement) }
        #expect(vi.joined(separator: " | ") == row.vi)
        #expect(en.joined(separator: " | ") == row.en)
    }
}
