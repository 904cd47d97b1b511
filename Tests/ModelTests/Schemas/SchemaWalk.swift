import Model
import YAMLTree

/// A document as JSON, every scalar a text; for these tests a null is none.
func json(_ node: YAMLNode) -> JSONValue {
    switch node.kind {
    case .scalar: .string(node.text ?? "")
    case .sequence: .array(node.items.map { json($0) })
    case .mapping: .object(node.entries.map { .init($0.key, json($0.value)) })
    }
}

/// One mapping of a document, with what its schema says of it.
struct DescribedMapping {
    /// The way to it: keys, and positions in lists.
    let path: [String]
    let value: JSONValue
    /// The object schemas that fit its constants; for a mapping whose keys are free none.
    let schemas: [JSONValue]
}

/// What two mappings have in common that a loader treats alike.
private struct KindOfMapping: Hashable {
    let schemas: [JSONValue]
    let keys: [String]
}

extension [DescribedMapping] {
    /// One of the mappings that have the same schemas and the same keys: the others would show the same.
    var ofDifferentKeys: [DescribedMapping] {
        var seen: Set<KindOfMapping> = []
        return filter { mapping in
            guard case .object(let members) = mapping.value else { return false }
            return seen.insert(KindOfMapping(schemas: mapping.schemas, keys: members.map(\.name))).inserted
        }
    }
}

/// Goes through a document beside its schema.
struct SchemaWalk {
    let root: JSONValue

    /// Every mapping of a document that has known keys.
    func mappings(of document: JSONValue) -> [DescribedMapping] {
        var found: [DescribedMapping] = []
        walk(document, root, [], &found)
        return found
    }

    private func walk(_ value: JSONValue, _ schema: JSONValue, _ path: [String], _ found: inout [DescribedMapping]) {
        let alternatives = flattened(schema)
        switch value {
        case .null, .boolean, .integer, .string: return
        case .array(let items):
            let inner = alternatives.compactMap { $0["items"] }
            for (position, item) in items.enumerated() {
                walk(item, ["anyOf": .array(inner)], path + ["\(position)"], &found)
            }
        case .object(let members):
            let schemas = alternatives.filter { fits(members, $0) }
            if !schemas.isEmpty { found.append(DescribedMapping(path: path, value: value, schemas: schemas)) }
            for member in members {
                var inner = schemas.compactMap { $0["properties"]?[member.name] }
                if schemas.isEmpty { inner = alternatives.compactMap { $0["additionalProperties"] } }
                walk(member.value, ["anyOf": .array(inner)], path + [member.name], &found)
            }
        }
    }

    /// The schemas a schema stands for: through references and alternatives.
    func flattened(_ schema: JSONValue) -> [JSONValue] {
        if case .string(let target)? = schema["$ref"], let name = target.split(separator: "/").last {
            return root["$defs"]?[String(name)].map { flattened($0) } ?? []
        }
        if case .array(let alternatives)? = schema["anyOf"] { return alternatives.flatMap { flattened($0) } }
        return [schema]
    }

    /// Whether an object schema names keys, all that must be there are, and its constants are the mapping's.
    private func fits(_ members: [JSONValue.Member], _ schema: JSONValue) -> Bool {
        guard case .object(let properties)? = schema["properties"] else { return false }
        let value = JSONValue.object(members)
        guard members.allSatisfy({ member in properties.contains { $0.name == member.name } }) else { return false }
        return properties.allSatisfy { property in
            guard let constant = property.value["const"], let stated = value[property.name] else { return true }
            return constant == stated
        }
    }
}

extension JSONValue {
    /// The same value with another one at a path; nil takes it away.
    func replacing(_ path: ArraySlice<String>, with new: JSONValue?) -> JSONValue {
        guard let step = path.first else { return new ?? .null }
        let rest = path.dropFirst()
        switch self {
        case .array(var items):
            guard let position = Int(step), items.indices.contains(position) else { return self }
            items[position] = items[position].replacing(rest, with: new)
            return .array(items)
        case .object(let members):
            return .object(
                members.compactMap { member in
                    if member.name != step { return member }
                    if rest.isEmpty, new == nil { return nil }
                    return .init(member.name, member.value.replacing(rest, with: new))
                })
        case .null, .boolean, .integer, .string: return self
        }
    }
}
