import Testing

/// The scripts that complete arguments.
@Suite struct CompletionsTests {
    @Test(arguments: ["bash", "zsh", "fish"])
    func everyShellKnowsTheCommandsAndTheirOptions(shell: String) throws {
        let run = try Program.run(["completions", shell])
        #expect(run.status == 0)
        for word in ["deadlines", "transition", "fail-on", "as-of"] { #expect(run.output.contains(word)) }
        #expect(!run.output.contains("generate-docs"))
    }

    @Test func anotherShellIsRefused() throws {
        let run = try Program.run(["completions", "tcsh"])
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("bash"))
    }
}
