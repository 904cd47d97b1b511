internal import Assessor
internal import CivilTime
internal import Model

/// A waiver in the JSON reports.
enum WaiverJSON {
    /// A waiver of a run, with what became of it.
    static func value(_ use: WaiverUse) -> JSONValue {
        let standing = [
            JSONValue.Member("state", .string(use.standing.rawValue)),
            JSONValue.Member("looked_at", .boolean(use.isLookedAt)),
            JSONValue.Member("unused", .boolean(use.isUnused)),
            JSONValue.Member("findings", .integer(Int64(use.findings))),
            JSONValue.Member("rule", .string(use.waiver.rule)),
            JSONValue.Member("agency", .string(use.waiver.agency)),
            JSONValue.Member("item", .optional(use.waiver.item)),
        ]
        return .object(standing + members(use.waiver))
    }

    /// The waiver of a finding; null where there is none.
    static func value(of finding: Finding) -> JSONValue {
        let state: String
        let waiver: Waiver
        switch finding.waiver {
        case .none: return .null
        case .inForce(let found): (state, waiver) = ("in_force", found)
        case .expired(let found): (state, waiver) = ("expired", found)
        }
        let level = JSONValue.Member("level", .optional(finding.levelWithoutWaiver?.rawValue))
        return .object([JSONValue.Member("state", .string(state)), level] + members(waiver))
    }

    /// Why, who, by which document and until when.
    static func members(_ waiver: Waiver) -> [JSONValue.Member] {
        [
            JSONValue.Member("reason", .string(waiver.reason)),
            JSONValue.Member("authority", .string(waiver.authority)),
            JSONValue.Member("document", .string(waiver.document)),
            JSONValue.Member("dated", .string(waiver.dated.description)),
            JSONValue.Member("until", .string(waiver.until.description)),
            JSONValue.Member("location", PlaceJSON.value(waiver.place)),
        ]
    }
}
