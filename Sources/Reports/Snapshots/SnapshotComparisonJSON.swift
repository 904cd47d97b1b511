internal import Assessor
internal import CivilTime
internal import Model
public import Portfolio

/// What changed between two snapshots, for programs: every change, by ids.
public enum SnapshotComparisonJSON {
    /// The version of the keys and their meaning.
    public static let schemaVersion: Int64 = 1

    /// The whole comparison, one statement, unit and share on a line.
    public static func bytes(_ comparison: SnapshotComparison, version: String) -> [UInt8] {
        let head: JSONValue = .object([
            "schema_version": .integer(schemaVersion),
            "tool": .object(["name": "tuanthu", "version": .string(version)]),
            "kind": "snapshots",
            "before": side(comparison.before), "after": side(comparison.after), "summary": summary(comparison),
        ])
        var bytes = Array(head.text(.compact).dropLast().utf8)
        let lists: KeyValuePairs<String, [JSONValue]> = [
            "units": comparison.units.map { unit($0) }, "shares": comparison.shares.map { share($0) },
            "statements": comparison.statements.map { statement($0) },
        ]
        for (name, values) in lists {
            bytes += ",\n\"\(name)\":[".utf8
            for (index, value) in values.enumerated() {
                bytes += (index == 0 ? "\n" : ",\n").utf8
                value.write(to: &bytes, .compact)
            }
            bytes += (values.isEmpty ? "]" : "\n]").utf8
        }
        bytes += "}\n".utf8
        return bytes
    }

    /// What the committee's page says: which snapshot it is held against, and the summary.
    static func since(_ comparison: SnapshotComparison) -> JSONValue {
        guard case .object(let members) = summary(comparison) else { return .null }
        let shares = JSONValue.Member("shares", .array(comparison.shares.map { share($0) }))
        return .object([JSONValue.Member("snapshot", side(comparison.before))] + members + [shares])
    }

    /// The counts, and the units that came, went or moved.
    static func summary(_ comparison: SnapshotComparison) -> JSONValue {
        func codes(_ isWanted: (SnapshotComparison.UnitChange) -> Bool) -> JSONValue {
            .array(comparison.units.filter(isWanted).map { .string($0.code) })
        }
        func kept(_ isWanted: (SnapshotComparison.UnitChange) -> Bool) -> JSONValue {
            codes { $0.before != nil && $0.after != nil && isWanted($0) }
        }
        return .object([
            "same_ruler": .boolean(comparison.isSameRuler),
            "findings": .object([
                "worse": .integer(Int64(comparison.count(.worse))),
                "better": .integer(Int64(comparison.count(.better))),
                "other": .integer(Int64(comparison.count(.other))), "unchanged": .integer(Int64(comparison.unchanged)),
                "not_compared": .integer(Int64(comparison.withoutPartner.map(\.changes.count).reduce(0, +))),
            ]),
            "units": .object([
                "new": codes { $0.before == nil }, "gone": codes { $0.after == nil },
                "declared": codes { $0.before != nil && $0.isNewlyDeclared },
                "no_longer_declared": codes(\.isNoLongerDeclared),
                "moved": codes { $0.before != nil && $0.after != nil && !$0.stepsTaken.isEmpty },
                "withdrawn": kept { !$0.stepsWithdrawn.isEmpty },
                "statement_came": kept { $0.before?.standing != .assessed && $0.after?.standing == .assessed },
                "statement_gone": kept { $0.before?.standing == .assessed && $0.after?.standing != .assessed },
                "now_late": kept {
                    $0.after?.conversion?.lateness == .late && $0.before?.conversion?.lateness != .late
                },
                "now_not_moving": kept {
                    $0.after?.conversion?.movement == .notMoving && $0.before?.conversion?.movement != .notMoving
                },
            ]),
        ])
    }

    static func side(_ head: SnapshotHead) -> JSONValue {
        .object([
            "portfolio": .string(head.portfolio), "name": .optional(head.name), "as_of": .string(head.asOf.description),
            "ruler": .string(head.ruler), "program": .string(head.program),
        ])
    }

    private static func unit(_ change: SnapshotComparison.UnitChange) -> JSONValue {
        .object([
            "code": .string(change.code), "name": .optional(change.name),
            "before": change.before.map { SnapshotLines.value($0) } ?? .null,
            "after": change.after.map { SnapshotLines.value($0) } ?? .null,
            "ended": change.ended.map { SnapshotLines.value($0) } ?? .null,
            "steps_taken": .array(change.stepsTaken.map { .string($0.step) }),
            "steps_withdrawn": .array(change.stepsWithdrawn.map { .string($0.step) }),
        ])
    }

    private static func share(_ change: SnapshotComparison.ShareChange) -> JSONValue {
        .object([
            "before": change.before.map { SnapshotLines.value($0) } ?? .null,
            "after": change.after.map { SnapshotLines.value($0) } ?? .null,
        ])
    }

    private static func statement(_ change: SnapshotComparison.StatementChange) -> JSONValue {
        .object([
            "path": .string(change.path), "agency": .optional(change.agency), "was_there": .boolean(change.wasThere),
            "is_there": .boolean(change.isThere), "restated": .boolean(change.isRestated),
            "unchanged": .integer(Int64(change.unchanged)),
            "changes": .array(
                change.changes.map { change in
                    .object([
                        "kind": .string(change.kind.rawValue), "direction": .string(change.direction.rawValue),
                        "before": change.before.map { SnapshotLines.value($0) } ?? .null,
                        "after": change.after.map { SnapshotLines.value($0) } ?? .null,
                    ])
                }),
        ])
    }
}
