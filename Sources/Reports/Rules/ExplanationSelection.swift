public import Assessor
internal import Model

/// Which of a rule's findings an explanation tells.
public struct ExplanationSelection: Sendable {
    /// There is no item of that key.
    public struct UnknownItem: Error, Sendable {
        /// The keys there are, the worst first.
        public let known: [String]

        /// The key most like a word that is none of them, if one is near.
        public func nearest(to word: String) -> String? { NearestName.nearest(to: word, among: known) }
    }

    /// More findings than these are counted where neither an item nor everything is asked for.
    private static let toldFindings = 3

    /// The findings to tell, the worst first.
    public let findings: [Finding]
    /// How many more there are that are not met or not known.
    public let furtherOpen: Int
    /// How many more there are that are met, do not apply, or are past.
    public let furtherSettled: Int
    /// Whether what did not decide is told as well.
    public let isFull: Bool

    /// Selects findings.
    /// - Parameters:
    ///   - explanation: What is explained.
    ///   - item: The key of the one item to tell; nil for what decided the rule.
    ///   - isFull: Whether to tell every finding, and all of each.
    /// - Throws: ``UnknownItem`` where no finding is of that item.
    public init(_ explanation: Explanation, item: String?, isFull: Bool) throws(UnknownItem) {
        let ordered = explanation.findings.enumerated().sorted { left, right in
            (left.element.gravity, left.offset) < (right.element.gravity, right.offset)
        }.map(\.element)
        self.isFull = isFull
        if let item {
            findings = ordered.filter { $0.item?.key == item }
            (furtherOpen, furtherSettled) = (0, 0)
            if findings.isEmpty {
                var keys: [String] = []
                for key in ordered.compactMap(\.item?.key) where !keys.contains(key) { keys.append(key) }
                throw UnknownItem(known: keys)
            }
            return
        }
        guard !isFull else {
            findings = ordered
            (furtherOpen, furtherSettled) = (0, 0)
            return
        }
        let open = ordered.filter { $0.gravity < Finding.settledGravity }
        let told = open.isEmpty ? Array(ordered.prefix(1)) : Array(open.prefix(ExplanationSelection.toldFindings))
        findings = told
        furtherOpen = max(0, open.count - told.count)
        furtherSettled = ordered.count - told.count - furtherOpen
    }

    /// The parts of a rule that have to do with a finding.
    func parts(_ explanation: Explanation, of finding: Finding) -> [Explanation.Part] {
        let own = explanation.subjects.first {
            $0.item?.path == finding.item?.path && $0.item?.key == finding.item?.key
        }
        let subject = own ?? (explanation.subjects.count == 1 ? explanation.subjects.first : nil)
        guard let parts = subject?.parts else { return [] }
        if !isFull, case .applicability = finding.reason { return parts.filter { $0.key == "applies" } }
        return parts
    }

    /// Whether a part of a rule decided a finding; that a rule applies says little of what it came to.
    func isDecisive(_ part: Explanation.Part, of finding: Finding) -> Bool {
        if isFull || part.key != "applies" { return true }
        if case .applicability = finding.reason { return true }
        return false
    }
}

extension Finding {
    fileprivate static var settledGravity: Int { 5 }

    /// The lower the worse; what is met, does not apply or is past from ``settledGravity`` on.
    fileprivate var gravity: Int {
        if isHistory { return 9 }
        return switch verdict {
        case .error: 0
        case .nonconform: 1
        case .undetermined: 2
        case .partial: 3
        case .pending: 4
        case .conform: 5
        case .notApplicable: 6
        case .notInForce: 7
        }
    }
}
