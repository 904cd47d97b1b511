@testable import CEL
import Testing

@Test(arguments: [32, 100]) func nestingIsAdmitted(_ depth: Int) throws {
    let texts = [
        String(repeating: "(", count: depth) + "1" + String(repeating: ")", count: depth) + " == 1",
        String(repeating: "[", count: depth) + "1" + String(repeating: "]", count: depth) + " != []",
        String(repeating: "!", count: depth) + "true || true",
        (0..<depth).map { _ in "1" }.joined(separator: " + ") + " > 0",
        String(repeating: "true ? true : ", count: depth) + "true",
    ]
    for text in texts {
        let result = try Environment().compile(text, checked: false).evaluate(Activation(Environment()))
        #expect(result == .value(.bool(true)), "\(text)")
    }
}

@Test(arguments: [300, 5_000, 60_000]) func deepNestingIsRefused(_ depth: Int) {
    let texts = [
        String(repeating: "(", count: depth), String(repeating: "[", count: depth),
        String(repeating: "-", count: depth),
        String(repeating: "{1:", count: depth), String(repeating: "a.", count: depth) + "a",
        String(repeating: "f(", count: depth), (0..<depth).map { _ in "1" }.joined(separator: "+"),
        String(repeating: "a?", count: depth), String(repeating: "[1].all(x,", count: depth / 10 + 30),
        "'a'.matches('" + String(repeating: "(", count: depth) + "')",
    ]
    for text in texts { #expect(throws: CompileErrors.self) { try Environment().compile(text) } }
}

@Test func longRunsOfOneOperatorAreNoDeepTree() throws {
    let text = (0..<5_000).map { _ in "true" }.joined(separator: " && ")
    #expect(try Environment().compile(text).evaluate(Activation(Environment())) == .value(.bool(true)))
}

@Test func workIsBounded() throws {
    let numbers = "[1,2,3,4,5,6,7,8,9,10]"
    let text = "\(numbers).all(a, \(numbers).all(b, \(numbers).all(c, a + b + c > 0)))"
    let program = try Environment().compile(text)
    #expect(program.cost.iterationDepth == 3)
    let activation = Activation(Environment())
    #expect(program.evaluate(activation) == .value(.bool(true)))
    guard case .error(let error) = program.evaluate(activation, limits: EvaluationLimits(cost: 500)) else {
        Issue.record("the limit was not met")
        return
    }
    #expect(error.code == .costLimit(500))
    #expect(program.record(activation, limits: EvaluationLimits(cost: 500)).result == .error(error))
    #expect(throws: CompileErrors.self) { try Environment().compile(text, costLimit: (cost: 100, size: 10)) }
}

/// Each doubling costs what it makes, so that short expressions cannot fill the memory.
@Test func stringsCannotExplode() throws {
    var text = "'aaaaaaaaaaaaaaaa'"
    for level in 0..<60 { text = "cel.bind(s\(level), \(text), s\(level) + s\(level))" }
    guard case .error(let error) = try Environment().compile(text).evaluate(Activation(Environment())) else {
        Issue.record("the limit was not met")
        return
    }
    #expect(error.code == .costLimit(10_000_000))
}

/// Long lists cost what they hold, whether they are made while evaluating or while compiling. Found by fuzzing the checker.
@Test func listsCannotFillTheMemory() throws {
    let many = "[" + (0..<40).map { _ in "lists.range(60000)" }.joined(separator: ", ") + "].size() > 0"
    let program = try Environment().compile(many)
    #expect(!isConstant(program), "so many elements are made when the expression is compiled")
    let result = program.evaluate(Activation(Environment()), limits: EvaluationLimits(cost: 200_000))
    guard case .error(let error) = result else {
        Issue.record("the limit was not met")
        return
    }
    #expect(error.code == .costLimit(200_000))
}

/// The range of a macro stands outside its scope, also when its place in the data is looked for. Found by fuzzing the
/// evaluator.
@Test func rangesStandOutsideTheirScope() throws {
    for text in [
        "cel.bind(b, [[1, n]], b[0]).exists(x, x == 7)", "cel.bind(b, cel.bind(b, [n], b), b).filter(x, x > 0)",
    ] {
        let trace = try Quality.environment.compile(text).trace(Quality.activation)
        #expect(trace.decidingReads.contains { $0.result == .value(.int(7)) }, "\(text)")
    }
}

/// Whether nothing is left to evaluate.
private func isConstant(_ program: Program) -> Bool { program.cost.worstCase(size: 0) <= 1 }

@Test func cancellationEndsAnEvaluation() async throws {
    let program = try Environment().compile("lists.range(1000).all(x, x >= 0)")
    let task = Task {
        while !Task.isCancelled { await Task.yield() }
        return program.evaluate(
            Activation(Environment()), limits: EvaluationLimits(cost: .max, checksCancellation: true))
    }
    task.cancel()
    guard case .error(let error) = await task.value else {
        Issue.record("not cancelled")
        return
    }
    #expect(error.code == .cancelled)
}

/// Texts made at random never crash the parser, the checker or the evaluator.
@Test(arguments: 0..<8) func randomTextsAreSurvived(_ block: Int) {
    let words = [
        "qms", "n", ".", "(", ")", "[", "]", "{", "}", ",", ":", "?", "1", "1.5", "2u", "'a'", "b'x'", "\"", "'", "+",
        "-",
        "*", "/", "%", "&&", "||", "!", "==", "<", "in", "all", "exists", "map", "x", "has", "size", "true", "null",
        "audits",
        "day", " ", "\n", "//", "\\", "`a`", "é", "cel.bind", "optMap", "orValue", ".?", "[?", "0x", "1e9", "r'", "'''",
    ]
    var random = SplitMix64(seed: UInt64(block))
    for _ in 0..<2_000 {
        let count = Int.random(in: 1...24, using: &random)
        let text = (0..<count).map { _ in random.pick(words) }.joined(separator: random.chance(50) ? " " : "")
        for checked in [true, false] {
            do {
                let program = try Quality.environment.compile(text, checked: checked)
                let trace = program.trace(Quality.activation)
                #expect(program.record(Quality.activation).result == program.evaluate(Quality.activation), "\(text)")
                _ = trace.decidingReads
                _ = trace.wouldChange
            } catch {
                #expect(!error.errors.isEmpty)
                for fault in error.errors { #expect(!fault.message.isEmpty) }
            }
        }
    }
}

/// Values and types that hold themselves twice, over and over, are small in memory and huge to walk through.
@Test func sharedPartsCannotExplode() throws {
    func nested(_ levels: Int, _ part: (String) -> String, _ last: (String) -> String) -> String {
        var text = last("s\(levels - 1)")
        for level in (0..<levels).reversed() {
            let content = level == 0 ? "[1]" : part("s\(level - 1)")
            text = "cel.bind(s\(level), \(content), \(text))"
        }
        return text
    }
    let doubled = { (name: String) in "[\(name), \(name)]" }
    for last in [
        "%@ == dyn(%@)", "%@ in [%@]", "sets.contains(%@, %@)", "'%s'.format([%@]) == ''", "%@.distinct() == []",
    ] {
        let text = nested(100, doubled) {
            last.split(separator: "%@", omittingEmptySubsequences: false).joined(separator: $0)
        }
        let program = try Environment().compile(text, checked: false)
        guard case .error(let error) = program.evaluate(Activation(Environment())) else {
            Issue.record("the limit was not met: \(last)")
            continue
        }
        #expect(error.code == .costLimit(10_000_000))
    }
    _ = try? Environment().compile(nested(100, { "{'a': \($0), 'b': [\($0)]}" }, { "\($0) == 1" }))
    let open = try Quality.environment.compile(
        nested(100, doubled) { "sets.contains([\($0)], [x])" }.replacing("[1]", with: "[x]"), checked: false)
    #expect(describe(open.evaluate(Quality.activation, limits: EvaluationLimits(cost: .max))) == "unknown{x}")
    var environment = Environment()
    let parameters: [CELType] = [.parameter("T"), .parameter("U")]
    environment.register(
        function: "pair",
        Overload("pair", parameters, returns: .opaque("pair", parameters), isPure: false) { _ in .failure("unused") })
    _ = try environment.compile(nested(100, { "pair(\($0), \($0))" }, { "\($0) == \($0)" }))
}
