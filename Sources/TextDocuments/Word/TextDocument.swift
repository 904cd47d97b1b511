public import CivilTime
public import Model

/// A text document for a word processor: sections of paragraphs and tables, without a word of XML.
public struct TextDocument: Sendable {
    /// The title in the file's properties.
    public var title: String
    /// The language of the text, for hyphenation and spelling.
    public var language: Language
    /// The day the file's properties name as that of its making; never a clock's.
    public var day: CivilDate
    /// The sections in order.
    public var sections: [DocumentSection]

    /// Makes a document of its parts.
    public init(title: String, language: Language, day: CivilDate, sections: [DocumentSection]) {
        self.title = title
        self.language = language
        self.day = day
        self.sections = sections
    }
}

/// Pages of one orientation with one footer; A4.
public struct DocumentSection: Sendable {
    /// Whether the long side lies below: for tables of many columns.
    public var isLandscape: Bool
    /// The line at the foot of every page.
    public var footer: String
    /// What stands on the pages, in order.
    public var blocks: [DocumentBlock]

    /// Makes a section of its parts.
    public init(isLandscape: Bool = false, footer: String, blocks: [DocumentBlock]) {
        self.isLandscape = isLandscape
        self.footer = footer
        self.blocks = blocks
    }
}

/// A paragraph or a table.
public enum DocumentBlock: Sendable {
    case paragraph(DocumentParagraph)
    case table(DocumentTable)

    /// A paragraph of one text.
    public static func text(_ style: ParagraphStyle, _ text: String) -> DocumentBlock {
        .paragraph(DocumentParagraph(style, text))
    }
}

/// The paragraph styles of a document. A clerk who changes one in the word processor changes every paragraph of it.
public enum ParagraphStyle: String, Sendable, Hashable, CaseIterable {
    case title, subtitle, heading1, heading2, body, note
    case tableHead, tableText, tableNumber

    /// The id in `styles.xml`.
    public var id: String {
        switch self {
        case .title: "Title"
        case .subtitle: "Subtitle"
        case .heading1: "Heading1"
        case .heading2: "Heading2"
        case .body: "Normal"
        case .note: "Note"
        case .tableHead: "TableHead"
        case .tableText: "TableText"
        case .tableNumber: "TableNumber"
        }
    }
}

/// A paragraph: a style, and pieces of text.
public struct DocumentParagraph: Sendable {
    /// A piece of text, plain or bold. A line feed in it breaks the line, a tab stays one.
    public struct Run: Sendable {
        /// The text.
        public var text: String
        /// Whether it is bold.
        public var isBold: Bool

        /// Makes a piece.
        public init(_ text: String, isBold: Bool = false) {
            self.text = text
            self.isBold = isBold
        }
    }

    /// The style.
    public var style: ParagraphStyle
    /// The pieces in order.
    public var runs: [Run]
    /// Whether it stays on the page of what follows it.
    public var isKeptWithNext: Bool

    /// Makes a paragraph of pieces.
    public init(_ style: ParagraphStyle, _ runs: [Run], isKeptWithNext: Bool = false) {
        self.style = style
        self.runs = runs
        self.isKeptWithNext = isKeptWithNext
    }

    /// Makes a paragraph of one text.
    public init(_ style: ParagraphStyle, _ text: String) { self.init(style, [Run(text)]) }
}
