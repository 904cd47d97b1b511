internal import Model

/// A working paper as blocks, from which its text and its Markdown are made alike.
///
/// It is no form of the law: the layouts of forms 19, 20 and 21 of Circular 26 are not known here, and none is made up.
struct WorkingPaper {
    /// One block.
    enum Block {
        /// The title.
        case title(String)
        /// A paragraph.
        case text(String)
        /// A part of the paper.
        case section(String)
        /// A part of a section: what it is called, and what it comes to.
        case head(String)
        /// A line of a list; deeper ones belong to the last one above them.
        case item(String, depth: Int)
        /// A line of a list that is counted.
        case numbered(Int, String)
        /// A table; in text each row is a line.
        case table(columns: [String], rows: [[String]])
        /// Room for notes by hand: only where the paper can be written on.
        case notes(String)
    }

    private(set) var blocks: [Block] = []

    mutating func title(_ text: String) { blocks.append(.title(text)) }
    mutating func text(_ text: String) { blocks.append(.text(text)) }
    mutating func section(_ text: String) { blocks.append(.section(text)) }
    mutating func head(_ text: String) { blocks.append(.head(text)) }
    mutating func item(_ text: String, depth: Int = 0) { blocks.append(.item(text, depth: depth)) }
    mutating func numbered(_ number: Int, _ text: String) { blocks.append(.numbered(number, text)) }
    mutating func notes(_ text: String) { blocks.append(.notes(text)) }

    mutating func table(_ columns: [String], _ rows: [[String]]) {
        if !rows.isEmpty { blocks.append(.table(columns: columns, rows: rows)) }
    }

    /// The paper for a terminal, at 100 columns.
    func plainText(isColoured: Bool = false) -> String {
        let style = TextStyle(isColoured: isColoured)
        let wrapping = LineWrapping(width: 100)
        var text = ""
        for block in blocks {
            switch block {
            case .title(let title):
                text += wrapping.lines(title, lead: "", indent: 0).map { style.paint($0, .bold) + "\n" }.joined()
            case .text(let paragraph):
                text += wrapping.lines(paragraph, lead: "", indent: 0).map { $0 + "\n" }.joined()
            case .section(let name): text += "\n" + style.paint("── \(name)", .bold) + "\n\n"
            case .head(let name):
                text += wrapping.lines(name, lead: "  ", indent: 4).map { style.paint($0, .bold) + "\n" }.joined()
            case .item(let item, let depth):
                let margin = String(repeating: "  ", count: depth + 2)
                text += wrapping.lines(item, lead: margin + "- ", indent: depth * 2 + 6).map { $0 + "\n" }.joined()
            case .numbered(let number, let item):
                let lead = "    \(number < 10 ? " " : "")\(number). "
                text += wrapping.lines(item, lead: lead, indent: 8).map { $0 + "\n" }.joined()
            case .table(let columns, let rows):
                for row in rows {
                    let cells = zip(columns, row).enumerated().filter { !$0.element.1.isEmpty }
                    let line = cells.map { $0.offset < 2 ? $0.element.1 : "\($0.element.0): \($0.element.1)" }
                    text += wrapping.lines(line.joined(separator: " · "), lead: "    ", indent: 6)
                        .map { $0 + "\n" }.joined()
                }
            case .notes: continue
            }
        }
        return text
    }

    /// The paper in Markdown, with room for notes.
    var markdown: String {
        var text = ""
        var isInList = false
        for block in blocks {
            let isOfList = block.isOfList
            if !text.isEmpty, !(isOfList && isInList) { text += "\n" }
            isInList = isOfList
            switch block {
            case .title(let title): text += "# \(MarkdownText.escaped(title))\n"
            case .text(let paragraph): text += MarkdownText.escaped(paragraph) + "\n"
            case .section(let name): text += "## \(MarkdownText.escaped(name))\n"
            case .head(let name): text += "### \(MarkdownText.escaped(name))\n"
            case .item(let item, let depth):
                text += String(repeating: "  ", count: depth) + "- \(MarkdownText.escaped(item))\n"
            case .numbered(let number, let item): text += "\(number). \(MarkdownText.escaped(item))\n"
            case .table(let columns, let rows):
                text += MarkdownText.row(columns.map { MarkdownText.escaped($0) })
                text += MarkdownText.row(columns.map { _ in "---" })
                for row in rows { text += MarkdownText.row(row.map { MarkdownText.escaped($0) }) }
            case .notes(let name): text += "\(MarkdownText.escaped(name)): ……………………………………………………\n"
            }
        }
        return text
    }
}

extension WorkingPaper.Block {
    /// Whether it is a line of a list, which follows the line before without a gap.
    fileprivate var isOfList: Bool {
        switch self {
        case .item, .numbered: true
        case .title, .text, .section, .head, .table, .notes: false
        }
    }
}
