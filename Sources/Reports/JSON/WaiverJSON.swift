internal import Assessor
internal import CivilTime
internal import Model

/// The waiver of a finding, with who accepted it and why.
enum WaiverJSON {
    static func value(_ state: WaiverState) -> JSONValue {
        switch state {
        case .none: .null
        case .inForce(let waiver): value(waiver, "in_force")
        case .expired(let waiver): value(waiver, "expired")
        }
    }

    private static func value(_ waiver: Waiver, _ state: String) -> JSONValue {
        .object([
            "state": .string(state), "until": .string(waiver.until.description), "reason": .string(waiver.reason),
            "authority": .string(waiver.authority), "document": .string(waiver.document),
            "dated": .string(waiver.dated.description), "location": PlaceJSON.value(waiver.place),
        ])
    }
}
