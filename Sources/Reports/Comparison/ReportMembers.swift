internal import CivilTime
internal import Model

/// A value of a report and where it stands, read as the contract says it must be.
struct ReportMembers {
    let value: JSONValue
    let pointer: String

    /// The member of that name.
    func member(_ name: String) throws(ReportReadingError) -> ReportMembers {
        guard case .object = value else { throw .wrong(pointer, expected: .object) }
        guard let member = value[name] else { throw .missing("\(pointer)/\(name)") }
        return ReportMembers(value: member, pointer: "\(pointer)/\(name)")
    }

    /// The member of that name; nil where it is null or not there.
    func optional(_ name: String) throws(ReportReadingError) -> ReportMembers? {
        guard case .object = value else { throw .wrong(pointer, expected: .object) }
        guard let member = value[name], member != .null else { return nil }
        return ReportMembers(value: member, pointer: "\(pointer)/\(name)")
    }

    /// The elements of the array of that name.
    func elements(_ name: String) throws(ReportReadingError) -> [ReportMembers] {
        try member(name).elements()
    }

    /// The elements, if this is an array.
    func elements() throws(ReportReadingError) -> [ReportMembers] {
        guard case .array(let elements) = value else { throw .wrong(pointer, expected: .array) }
        return elements.enumerated().map { ReportMembers(value: $1, pointer: "\(pointer)/\($0)") }
    }

    func text(_ name: String) throws(ReportReadingError) -> String { try member(name).text() }

    func optionalText(_ name: String) throws(ReportReadingError) -> String? { try optional(name)?.text() }

    func text() throws(ReportReadingError) -> String {
        guard case .string(let text) = value else { throw .wrong(pointer, expected: .text) }
        return text
    }

    func boolean(_ name: String) throws(ReportReadingError) -> Bool {
        let member = try member(name)
        guard case .boolean(let boolean) = member.value else { throw .wrong(member.pointer, expected: .boolean) }
        return boolean
    }

    func integer() throws(ReportReadingError) -> Int64 {
        guard case .integer(let integer) = value else { throw .wrong(pointer, expected: .integer) }
        return integer
    }

    func day() throws(ReportReadingError) -> CivilDate {
        let text = try text()
        guard let day = try? CivilDate.parse(text) else { throw .wrong(pointer, expected: .day) }
        return day
    }

    /// One of a closed list of ids.
    func choice<Choice>(_ type: Choice.Type) throws(ReportReadingError) -> Choice
    where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
        guard let choice = Choice(rawValue: try text()) else {
            throw .wrong(pointer, expected: .oneOf(Choice.allCases.map(\.rawValue)))
        }
        return choice
    }

    func localized(_ name: String) throws(ReportReadingError) -> LocalizedText {
        let member = try member(name)
        return LocalizedText(vi: try member.text("vi"), en: try member.text("en"))
    }
}
