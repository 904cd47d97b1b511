internal import CEL
internal import Workload

/// The rules and documents of a workload, ready to be timed.
struct Runner {
    /// A rule with its program.
    struct Compiled {
        let kind: String
        let text: String
        let program: Program
    }

    /// What the folder of a workload lacks.
    struct BadWorkload: Error {
        let what: String
    }

    let binding = Binding()
    let rules: [Compiled]
    let texts: [[UInt8]]
    let documents: [JSON]

    init(_ folder: String) throws {
        let ruleBytes = try Files.read("\(folder)/rules.json")
        let documentLines = try Files.read("\(folder)/documents.jsonl").split(separator: UInt8(ascii: "\n"))
        guard case .array(let rules) = try ruleBytes.withUnsafeBufferPointer({ try JSONReader.read($0) }) else {
            throw BadWorkload(what: "rules.json holds no array")
        }
        var compiled: [Compiled] = []
        for rule in rules {
            guard case .string(let text)? = rule["cel"], case .string(let kind)? = rule["kind"] else {
                throw BadWorkload(what: "a rule without `cel` and `kind`")
            }
            let program = try binding.environment.compile(text, expecting: .bool)
            compiled.append(Compiled(kind: kind, text: text, program: program))
        }
        self.rules = compiled
        texts = documentLines.map(Array.init)
        documents = try texts.map { try $0.withUnsafeBufferPointer { bytes in try JSONReader.read(bytes) } }
    }

    /// `p`, `g` or `n` for each rule; `!` for an error.
    func answers(_ activation: Activation) -> String {
        var answers = ""
        for rule in rules {
            switch rule.program.evaluate(activation) {
            case .value(.bool(let flag)): answers += flag ? "p" : "g"
            case .value(.unknown): answers += "n"
            case .value, .error: answers += "!"
            }
        }
        return answers
    }

    /// Nanoseconds for one document: the least of several runs of each, on the average of all.
    /// - Parameter count: How often the work is done between two looks at the clock.
    func perDocument(runs: Int, count: Int = 1, _ work: (Int) -> Void) -> Double {
        var least = [Double](repeating: .infinity, count: documents.count)
        for _ in 0..<runs {
            for index in documents.indices {
                let spent = Measure.nanoseconds { for _ in 0..<count { work(index) } }
                least[index] = min(least[index], spent / Double(count))
            }
        }
        return least.reduce(0, +) / Double(least.count)
    }
}
