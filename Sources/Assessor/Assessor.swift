public import CivilTime
internal import ConcurrentMap
internal import Digest
public import Model

/// Evaluates a statement against rules on a day: a pure function of the three.
public enum Assessor {
    /// The findings on a statement.
    ///
    /// - Parameters:
    ///   - statement: What the agency declares.
    ///   - context: Rules, profile, readings, inspections.
    ///   - asOf: The day. Acts dated after it are hidden; nothing is known after the day the statement speaks to.
    public static func assess(_ statement: Statement, in context: AssessmentContext, asOf: CivilDate) -> Assessment {
        let vocabulary = context.library.vocabulary
        let view = FactView(statement, in: context.library, asOf: asOf)
        let subject = Subject(view, context, readings: context.readings)
        let alternatives = AlternativeReadings(view, context)
        let bindings = SetBindings(subject)
        let shares = shares(of: bindings.entries)
        let findings = shares.concurrentMap { entries -> [Finding] in
            let facts = FactReader(statement, vocabulary, asOf: asOf, inspections: context.inspections)
            var findings: [Finding] = []
            for entry in entries {
                let rule = entry.rule
                let outcomes = subject.outcomes(of: rule, binding: entry.binding)
                let readings = alternatives.results(of: rule, beside: outcomes)
                let assembler = FindingAssembler(rule: rule, subject: subject, facts: facts)
                for (outcome, readings) in zip(outcomes, readings) {
                    findings.append(assembler.finding(outcome, readings: readings))
                }
            }
            return findings
        }.flatMap(\.self)
        return Assessment(
            statement: statement, asOf: asOf, findings: findings, summary: Summary(of: findings),
            unboundSets: bindings.unbound, rulesLeftOut: bindings.rulesLeftOut,
            undecidedSets: bindings.undecided)
    }

    /// How many rules are worth a share of their own: each looks up facts for itself.
    private static let rulesInShare = 12

    /// The rules in a few shares, which are assessed side by side. Their findings come in the order of the rules.
    private static func shares(of rules: [SetBindings.Entry]) -> [ArraySlice<SetBindings.Entry>] {
        stride(from: 0, to: rules.count, by: rulesInShare).map { rules[$0..<min($0 + rulesInShare, rules.count)] }
    }
}

/// Makes a finding of what a rule came to.
struct FindingAssembler {
    let rule: Rule
    let subject: Subject
    let facts: FactReader

    func finding(_ outcome: Outcome, readings: [ReadingResult]) -> Finding {
        let grading = subject.context.grading(of: rule)
        let grade = grade(outcome.verdict, grading)
        let reads = facts.reads(outcome.reads.map { FactPath($0) })
        let missing = facts.missing(outcome.missing.map { FactPath($0) })
        let level =
            outcome.isHistory
            ? nil : VerdictRules.level(outcome.verdict, outcome.timing.state, grade, rule.force)
        let waiver = level == nil ? .none : waiver(of: outcome)
        return Finding(
            rule: rule, item: outcome.item, occurrence: outcome.occurrence, fingerprint: fingerprint(outcome),
            verdict: outcome.verdict, timing: outcome.timing, assurance: reads.map(\.assurance).min() ?? .stated,
            grade: grade, isGradeCandidate: grade != nil && grading?.isCandidate == true, waiver: waiver,
            gate: rule.gate, level: waiver.isInForce ? nil : level, levelWithoutWaiver: level,
            isHistory: outcome.isHistory, reason: outcome.reason,
            ownSentence: subject.ownSentence(of: rule, outcome.verdict, outcome.locals), reads: reads,
            undeterminedBy: missing, readings: readings,
            reported: facts.reported(about: missing.map(\.path)),
            location: facts.location(outcome, reads, missing))
    }

    /// Whether a waiver covers the finding. What could not be evaluated is accepted by nobody, and what conforms needs nobody.
    private func waiver(of outcome: Outcome) -> WaiverState {
        switch outcome.verdict {
        case .conform, .notApplicable, .notInForce, .error: return .none
        case .partial, .pending, .nonconform, .undetermined: break
        }
        let covering = subject.context.waivers.covering(
            rule: rule, agency: subject.view.statement.agencyCode, item: outcome.item?.key, on: subject.asOf)
        switch covering?.standing {
        case .inForce, .ending: return covering.map { .inForce($0.waiver) } ?? .none
        case .expired: return covering.map { .expired($0.waiver) } ?? .none
        case .notYet, nil: return .none
        }
    }

    private func grade(_ verdict: Verdict, _ grading: Grading?) -> Grade? {
        switch verdict {
        case .nonconform: grading?.nonconform
        case .partial: grading?.partial
        case .conform, .pending, .undetermined, .notApplicable, .notInForce, .error: nil
        }
    }

    /// What identifies the same finding in another run: never a line, a count or a number of days.
    private func fingerprint(_ outcome: Outcome) -> String {
        var parts = [rule.id, subject.view.statement.agencyCode ?? ""]
        parts.append(outcome.item?.key ?? "")
        parts.append(outcome.occurrence?.description ?? "")
        parts += outcome.identity
        let digest = SHA256.hexDigest(of: parts.joined(separator: "\u{1F}").utf8)
        return String(digest.prefix(32))
    }
}
