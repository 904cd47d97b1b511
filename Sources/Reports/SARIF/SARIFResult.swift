internal import Assessor
internal import CivilTime
internal import Model
internal import YAMLTree

/// One finding as a SARIF result.
struct SARIFResult {
    let told: ToldFinding
    /// The finding in the other language, for its sentence.
    let other: Phrasing
    let kind: FormatMapping.SARIFKind
    let ruleIndex: Int
    let limits: SARIFLimits

    func value(_ cuts: inout SARIFCuts) -> JSONValue {
        let finding = told.finding
        return .object([
            "ruleId": .string(finding.rule.id),
            "ruleIndex": .integer(Int64(ruleIndex)),
            "kind": .string(kind.rawValue),
            "level": .string(told.mapping.sarifLevel),
            "message": .object(["text": .string(told.message), "id": .string(finding.verdict.rawValue)]),
            "locations": .array([
                SARIFPlaces.location(finding.location.place, pointer: finding.location.pointer)
            ]),
            "relatedLocations": related(&cuts),
            "partialFingerprints": .object(["tuanthuFinding/v1": .string(finding.fingerprint)]),
            "baselineState": told.baseline.map { .string($0.sarif) },
            "suppressions": suppressions,
            "properties": properties,
        ])
    }

    /// The facts that decided, where they stand elsewhere.
    private func related(_ cuts: inout SARIFCuts) -> JSONValue? {
        let finding = told.finding
        var places: [(place: Place, path: FactPath)] = []
        for read in finding.reads {
            guard let place = read.place, place != finding.location.place else { continue }
            if !places.contains(where: { $0.place == place }) { places.append((place, read.path)) }
        }
        cuts.locations += max(0, places.count - limits.relatedLocations)
        let list = places.prefix(limits.relatedLocations).enumerated().map { index, fact in
            SARIFPlaces.location(
                fact.place, pointer: fact.path.pointer, id: index + 1,
                message: told.phrasing.label(of: fact.path, in: told.statement, item: finding.item))
        }
        return list.isEmpty ? nil : .array(list)
    }

    /// A waiver in force suppresses; one that has expired is a rejected suppression, which does not. All results have the list, for a
    /// run whose results have it only here and there says nothing of the others (SARIF 2.1.0 section 3.27.23).
    private var suppressions: JSONValue {
        switch told.finding.waiver {
        case .none: []
        case .inForce(let waiver): .array([suppression(waiver, status: "accepted")])
        case .expired(let waiver): .array([suppression(waiver, status: "rejected")])
        }
    }

    private func suppression(_ waiver: Waiver, status: String) -> JSONValue {
        .object([
            "kind": "external",
            "status": .string(status),
            "justification": .string(told.phrasing.accepted(told.finding.waiver) ?? waiver.reason),
            "guid": .string(
                NameUUID(["suppression", told.finding.fingerprint, waiver.document, waiver.until.description])
                    .description),
            "location": SARIFPlaces.location(waiver.place),
            "properties": WaiverJSON.value(of: told.finding),
        ])
    }

    private var properties: JSONValue {
        let finding = told.finding
        let statement = told.statement
        let because = [
            JSONValue.Member(told.phrasing.language.rawValue, .string(told.because)),
            JSONValue.Member(other.language.rawValue, .string(other.because(finding, in: statement))),
        ].sorted { $0.name > $1.name }
        return .object([
            "agency": .object([
                "code": .optional(statement.agencyCode), "name": .optional(statement.agencyName),
            ]),
            "item": .optional(finding.item?.key),
            "occurrence": .optional(finding.occurrence?.description),
            "verdict": .string(finding.verdict.rawValue),
            "level": .optional(finding.levelWithoutWaiver?.rawValue),
            "timing": .object([
                "state": .string(finding.timing.state.rawValue), "due": .optional(finding.timing.due?.description),
                "days": finding.timing.days.map { .integer(Int64($0)) } ?? .null,
            ]),
            "assurance": .string(finding.assurance.rawValue),
            "contradicted": .array(told.contradictions.map { .string($0) }),
            "grade": .optional(finding.grade?.rawValue),
            "gate": .optional(finding.gate?.rawValue),
            "because": .object(because),
            "toState": .array(finding.undeterminedBy.map { .string($0.path.pointer) }),
        ])
    }
}
