internal import CivilTime
public import Model
public import Portfolio

/// What is said of snapshots as they are taken and listed.
public struct SnapshotText {
    /// What became of a snapshot.
    public enum Fate: Sendable, Hashable {
        case added, unchanged, replaced
        /// It was only written as JSON lines.
        case written
    }

    private let language: Language
    private let dates: DateText

    /// Text in one language.
    public init(_ language: Language) {
        self.language = language
        dates = DateText(language)
    }

    /// The line of a snapshot that was taken.
    public func taken(_ head: SnapshotHead, units: Int, statements: Int, findings: Int, _ fate: Fate) -> String {
        let name = head.name ?? head.portfolio
        let counts = counts(units, statements, findings)
        return language == .vi
            ? "\(name): chốt số liệu ngày \(dates.text(head.asOf)): \(counts) (\(word(fate)))\n"
            : "\(name): snapshot of \(dates.text(head.asOf)): \(counts) (\(word(fate)))\n"
    }

    /// The line of a snapshot that is kept.
    public func kept(_ head: SnapshotHead, units: Int, statements: Int, findings: Int) -> String {
        let ruler = String(head.ruler.prefix(12))
        return language == .vi
            ? "\(head.portfolio)  \(dates.text(head.asOf))  \(counts(units, statements, findings)); bộ yêu cầu \(ruler)\n"
            : "\(head.portfolio)  \(dates.text(head.asOf))  \(counts(units, statements, findings)); rules \(ruler)\n"
    }

    private func counts(_ units: Int, _ statements: Int, _ findings: Int) -> String {
        func english(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
        return language == .vi
            ? "\(units) cơ quan, \(statements) bản khai, \(findings) phát hiện"
            : "\(english(units, "unit")), \(english(statements, "statement")), \(english(findings, "finding"))"
    }

    /// The line of a snapshot some of whose input could not be read.
    public func incomplete(_ head: SnapshotHead) -> String {
        language == .vi
            ? "tuanthu: số liệu ngày \(dates.text(head.asOf)) chưa đầy đủ: có tệp không đọc được\n"
            : "tuanthu: the snapshot of \(dates.text(head.asOf)) is incomplete: some input could not be read\n"
    }

    private func word(_ fate: Fate) -> String {
        switch (fate, language) {
        case (.added, .vi): "mới ghi"
        case (.added, .en): "added"
        case (.unchanged, .vi): "đã có, không đổi"
        case (.unchanged, .en): "there already, unchanged"
        case (.replaced, .vi): "đã thay bản trước"
        case (.replaced, .en): "replaced the earlier one"
        case (.written, .vi): "đã ghi ra tệp"
        case (.written, .en): "written"
        }
    }
}
