internal import Model
internal import YAMLTree

/// Places as SARIF writes them: relative URIs, lines and columns from 1, columns in Unicode scalars.
enum SARIFPlaces {
    /// The base that relative URIs are resolved against: the root of the repository, which only the reader knows.
    static let base = "%SRCROOT%"

    static func artifact(_ path: String) -> JSONValue {
        let uri = FileURI(path: path)
        return .object(["uri": .string(uri.text), "uriBaseId": uri.isRelative ? .string(base) : nil])
    }

    static func physical(_ place: Place) -> JSONValue {
        let start = place.range.start
        let end = place.range.end
        var region: [JSONValue.Member] = [
            JSONValue.Member("startLine", .integer(Int64(start.line))),
            JSONValue.Member("startColumn", .integer(Int64(start.column))),
        ]
        // An empty range, or one that a reader would take for backwards, is told by where it begins.
        if end.line > start.line || (end.line == start.line && end.column > start.column) {
            region.append(JSONValue.Member("endLine", .integer(Int64(end.line))))
            region.append(JSONValue.Member("endColumn", .integer(Int64(end.column))))
        }
        return .object(["artifactLocation": artifact(place.file), "region": .object(region)])
    }

    /// A place with what stands there.
    static func location(_ place: Place, pointer: String? = nil, id: Int? = nil, message: String? = nil) -> JSONValue {
        .object([
            "id": id.map { .integer(Int64($0)) },
            "physicalLocation": physical(place),
            "logicalLocations": pointer.flatMap { pointer in
                pointer.isEmpty ? nil : .array([.object(["fullyQualifiedName": .string(pointer), "kind": "value"])])
            },
            "message": message.map { .object(["text": .string($0)]) },
        ])
    }
}
