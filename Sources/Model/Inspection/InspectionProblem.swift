public import CivilTime

/// What can be wrong with an inspection record or a campaign, beyond what any document can have wrong.
public enum InspectionProblem: Sendable {
    /// The record was signed before the inspection was made.
    case beforeSigning(String, CivilDate, held: StatedDate)
    /// An act lies before the one it follows.
    case tooEarly(String, CivilDate, after: CivilDate)
    /// The whole meets the requirements, and yet there are points that are not met.
    case meetsWithPoints(count: Int)
    /// The register lists the record under another unit, or with another form, result or rating.
    case otherThanRegister(record: String, field: String, found: String, listed: String)
    /// A unit names a record of another agency.
    case recordOfOther(found: String, unit: String)
    /// The expected time of a visit lies outside the plan's year (a warning).
    case outsideYear(StatedDate, year: Int)
    /// Numbers that stand under a total come to something else.
    case doesNotAddUp(sum: Int, total: Int)
    /// A number below nought.
    case negative(Int64)
    /// A visit of a unit that does not exist at the end of the plan's year (a warning).
    case unitGone(String, year: Int)
    /// The campaign is of another portfolio than the register.
    case otherPortfolio(found: String, register: String)
    /// What is verified or contradicted is nothing that the statement has (a warning).
    case pairsWithNothing(key: String, fact: String, item: String?, suggestion: String?)
    /// A key that has to be filled in is there and empty.
    case empty(String)
}

extension InspectionProblem {
    /// The sentence the person who keeps the file reads.
    func message(_ language: Language) -> String {
        switch self {
        case .beforeSigning(_, let signed, let held):
            return language.pick(
                "biên bản ký ngày \(signed), trước cuộc kiểm tra (\(held))",
                "the record is signed on \(signed), before the inspection (\(held))")
        case .tooEarly(let key, let day, let after):
            return language.pick(
                "“\(key)” ngày \(day) trước ngày \(after) của việc mà nó tiếp theo",
                "“\(key)”, \(day), is before \(after), the day of what it follows")
        case .meetsWithPoints(let count):
            return language.pick(
                "kết luận là đáp ứng (result: meets) nhưng còn \(count) điểm chưa đáp ứng",
                "the result is that it meets the requirements, and yet \(count) points are not met")
        case .otherThanRegister(let record, let field, let found, let listed):
            return language.pick(
                "biên bản “\(record)” ghi \(field): \(found), còn danh sách cơ quan ghi \(listed)",
                "the record “\(record)” says \(field): \(found), the register says \(listed)")
        case .recordOfOther(let found, let unit):
            return language.pick(
                "đây là biên bản của “\(found)”, không phải của cơ quan “\(unit)” đã nêu tệp này",
                "this is a record of “\(found)”, not of the unit “\(unit)” that names the file")
        case .outsideYear(let date, let year):
            return language.pick(
                "thời gian dự kiến \(date) nằm ngoài năm \(year) của kế hoạch",
                "the expected time \(date) lies outside \(year), the year of the plan")
        case .doesNotAddUp(let sum, let total):
            return language.pick(
                "các số cộng lại là \(sum), không phải \(total)", "the numbers come to \(sum), not to \(total)")
        case .negative(let number):
            return language.pick("\(number) là số âm", "\(number) is below nought")
        case .unitGone(let code, let year):
            return language.pick(
                "cơ quan “\(code)” không còn hoạt động vào cuối năm \(year)",
                "the unit “\(code)” is no longer in being at the end of \(year)")
        case .pairsWithNothing(let key, let fact, let item, let suggestion):
            let meant = suggestion.map { language.pick("; có phải là “\($0)”?", "; did you mean “\($0)”?") } ?? ""
            guard let item else {
                return language.pick(
                    "“\(key)”: bản khai không nêu \(fact), nên ở đây không có gì để xác minh",
                    "“\(key)”: the statement says nothing of \(fact), so there is nothing to verify")
            }
            return language.pick(
                "“\(key)”: trong \(fact) của bản khai không có mục “\(item)”\(meant)",
                "“\(key)”: \(fact) of the statement has no item “\(item)”\(meant)")
        case .empty(let key):
            return language.pick("“\(key)” còn để trống", "“\(key)” is there, but empty")
        case .otherPortfolio(let found, let register):
            return language.pick(
                "đợt kiểm tra thuộc danh sách “\(found)”, không phải “\(register)”",
                "the campaign is of the portfolio “\(found)”, not of “\(register)”")
        }
    }
}
