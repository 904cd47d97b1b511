public import CEL
internal import Synchronization
internal import YAMLTree

/// An expression of a rule set: its text as written, where it stands, and its compiled program.
public struct Expression: Sendable {
    /// The expression's text.
    public let text: String
    /// The place of the whole expression.
    public let place: Place
    private let compilation: Compilation

    private enum Compilation: Sendable {
        case done(Program)
        case promised(PromisedProgram)
    }

    /// The compiled program, checked against the vocabulary.
    public var program: Program {
        switch compilation {
        case .done(let program): program
        case .promised(let promise): promise.program
        }
    }

    /// What it reads: each time a variable and the fields selected from it, in order.
    public var reads: [[String]] { program.references.paths.map { [$0.variable] + $0.fields } }

    init(text: String, place: Place, program: Program) {
        self.text = text
        self.place = place
        compilation = .done(program)
    }

    init(text: String, place: Place, promise: PromisedProgram) {
        self.text = text
        self.place = place
        compilation = .promised(promise)
    }
}

/// The program of an expression that is known to be right, compiled when it is first asked for.
///
/// Of the expressions of a large library, a run evaluates a small part.
final class PromisedProgram: Sendable {
    private let text: String
    private let type: CELType?
    private let environment: Environment
    private let made = AtomicLazyReference<Program>()

    init(_ text: String, expecting type: CELType?, in environment: Environment) {
        self.text = text
        self.type = type
        self.environment = environment
    }

    /// The program; two threads that ask at once may both compile it, and get the same.
    var program: Program {
        if let made = made.load() { return made }
        do throws(CompileErrors) {
            return made.storeIfNil(try environment.compile(text, expecting: type))
        } catch {
            preconditionFailure("an expression that was proved does not compile: \(text): \(error)")
        }
    }
}
