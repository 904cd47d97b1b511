internal import CivilTime
internal import Assessor
internal import Digest
internal import Model
package import YAMLTree

/// What the statements were assessed against: ids, versions and digests, so that a report can be repeated.
package enum ContextJSON {
    static func value(_ run: ReportRun) -> JSONValue {
        let context = run.context
        let used = Set(context.rules.map(\.set))
        let sets = context.library.sets.filter { used.contains($0.id) }.map { ruleSet($0) }
        let files = Set(context.library.sets.filter { used.contains($0.id) }.flatMap { $0.inputs.map(\.name) })
        // Readings of sets that the run does not use say nothing of it.
        let readings = context.readings.sorted { $0.key < $1.key }.filter { name, _ in
            context.library.interpretations[name].map { files.contains($0.place.file) } ?? false
        }.map { name, choice in JSONValue.Member(name, .string(choice)) }
        let inspections = context.inspections.map { inspection in
            JSONValue.object([
                "agency": .string(inspection.agency), "path": .string(inspection.source.name),
                "sha256": .string(SHA256.hexDigest(of: inspection.source.bytes)),
                "signed_on": .string(inspection.signedOn.description),
            ])
        }
        let years = context.holidays?.years ?? []
        return .object([
            "rules": .string(run.rulesOrigin),
            "profile": .string(context.profile.id),
            "rule_sets": .array(sets),
            "vocabulary": .object(["sha256": .string(digest(of: run.vocabularyFiles))]),
            "parameters": .object(parameters(context)),
            "interpretations": .object(readings),
            "holidays": .array(years.map { holidays($0) }),
            "inspections": .array(inspections),
            "selection": run.ownSelection.map { .array($0.map { .string($0) }) } ?? .null,
            "grades": .object(grades(context)),
            "waivers": .array(context.waivers.inputs.map { file($0) }),
            "baseline": run.baseline?.source.map { file($0) } ?? .null,
            "fail_on": .string(run.threshold.rawValue),
            "assumptions": .array(
                run.assumptions.map { .object(["fact": .string($0.fact), "value": .string($0.value)]) }),
        ])
    }

    private static func holidays(_ year: HolidayYear) -> JSONValue {
        .object([
            "year": .integer(Int64(year.year)), "path": .string(year.source.name),
            "sha256": .string(SHA256.hexDigest(of: year.source.bytes)), "source": .string(year.basis),
        ])
    }

    /// A file with its digest; its path as it was given.
    static func file(_ source: SourceText) -> JSONValue {
        .object(["path": .string(source.name), "sha256": .string(SHA256.hexDigest(of: source.bytes))])
    }

    /// The digest of the files' digests in their order, wherever the files lie.
    package static func digest(of files: [SourceText]) -> String {
        let digests = files.map { SHA256.hexDigest(of: $0.bytes) }
        return SHA256.hexDigest(of: Array(digests.joined(separator: "\n").utf8))
    }

    private static func ruleSet(_ set: RuleSet) -> JSONValue {
        .object([
            "id": .string(set.id), "version": .string(set.version), "sha256": .string(digest(of: set.inputs)),
        ])
    }

    /// The grades set in place of the rules' own.
    private static func grades(_ context: AssessmentContext) -> [JSONValue.Member] {
        context.profile.grades.sorted { $0.key < $1.key }.map { rule, grading in
            let grade: JSONValue = .object([
                "nonconform": .optional(grading.nonconform?.rawValue), "partial": .optional(grading.partial?.rawValue),
                "candidate": .boolean(grading.isCandidate),
            ])
            return JSONValue.Member(rule, grade)
        }
    }

    private static func parameters(_ context: AssessmentContext) -> [JSONValue.Member] {
        context.profile.parameters.sorted { $0.key < $1.key }.map { name, value in
            let json: JSONValue
            switch value {
            case .integer(let integer): json = .integer(integer)
            case .period(let period): json = .string(period.description)
            case .date(let date): json = .string(date.description)
            case .text(let text): json = .string(text)
            case .boolean(let boolean): json = .boolean(boolean)
            }
            return JSONValue.Member(name, json)
        }
    }
}

/// The counts of a run or a subject.
enum SummaryJSON {
    /// - Parameter resolved: How many findings of the baseline are resolved; nil where there is none, or for a single subject.
    static func value(_ summary: RunSummary, resolved: Int? = nil) -> JSONValue {
        let rules = Verdict.allCases.map { JSONValue.Member($0.rawValue, .integer(Int64(summary.rules[$0] ?? 0))) }
        let findings = Verdict.allCases.map {
            JSONValue.Member($0.rawValue, .integer(Int64(summary.findings[$0] ?? 0)))
        }
        let levels = Level.allCases.map { JSONValue.Member($0.rawValue, .integer(Int64(summary.levels[$0] ?? 0))) }
        let waived = Verdict.allCases.map { JSONValue.Member($0.rawValue, .integer(Int64(summary.waived[$0] ?? 0))) }
        let states = BaselineState.allCases.filter { $0 != .resolved }.map {
            JSONValue.Member($0.rawValue, .integer(Int64(summary.states[$0] ?? 0)))
        }
        let baseline = resolved.map { JSONValue.object(states + [JSONValue.Member("resolved", .integer(Int64($0)))]) }
        return .object([
            "subjects": .integer(Int64(summary.subjects)),
            "rules": .object(rules),
            "findings": .object(findings),
            "levels": .object(levels),
            "waived": .object(waived),
            "baseline": baseline,
            "coverage": .object([
                "decided": .integer(Int64(summary.decided)), "applicable": .integer(Int64(summary.applicable)),
            ]),
            "conformity": .object([
                "at_least": .integer(Int64(summary.conformAtLeast)), "at_most": .integer(Int64(summary.conformAtMost)),
                "of": .integer(Int64(summary.applicable)),
            ]),
        ])
    }
}

/// What was wrong with an input.
enum InputProblemJSON {
    static func value(_ problem: InputProblem) -> JSONValue {
        .object([
            "severity": problem.isError ? "error" : "warning",
            "message": .object(["vi": .string(problem.message.vi), "en": .string(problem.message.en)]),
            "location": problem.place.map { PlaceJSON.value($0) } ?? .null,
        ])
    }
}

/// A place: lines and columns from 1, columns in Unicode scalars.
enum PlaceJSON {
    static func value(_ place: Place) -> JSONValue { .object(members(place)) }

    static func members(_ place: Place) -> [JSONValue.Member] {
        [
            JSONValue.Member("file", .string(place.file)),
            JSONValue.Member("line", .integer(Int64(place.range.start.line))),
            JSONValue.Member("column", .integer(Int64(place.range.start.column))),
        ]
    }
}
