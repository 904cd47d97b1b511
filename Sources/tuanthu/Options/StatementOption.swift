internal import Reports
internal import ArgumentParser
internal import Model

/// The one statement a command looks at.
struct StatementOption: ParsableArguments {
    @Option(name: .customLong("in"), help: ArgumentHelp("The statement.", valueName: "file"))
    var file: String

    @Option(name: .customLong("inspection"), help: ArgumentHelp("An inspection of the agency.", valueName: "file"))
    var inspections: [String] = []

    /// Reads the statement and the inspections; the run stops where one has an error.
    func load(
        _ vocabulary: Vocabulary, _ language: Language, assuming assumptions: [Assumption] = []
    ) throws -> (
        statement: Statement, inspections: [Inspection]
    ) {
        try StatementOption.load(file, inspections: inspections, vocabulary, language, assuming: assumptions)
    }

    /// Reads a statement and inspections; the run stops where one has an error.
    static func load(
        _ file: String, inspections: [String], _ vocabulary: Vocabulary, _ language: Language,
        assuming assumptions: [Assumption] = []
    ) throws -> (statement: Statement, inspections: [Inspection]) {
        var intake = StatementIntake(vocabulary: vocabulary, language: language, assumptions: assumptions)
        let name = file == "-" ? "<stdin>" : file
        let input = InputFile(name: name, isStandardInput: file == "-", kind: .statement)
        let statement = intake.statement(input)
        let inspections = inspections.compactMap { path in
            intake.inspection(InputFile(name: path, isStandardInput: false, kind: .inspection))
        }
        guard let statement, !intake.problems.contains(where: \.isError) else { throw CommandStop(.noVerdict) }
        return (statement, inspections)
    }
}
