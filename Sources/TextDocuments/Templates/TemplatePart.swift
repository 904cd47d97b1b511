/// A change of a part's bytes.
indirect enum TemplateEdit: Sendable {
    /// A text in place of these bytes.
    case field(Range<Int>, String)
    /// Nothing in place of these bytes.
    case remove(Range<Int>)
    /// Bytes that were not there.
    case insert(Int, String)
    /// Bytes that stand once for every record of a list.
    case loop(TemplateLoop)

    /// What it replaces.
    var range: Range<Int> {
        switch self {
        case .field(let range, _), .remove(let range): range
        case .insert(let position, _): position..<position
        case .loop(let loop): loop.range
        }
    }
}

/// A part of a template that is repeated.
struct TemplateLoop: Sendable {
    /// The list.
    let list: String
    /// The fields of its records.
    let fields: [TemplateField]
    /// What is replaced.
    let range: Range<Int>
    /// What is repeated: the same without paragraphs that hold nothing but its marks.
    let body: Range<Int>
    /// From its first mark to its last.
    var span: Range<Int> = 0..<0
    /// The changes within the body.
    var edits: [TemplateEdit] = []
    /// Whether it holds every row of a table, which must have one.
    let isWholeTable: Bool
    /// Whether a paragraph has to follow: after nothing, and after at least one record.
    let closes: (whenEmpty: Bool, whenNot: Bool)
}

/// One part of a template with the changes that fill it.
struct TemplatePart: Sendable {
    /// The part's name in the file.
    let name: String
    private let bytes: [UInt8]
    private let prefix: String
    private let edits: [TemplateEdit]

    init(name: String, bytes: [UInt8], prefix: String, edits: [TemplateEdit]) {
        self.name = name
        self.bytes = bytes
        self.prefix = prefix
        self.edits = edits
    }

    /// Whether there is anything to fill.
    var hasFields: Bool { !edits.isEmpty }

    /// The part with these values.
    func filled(_ values: TemplateValues) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        write(bytes.indices, edits, [values], &result)
        return result
    }

    private func write(
        _ range: Range<Int>, _ edits: [TemplateEdit], _ scopes: [TemplateValues], _ result: inout [UInt8]
    ) {
        var position = range.lowerBound
        for edit in edits {
            result += bytes[position..<edit.range.lowerBound]
            position = edit.range.upperBound
            switch edit {
            case .remove: continue
            case .insert(_, let text): result += text.utf8
            case .field(_, let name): result += shown(text(name, scopes)).utf8
            case .loop(let loop): write(loop, scopes, &result)
            }
        }
        result += bytes[position..<range.upperBound]
    }

    private func write(_ loop: TemplateLoop, _ scopes: [TemplateValues], _ result: inout [UInt8]) {
        var records = list(loop.list, scopes)
        let isEmpty = records.isEmpty
        if isEmpty && loop.isWholeTable { records = [TemplateValues(blank: loop.fields)] }
        for record in records { write(loop.body, loop.edits, scopes + [record], &result) }
        if isEmpty ? loop.closes.whenEmpty : loop.closes.whenNot { result += "<\(prefix)p/>".utf8 }
    }

    private func text(_ name: String, _ scopes: [TemplateValues]) -> String {
        for scope in scopes.reversed() {
            if case .text(let text)? = scope.values[name] { return text }
        }
        return ""
    }

    private func list(_ name: String, _ scopes: [TemplateValues]) -> [TemplateValues] {
        for scope in scopes.reversed() {
            if case .list(let list)? = scope.values[name] { return list }
        }
        return []
    }

    /// A value inside a text element: a line feed or a tab ends it, and begins another.
    private func shown(_ text: String) -> String {
        var result = ""
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { result += between("br") }
            for (place, piece) in line.split(separator: "\t", omittingEmptySubsequences: false).enumerated() {
                if place > 0 { result += between("tab") }
                result += WordXML.escaped(piece)
            }
        }
        return result
    }

    private func between(_ element: String) -> String {
        "</\(prefix)t><\(prefix)\(element)/><\(prefix)t xml:space=\"preserve\">"
    }
}

extension TemplateValues {
    /// A record that says nothing in any field.
    init(blank fields: [TemplateField]) {
        var values: [String: Value] = [:]
        for field in fields {
            switch field.kind {
            case .text: values[field.name] = .text("")
            case .list: values[field.name] = .list([])
            }
        }
        self.init(values)
    }
}
