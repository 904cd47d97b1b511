internal import Files
internal import Model
internal import Portfolio
internal import Reports

/// Two snapshots compared, for `diff`.
struct SnapshotDifference {
    let comparison: SnapshotComparison

    /// How long a history that is being written is waited for, in seconds.
    private static let wait = 30

    /// Compares what two arguments name; nil where neither is a snapshot.
    init?(_ a: String, _ b: String, _ language: Language) throws {
        let selectors = [SnapshotSelector(a), SnapshotSelector(b)]
        guard selectors.contains(where: { $0 != nil }) else { return nil }
        guard let before = selectors[0], let after = selectors[1] else {
            let other = selectors[0] == nil ? a : b
            throw CommandStop(
                language == .vi
                    ? "\(other): không phải là số liệu đã chốt; số liệu đã chốt chỉ so được với nhau"
                    : "\(other): is no snapshot; a snapshot is compared with another one")
        }
        comparison = SnapshotComparison(
            try before.snapshot(waiting: Self.wait, language), try after.snapshot(waiting: Self.wait, language))
    }

    func bytes(_ format: FindingFormat, _ language: Language, isColoured: Bool) throws -> [UInt8] {
        switch format {
        case .json: return SnapshotComparisonJSON.bytes(comparison, version: ToolVersion.text)
        case .text:
            // The titles are those of the rules that come with the program.
            let library = try LoadedLibrary.load(nil, .everything, language).library
            let text = SnapshotComparisonText(language, library: library, isColoured: isColoured)
            return Array(text.text(comparison).utf8)
        }
    }
}

extension ComparisonThreshold {
    func isReached(by comparison: SnapshotComparison) -> Bool {
        switch self {
        case .changed: comparison.isChanged
        case .worse: comparison.isWorse
        case .none: false
        }
    }
}
