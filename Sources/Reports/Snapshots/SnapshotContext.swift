internal import CivilTime
internal import Digest
public import Model
public import Portfolio
internal import YAMLTree

extension SnapshotHead {
    /// The head of a snapshot of a run.
    /// - Parameters:
    ///   - run: The run.
    ///   - register: The register, under the name it was given.
    ///   - options: What was asked besides the rules.
    public init(_ run: ReportRun, _ register: Register, _ options: PortfolioAssessor.Options) {
        let context = SnapshotHead.context(run, options).text(.compact)
        let inputs = register.facts.inputs.map { SHA256.hexDigest(of: $0.bytes) }
        self.init(
            portfolio: register.code ?? register.facts.source.name, name: register.name, asOf: run.asOf,
            ruler: SHA256.hexDigest(of: Array(context.utf8)), context: context, program: run.version,
            register: register.facts.source.name,
            registerDigest: inputs.count == 1
                ? inputs[0] : SHA256.hexDigest(of: Array(inputs.joined(separator: "\n").utf8)),
            registerStatedOn: register.statedOn, transition: options.transition?.id)
    }

    /// What the verdicts depend on besides facts and day: not where files lie, and nothing that only tells when a run fails.
    private static func context(_ run: ReportRun, _ options: PortfolioAssessor.Options) -> JSONValue {
        guard case .object(let members) = ContextJSON.value(run) else { return .null }
        let left: Set<String> = ["rules", "baseline", "fail_on", "assumptions", "inspections"]
        let kept = members.filter { !left.contains($0.name) }.map { member in
            ["holidays", "waivers"].contains(member.name)
                ? JSONValue.Member(member.name, withoutPaths(member.value)) : member
        }
        return .object(
            kept + [
                JSONValue.Member("transition", .optional(options.transition?.id)),
                JSONValue.Member("no_step_in", .string(options.idleAfter.description)),
            ])
    }

    private static func withoutPaths(_ value: JSONValue) -> JSONValue {
        guard case .array(let files) = value else { return value }
        return .array(
            files.map { file in
                guard case .object(let members) = file else { return file }
                return .object(members.filter { $0.name != "path" })
            })
    }
}
