internal import CivilTime

/// The law content of a rule in one line: a change of it has to be seen by whoever reviews a change of the rules.
public enum RuleContent {
    /// Id, citations, force, grade, gate, window and provenance.
    public static func line(_ rule: Rule) -> String {
        var parts = [rule.id, citations(of: rule)]
        parts.append(rule.force.rawValue)
        if let grading = rule.grading {
            let grades = [("nonconform", grading.nonconform), ("partial", grading.partial)]
            parts += grades.compactMap { name, grade in grade.map { "\(name)=\($0.rawValue)" } }
            if grading.isCandidate { parts.append("candidate") }
        }
        if let gate = rule.gate { parts.append("gate=\(gate.rawValue)") }
        parts.append("\(rule.inForce.from?.description ?? "")..\(rule.inForce.to?.description ?? "")")
        parts.append(rule.provenance.rawValue)
        return parts.joined(separator: " | ")
    }

    /// Where a rule stands in its sources, as its line says it.
    public static func citations(of rule: Rule) -> String { citations([rule.citation] + rule.furtherCitations) }

    /// Where a rule on a portfolio stands in its sources, as its line says it.
    public static func citations(of rule: SetRule) -> String { citations([rule.citation] + rule.furtherCitations) }

    private static func citations(_ citations: [Citation]) -> String {
        citations.map(\.compact).joined(separator: "; ")
    }

    /// The ids of the rules in a list of content, each with its citations, in the order of the list.
    public static func citations(in text: String) -> [(id: String, citations: String)] {
        text.split(separator: "\n").compactMap { line in
            guard line.hasPrefix("  "), !line.hasPrefix("  param.") else { return nil }
            let parts = line.dropFirst(2).split(separator: " | ", omittingEmptySubsequences: false)
            return parts.count > 2 ? (String(parts[0]), String(parts[1])) : nil
        }
    }

    /// Id, citations, share, clock, force, window and provenance of a rule on a portfolio.
    public static func line(_ rule: SetRule) -> String {
        let clock =
            switch rule.quota.clock {
            case .state: "at all times"
            case .fixed(let date, let isInclusive, _): "\(isInclusive ? "by" : "before") \(date.text)"
            case .perWindow(let unit, let since, _): "per \(unit) since \(since.text)"
            }
        let window = "\(rule.inForce.from?.description ?? "")..\(rule.inForce.to?.description ?? "")"
        let share = "quota=\(rule.quota.share) over=\(rule.over.rawValue)"
        return [rule.id, citations(of: rule), share, clock, rule.force.rawValue, window, rule.provenance.rawValue]
            .joined(separator: " | ")
    }

    /// Name, value and source.
    public static func line(_ parameter: Parameter) -> String {
        ["param.\(parameter.name)", parameter.value.compact, parameter.source ?? ""].joined(separator: " | ")
    }

    /// Every set with its version, its rules and its parameters.
    public static func text(of library: RuleLibrary) -> String {
        var text = ""
        for set in library.sets {
            text += "\(set.id) \(set.version)\n"
            for rule in set.rules { text += "  \(line(rule))\n" }
            for rule in set.setRules { text += "  \(line(rule))\n" }
            for parameter in library.parameters(of: set) { text += "  \(line(parameter))\n" }
        }
        return text
    }
}

extension Citation {
    /// The place in a source in ASCII: `qd-19-2014 4.4.a`.
    var compact: String {
        let place = [article, clause, point, paragraph].compactMap(\.self).joined(separator: ".")
        return place.isEmpty ? source : "\(source) \(place)"
    }
}

extension ParameterValue {
    /// The value as rule files write it.
    var compact: String {
        switch self {
        case .integer(let number): String(number)
        case .period(let period): period.description
        case .date(let date): date.description
        case .text(let text): text
        case .boolean(let value): String(value)
        }
    }
}
