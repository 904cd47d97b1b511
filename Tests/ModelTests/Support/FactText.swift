import CivilTime
import Model

/// Facts on one line, without their places, fields in order of name.
enum FactText {
    static func text(_ fact: Fact) -> String {
        let evidence = fact.evidence.compactMap { $0.ref ?? $0.title ?? $0.file }.joined(separator: ", ")
        let suffix = evidence.isEmpty ? "" : " [\(evidence)]"
        switch fact.state {
        case .unknown: return "unknown" + suffix
        case .none(let reason): return "none" + (reason.map { " \($0)" } ?? "") + suffix
        case .stated(let value): return text(value) + suffix
        }
    }

    static func text(_ value: FactValue) -> String {
        switch value {
        case .text(let text): return "text \(text)"
        case .boolean(let value): return "boolean \(value)"
        case .integer(let value): return "integer \(value)"
        case .choice(let id): return "choice \(id)"
        case .date(let date): return "date \(date)"
        case .record(let record):
            var parts = ["record"]
            for name in record.fields.names.sorted() {
                parts += record.fields[name].map { ["\(name)=\(text($0))"] } ?? []
            }
            if let note = record.note { parts.append("note \(note)") }
            parts += record.evidence.map {
                "evidence \([$0.ref, $0.dated?.description].compactMap { $0 }.joined(separator: " "))"
            }
            return parts.joined(separator: " ")
        case .list(let list):
            let items = list.items.map { "\($0.key)=\(text($0.fact))" }
            return (["list", list.isComplete ? "complete" : "open"] + items).joined(separator: " ")
        case .varying(let values):
            return values.map { value in
                let plain = text(value.value).split(separator: " ").dropFirst().joined(separator: " ")
                return (value.from.map { "from \($0) " } ?? "") + plain
            }.joined(separator: ", ")
        }
    }
}
