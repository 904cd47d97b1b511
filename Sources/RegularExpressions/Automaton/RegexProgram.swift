/// The automaton of a regular expression.
struct RegexProgram: Sendable {
    enum Instruction: Sendable {
        /// Takes a scalar of the set at this position in `sets`, and goes on with the next instruction.
        case take(set: Int)
        /// Goes on at both, preferring the first.
        case split(Int, Int)
        case jump(Int)
        case save(Int)
        case assert(RegexAssertion)
        case accept
    }

    var instructions: [Instruction] = []
    var sets: [ScalarSet] = []
    let groupNames: [String]

    /// Whether a match can only start where the text starts.
    var isAnchored: Bool {
        if instructions.count > 1, case .assert(.textStart) = instructions[1] { return true }
        return false
    }
}

/// Makes the automaton of a tree.
struct RegexCompiler {
    private var program: RegexProgram

    private static let mostInstructions = 20_000

    static func compile(_ node: RegexNode, groupNames: [String]) throws(RegexError) -> RegexProgram {
        var compiler = RegexCompiler(program: RegexProgram(groupNames: groupNames))
        try compiler.emit(.save(0))
        try compiler.add(node)
        try compiler.emit(.save(1))
        try compiler.emit(.accept)
        return compiler.program
    }

    private mutating func emit(_ instruction: RegexProgram.Instruction) throws(RegexError) {
        guard program.instructions.count < Self.mostInstructions else { throw .tooLarge }
        program.instructions.append(instruction)
    }

    private var position: Int { program.instructions.count }

    private mutating func add(_ node: RegexNode) throws(RegexError) {
        switch node {
        case .empty: return
        case .set(let set):
            program.sets.append(set.sealed)
            try emit(.take(set: program.sets.count - 1))
        case .sequence(let parts): for part in parts { try add(part) }
        case .alternatives(let branches): try addAlternatives(branches)
        case .group(let inner, let number):
            try emit(.save(2 * number))
            try add(inner)
            try emit(.save(2 * number + 1))
        case .assertion(let assertion): try emit(.assert(assertion))
        case .repetition(let operand, let least, let most, let isGreedy):
            for _ in 0..<least { try add(operand) }
            if let most {
                var splits: [Int] = []
                for _ in least..<max(least, most) {
                    splits.append(position)
                    try emit(.jump(0))
                    try add(operand)
                }
                for split in splits { setSplit(split, into: split + 1, past: position, isGreedy) }
            } else {
                let split = position
                try emit(.jump(0))
                try add(operand)
                try emit(.jump(split))
                setSplit(split, into: split + 1, past: position, isGreedy)
            }
        }
    }

    private mutating func setSplit(_ split: Int, into: Int, past: Int, _ isGreedy: Bool) {
        program.instructions[split] = isGreedy ? .split(into, past) : .split(past, into)
    }

    private mutating func addAlternatives(_ branches: [RegexNode]) throws(RegexError) {
        var jumps: [Int] = []
        for branch in branches.dropLast() {
            let split = position
            try emit(.jump(0))
            try add(branch)
            jumps.append(position)
            try emit(.jump(0))
            program.instructions[split] = .split(split + 1, position)
        }
        if let last = branches.last { try add(last) }
        for jump in jumps { program.instructions[jump] = .jump(position) }
    }
}
