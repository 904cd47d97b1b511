public import YAMLTree

/// One thing wrong with a CSV file, and where.
public struct CSVError: Error, Sendable, Hashable {
    /// What is wrong.
    public let problem: CSVProblem
    /// Where it is.
    public let range: SourceRange
}

/// What can be wrong with a CSV file, as data.
public enum CSVProblem: Sendable, Hashable {
    // The bytes: the file is not looked at further.

    /// The file has more bytes than the limit. The text is not kept, so the error stands at 1:1.
    case tooLarge(bytes: Int, limit: Int)
    /// The file is written in UTF-16, as spreadsheets save "Unicode text".
    case utf16
    /// The byte does not begin a well-formed UTF-8 sequence.
    case invalidUTF8(byte: UInt8)
    /// A control character; a workbook saved under the name of a CSV file is full of them.
    case forbiddenCharacter(Unicode.Scalar)

    // The rows: every one is given, up to a limit.

    /// There is no text at all.
    case empty
    /// A quoted cell has no closing quote; the place is the opening one. Nothing after it is read.
    case unterminatedQuote
    /// Something stands between a closing quote and the next separator.
    case textAfterQuote
    /// A quote inside a cell that does not begin with one.
    case quoteInPlainCell
    /// A row has text in more cells than the header; the place is the first cell too many.
    case tooManyCells(header: Int)

    // The limits: reading stops at the first one.

    /// More cells than the limit.
    case tooManyCellsInTable(limit: Int)
    /// More errors than are given one by one.
    case tooManyErrors(limit: Int)
}
