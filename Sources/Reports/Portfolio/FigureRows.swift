internal import Assessor
internal import Model
package import Portfolio

/// A figure in rows: one for each kind, and what is not known of it, so that no reader takes what is known for the whole.
package struct FigureRows {
    /// One row.
    package struct Row: Sendable {
        /// The kind, by id; `?` what is of no known kind, `…` the units of which not everything is known, `!` a failure.
        package let id: String
        /// What is counted in the row.
        package let name: String
        /// How many; nil where it could not be counted.
        package let count: Int?
        /// Whether the row tells what is not known.
        package let isOpen: Bool
    }

    /// The rows, at least one.
    package let rows: [Row]

    /// The rows of a figure in one language.
    package init(_ figure: FigureCount, _ phrasing: Phrasing) {
        let list = figure.figure.choiceList.flatMap { phrasing.library.vocabulary.choices[$0] }
        let none = phrasing.pick("không có", "none")
        var rows = figure.rows.map { row in
            let name = row.kind.map { list?.label(of: $0)?[phrasing.language] ?? $0 } ?? none
            return Row(id: row.kind ?? "", name: name, count: row.count, isOpen: false)
        }
        if figure.open > 0 {
            rows.append(Row(id: "?", name: phrasing.pick("chưa rõ", "not known"), count: figure.open, isOpen: true))
        }
        if figure.failure != nil {
            let name = phrasing.pick("không tính được", "could not be counted")
            rows.append(Row(id: "!", name: name, count: nil, isOpen: true))
        }
        if rows.isEmpty { rows = [Row(id: "", name: none, count: 0, isOpen: false)] }
        if !figure.unlisted.isEmpty {
            let name = phrasing.pick("số cơ quan chưa biết hết", "units of which not everything is known")
            rows.append(Row(id: "…", name: name, count: figure.unlisted.count, isOpen: true))
        }
        self.rows = rows
    }
}
