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

    /// The day given, by the option or by its variable, or today at +07:00, which has no daylight saving time.
    func day() throws -> CivilDate {
        // A configuration cannot name it: a day kept in a file would let a build stay green for good.
        guard let asOf = asOf ?? SettingSources.variable(.asOf) else { return AsOfOption.today }
        do throws(DateParseError) {
            return try CivilDate.parse(asOf)
        } catch {
            throw ValidationError("--as-of \(asOf): \(error.text(in: .en))")
        }
    }

    static var today: CivilDate {
        let seconds = ProcessSurroundings.secondsSince1970 + 7 * 3600
        let epoch = CivilDate(year: 1970, month: 1, day: 1) ?? .min
        return epoch.adding(days: seconds / 86_400) ?? epoch
    }
}
