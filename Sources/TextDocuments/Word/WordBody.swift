/// Writes `word/document.xml`: one block on a line.
struct WordBody {
    private var xml = ""

    /// The whole part.
    static func part(_ document: TextDocument) -> String {
        var body = WordBody()
        body.xml = WordXML.declaration
        body.xml += "<w:document xmlns:w=\"\(WordXML.namespace)\" xmlns:r=\"\(WordXML.relationships)\"><w:body>\n"
        for (index, section) in document.sections.enumerated() {
            body.add(section, number: index + 1, isLast: index == document.sections.count - 1)
        }
        return body.xml + "</w:body></w:document>\n"
    }

    private mutating func add(_ section: DocumentSection, number: Int, isLast: Bool) {
        let page = PageGeometry(section)
        for block in section.blocks {
            switch block {
            case .paragraph(let paragraph): add(paragraph)
            case .table(let table): add(table, width: page.textWidth)
            }
        }
        let properties = sectionProperties(section, page, number: number)
        // A section but the last ends with the properties in a paragraph of its own.
        xml +=
            isLast
            ? properties + "\n"
            : "<w:p><w:pPr><w:pStyle w:val=\"SectionEnd\"/>\(properties)</w:pPr></w:p>\n"
    }

    private func sectionProperties(_ section: DocumentSection, _ page: PageGeometry, number: Int) -> String {
        let orientation = section.isLandscape ? " w:orient=\"landscape\"" : ""
        let footers = ["default"] + (number == 1 ? ["first"] : [])
        return "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdHeader\"/>"
            + footers.map { "<w:footerReference w:type=\"\($0)\" r:id=\"rIdFooter\(number)\"/>" }.joined()
            + "<w:pgSz w:w=\"\(page.width)\" w:h=\"\(page.height)\"\(orientation)/>"
            + "<w:pgMar w:top=\"\(page.top)\" w:right=\"\(page.right)\" w:bottom=\"\(page.bottom)\""
            + " w:left=\"\(page.left)\" w:header=\"567\" w:footer=\"454\" w:gutter=\"0\"/>"
            // The first page bears no number.
            + (number == 1 ? "<w:titlePg/>" : "") + "</w:sectPr>"
    }

    // MARK: Paragraphs

    private mutating func add(_ paragraph: DocumentParagraph) {
        xml += WordBody.paragraph(paragraph.style, paragraph.runs, isKept: paragraph.isKeptWithNext) + "\n"
    }

    private static func paragraph(
        _ style: ParagraphStyle, _ runs: [DocumentParagraph.Run], isKept: Bool = false
    ) -> String {
        let properties =
            (style == .body ? "" : "<w:pStyle w:val=\"\(style.id)\"/>") + (isKept ? "<w:keepNext/>" : "")
        var xml = "<w:p>" + (properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>")
        for run in runs where !run.text.isEmpty {
            xml += "<w:r>" + (run.isBold ? "<w:rPr><w:b/></w:rPr>" : "") + WordXML.runContents(run.text) + "</w:r>"
        }
        return xml + "</w:p>"
    }

    // MARK: Tables

    private mutating func add(_ table: DocumentTable, width: Int) {
        let widths = table.widths(of: width)
        let look = table.hasHead ? "0020" : "0000"
        xml += "<w:tbl><w:tblPr><w:tblStyle w:val=\"ReportTable\"/><w:tblW w:w=\"\(width)\" w:type=\"dxa\"/>"
        xml += "<w:tblLayout w:type=\"fixed\"/>"
        xml +=
            "<w:tblLook w:val=\"\(look)\" w:firstRow=\"\(table.hasHead ? 1 : 0)\" w:lastRow=\"0\" w:firstColumn=\"0\""
        xml += " w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>"
        xml += "<w:tblDescription w:val=\"\(WordXML.escaped(table.summary))\"/></w:tblPr>"
        xml += "<w:tblGrid>" + widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined() + "</w:tblGrid>\n"
        if table.hasHead { addHead(table, widths) }
        for row in table.rows {
            switch row {
            case .cells(let cells): addRow(cells, table.columns, widths)
            case .group(let text): addGroup(text, width: width, columns: table.columns.count)
            }
        }
        xml += "</w:tbl>\n"
        // What follows a table does not touch it, and a table never ends a section.
        xml += "<w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/></w:pPr></w:p>\n"
    }

    private mutating func addHead(_ table: DocumentTable, _ widths: [Int]) {
        xml += "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        for (column, width) in zip(table.columns, widths) {
            let text = WordBody.paragraph(.tableHead, [DocumentParagraph.Run(column.head)])
            xml += WordBody.cell(width, text, isCentred: true)
        }
        xml += "</w:tr>\n"
    }

    private mutating func addRow(_ cells: [DocumentTable.Cell], _ columns: [DocumentTable.Column], _ widths: [Int]) {
        precondition(cells.count == columns.count, "a row has a cell for every column")
        xml += "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        for (index, cell) in cells.enumerated() {
            let style: ParagraphStyle = columns[index].isNumber ? .tableNumber : .tableText
            xml += WordBody.cell(widths[index], cell.paragraphs.map { WordBody.paragraph(style, $0) }.joined())
        }
        xml += "</w:tr>\n"
    }

    private mutating func addGroup(_ text: String, width: Int, columns: Int) {
        xml += "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>"
        xml += "<w:gridSpan w:val=\"\(columns)\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F2F2F2\"/></w:tcPr>"
        xml += "<w:p><w:pPr><w:pStyle w:val=\"TableText\"/><w:keepNext/></w:pPr><w:r><w:rPr><w:b/></w:rPr>"
        xml += WordXML.runContents(text) + "</w:r></w:p></w:tc></w:tr>\n"
    }

    private static func cell(_ width: Int, _ paragraphs: String, isCentred: Bool = false) -> String {
        let alignment = isCentred ? "<w:vAlign w:val=\"center\"/>" : ""
        return "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>\(alignment)</w:tcPr>\(paragraphs)</w:tc>"
    }
}
