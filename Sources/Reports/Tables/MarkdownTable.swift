internal import Model

/// A table in Markdown, its columns padded so that the source reads well too.
struct MarkdownTable {
    let header: [String]
    let rows: [[String]]

    var text: String {
        let lines = [header] + rows
        let widths = header.indices.map { column in
            lines.map { DisplayWidth.columns($0[column]) }.max() ?? 0
        }
        var text = line(header, widths)
        text += line(widths.map { String(repeating: "-", count: $0) }, widths)
        for row in rows { text += line(row, widths) }
        return text
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var text = "|"
        for (cell, width) in zip(cells, widths) {
            text += " \(cell)" + String(repeating: " ", count: width - DisplayWidth.columns(cell)) + " |"
        }
        return text + "\n"
    }
}
