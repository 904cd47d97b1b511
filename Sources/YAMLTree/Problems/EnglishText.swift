extension YAMLProblem {
    var english: String {
        switch self {
        case .tooLarge(let bytes, let limit):
            return "the file has \(Self.english(bytes)); at most \(Self.english(limit)) are read"
        case .utf16:
            return "the file is in UTF-16 or UTF-32; save it as UTF-8"
        case .invalidUTF8(let byte):
            return "byte \(MessagePart.byte(byte)) is not UTF-8 here; save the file as UTF-8"
        case .forbiddenCharacter(let scalar):
            return "an invisible character, \(MessagePart.codePoint(scalar)), which YAML does not allow; delete it"
        case .unicodeLineBreak(let scalar):
            let code: String = MessagePart.codePoint(scalar)
            return "an invisible line break, \(code), which editors do not show; delete it or press Enter instead"
        case .directive:
            return "a line that begins with % is a YAML directive, and these files have none; delete the line"
        case .tabIndentation:
            return "a tab; YAML indents with spaces"
        case .syntax(let problem, let libyaml):
            return problem.english(libyaml: libyaml)
        case .empty:
            return "the file is empty"
        case .severalDocuments:
            return "a second document begins here; one file holds one document"
        case .duplicateKey(let key):
            return "the key \"\(MessagePart.quoted(key))\" is given twice"
        case .mergeKey:
            return "the merge key << is not supported; write the keys out"
        case .nonScalarKey(.sequence):
            return "a list cannot be a key; keys are texts"
        case .nonScalarKey(.mapping):
            return "a mapping cannot be a key; keys are texts (a text that begins with { needs quotes)"
        case .nonScalarKey(.scalar):
            return "this cannot be a key"
        case .unknownAlias(let name):
            let quoted: String = MessagePart.quoted(name)
            return
                "*\(quoted) refers to &\(quoted), which is not defined before it (a text that begins with * needs quotes)"
        case .recursiveAlias(let name):
            return "*\(MessagePart.quoted(name)) stands inside the very part that it refers to"
        case .tooDeep(let limit):
            return "more than \(limit) levels of lists and mappings inside each other"
        case .tooManyNodes(let limit):
            return "more than \(limit) keys and values in one file"
        case .aliasExpansion(let limit):
            return "the aliases (*name) in this file stand for more than \(limit) values"
        case .outOfMemory:
            return "not enough memory to read the file"
        }
    }

    private static func english(_ bytes: Int) -> String {
        let size = MessagePart.mebibytes(bytes)
        if bytes < 1 << 20 {
            return "\(bytes) bytes"
        }
        return size.tenth == 0 ? "\(size.whole) MiB" : "\(size.whole).\(size.tenth) MiB"
    }
}

extension YAMLSyntaxProblem {
    fileprivate func english(libyaml: String) -> String {
        switch self {
        case .unclosedQuote:
            return "the text that is quoted from here has no closing quote"
        case .documentMarkerInQuote:
            return "--- or ... at the start of a line inside a quoted text; is the closing quote missing?"
        case .unknownEscape:
            return "\\ begins an escape inside \"…\", and this one is unknown; write \\\\ for a backslash, or use '…'"
        case .escapeDigits:
            return "hexadecimal digits are missing in this escape: \\x takes 2, \\u 4, \\U 8"
        case .escapeCodePoint:
            return "this escape names no character (half of a pair such as \\ud83d\\ude00?); write the character itself"
        case .missingColon:
            return "a key has no \": \" after it, or an item no space after its \"-\""
        case .unexpectedColon:
            return "\": \" cannot stand here; is the indentation wrong, or is a text with \": \" in need of quotes?"
        case .expectedKey:
            return
                "a key was expected here; does the indentation match the keys above, or does text follow a closing quote?"
        case .expectedDash:
            return "an item with \"- \" was expected here; does the indentation match the items above?"
        case .unexpectedDash:
            return "\"- \" cannot stand here; an item begins on a line of its own"
        case .expectedCommaOrBracket:
            return "\",\" or \"]\" was expected here"
        case .expectedCommaOrBrace:
            return "\",\" or \"}\" was expected here"
        case .unexpectedCharacter(let scalar):
            return "a value cannot begin with \(scalar); put the text in quotes"
        case .expectedValue:
            return "a value was expected here"
        case .badProperty:
            return "a tag (!name), anchor (&name) or alias (*name) that is not well formed; "
                + "a text that begins with !, & or * needs quotes"
        case .tagBeforeBracket:
            return "a tag needs a space after it before a closing bracket, as in {a: !unknown }"
        case .badBlockHeader:
            return "after | or > only +, -, a digit from 1 to 9 or a comment may stand on the line"
        case .contentAfterDocument:
            return
                "this does not belong to what stands before it; is the indentation wrong or a quote closed too early?"
        case .other:
            return "not well-formed YAML (\(libyaml))"
        }
    }
}
