internal import Assessor
internal import CivilTime
internal import Model

/// The next failure as a sentence and as JSON.
struct NextFailureText {
    let phrasing: Phrasing

    /// The causes told one by one; the rest is counted.
    private static let told = 3

    /// The sentence; nil where the run fails already.
    func sentence(_ next: NextFailure, _ threshold: FailureThreshold) -> String? {
        switch next {
        case .now: return nil
        case .notThrough(let last):
            let day = phrasing.dates.text(last)
            return phrasing.pick(
                "Nếu bản khai không đổi, kết quả này giữ nguyên ít nhất đến hết ngày \(day).",
                "If nothing is written, this result stays at least until \(day).")
        case .on(let day, let causes):
            let shown = causes.prefix(Self.told).map { cause(of: $0) }.joined(separator: "; ")
            let rest = causes.count - Self.told
            let more = rest > 0 ? phrasing.pick("; và \(rest) phát hiện khác", "; and \(rest) more") : ""
            let date = phrasing.dates.text(day)
            return phrasing.pick(
                "Nếu bản khai không đổi, từ ngày \(date) sẽ có phát hiện đến mức --fail-on \(threshold.rawValue): ",
                "If nothing is written, from \(date) on there will be findings at --fail-on \(threshold.rawValue): ")
                + shown + more + "."
        }
    }

    private func cause(of cause: NextFailure.Cause) -> String {
        let item = cause.item.map { " (\($0))" } ?? ""
        return "\(cause.agency ?? cause.path): \(cause.rule.title[phrasing.language])\(item) [\(cause.rule.id)]"
    }
}

/// The next failure in the JSON report.
enum NextFailureJSON {
    static func value(_ next: NextFailure?) -> JSONValue {
        switch next {
        case nil: .null
        case .now: .object(["state": "now"])
        case .notThrough(let last): .object(["state": "not_through", "day": .string(last.description)])
        case .on(let day, let causes):
            .object([
                "state": "on", "day": .string(day.description),
                "findings": .array(
                    causes.map { cause in
                        .object([
                            "agency": .optional(cause.agency), "path": .string(cause.path),
                            "rule": .string(cause.rule.id), "item": .optional(cause.item),
                            "fingerprint": .string(cause.fingerprint), "level": .string(cause.level.rawValue),
                        ])
                    }),
            ])
        }
    }
}
