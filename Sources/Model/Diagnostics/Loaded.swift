internal import YAMLTree

/// What came of loading an input: the value where nothing is wrong with it, and everything there is to say of it.
public struct Loaded<Value: Sendable>: Sendable {
    /// The value; nil where there is an error, for an input with an error gives no verdict.
    public let value: Value?
    /// Errors and warnings file by file, and within a file in the order of their places.
    public let diagnostics: [Diagnostic]

    /// Keeps the value only where no diagnostic is an error.
    public init(_ value: Value?, _ diagnostics: [Diagnostic]) {
        let hasErrors = diagnostics.contains { $0.severity == .error }
        self.value = hasErrors ? nil : value
        self.diagnostics = diagnostics.inOrderOfPlaces
    }
}

extension [Diagnostic] {
    /// Those without a place first, then file by file as the files first come up, each in the order of places.
    fileprivate var inOrderOfPlaces: [Diagnostic] {
        guard count > 1 else { return self }
        var files: [String: Int] = [:]
        for case let place? in map(\.place) where files[place.file] == nil { files[place.file] = files.count }
        let keys = enumerated().map { index, diagnostic in
            (
                file: diagnostic.place.map { files[$0.file] ?? 0 } ?? -1,
                offset: diagnostic.place?.range.start.offset ?? 0, index: index
            )
        }
        let sorted = keys.sorted { ($0.file, $0.offset, $0.index) < ($1.file, $1.offset, $1.index) }
        return sorted.map { self[$0.index] }
    }
}
