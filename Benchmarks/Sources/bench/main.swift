internal import Glibc
internal import Workload

/// Writes the documents and the rules, each rule in the form of every engine.
func generate(_ folder: String, seed: UInt64, documents: Int) throws {
    var generator = DocumentGenerator(seed: seed)
    var lines = ""
    for _ in 0..<documents { lines += generator.document().text + "\n" }
    try Files.write(lines, "\(folder)/documents.jsonl")
    let rules = RuleGenerator.rules(seed: seed &+ 1).map { rule -> JSON in
        .object([
            JSON.Member("kind", .string(rule.kind.rawValue)),
            JSON.Member("cel", .string(CELForm.text(rule.condition, .typed))),
            JSON.Member("celOverMaps", .string(CELForm.text(rule.condition, .maps))),
            JSON.Member("jsonLogic", JSONLogicForm.rule(rule.condition)),
            JSON.Member("zen", .string(ZenForm.text(rule.condition))),
        ])
    }
    try Files.write(JSON.array(rules).text, "\(folder)/rules.json")
}

let arguments = CommandLine.arguments.dropFirst()
let folder = arguments.dropFirst().first
switch (arguments.first, folder) {
case ("generate", let folder?):
    let numbers = arguments.dropFirst(2).compactMap { UInt64($0) }
    try generate(folder, seed: numbers.first ?? 1, documents: numbers.count > 1 ? Int(numbers[1]) : 20)
case ("run", let folder?): print(try Runner(folder).report(runs: 25).text)
case ("rules", let folder?): print(try Runner(folder).table(runs: 10), terminator: "")
case ("repeat", let folder?):
    let rounds = arguments.dropFirst(3).first.flatMap { Int($0) } ?? 100
    try Runner(folder).repeating(arguments.dropFirst(2).first ?? "evaluate", rounds: rounds)
case _:
    print("usage: bench generate FOLDER [SEED [DOCUMENTS]] | bench run FOLDER | bench rules FOLDER")
    print("       bench repeat FOLDER read|bind|evaluate|trace|reads|scalar|quantifier|date|join [ROUNDS]")
    exit(64)
}
