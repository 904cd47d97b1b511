internal import CEL

/// Reads the suite's notation of types, such as `map(string, list(int))`.
func type(_ text: String) -> CELType? {
    let text = text.trimmingPrefix { $0 == " " }
    guard let open = text.firstIndex(of: "("), text.last == ")" else { return simple(String(text)) }
    let name = String(text[..<open])
    let inner = text[text.index(after: open)...].dropLast()
    var parameters: [CELType] = []
    for part in topLevelParts(String(inner)) {
        guard let parameter = type(part) else { return nil }
        parameters.append(parameter)
    }
    switch (name, parameters.count) {
    case ("list", 1): return .list(parameters[0])
    case ("map", 2): return .map(parameters[0], parameters[1])
    case ("optional_type", 1): return .optional(parameters[0])
    case ("wrapper", 1): return .nullable(parameters[0])
    case ("param", 1): return .parameter(String(inner))
    case ("type", 1): return .type(parameters[0])
    default: return .opaque(name, parameters)
    }
}

private func topLevelParts(_ text: String) -> [String] {
    var parts: [String] = []
    var depth = 0
    var current = ""
    for character in text {
        if character == "(" { depth += 1 }
        if character == ")" { depth -= 1 }
        if character == ",", depth == 0 {
            parts.append(current)
            current = ""
        } else {
            current.append(character)
        }
    }
    return parts + [current]
}

private func simple(_ name: String) -> CELType {
    switch name {
    case "null_type", "null": .null
    case "bool": .bool
    case "int": .int
    case "uint": .uint
    case "double": .double
    case "string": .string
    case "bytes": .bytes
    case "dyn": .dyn
    case "list": .list(.dyn)
    case "map": .map(.dyn, .dyn)
    case "type": .type(.dyn)
    case "timestamp", "google.protobuf.Timestamp": .timestamp
    case "duration", "google.protobuf.Duration": .duration
    default: name.count == 1 ? .parameter(name) : .opaque(name)
    }
}
