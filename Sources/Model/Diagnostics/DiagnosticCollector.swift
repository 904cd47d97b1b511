internal import YAMLTree

/// Collects what is wrong while a document is read, so that one reading shows everything.
///
/// Past a limit further problems are only counted as one last error: nobody reads the thousandth message, and a hostile
/// file must not cost more than an honest one.
struct DiagnosticCollector {
    /// How many diagnostics are given one by one.
    static let limit = 1000

    private(set) var diagnostics: [Diagnostic] = []
    /// How many errors there are, those past the limit included.
    private(set) var errorCount = 0

    var hasErrors: Bool { errorCount > 0 }

    /// Whether no further problem will be shown, so that its details need not be worked out.
    var isFull: Bool { diagnostics.count > Self.limit }

    mutating func error(_ problem: Problem, at place: Place?, related: [Place] = []) {
        errorCount += 1
        add(Diagnostic(.error, problem, at: place, related: related))
    }

    mutating func warning(_ problem: Problem, at place: Place?, related: [Place] = []) {
        add(Diagnostic(.warning, problem, at: place, related: related))
    }

    mutating func append(_ more: [Diagnostic]) {
        for diagnostic in more {
            if diagnostic.severity == .error { errorCount += 1 }
            add(diagnostic)
        }
    }

    /// Takes over what was wrong with the bytes of a file.
    mutating func append(_ reading: YAMLReading) {
        for error in reading.errors {
            let related = error.related.map { Place(source: reading.source, range: $0.range) }
            self.error(.yaml(error.problem), at: Place(source: reading.source, range: error.range), related: related)
        }
    }

    /// The nearest of the names to a word that is none of them; nil where nobody would see it.
    func suggestion(for word: String, among names: some Sequence<String>) -> String? {
        isFull ? nil : Suggestion.nearest(to: word, among: names)
    }

    private mutating func add(_ diagnostic: Diagnostic) {
        guard !isFull else { return }
        guard diagnostics.count < Self.limit else {
            errorCount += 1
            diagnostics.append(Diagnostic(.error, .tooManyProblems(limit: Self.limit), at: diagnostic.place))
            return
        }
        diagnostics.append(diagnostic)
    }
}
