import CivilTime
import Testing

@Suite("Texts that are no periods")
struct PeriodParseErrorTests {
    @Test(arguments: [
        ("", PeriodParseError.unexpected(found: nil, at: 1, expected: .designator)),
        ("3M", .unexpected(found: "3", at: 1, expected: .designator)),
        ("p3M", .unexpected(found: "p", at: 1, expected: .designator)),
        ("P", .unexpected(found: nil, at: 2, expected: .number)),
        ("PM", .unexpected(found: "M", at: 2, expected: .number)),
        ("P3", .unexpected(found: nil, at: 3, expected: .unit)),
        ("P3m", .unexpected(found: "m", at: 3, expected: .unit)),
        ("P3M1Y", .unexpected(found: "Y", at: 5, expected: .unit)),
        ("P3M3M", .unexpected(found: "M", at: 5, expected: .unit)),
        ("P1Y2W", .unexpected(found: "W", at: 5, expected: .unit)),
        ("P2W1D", .unexpected(found: "1", at: 4, expected: .end)),
        ("P1.5Y", .unexpected(found: ".", at: 3, expected: .unit)),
        ("P1Y ", .unexpected(found: " ", at: 4, expected: .numberOrEnd)),
        (" P1Y", .unexpected(found: " ", at: 1, expected: .designator)),
        ("P1D1", .unexpected(found: "1", at: 4, expected: .end)),
        ("P３M", .unexpected(found: "３", at: 2, expected: .number)),
        ("PT8H", .timeOfDay(at: 2)), ("P1DT8H", .timeOfDay(at: 4)), ("-P1D", .signed(at: 1)), ("P-1D", .signed(at: 2)),
        ("P3652059D", .numberTooLarge(at: 2)), ("P1Y99999999M", .numberTooLarge(at: 4)),
        ("P521723W", .numberTooLarge(at: 2)),
    ])
    func errors(text: String, error: PeriodParseError) {
        do {
            let parsed = try Period.parse(text)
            Issue.record("\(text) gives \(parsed)")
        } catch let found {
            #expect(found == error)
            #expect((1...(text.unicodeScalars.count + 1)).contains(found.position))
        }
    }

    @Test(arguments: [
        (
            PeriodParseError.unexpected(found: "m", at: 3, expected: .unit),
            "ký tự thứ 3: gặp “m”, cần Y, M, D theo thứ tự năm, tháng, ngày, hoặc chỉ một W",
            "character 3: found “m”, expected Y, M, D in the order years, months, days, or one W alone"
        ),
        (
            .timeOfDay(at: 2), "ký tự thứ 2: thời hạn chỉ tính bằng năm, tháng, tuần, ngày, không tính giờ",
            "character 2: periods are in years, months, weeks and days, not in hours"
        ),
        (.signed(at: 1), "ký tự thứ 1: thời hạn không mang dấu", "character 1: a period has no sign"),
        (.numberTooLarge(at: 2), "ký tự thứ 2: số quá lớn", "character 2: the number is too large"),
    ])
    func messages(error: PeriodParseError, vi: String, en: String) {
        #expect(error.text(in: .vi) == vi)
        #expect(error.description == en)
    }
}
