/// A prefix that nothing declares.
struct UnboundPrefix: Error {
    let prefix: String
}

/// The namespaces that prefixes stand for, element by element.
struct NamespaceScopes {
    private static let reserved = [
        "xml": "http://www.w3.org/XML/1998/namespace", "xmlns": "http://www.w3.org/2000/xmlns/",
    ]

    /// What is bound where, inner scopes last; one entry of `depths` for each open element.
    private var bindings: [(prefix: String, namespace: String)] = []
    private var depths: [Int] = []

    /// Takes in the declarations of a tag and resolves its names.
    mutating func resolve(
        _ name: String, _ attributes: [(name: String, value: String)], at place: XMLPlace
    ) throws(UnboundPrefix) -> XMLStartTag {
        depths.append(bindings.count)
        for attribute in attributes where attribute.name.utf8.starts(with: "xmlns".utf8) {
            if attribute.name == "xmlns" {
                bindings.append(("", attribute.value))
            } else if attribute.name.utf8.starts(with: "xmlns:".utf8) {
                bindings.append((String(attribute.name.dropFirst(6)), attribute.value))
            }
        }
        let resolved = try self.name(name, isAttribute: false)
        var list: [XMLAttribute] = []
        list.reserveCapacity(attributes.count)
        for attribute in attributes {
            list.append(XMLAttribute(name: try self.name(attribute.name, isAttribute: true), value: attribute.value))
        }
        return XMLStartTag(name: resolved, attributes: list, place: place)
    }

    /// Forgets what the element that ends has declared.
    mutating func leave() {
        guard let depth = depths.popLast() else { return }
        bindings.removeLast(bindings.count - depth)
    }

    private func name(_ written: String, isAttribute: Bool) throws(UnboundPrefix) -> XMLName {
        guard let colon = written.utf8.firstIndex(of: UInt8(ascii: ":")) else {
            let namespace = isAttribute ? "" : bindings.last { $0.prefix.isEmpty }?.namespace ?? ""
            return XMLName(local: written, namespace: namespace)
        }
        let prefix = String(written[..<colon])
        let local = String(written[written.utf8.index(after: colon)...])
        guard
            let namespace = NamespaceScopes.reserved[prefix] ?? bindings.last(where: { $0.prefix == prefix })?.namespace
        else { throw UnboundPrefix(prefix: prefix) }
        return XMLName(prefix: prefix, local: local, namespace: namespace)
    }
}
