internal import CEL
internal import Model

extension Subject {
    /// A rule's own sentence for a verdict; nil where it has none, or a value in it is not known.
    func ownSentence(of rule: Rule, _ verdict: Verdict, _ locals: Locals) -> OwnSentence? {
        guard let template = rule.because[verdict] else { return nil }
        let activation = activation(rule.environment, locals)
        guard let vi = parts(template[.vi], activation), let en = parts(template[.en], activation) else { return nil }
        return OwnSentence(vi: vi, en: en)
    }

    private func parts(_ segments: [Template.Segment], _ activation: Activation) -> [OwnSentence.Part]? {
        var parts: [OwnSentence.Part] = []
        for segment in segments {
            switch segment {
            case .text(let text): parts.append(.text(text))
            case .expression(let expression):
                guard let part = part(expression, activation) else { return nil }
                parts.append(part)
            }
        }
        return parts
    }

    private func part(_ expression: Expression, _ activation: Activation) -> OwnSentence.Part? {
        guard case .value(let value) = expression.evaluate(activation), !value.containsUnknown else {
            return nil
        }
        if case .list(let list) = value { return .values(list.elements.map { shown($0, at: nil) }, of: expression) }
        return .value(shown(value, at: nil), of: expression)
    }
}
