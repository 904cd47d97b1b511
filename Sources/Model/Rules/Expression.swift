public import CEL
internal import Synchronization
internal import YAMLTree

/// An expression of a rule set: its text as written, where it stands, and its compiled program.
///
/// It never changes once read and is shared, like the rule it belongs to.
public final class Expression: Sendable {
    /// The expression's text.
    public let text: String
    /// The place of the whole expression.
    public let place: Place
    /// What it is compiled against when it is first asked for; nil where it was compiled when it was read.
    private let promise: Promise?
    /// The program, which the expression keeps. It is taken without counting a reference: every core that assesses a register takes
    /// the same ones all the time, and would wait for the others' counting.
    private let made: Atomic<Unmanaged<Program>?>

    /// How an expression that is known to be right is compiled. Of the expressions of a large library, a run evaluates a small part.
    struct Promise: Sendable {
        let type: CELType?
        let environment: Environment
    }

    init(text: String, place: Place, program: Program) {
        self.text = text
        self.place = place
        promise = nil
        made = Atomic(Unmanaged.passRetained(program))
    }

    init(text: String, place: Place, promise: Promise) {
        self.text = text
        self.place = place
        self.promise = promise
        made = Atomic(nil)
    }

    deinit { made.load(ordering: .acquiring)?.release() }

    /// The compiled program, checked against the vocabulary.
    public var program: Program { known.takeUnretainedValue() }

    /// What it reads: each time a variable and the fields selected from it, in order.
    public var reads: [[String]] { program.references.paths.map { [$0.variable] + $0.fields } }

    /// What it comes to.
    /// - Parameter memory: What evaluating it of other items left, in the hands of those who go through a list.
    public func evaluate(_ activation: Activation, with memory: EvaluationMemory? = nil) -> Evaluation {
        known._withUnsafeGuaranteedRef { program in
            memory.map { program.evaluate(activation, with: $0) } ?? program.evaluate(activation)
        }
    }

    private var known: Unmanaged<Program> { made.load(ordering: .acquiring) ?? compiled() }

    /// Compiles what was promised; of two threads that do so at once one's program is kept.
    private func compiled() -> Unmanaged<Program> {
        guard let promise else { preconditionFailure("an expression without a program promises one") }
        do throws(CompileErrors) {
            let program = try promise.environment.compile(text, expecting: promise.type)
            let own = Unmanaged.passRetained(program)
            let (isKept, first) = made.compareExchange(expected: nil, desired: own, ordering: .acquiringAndReleasing)
            guard !isKept, let first else { return own }
            own.release()
            return first
        } catch {
            preconditionFailure("an expression that was proved does not compile: \(text): \(error)")
        }
    }
}
