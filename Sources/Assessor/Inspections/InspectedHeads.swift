public import Model

/// What records say of heads: what they write under a head, and what they found otherwise of the facts its rules rest on.
struct InspectedHeads {
    private let inspections: [Inspection]
    private let findings: [Finding]

    init(_ inspections: [Inspection], _ findings: [Finding]) {
        self.inspections = inspections
        self.findings = inspections.isEmpty ? [] : findings.filter { !$0.isHistory }
    }

    /// The records that say something of a head.
    func records(of head: InspectionHead) -> [HeadInspection] {
        if inspections.isEmpty { return [] }
        let own = findings.filter { $0.rule.tags.contains(head.tag) }
        return inspections.map { record($0, head, own) }.filter { !$0.isEmpty }
    }

    private func record(_ inspection: Inspection, _ head: InspectionHead, _ findings: [Finding]) -> HeadInspection {
        let conclusion = inspection.heads.first { $0.head == head.id }
        let contradictions = inspection.contradicts.filter { contradiction in
            if let named = contradiction.head { return named == head.id }
            return findings.contains { isBehind($0, contradiction) }
        }
        return HeadInspection(
            record: inspection.record, signedOn: inspection.signedOn, answer: conclusion?.answer,
            says: conclusion?.says, notMet: (inspection.notMet ?? []).filter { $0.head == head.id },
            toNote: inspection.toNote.filter { $0.head == head.id }, contradictions: contradictions)
    }

    /// Whether a finding rests on a fact that was found otherwise, or waits for it.
    private func isBehind(_ finding: Finding, _ contradiction: Contradiction) -> Bool {
        if finding.reads.contains(where: { $0.contradiction == contradiction }) { return true }
        let names = contradiction.fact.fact.fieldNames
        return finding.undeterminedBy.contains { missing in
            let waited = missing.path.fieldNames
            return waited.starts(with: names) || names.starts(with: waited)
        }
    }
}

extension Inspection {
    /// What the record itself says of a head, without what an agency states; nil where it says nothing.
    public func remarks(on head: InspectionHead) -> HeadInspection? {
        InspectedHeads([self], []).records(of: head).first
    }
}
