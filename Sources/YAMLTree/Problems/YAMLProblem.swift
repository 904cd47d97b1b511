/// What is wrong with a YAML file, as data. `message(_:)` makes the sentence.
public enum YAMLProblem: Hashable, Sendable {
    // The bytes: the file is not looked at further.

    /// The file has more bytes than the limit. The text is not kept, so the error stands at 1:1.
    case tooLarge(bytes: Int, limit: Int)
    /// The file is written in UTF-16 or UTF-32.
    case utf16
    /// The byte does not begin a well-formed UTF-8 sequence.
    case invalidUTF8(byte: UInt8)

    // The characters: every one is given (up to `YAMLLimits.maxTextErrors`), and the file is not parsed.

    /// A control character, U+FEFF inside the file, or a noncharacter.
    case forbiddenCharacter(Unicode.Scalar)
    /// U+0085, U+2028 or U+2029: a line break in YAML 1.1 that editors do not show as one.
    case unicodeLineBreak(Unicode.Scalar)
    /// A line that begins with `%` where libyaml would read a directive: before the document, after it, or between
    /// the items of a list in brackets. A `%` in the first column inside a text that runs over lines is text.
    case directive

    // The syntax: one, and it is given alone.

    /// A tab where indentation belongs.
    case tabIndentation
    /// The text is not YAML 1.1 as libyaml reads it; `libyaml` is the parser's own wording.
    case syntax(YAMLSyntaxProblem, libyaml: String)

    // The tree: every one is given.

    /// Nothing but comments and white space, or an empty document.
    case empty
    /// A second document begins here.
    case severalDocuments
    /// The mapping already has this key; the related place is the first one.
    case duplicateKey(String)
    /// The merge key `<<`.
    case mergeKey
    /// A sequence or a mapping stands where a key belongs.
    case nonScalarKey(YAMLNode.Kind)
    /// An alias whose anchor has not been seen before it.
    case unknownAlias(String)
    /// An alias inside the very node that its anchor names.
    case recursiveAlias(String)

    // The limits: reading stops at the first one.

    /// Collections nested deeper than the limit, aliases followed.
    case tooDeep(limit: Int)
    /// More keys and values than the limit.
    case tooManyNodes(limit: Int)
    /// Aliases that stand for more nodes in total than the limit.
    case aliasExpansion(limit: Int)
    /// The system had no memory left for the parser.
    case outOfMemory
}

/// The kinds of syntax error that libyaml tells apart, where telling them apart helps a person.
public enum YAMLSyntaxProblem: Hashable, Sendable {
    /// A quoted text has no closing quote; the place is the opening quote.
    case unclosedQuote
    /// `---` or `...` inside a quoted text.
    case documentMarkerInQuote
    /// A backslash and a letter that mean nothing in a double-quoted text.
    case unknownEscape
    /// `\x`, `\u` or `\U` without enough hexadecimal digits after it.
    case escapeDigits
    /// `\u` or `\U` that names no character, for example half of a surrogate pair as JSON writes them.
    case escapeCodePoint
    /// A line in a mapping has no `: `; the place is that line.
    case missingColon
    /// A `: ` where no key can stand, often an unquoted text that holds `: `.
    case unexpectedColon
    /// Something else than a key at the indentation of a mapping's keys.
    case expectedKey
    /// Something else than `- ` at the indentation of a sequence's items.
    case expectedDash
    /// A `- ` where no item can stand.
    case unexpectedDash
    /// `[` is not closed or a `,` is missing.
    case expectedCommaOrBracket
    /// `{` is not closed or a `,` is missing.
    case expectedCommaOrBrace
    /// A character that no value can begin with unquoted.
    case unexpectedCharacter(Unicode.Scalar)
    /// A value was expected here.
    case expectedValue
    /// A badly written `!tag`, `&anchor` or `*alias`.
    case badProperty
    /// A tag with a closing bracket right after it: `{a: !unknown}` needs a space before `}`.
    case tagBeforeBracket
    /// A badly written first line of a `|` or `>` block.
    case badBlockHeader
    /// Something follows the end of the document on the same level.
    case contentAfterDocument
    /// Any other; see libyaml's own wording.
    case other
}
