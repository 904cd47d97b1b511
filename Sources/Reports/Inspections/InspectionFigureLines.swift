internal import Model
internal import CivilTime
internal import Portfolio

/// What was inspected in a year, in lines.
struct InspectionFigureLines {
    private let phrasing: Phrasing

    init(_ phrasing: Phrasing) { self.phrasing = phrasing }

    func add(_ figures: InspectionFigures, to paper: inout WorkingPaper) {
        for line in lines(figures) { paper.item(line) }
    }

    func lines(_ figures: InspectionFigures) -> [String] {
        let pick = phrasing.pick
        var lines: [String] = []
        for form in figures.forms {
            let name = InspectionWords.name(form.form)[phrasing.language]
            let units = form.units.isEmpty ? "" : ": \(few(form.units))"
            lines.append(
                pick(
                    "\(name): \(form.inspections) cuộc, \(form.units.count) cơ quan\(units)",
                    "\(name): inspections \(form.inspections), units \(form.units.count)\(units)"))
        }
        if figures.formNotStated > 0 {
            lines.append(
                pick("chưa nêu hình thức: \(figures.formNotStated)", "form not stated: \(figures.formNotStated)"))
        }
        if figures.dayNotKnown > 0 {
            lines.append(
                pick(
                    "chưa rõ có trong năm \(figures.year) không: \(figures.dayNotKnown)",
                    "not known whether in \(figures.year): \(figures.dayNotKnown)"))
        }
        if figures.recorded > 0 {
            let open =
                figures.recordsWithoutPoints > 0
                ? pick(
                    "; \(figures.recordsWithoutPoints) biên bản chưa nêu điểm chưa đáp ứng",
                    "; records that do not say which points are not met: \(figures.recordsWithoutPoints)") : ""
            lines.append(
                pick(
                    "có tệp biên bản: \(figures.recorded) cuộc\(open)",
                    "with a record that was read: \(figures.recorded)\(open)"))
            let heads = figures.notMet.filter { $0.points > 0 }
            if heads.isEmpty {
                lines.append(
                    pick("các biên bản này không có điểm chưa đáp ứng", "the records have no points that are not met"))
            }
            for head in heads {
                let title =
                    head.head.map { "\($0.id) \($0.title[phrasing.language])" }
                    ?? pick("không thuộc nội dung nào", "under no head")
                lines.append(
                    pick(
                        "chưa đáp ứng, \(title): \(head.points) điểm (\(few(head.units)))",
                        "not met, \(title): points \(head.points) (\(few(head.units)))"))
            }
        }
        if !figures.ratings.isEmpty {
            let parts = figures.ratings.map { "\($0.rating) \($0.units.count)" }.joined(separator: " · ")
            lines.append(
                pick(
                    "tỉnh tự xếp loại (không phải kết luận của chương trình này): \(parts)",
                    "the province's own ratings (no verdict of this program): \(parts)"))
        }
        return lines
    }

    private func few(_ codes: [String]) -> String {
        let most = 20
        let rest = codes.count - most
        let told = codes.prefix(most).joined(separator: ", ")
        return rest > 0 ? told + phrasing.pick(" và \(rest) cơ quan khác", " and \(rest) more") : told
    }
}

/// What a province or the news reported of a year's inspections: numbers as numbers, words as words, under whose they are.
struct ReportedFigureLines {
    private let phrasing: Phrasing

    init(_ phrasing: Phrasing) { self.phrasing = phrasing }

    func add(_ campaign: Campaign, to paper: inout WorkingPaper) {
        let pick = phrasing.pick
        for rating in campaign.ratings {
            let date = rating.date.map { ", \(phrasing.dates.text($0))" } ?? ""
            paper.section(pick("Xếp loại của \(rating.by)\(date)", "Rated by \(rating.by)\(date)"))
            paper.item(
                pick(
                    "Đây là cách xếp loại riêng của nơi xếp loại, không phải kết luận của chương trình này.",
                    "This is the rater's own scale, and no verdict of this program."))
            for grade in rating.grades { paper.item(self.grade(grade, of: rating.total)) }
            if let total = rating.total {
                paper.item(pick("tổng số được xếp loại: \(total)", "rated in all: \(total)"))
            }
            if let source = rating.source { paper.item(pick("nguồn: \(source)", "source: \(source)")) }
        }
        guard !campaign.reported.isEmpty else { return }
        paper.section(pick("Số liệu được đưa tin", "As reported"))
        for figure in campaign.reported { paper.item(self.figure(figure)) }
    }

    private func grade(_ grade: ProvinceRating.Grade, of total: Int?) -> String {
        var text = "\(grade.grade): \(count(grade.count))"
        guard let number = grade.count.number, let total, total > 0 else { return text }
        let share = PercentText.text(number, of: total, phrasing.language)
        text += " (\(share)"
        if let printed = grade.printed, PercentText.plain(printed) != PercentText.plain(share) {
            text += phrasing.pick("; báo in \(printed)", "; printed as \(printed)")
        }
        return text + ")"
    }

    private func figure(_ figure: ReportedFigure) -> String {
        var text = "\(figure.what): \(count(figure.count))"
        if let form = figure.form { text += ", \(InspectionWords.name(form)[phrasing.language])" }
        if let date = figure.date { text += " (\(phrasing.dates.text(date)))" }
        if let source = figure.source { text += phrasing.pick(" – nguồn: \(source)", " – source: \(source)") }
        return text
    }

    private func count(_ count: ReportedCount) -> String {
        switch count {
        case .number(let number): "\(number)"
        case .words(let words): phrasing.pick("“\(words)”", "“\(words)” (words, not counted)")
        }
    }
}

/// Shares in per cent to two places, rounded half up.
enum PercentText {
    /// A share as written, whatever its decimal mark and spaces.
    static func plain(_ text: String) -> String { text.replacing(" ", with: "").replacing(",", with: ".") }

    static func text(_ part: Int, of whole: Int, _ language: Language) -> String {
        let (hundreds, rest) = (part * 10000).quotientAndRemainder(dividingBy: whole)
        let rounded = rest * 2 >= whole ? hundreds + 1 : hundreds
        let cents = rounded % 100
        let mark = language == .vi ? "," : "."
        return "\(rounded / 100)\(mark)\(cents < 10 ? "0" : "")\(cents) %"
    }
}

/// The figures of a year's inspections as JSON.
enum InspectionFigureJSON {
    static func value(_ figures: InspectionFigures) -> JSONValue {
        .object([
            "year": .integer(Int64(figures.year)),
            "forms": .array(
                figures.forms.map { form in
                    .object([
                        "form": .string(form.form.rawValue), "inspections": .integer(Int64(form.inspections)),
                        "units": codes(form.units),
                    ])
                }),
            "form_not_stated": .integer(Int64(figures.formNotStated)),
            "day_not_known": .integer(Int64(figures.dayNotKnown)),
            "records": .integer(Int64(figures.recorded)),
            "records_without_points": .integer(Int64(figures.recordsWithoutPoints)),
            "not_met": .array(
                figures.notMet.map { head in
                    .object([
                        "head": .optional(head.head?.id), "points": .integer(Int64(head.points)),
                        "units": codes(head.units),
                    ])
                }),
            "ratings": .array(
                figures.ratings.map { .object(["rating": .string($0.rating), "units": codes($0.units)]) }),
        ])
    }

    static func rating(_ rating: ProvinceRating) -> JSONValue {
        .object([
            "by": .string(rating.by), "date": .optional(rating.date?.description),
            "source": .optional(rating.source), "total": rating.total.map { .integer(Int64($0)) } ?? .null,
            "grades": .array(
                rating.grades.map { grade in
                    .object([
                        "grade": .string(grade.grade), "count": count(grade.count),
                        "printed": .optional(grade.printed),
                    ])
                }),
        ])
    }

    static func reported(_ figure: ReportedFigure) -> JSONValue {
        .object([
            "what": .string(figure.what), "count": count(figure.count), "form": .optional(figure.form?.rawValue),
            "date": .optional(figure.date?.description), "source": .optional(figure.source),
        ])
    }

    /// A number is a number and words are a text: who adds up cannot take the one for the other.
    private static func count(_ count: ReportedCount) -> JSONValue {
        switch count {
        case .number(let number): .integer(Int64(number))
        case .words(let words): .string(words)
        }
    }

    private static func codes(_ codes: [String]) -> JSONValue { .array(codes.map { .string($0) }) }
}
