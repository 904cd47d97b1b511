internal import CivilTime
public import Assessor
internal import Digest
internal import Model
internal import YAMLTree

/// The findings as SARIF 2.1.0: one run however many agencies, the sources' clauses as taxonomies.
public struct SARIFReport: StreamedReport {
    private let run: ReportRun
    private let options: TextReport.Options
    private let limits: SARIFLimits
    private let phrasing: Phrasing
    private let other: Phrasing
    private let sink: ReportSink
    private let taxonomies: SARIFTaxonomies
    private var rules: SARIFRules
    private var results: SARIFResultStore
    private var artifacts: [JSONValue] = []
    private var failures: [JSONValue] = []
    private var cuts = SARIFCuts()

    /// A report of a run, written to a sink at the end of the run.
    ///
    /// What conforms or does not apply is a result only where everything is asked for: GitHub's code scanning takes every result for
    /// a problem, whatever its kind. What an inspector found otherwise is one for a person to look at, so it is told all the same.
    public init(
        _ run: ReportRun, _ options: TextReport.Options, limits: SARIFLimits = SARIFLimits(),
        sink: @escaping ReportSink
    ) {
        self.run = run
        self.options = options
        self.limits = limits
        self.sink = sink
        phrasing = Phrasing(options.language, library: run.context.library)
        other = Phrasing(options.language == .vi ? .en : .vi, library: run.context.library)
        taxonomies = SARIFTaxonomies(run.context.rules)
        rules = SARIFRules(run.context.rules, taxonomies, limits)
        results = SARIFResultStore(limit: limits.results)
        cuts.rules = max(0, run.context.rules.count - limits.rules)
    }

    /// Takes the findings of one statement.
    public mutating func add(_ assessment: Assessment, changes: @Sendable (Finding) -> [WouldChange]) {
        let statement = assessment.statement
        for input in statement.inputs { artifacts.append(artifact(input)) }
        for finding in assessment.findings {
            guard FindingGroup(finding).isTold || finding.isContradicted || options.isVerbose, !finding.isHistory
            else { continue }
            let told = ToldFinding(finding, in: statement, phrasing, run.baseline)
            guard let index = rules.index(of: finding.rule) else { continue }
            guard let kind = told.mapping.sarifKind else {
                failures.append(failure(told, index))
                continue
            }
            rules.note(finding.verdict, of: index)
            let result = SARIFResult(told: told, other: other, kind: kind, ruleIndex: index, limits: limits)
            var bytes: [UInt8] = []
            result.value(&cuts).write(to: &bytes, .compact)
            results.add(bytes, finding.levelWithoutWaiver)
        }
    }

    /// Writes the file.
    public mutating func finish(_ result: RunResult) {
        guard result.summary.subjects > 0 else { return }
        var out: [UInt8] = []
        out +=
            "{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json\",\n"
            .utf8
        out += "\"version\":\"2.1.0\",\n\"runs\":[{".utf8
        member("tool", .object(["driver": driver]), to: &out)
        member("columnKind", "unicodeCodePoints", to: &out)
        member("language", .string(options.language.rawValue), to: &out)
        member("automationDetails", .object(["id": .string("tuanthu/\(run.context.profile.id)/")]), to: &out)
        let base: JSONValue = .object(["description": .object(["text": .string(baseDescription)])])
        member("originalUriBaseIds", .object([JSONValue.Member(SARIFPlaces.base, base)]), to: &out)
        member("taxonomies", taxonomies.components(phrasing, &cuts, limits), to: &out)
        member("translations", .array([rules.translation(other, version: run.version, &cuts)]), to: &out)
        member("artifacts", .array(artifacts), to: &out)
        out += "\"results\":[".utf8
        for (index, bytes) in results.results.enumerated() {
            out += (index == 0 ? "\n" : ",\n").utf8
            out += bytes
        }
        out += "\n],\n".utf8
        cuts.results = results.leftOut
        member("invocations", .array([invocation(result)]), to: &out)
        member("properties", properties(result), isLast: true, to: &out)
        out += "}]}\n".utf8
        sink(out)
    }

    private func member(_ name: String, _ value: JSONValue, isLast: Bool = false, to out: inout [UInt8]) {
        JSONValue.string(name).write(to: &out, .compact)
        out += ":".utf8
        value.write(to: &out, .compact)
        out += (isLast ? "" : ",\n").utf8
    }

    private var driver: JSONValue {
        mutating get {
            .object([
                "name": "tuanthu",
                "version": .string(run.version),
                "semanticVersion": .string(run.version),
                "guid": .string(SARIFRules.guid),
                "language": .string(options.language.rawValue),
                "supportedTaxonomies": taxonomies.references,
                "rules": rules.descriptors(phrasing, &cuts),
            ])
        }
    }

    private var baseDescription: String {
        phrasing.pick("Gốc của kho mã, nơi chạy tuanthu.", "The root of the repository, where tuanthu was run.")
    }

    private func artifact(_ input: SourceText) -> JSONValue {
        .object([
            "location": SARIFPlaces.artifact(input.name), "roles": ["analysisTarget"], "encoding": "UTF-8",
            "hashes": .object(["sha-256": .string(SHA256.hexDigest(of: input.bytes))]),
        ])
    }

    private func properties(_ result: RunResult) -> JSONValue {
        .object([
            "asOf": .string(run.asOf.description),
            "profile": .string(run.context.profile.id),
            "outcome": .string(result.outcome.rawValue),
            "summary": SummaryJSON.value(result.summary, resolved: result.comparison?.resolved.count),
        ])
    }

    // MARK: What happened

    private func invocation(_ result: RunResult) -> JSONValue {
        .object([
            "executionSuccessful": .boolean(result.outcome != .incomplete),
            "exitCode": .integer(Int64(result.outcome.exitCode)),
            "toolExecutionNotifications": .array(failures + SARIFNotifications.problems(result.problems, phrasing)),
            "toolConfigurationNotifications": .array(SARIFNotifications.cuts(cuts, limits, phrasing)),
        ])
    }

    /// A rule that could not be evaluated is a matter of the tool, not of the agency.
    private func failure(_ told: ToldFinding, _ index: Int) -> JSONValue {
        .object([
            "level": "error",
            "descriptor": .object(["id": "evaluation-failed"]),
            "associatedRule": .object(["id": .string(told.finding.rule.id), "index": .integer(Int64(index))]),
            "message": .object(["text": .string(told.message)]),
            "locations": .array([
                SARIFPlaces.location(told.finding.location.place, pointer: told.finding.location.pointer)
            ]),
        ])
    }
}
