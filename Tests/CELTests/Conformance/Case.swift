internal import Foundation

/// A JSON value as the suite's lines hold it.
typealias Object = [String: Any]

/// One case of the suite.
struct Case {
    let file: String
    let section: String
    let name: String
    let expression: String
    let container: String
    let isUnchecked: Bool
    let isCheckOnly: Bool
    let isWithoutMacros: Bool
    let declarations: [Object]
    let bindings: Object
    let expected: Object
    let deducedType: String?
    let library: String?

    init?(line: String) {
        guard let object = (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? Object,
            let expression = object["expr"] as? String
        else { return nil }
        self.expression = expression
        file = object["file"] as? String ?? ""
        section = object["section"] as? String ?? ""
        name = object["name"] as? String ?? ""
        container = object["container"] as? String ?? ""
        isUnchecked = object["disable_check"] as? Bool ?? false
        isCheckOnly = object["check_only"] as? Bool ?? false
        isWithoutMacros = object["disable_macros"] as? Bool ?? false
        declarations = object["type_env"] as? [Object] ?? []
        bindings = object["bindings"] as? Object ?? [:]
        expected = object["expect"] as? Object ?? [:]
        deducedType = object["deduced_type"] as? String
        library = object["ext"] as? String
    }

    var identity: String { "\(file)/\(section)/\(name)" }
}
