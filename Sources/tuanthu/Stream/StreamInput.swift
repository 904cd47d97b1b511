internal import Model
internal import YAMLTree

/// One line of `tuanthu stream`: a statement with the tables it names.
struct StreamInput {
    /// The name of the statement in reports.
    let path: String
    let yaml: [UInt8]
    /// The tables by the names under which the statement has them.
    let tables: [String: [UInt8]]

    /// What is wrong with a line, and the path of its statement where it says that.
    struct Fault: Error {
        let path: String?
        let message: LocalizedText
    }

    /// Reads a line.
    init(_ line: [UInt8]) throws(Fault) {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONReader.read(line)
        } catch {
            throw Fault(path: nil, message: Self.notJSON(error))
        }
        guard case .object(let members) = value else { throw Fault(path: nil, message: Self.notAnObject) }
        path = try Self.path(value)
        var yaml: [UInt8]?
        var tables: [String: [UInt8]] = [:]
        for member in members {
            switch (member.name, member.value) {
            case ("path", _): continue
            case ("yaml", .string(let text)): yaml = Array(text.utf8)
            case ("tables", .object(let entries)):
                for entry in entries {
                    guard case .string(let text) = entry.value else {
                        throw Fault(path: path, message: Self.notText("tables.\(entry.name)"))
                    }
                    tables[entry.name] = Array(text.utf8)
                }
            case ("yaml", _): throw Fault(path: path, message: Self.notText("yaml"))
            case ("tables", _): throw Fault(path: path, message: Self.tablesAreNoObject)
            case (let name, _): throw Fault(path: path, message: Self.unknown(name))
            }
        }
        guard let yaml else { throw Fault(path: path, message: Self.missing("yaml")) }
        self.yaml = yaml
        self.tables = tables
    }

    private static func path(_ value: JSONValue) throws(Fault) -> String {
        switch value["path"] {
        case .string(let path)? where !path.isEmpty: return path
        case nil: throw Fault(path: nil, message: missing("path"))
        case _?: throw Fault(path: nil, message: notText("path"))
        }
    }

    /// The file the statement counts as.
    var source: SourceText { SourceText(name: path, bytes: yaml) }

    /// A table of the line.
    func table(_ name: String) -> TableLookup { tables[name].map { .found($0) } ?? .unreadable(.notFound) }

    // MARK: Messages

    private static func notJSON(_ error: JSONError) -> LocalizedText {
        LocalizedText(
            vi: "dòng này không phải là JSON (cột \(error.column)): \(error.message(.vi))",
            en: "the line is not JSON (column \(error.column)): \(error.message(.en))")
    }

    private static var notAnObject: LocalizedText {
        LocalizedText(
            vi: "dòng này phải là một đối tượng {\"path\": …, \"yaml\": …}",
            en: "the line must be an object {\"path\": …, \"yaml\": …}")
    }

    private static var tablesAreNoObject: LocalizedText {
        LocalizedText(
            vi: "“tables” phải là một đối tượng {\"TÊN\": \"nội dung CSV\", …}",
            en: "“tables” must be an object {\"NAME\": \"text of the CSV\", …}")
    }

    private static func notText(_ name: String) -> LocalizedText {
        LocalizedText(vi: "“\(name)” phải là một chuỗi không rỗng", en: "“\(name)” must be a string that is not empty")
    }

    private static func missing(_ name: String) -> LocalizedText {
        LocalizedText(vi: "thiếu “\(name)”", en: "“\(name)” is missing")
    }

    private static func unknown(_ name: String) -> LocalizedText {
        LocalizedText(
            vi: "không có khóa “\(name)”; có: path, yaml, tables",
            en: "there is no key “\(name)”; known: path, yaml, tables")
    }
}
