public import Assessor
internal import CivilTime
public import Model
public import Portfolio

/// What the tests of rules came to: each failed case with what was expected and what came, then the counts.
public struct RuleTestReport {
    /// Cases that failed so far.
    public private(set) var failed = 0
    private var passed = 0
    private var rules: Set<String> = []
    private var sets: Set<String> = []
    /// Whether only some of the library's files are run: then only the sets of their rules are asked for cases.
    private let isPart: Bool
    private let phrasing: Phrasing

    /// A report in one language.
    /// - Parameter isPart: Whether only some of the library's test files are run.
    public init(_ language: Language, library: RuleLibrary, isPart: Bool = false) {
        self.isPart = isPart
        phrasing = Phrasing(language, library: library)
    }

    /// Counts a case; the text of a failed one, empty for one that passed.
    public mutating func add(_ result: CaseResult<RuleTest>) -> String {
        rules.insert(result.test.rule)
        if let set = phrasing.library.rule(result.test.rule)?.set { sets.insert(set) }
        guard !result.passed else {
            passed += 1
            return ""
        }
        failed += 1
        let test = result.test
        var text =
            "\(test.place.position): error[\(test.rule)] \(phrasing.pick("kiểm thử không đạt", "test failed")): \(test.name)\n"
        if let fault = result.fault { text += "     = \(fault)\n" }
        for expectation in result.unmet {
            text += "     = \(phrasing.pick("cần", "expected")): \(line(expectation))\n"
        }
        for finding in result.surplus {
            text += "     = \(phrasing.pick("thấy", "found")): \(line(finding))\n"
            text += "         \(phrasing.because(finding, in: test.statement))\n"
        }
        return text
    }

    /// Counts a case of a rule on a portfolio likewise.
    public mutating func add(_ result: CaseResult<SetRuleTest>) -> String {
        rules.insert(result.test.rule.id)
        guard !result.passed else {
            passed += 1
            return ""
        }
        failed += 1
        let test = result.test
        let words = phrasing.pick("kiểm thử không đạt", "test failed")
        var text = "\(test.place.position): error[\(test.rule.id)] \(words): \(test.name)\n"
        if let fault = result.fault { text += "     = \(fault)\n" }
        for expectation in result.unmet {
            text += "     = \(phrasing.pick("cần", "expected")): \(line(expectation))\n"
        }
        for finding in result.surplus {
            text += "     = \(phrasing.pick("thấy", "found")): \(line(finding))\n"
        }
        return text
    }

    private func line(_ expectation: SetRuleTest.Expectation) -> String {
        parts([
            ("occurrence", expectation.occurrence?.description), ("verdict", expectation.verdict?.rawValue),
            ("timing", expectation.timing), ("due", expectation.due?.description), ("level", expectation.level),
            ("met", expectation.met), ("of", expectation.of), ("lacking", expectation.lacking),
            ("missing", expectation.missing?.joined(separator: " ")),
            ("open", expectation.open?.joined(separator: " ")),
            ("unlisted", expectation.unlisted?.joined(separator: " ")),
            ("history", expectation.isHistory ? "true" : nil),
        ])
    }

    private func line(_ finding: SetFinding) -> String {
        parts([
            ("occurrence", finding.occurrence?.description), ("verdict", finding.verdict.rawValue),
            ("timing", finding.timing.state.rawValue), ("due", finding.timing.due?.description),
            ("level", finding.level?.rawValue ?? "none"), ("met", finding.count?.numerator.text),
            ("of", finding.count?.denominator.text), ("lacking", finding.count?.lacking.text),
            ("missing", finding.missing.map(\.text).joined(separator: " ")),
            ("open", finding.open.map(\.text).joined(separator: " ")),
            ("unlisted", finding.unlisted.joined(separator: " ")), ("history", finding.isHistory ? "true" : nil),
        ])
    }

    /// What the cases and the coverage tables leave out, a line each, then how much of it there is.
    public func coverage(_ cases: CaseCoverage, _ tables: [CoverageGap]) -> String {
        var text = ""
        for gap in cases.gaps {
            let verdict = AxisNames.name(gap.verdict)[phrasing.language]
            text +=
                phrasing.pick("chưa có trường hợp", "no case")
                + ": \(gap.rule) → \(gap.verdict.rawValue) (\(verdict))\n"
        }
        for gap in tables {
            text += phrasing.pick("chưa nói đến", "nothing said of") + ": \(gap.set): \(gap.source) \(gap.place)\n"
        }
        let covered = cases.total - cases.gaps.count
        text += phrasing.pick(
            "\(covered)/\(cases.total) kết quả của các yêu cầu có trường hợp kiểm thử; \(tables.count) điều, khoản, điểm chưa nói đến",
            "\(covered) of \(cases.total) verdicts of rules have a case; nothing said of \(tables.count) articles, clauses and points"
        )
        return text + "\n"
    }

    /// The counts.
    public func summary() -> String {
        let library = phrasing.library
        let ids = library.rules.map { ($0.id, $0.set) } + library.setRules.map { ($0.id, $0.set) }
        let untested = ids.filter { !rules.contains($0.0) && (!isPart || sets.contains($0.1)) }.map(\.0)
        var text = phrasing.pick(
            "\(passed + failed) trường hợp của \(rules.count) yêu cầu: \(passed) đạt, \(failed) không đạt",
            "\(passed + failed) cases of \(rules.count) rules: \(passed) passed, \(failed) failed")
        if !untested.isEmpty {
            text += phrasing.pick("; chưa có trường hợp: ", "; without a case: ") + untested.joined(separator: ", ")
        }
        return text + "\n"
    }

    private func line(_ expectation: RuleTest.Expectation) -> String {
        parts([
            ("item", expectation.item), ("occurrence", expectation.occurrence?.description),
            ("verdict", expectation.verdict?.rawValue), ("timing", expectation.timing),
            ("due", expectation.due?.description), ("days", expectation.days.map { String($0) }),
            ("age", expectation.age.map { String($0) }),
            ("missing", expectation.missing.isEmpty ? nil : expectation.missing.joined(separator: " ")),
            ("says", expectation.says[phrasing.language].map { "“\($0)”" }),
            ("history", expectation.isHistory ? "true" : nil),
        ])
    }

    private func line(_ finding: Finding) -> String {
        let missing = finding.undeterminedBy.map(\.path.dotted)
        return parts([
            ("item", finding.item?.key), ("occurrence", finding.occurrence?.description),
            ("verdict", finding.verdict.rawValue), ("timing", finding.timing.state.rawValue),
            ("due", finding.timing.due?.description), ("days", finding.timing.days.map { String($0) }),
            ("missing", missing.isEmpty ? nil : missing.joined(separator: " ")),
            ("says", finding.ownSentence.map { "“\($0.plainText(phrasing.language))”" }),
            ("history", finding.isHistory ? "true" : nil),
        ])
    }

    private func parts(_ parts: [(String, String?)]) -> String {
        parts.compactMap { name, value in value.map { "\(name) \($0)" } }.joined(separator: ", ")
    }
}
