internal import Model

/// `word/styles.xml`: Times New Roman, 13 points in the text and 11 in tables, black on white.
///
/// Styles the word processor knows bear its own names (`heading 1`), so that its style list shows them in the clerk's language;
/// the others are named for what they are.
enum WordStyles {
    /// The whole part.
    static func part(_ language: Language) -> String {
        let styles =
            defaults(language) + normal + builtIn + heading("1", before: 240, size: 26, extra: "<w:keepNext/>")
            + heading("2", before: 180, size: 26, extra: "<w:keepNext/>") + own + table
        return WordXML.declaration + "<w:styles xmlns:w=\"\(WordXML.namespace)\">\n" + styles + "</w:styles>\n"
    }

    /// The language as the word processor tags it.
    static func tag(_ language: Language) -> String {
        switch language {
        case .vi: "vi-VN"
        case .en: "en-GB"
        }
    }

    private static func defaults(_ language: Language) -> String {
        let font = "Times New Roman"
        let tag = tag(language)
        return
            "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"\(font)\" w:hAnsi=\"\(font)\" w:eastAsia=\"\(font)\""
            + " w:cs=\"\(font)\"/><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>"
            + "<w:lang w:val=\"\(tag)\" w:eastAsia=\"\(tag)\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
            + "<w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>"
            + "</w:docDefaults>\n"
    }

    private static let normal = """
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
        <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>\
        <w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>\
        <w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>\
        <w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>

        """

    private static let builtIn =
        paragraph(
            "Title", "Title", "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"60\"/><w:jc w:val=\"center\"/>",
            "<w:b/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>")
        + paragraph("Subtitle", "Subtitle", "<w:spacing w:after=\"60\"/><w:jc w:val=\"center\"/>", "")
        + paragraph("Header", "header", "<w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>", "")
        + paragraph(
            "Footer", "footer",
            "<w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"7F7F7F\"/></w:pBdr>"
                + "<w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>",
            "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>")

    private static let own =
        paragraph("Note", "Note", "<w:spacing w:after=\"120\"/>", "<w:i/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>")
        + paragraph(
            "TableText", "Table Text", "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"240\" w:lineRule=\"auto\"/>",
            "<w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>")
        + paragraph(
            "TableHead", "Table Head", "<w:keepNext/><w:jc w:val=\"center\"/>", "<w:b/>", basedOn: "TableText")
        + paragraph("TableNumber", "Table Number", "<w:jc w:val=\"center\"/>", "", basedOn: "TableText")
        + paragraph(
            "AfterTable", "After Table",
            "<w:spacing w:before=\"0\" w:after=\"60\" w:line=\"120\" w:lineRule=\"exact\"/>",
            "<w:sz w:val=\"8\"/><w:szCs w:val=\"8\"/>")
        + paragraph(
            "SectionEnd", "Section End", "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>",
            "<w:sz w:val=\"2\"/><w:szCs w:val=\"2\"/>")

    private static let table = """
        <w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="Report Table"/>\
        <w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>\
        \(["top", "left", "bottom", "right", "insideH", "insideV"].map(border).joined())</w:tblBorders></w:tblPr>\
        <w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/></w:tcPr>\
        </w:tblStylePr></w:style>

        """

    private static func border(_ side: String) -> String {
        "<w:\(side) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"7F7F7F\"/>"
    }

    private static func heading(_ level: String, before: Int, size: Int, extra: String) -> String {
        let italic = level == "1" ? "" : "<w:i/>"
        let outline = level == "1" ? 0 : 1
        return paragraph(
            "Heading\(level)", "heading \(level)",
            "\(extra)<w:keepLines/><w:spacing w:before=\"\(before)\" w:after=\"80\"/><w:outlineLvl w:val=\"\(outline)\"/>",
            "<w:b/>\(italic)<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/>")
    }

    private static func paragraph(
        _ id: String, _ name: String, _ paragraph: String, _ run: String, basedOn: String = "Normal"
    ) -> String {
        let isBuiltIn = ["Title", "Subtitle", "header", "footer"].contains(name) || name.hasPrefix("heading")
        return "<w:style w:type=\"paragraph\"\(isBuiltIn ? "" : " w:customStyle=\"1\"") w:styleId=\"\(id)\">"
            + "<w:name w:val=\"\(name)\"/><w:basedOn w:val=\"\(basedOn)\"/><w:qFormat/>"
            + "<w:pPr>\(paragraph)</w:pPr>" + (run.isEmpty ? "" : "<w:rPr>\(run)</w:rPr>") + "</w:style>\n"
    }
}
