internal import CivilTime
internal import Model
internal import Spreadsheets

/// Reads the value of a cell as an answer of a field's type, the way people write it in either language.
struct AnswerReader {
    let vocabulary: Vocabulary

    func answer(_ value: ReadValue, of field: FieldDefinition) throws(CellProblemThrown) -> Answer {
        if case .text(let text) = value, let state = state(text.trimmedNFC) {
            if case .none = state, field.isRequired { throw CellProblemThrown(.requiredIsNone) }
            return state
        }
        let found = AnswerReader.shown(value)
        if case .list = field.type,
            Language.allCases.contains(where: { AnswerWords.emptyList[$0] == found.trimmedNFC.lowercased() })
        {
            return .list([], isOpen: false)
        }
        if field.varies, case .text(let text) = value, let parts = AnswerReader.datedParts(text.trimmedNFC) {
            return .values(
                try parts.map { part throws(CellProblemThrown) in
                    Answer.DatedText(from: part.from, text: try scalar(.text(part.text), of: field.type))
                })
        }
        switch field.type {
        case .record: throw CellProblemThrown(.groupOfFacts(found: found))
        case .list(.record): throw CellProblemThrown(.listOfRecords(found: found))
        case .list(let item): return try list(value, of: item)
        case .text, .boolean, .integer, .date, .choice: return .value(try scalar(value, of: field.type))
        }
    }

    /// A cell as a day.
    func day(_ value: ReadValue) throws(CellProblemThrown) -> String {
        let found = AnswerReader.shown(value).trimmedNFC
        let text = try date(value, found)
        guard let date = try? StatedDate.parse(text), date.day != nil else {
            throw CellProblemThrown(.notADate(found: found))
        }
        return text
    }

    /// A cell's value as people see it.
    static func shown(_ value: ReadValue) -> String {
        switch value {
        case .text(let text): text
        case .number(let number, let shown): shown ?? plain(number)
        case .date(let day, _): day.description
        case .boolean(let value): value ? "TRUE" : "FALSE"
        case .error(let text): text
        }
    }

    private static func plain(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
    }

    // MARK: Not known, not there

    private func state(_ text: String) -> Answer? {
        let lowered = text.lowercased()
        let unknown = ["!unknown"] + Language.allCases.map { AnswerWords.unknown[$0] }
        if unknown.contains(lowered) { return .unknown }
        for word in ["!none"] + Language.allCases.map({ AnswerWords.none[$0] }) where lowered.hasPrefix(word) {
            let rest = text.dropFirst(word.count)
            if word == "!none", let first = rest.first, !first.isWhitespace { continue }
            let reason = String(rest).trimmedNFC
            return Answer.none(reason: reason.isEmpty ? nil : reason)
        }
        return nil
    }

    // MARK: Scalars

    private func scalar(_ value: ReadValue, of type: FieldType) throws(CellProblemThrown) -> String {
        if case .error(let text) = value { throw CellProblemThrown(.formulaError(found: text)) }
        let found = AnswerReader.shown(value).trimmedNFC
        switch type {
        case .text: return try text(value)
        case .boolean:
            if case .boolean(let boolean) = value { return boolean ? "true" : "false" }
            switch found.comparable {
            case "có", "yes", "true", "đúng", "x", "1": return "true"
            case "không", "no", "false", "sai", "0": return "false"
            default: throw CellProblemThrown(.notABoolean(found: found))
            }
        case .integer: return try integer(value, found)
        case .date: return try date(value, found)
        case .choice(let id): return try choice(found, of: id)
        case .record, .list: throw CellProblemThrown(.groupOfFacts(found: found))
        }
    }

    private func text(_ value: ReadValue) throws(CellProblemThrown) -> String {
        switch value {
        case .text(let text): return text.trimmedNFC
        case .number(let number, let shown):
            if let shown { return shown }
            // A whole number is the same text in every format; of a fraction noughts may be lost.
            guard number == number.rounded(), abs(number) < 1e15 else {
                throw CellProblemThrown(.numberForText(found: String(number)))
            }
            return String(Int64(number))
        case .date(let day, _):
            let (year, month, number) = day.components
            return "\(number < 10 ? "0" : "")\(number)/\(month < 10 ? "0" : "")\(month)/\(year)"
        case .boolean(let boolean): return boolean ? "TRUE" : "FALSE"
        case .error(let text): throw CellProblemThrown(.formulaError(found: text))
        }
    }

    private func integer(_ value: ReadValue, _ found: String) throws(CellProblemThrown) -> String {
        if case .number(let number, _) = value {
            guard number == number.rounded(), abs(number) < 1e15 else {
                throw CellProblemThrown(.notAnInteger(found: found))
            }
            return String(Int64(number))
        }
        // 16.934 as Vietnamese papers write it, or 16,934; the groups have to be of three.
        let groups = found.split(omittingEmptySubsequences: false) { ".,\u{A0} ".contains($0) }
        let isGrouped =
            groups.count > 1 && (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
        let digits = isGrouped ? groups.joined() : found
        guard let number = Int64(digits) else { throw CellProblemThrown(.notAnInteger(found: found)) }
        return String(number)
    }

    private func choice(_ found: String, of id: String) throws(CellProblemThrown) -> String {
        guard let list = vocabulary.choices[id] else { return found }
        if list.choices.contains(where: { $0.id == found }) { return found }
        let words = found.comparable
        for language in Language.allCases {
            let named = list.choices.filter { choice in
                choice.label[language].comparable == words
                    || FactCells.label(choice.label[language], choice.id, in: list, language).comparable == words
            }
            if named.count == 1 { return named[0].id }
        }
        var names: [String: String] = [:]
        for choice in list.choices {
            names[choice.id] = choice.label.vi
            for language in Language.allCases { names[choice.label[language].comparable] = choice.label[language] }
        }
        let near = NearestName.nearest(to: words, among: names.keys).flatMap { names[$0] }
        throw CellProblemThrown(.notAChoice(found: found, allowed: list.choices.map(\.label.vi), suggestion: near))
    }

    // MARK: Dates

    private func date(_ value: ReadValue, _ found: String) throws(CellProblemThrown) -> String {
        switch value {
        case .date(let day, _): return StatedDate(day).description
        case .number(let number, _):
            // A year is written as a number; nothing else is meant by one.
            guard number == number.rounded(), (1900...2200).contains(number) else {
                // From 1954 to 2119, as spreadsheets count days.
                let isDay = (20_000..<80_000).contains(number)
                throw CellProblemThrown(isDay ? .numberForDate(found: found) : .notADate(found: found))
            }
            return String(Int(number))
        case .text, .boolean, .error: break
        }
        if let date = try? StatedDate.parse(found) { return date.description }
        if let date = AnswerReader.writtenDate(found) { return date }
        throw CellProblemThrown(.notADate(found: found))
    }

    /// `21/11/2026`, `11/2026`, `tháng 11/2026`, `quý IV/2026`, `năm 2026`: day before month, as Vietnamese papers have it.
    private static func writtenDate(_ text: String) -> String? {
        var words = text.comparable
        for lead in ["ngày ", "tháng ", "năm "] where words.hasPrefix(lead) { words.removeFirst(lead.count) }
        let isQuarter = words.hasPrefix("quý ") || words.hasPrefix("q")
        if words.hasPrefix("quý ") { words.removeFirst(4) } else if isQuarter { words.removeFirst() }
        let parts = words.split { "/-. ".contains($0) }.map(String.init)
        let text: String
        switch parts.count {
        case 3 where !isQuarter:
            guard let day = Int(parts[0]), let month = Int(parts[1]), parts[2].count == 4 else { return nil }
            text = "\(parts[2])-\(padded(month))-\(padded(day))"
        case 2 where isQuarter:
            let quarters = ["1": 1, "2": 2, "3": 3, "4": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4]
            guard let quarter = quarters[parts[0]], parts[1].count == 4 else { return nil }
            text = "\(parts[1])-Q\(quarter)"
        case 2:
            guard let month = Int(parts[0]), parts[1].count == 4 else { return nil }
            text = "\(parts[1])-\(padded(month))"
        case 1 where !isQuarter: text = parts[0]
        default: return nil
        }
        return (try? StatedDate.parse(text))?.description
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    // MARK: Values of several times

    /// `Xã Hai; 2025-07-01: Phường Hai`: the values with their first days; nil where no part has one.
    private static func datedParts(_ text: String) -> [(from: String?, text: String)]? {
        var parts: [(from: String?, text: String)] = []
        for piece in text.split(separator: ";", omittingEmptySubsequences: false) {
            let words = String(piece).trimmedNFC
            if let colon = words.firstIndex(of: ":"), let date = try? StatedDate.parse(String(words[..<colon])) {
                parts.append((date.description, String(words[words.index(after: colon)...]).trimmedNFC))
            } else if let last = parts.last {
                // A semicolon within the text of a value.
                parts[parts.count - 1].text = last.text + ";" + piece
            } else {
                parts.append((nil, words))
            }
        }
        return parts.contains { $0.from != nil } ? parts : nil
    }

    // MARK: Lists

    /// Items with `|` or a line break between.
    private func list(_ value: ReadValue, of type: FieldType) throws(CellProblemThrown) -> Answer {
        guard case .text(let text) = value else { return .list([try scalar(value, of: type)], isOpen: false) }
        var items: [String] = []
        var isOpen = false
        for part in text.split(whereSeparator: { $0 == "|" || $0.isNewline }) {
            let word = String(part).trimmedNFC
            if word.isEmpty { continue }
            if state(word) == .unknown {
                isOpen = true
                continue
            }
            let item = try scalar(.text(word), of: type)
            if !items.contains(item) { items.append(item) }
        }
        return .list(items, isOpen: isOpen)
    }
}

/// A problem on its way to the cell it is of.
struct CellProblemThrown: Error {
    let problem: CellProblem

    init(_ problem: CellProblem) { self.problem = problem }
}
