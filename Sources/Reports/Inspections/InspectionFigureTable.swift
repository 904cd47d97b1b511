internal import Model
package import Portfolio

/// What was inspected in a year, in tables: the inspections by form, the points that are not met by head, the province's own ratings.
package struct InspectionFigureTable {
    /// One table.
    package struct Part: Sendable {
        /// Its id.
        package let id: String
        /// What it is about.
        package let title: String
        /// What has to be known to read it; nil where there is nothing to say.
        package let note: String?
        /// What its rows are of.
        package let rowHead: String
        /// What is counted in it.
        package let countHead: String
        /// Its rows; none where the note says all there is.
        package let rows: [Row]
    }

    /// One row.
    package struct Row: Sendable {
        /// What is counted, by id.
        package let id: String
        /// What is counted.
        package let name: String
        /// How many.
        package let count: Int
        /// The units concerned, by code; nil where they are not known.
        package let units: [String]?
    }

    /// The tables.
    package let parts: [Part]
    /// The year.
    package let year: Int

    /// The tables of a year in one language.
    package init(_ figures: InspectionFigures, _ phrasing: Phrasing) {
        let maker = InspectionFigureParts(figures: figures, phrasing: phrasing)
        parts = [maker.forms, maker.heads, maker.ratings].compactMap(\.self)
        year = figures.year
    }

    /// What the tables are together.
    package func title(_ phrasing: Phrasing) -> String {
        phrasing.pick("Kiểm tra năm \(year)", "Inspections of \(year)")
    }
}

private struct InspectionFigureParts {
    let figures: InspectionFigures
    let phrasing: Phrasing

    private func pick(_ vi: String, _ en: String) -> String { phrasing.pick(vi, en) }

    var forms: InspectionFigureTable.Part? {
        var rows = figures.forms.map { form in
            InspectionFigureTable.Row(
                id: form.form.rawValue, name: InspectionWords.name(form.form)[phrasing.language],
                count: form.inspections, units: form.units)
        }
        if figures.formNotStated > 0 {
            let name = InspectionWords.name(nil as InspectionForm?)[phrasing.language]
            rows.append(.init(id: "form_not_stated", name: name, count: figures.formNotStated, units: nil))
        }
        if figures.dayNotKnown > 0 {
            let name = pick("chưa rõ có trong năm \(figures.year) không", "not known whether in \(figures.year)")
            rows.append(.init(id: "day_not_known", name: name, count: figures.dayNotKnown, units: nil))
        }
        return InspectionFigureTable.Part(
            id: "forms", title: pick("Các cuộc kiểm tra", "Inspections made"), note: nil,
            rowHead: pick("Hình thức", "Form"), countHead: pick("Cuộc", "Inspections"), rows: rows)
    }

    /// The points of the records that were read; of an inspection without a record nothing is known of them.
    var heads: InspectionFigureTable.Part? {
        let made = figures.forms.map(\.inspections).reduce(0, +) + figures.formNotStated
        guard made + figures.recorded > 0 else { return nil }
        var note = pick(
            "Tính trên \(figures.recorded) cuộc có tệp biên bản; cuộc kiểm tra không có tệp biên bản thì chưa biết.",
            "Of the inspections with a record that was read: \(figures.recorded). Of the others it is not known."
        )
        if figures.recordsWithoutPoints > 0 {
            note += pick(
                " Trong đó \(figures.recordsWithoutPoints) biên bản chưa nêu điểm chưa đáp ứng.",
                " Records among them that do not say which points are not met: \(figures.recordsWithoutPoints).")
        }
        let rows = figures.notMet.filter { $0.points > 0 }.map { head in
            InspectionFigureTable.Row(
                id: head.head?.id ?? "",
                name: head.head.map { "\($0.id) \($0.title[phrasing.language])" }
                    ?? pick("không thuộc nội dung nào", "under no head"), count: head.points, units: head.units)
        }
        if rows.isEmpty, figures.recorded > 0 {
            note += pick(" Các biên bản này không có điểm chưa đáp ứng.", " They have no points that are not met.")
        }
        return InspectionFigureTable.Part(
            id: "not_met", title: pick("Điểm chưa đáp ứng theo nội dung kiểm tra", "Points not met, by head"),
            note: note, rowHead: pick("Nội dung", "Head"), countHead: pick("Điểm", "Points"), rows: rows)
    }

    var ratings: InspectionFigureTable.Part? {
        if figures.ratings.isEmpty { return nil }
        let rows = figures.ratings.map { rating in
            InspectionFigureTable.Row(
                id: rating.rating, name: rating.rating, count: rating.units.count, units: rating.units)
        }
        return InspectionFigureTable.Part(
            id: "ratings", title: pick("Xếp loại của tỉnh", "The province's own ratings"),
            note: pick(
                "Cách xếp loại riêng của tỉnh, không phải kết luận của chương trình này.",
                "The province's own scale, and no verdict of this program."), rowHead: pick("Loại", "Rating"),
            countHead: pick("Cơ quan", "Units"), rows: rows)
    }
}
