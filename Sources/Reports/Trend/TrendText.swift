internal import CivilTime
public import Model
public import Portfolio

/// A trend as text at 100 columns.
public struct TrendText {
    private let trend: Trend
    private let phrasing: Phrasing
    private let style: TextStyle
    private let wrapping = LineWrapping(width: 100)
    /// How many codes are named one by one.
    private static let toldCodes = 40
    /// How many columns the bar of a point takes at most.
    private static let barWidth = 30

    /// Text in one language, with the words of a library.
    public init(_ trend: Trend, _ language: Language, library: RuleLibrary, isColoured: Bool = false) {
        self.trend = trend
        phrasing = Phrasing(language, library: library)
        style = TextStyle(isColoured: isColoured)
    }

    /// The whole text.
    public var text: String { heading + table + notes + required + pace + forecast }

    // MARK: Parts

    private var heading: String {
        let name = trend.head.name ?? trend.head.portfolio
        let transition = phrasing.library.transitions.first { $0.id == trend.head.transition }
        let title = transition?.title[phrasing.language] ?? trend.head.transition ?? ""
        var text = style.paint("\(name): \(title)", .bold) + "\n"
        text += lines(
            pick(
                "Đếm cơ quan đang hoạt động phải chuyển đổi; “đã công bố” là xong về pháp lý. Chỗ chưa biết thì ghi khoảng.",
                "Counted are units in being that have to switch; “declared” is finished in law. What is not known makes an interval."
            ), indent: 2)
        if trend.leftOut > 0 {
            text += lines(
                pick(
                    "Bỏ \(trend.leftOut) lần chốt theo bộ yêu cầu khác với lần cuối (tính lại: tuanthu snapshot --rebuild).",
                    "\(trend.leftOut) snapshots under other rules than the last one are left out (tuanthu snapshot --rebuild takes them anew)."
                ), indent: 2)
        }
        return text
    }

    private var table: String {
        let heads = [
            pick("ngày", "day"), pick("đã công bố", "declared"), pick("trên", "of"), pick("kế hoạch", "planned"),
            pick("cần có", "required"),
        ]
        var rows = [heads]
        for point in trend.points {
            rows.append([
                phrasing.dates.text(point.day), interval(point.converted), interval(point.units),
                point.planned.map { String($0) } ?? "–",
                point.required.map { String($0) } ?? "–",
            ])
        }
        let widths = heads.indices.map { column in rows.map { DisplayWidth.columns($0[column]) }.max() ?? 0 }
        let most = max(1, trend.points.map(\.units.upperBound).max() ?? 1)
        var text = "\n"
        for (index, row) in rows.enumerated() {
            var line = "  "
            for (column, cell) in row.enumerated() {
                let space = String(repeating: " ", count: widths[column] - DisplayWidth.columns(cell))
                line += (column == 0 ? cell + space : space + cell) + "  "
            }
            if index > 0 { line += bar(trend.points[index - 1], of: most) }
            while line.hasSuffix(" ") { line.removeLast() }
            text += (index == 0 ? style.paint(line, .dim) : line) + "\n"
        }
        return text
    }

    /// What is declared, what may be, and what is left.
    private func bar(_ point: TrendPoint, of most: Int) -> String {
        func columns(_ count: Int) -> Int { (count * Self.barWidth + most / 2) / most }
        let sure = columns(point.converted.lowerBound)
        let open = max(0, columns(point.converted.upperBound) - sure)
        let rest = max(0, columns(point.units.upperBound) - sure - open)
        return String(repeating: "█", count: sure) + String(repeating: "▒", count: open)
            + String(repeating: "·", count: rest)
    }

    private var notes: String {
        var text = lines(
            pick(
                "█ đã công bố, ▒ chưa rõ, · chưa công bố. Kế hoạch: theo kế hoạch đầu tiên đã biết của từng cơ quan. Cần có: đường "
                    + "thẳng từ lần chốt đầu đến hạn theo luật.",
                "█ declared, ▒ not known, · not declared. Planned: by the first plan known of each unit. Required: the straight way from "
                    + "the first snapshot to the legal date."), indent: 2)
        if !trend.withoutPlan.isEmpty {
            text += lines(
                pick(
                    "Không rõ kế hoạch của \(trend.withoutPlan.count) cơ quan: \(some(trend.withoutPlan)).",
                    "No plan is known of \(units(trend.withoutPlan.count)): \(some(trend.withoutPlan))."), indent: 2)
        }
        let changes: [(codes: [String], vi: String, en: String)] = [
            (dated(\.entered), "Mới tính vào số phải chuyển đổi", "New among those that have to switch"),
            (
                dated(\.left), "Không còn tính, do đã chấm dứt hoạt động hoặc không còn phải chuyển đổi",
                "No longer counted, as they ended or need not switch any more"
            ),
            (dated(\.lost), "Trước ghi đã công bố, sau không còn rõ", "Declared before and no longer known to be"),
        ]
        for (codes, vi, en) in changes where !codes.isEmpty {
            text += lines(pick("\(vi): \(some(codes)).", "\(en): \(some(codes))."), indent: 2)
        }
        return text
    }

    /// Units of each point, each with the point's day.
    private func dated(_ units: (TrendPoint) -> [String]) -> [String] {
        trend.points.flatMap { point in units(point).map { "\($0) (\(phrasing.dates.text(point.day)))" } }
    }

    private var required: String {
        guard let legalDate = trend.legalDate, let last = trend.points.last else { return "" }
        var text = section(pick("Hạn theo luật", "The legal date"))
        let date = phrasing.dates.text(legalDate)
        let open = trend.open.count
        if let needed = trend.needed {
            text += lines(
                pick(
                    "Hết ngày \(date): còn \(needed.days) ngày, còn \(open) cơ quan chưa công bố hoặc chưa rõ; cần "
                        + "\(perThirty(needed.units, needed.days)) cơ quan trong 30 ngày.",
                    "The end of \(date): \(phrasing.dates.days(needed.days)) and \(units(open)) not known to have declared are left; "
                        + "\(perThirty(needed.units, needed.days)) units in 30 days are needed."), indent: 2)
        } else if open == 0 {
            text += lines(
                pick("Hết ngày \(date): mọi cơ quan đã công bố.", "The end of \(date): every unit has declared."),
                indent: 2)
        } else {
            let days = last.day - legalDate
            text += lines(
                pick(
                    "Đã qua \(days) ngày (hết ngày \(date)); còn \(open) cơ quan chưa công bố hoặc chưa rõ: \(some(trend.open)).",
                    "Past by \(phrasing.dates.days(days)) (the end of \(date)); \(units(open)) not known to have declared: \(some(trend.open))."
                ), indent: 2)
        }
        if !trend.legalDates.isEmpty {
            let dates = trend.legalDates.map { phrasing.dates.text($0) }.joined(separator: ", ")
            text += lines(
                pick("Hạn của các cơ quan khác nhau: \(dates).", "The units' dates differ: \(dates)."), indent: 2)
        }
        return text
    }

    private var pace: String {
        let pace = trend.pace
        guard let first = pace.intervals.first, let last = pace.intervals.last else { return "" }
        return section(pick("Nhịp gần đây", "The present pace"))
            + lines(
                pick(
                    "Từ \(phrasing.dates.text(first.from)) đến \(phrasing.dates.text(last.to)), \(pace.intervals.count + 1) lần chốt: "
                        + "thêm \(pace.converted) cơ quan trong \(pace.days) ngày, "
                        + "\(perThirty(pace.converted, pace.days)) cơ quan trong 30 ngày.",
                    "From \(phrasing.dates.text(first.from)) to \(phrasing.dates.text(last.to)), \(pace.intervals.count + 1) snapshots: "
                        + "\(more(pace.converted)) in \(phrasing.dates.days(pace.days)), "
                        + "\(perThirty(pace.converted, pace.days)) units in 30 days."), indent: 2)
    }

    private var forecast: String {
        var text = section(pick("Dự báo theo nhịp gần đây", "Forecast at the present pace"))
        switch trend.forecast {
        case .finished:
            text += lines(pick("Đã xong: không còn cơ quan nào phải chuyển đổi.", "Done: no unit is left."), indent: 2)
        case .tooLittle(let wants):
            text += lines(
                pick("Chưa đủ số liệu để dự báo: ", "Too little data for a forecast: ")
                    + wants.map { want($0) }.joined(separator: "; ") + ".", indent: 2)
        case .expected(let expected):
            text += lines(
                pick(
                    "Cơ quan cuối cùng công bố vào khoảng \(day(expected.middle)); 8 trên 10 trường hợp nằm trong khoảng "
                        + "\(day(expected.early)) đến \(day(expected.late)).",
                    "The last unit declares around \(day(expected.middle)); in 8 cases of 10 between \(day(expected.early)) and "
                        + "\(day(expected.late))."), indent: 2)
            if let count = expected.byLegalDate {
                text += lines(
                    pick(
                        "Đến hạn theo luật: thêm khoảng \(count.middle) trên \(trend.open.count) cơ quan (8 trên 10 trường hợp: "
                            + "\(count.few) đến \(count.many)).",
                        "By the legal date: about \(count.middle) more of \(units(trend.open.count)) (in 8 cases of 10: "
                            + "\(count.few) to \(count.many))."), indent: 2)
            }
            text += lines(
                pick(
                    "Dự báo chỉ đúng nếu nhịp giữ như trên; cách tính: docs/history.md.",
                    "This holds only while the pace does; the method: docs/history.md."), indent: 2)
        }
        return text
    }

    private func want(_ want: Forecast.Want) -> String {
        switch want {
        case .snapshots(let have, let least):
            pick(
                "có \(have) lần chốt, cần ít nhất \(least)",
                "\(have) snapshot\(have == 1 ? "" : "s"), at least \(least) are needed")
        case .days(let have, let least):
            pick(
                "trải \(have) ngày, cần ít nhất \(least)",
                "they span \(phrasing.dates.days(have)), at least \(least) are needed")
        case .conversions(let have, let least):
            pick(
                "thêm \(have) cơ quan công bố, cần ít nhất \(least)",
                "\(more(have)) declared, at least \(least) are needed")
        case .evenness(let least):
            pick(
                "công bố dồn từng đợt quá không đều (tính ra chưa bằng \(least) cơ quan độc lập)",
                "units declared so unevenly that they tell less than \(least) independent ones would")
        }
    }

    // MARK: Words

    private func day(_ day: CivilDate?) -> String {
        day.map { phrasing.dates.text($0) } ?? pick("rất xa", "far beyond")
    }

    /// A number of units in English.
    private func units(_ count: Int) -> String { "\(count) unit\(count == 1 ? "" : "s")" }

    private func more(_ count: Int) -> String { "\(count) more unit\(count == 1 ? "" : "s")" }

    /// Units in 30 days, to one decimal.
    private func perThirty(_ units: Int, _ days: Int) -> String {
        let tenths = days > 0 ? (units * 300 + days / 2) / days : 0
        let sign = tenths < 0 ? "-" : ""
        return "\(sign)\(abs(tenths) / 10)\(pick(",", "."))\(abs(tenths) % 10)"
    }

    private func some(_ codes: [String]) -> String {
        let rest = codes.count - Self.toldCodes
        let told = codes.prefix(Self.toldCodes).joined(separator: ", ")
        return rest > 0 ? told + pick(" và \(rest) nữa", " and \(rest) more") : told
    }

    private func section(_ name: String) -> String { "\n" + style.paint("── \(name)", .bold) + "\n" }

    private func pick(_ vi: String, _ en: String) -> String { phrasing.pick(vi, en) }

    private func interval(_ range: ClosedRange<Int>) -> String {
        range.lowerBound == range.upperBound ? String(range.lowerBound) : "\(range.lowerBound)–\(range.upperBound)"
    }

    private func lines(_ text: String, indent: Int) -> String {
        wrapping.lines(text, lead: String(repeating: " ", count: indent), indent: indent).map { $0 + "\n" }.joined()
    }
}
