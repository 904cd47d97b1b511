internal import Synchronization

/// Searches texts with the automaton that all searches of a pattern share. One search at a time may use it; another that
/// comes meanwhile follows the program, which gives the same answer.
final class Searcher: Sendable {
    private let program: RegexProgram
    private let automaton: Mutex<SearchAutomaton>

    init(_ program: RegexProgram) {
        self.program = program
        automaton = Mutex(SearchAutomaton(program))
    }

    /// Whether the pattern occurs in a text.
    func occurs(in text: String) -> Bool {
        let shared = text.utf8.withContiguousStorageIfAvailable { bytes in
            automaton.withLockIfAvailable { $0.occurs(in: bytes) }
        }
        if let answer = shared.flatMap({ $0 }).flatMap({ $0 }) { return answer }
        var matcher = RegexMatcher(program)
        return matcher.occurs(in: text.unicodeScalars)
    }
}
