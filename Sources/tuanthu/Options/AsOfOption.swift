internal import ArgumentParser
internal import CivilTime
internal import Files

/// The day assessed. Only here is a clock read.
struct AsOfOption: ParsableArguments {
    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(
            "The day assessed, such as 2020-06-15; today in Viet Nam (+07:00) if not given.", valueName: "date"))
    var asOf: String?

    /// The variable that names the day. A configuration cannot: a day kept in a file would let a build stay green for good.
    static let variable = "TUANTHU_AS_OF"

    /// The day given, or today at +07:00, which has no daylight saving time.
    func day() throws -> CivilDate {
        let named = ProcessSurroundings.variable(AsOfOption.variable).flatMap { $0.isEmpty ? nil : $0 }
        guard let asOf = asOf ?? named else { return AsOfOption.today }
        do throws(DateParseError) {
            return try CivilDate.parse(asOf)
        } catch {
            throw ValidationError("--as-of \(asOf): \(error.text(in: .en))")
        }
    }

    private static var today: CivilDate {
        let seconds = ProcessSurroundings.secondsSince1970 + 7 * 3600
        let epoch = CivilDate(year: 1970, month: 1, day: 1) ?? .min
        return epoch.adding(days: seconds / 86_400) ?? epoch
    }
}
