internal import Assessor
internal import Model

/// Which of the operands that decided a condition tell a reader something.
extension Phrasing {
    /// The operands to tell: those given by the rules or the run are left out, and those that only open the way to another one that is
    /// told.
    func telling(_ operands: [Operand], of finding: Finding) -> [Operand] {
        let own = operands.filter { !isGiven($0) }
        let compared = Set(own.filter { $0.relation.map { $0.value != .none } ?? false }.compactMap(\.path))
        let told = own.filter { operand in
            // `x != null && x > 0` speaks of `x` once.
            if operand.relation?.value == ShownValue.none, let path = operand.path { return !compared.contains(path) }
            return !opensTheWay(operand, of: finding)
        }
        return told.isEmpty ? own : told
    }

    /// Whether an operand says what a rule asks about and not what it found: a list that the rules themselves write down, a definition
    /// that holds where the rule is met, an expression of the rule whose own leaves are named beside it.
    private func opensTheWay(_ operand: Operand, of finding: Finding) -> Bool {
        guard operand.path == nil else { return false }
        if case .list = operand.value { return isNamed(operand.text) }
        if operand.value == .unknown { return !isNamed(operand.text) }
        guard operand.relation == nil else { return false }
        switch operand.value {
        case .boolean(true): return finding.verdict == .conform && isNamed(operand.text)
        case .boolean, .list, .text, .integer, .date, .period, .choice, .none, .unknown, .record, .other: return false
        }
    }

    private func isNamed(_ text: String) -> Bool { name(ofText: text) != nil }

    /// The denial of a label that tells what an agency is: `cơ quan là bộ` is denied as `cơ quan không phải là bộ`.
    func negated(_ label: String) -> String? {
        let (lead, denial) = (pick("cơ quan là ", "being "), pick("cơ quan không phải là ", "not being "))
        return label.hasPrefix(lead) ? denial + label.dropFirst(lead.count) : nil
    }
}
