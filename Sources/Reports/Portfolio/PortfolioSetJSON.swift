internal import Assessor
internal import CivilTime
internal import Model
internal import Portfolio

/// Shares, dates, counts and missed requirements of a portfolio for programs.
extension PortfolioJSON {
    func quota(_ finding: SetFinding) -> JSONValue {
        let rule = finding.rule
        let share = rule.quota.share
        return .object([
            "rule": .string(rule.id), "ref": both { $0.citations.text(rule.citation) },
            "title": both { rule.title[$0.language] }, "counts": both { rule.counts[$0.language] },
            "provenance": .string(rule.provenance.rawValue), "occurrence": .optional(finding.occurrence?.description),
            "history": .boolean(finding.isHistory), "verdict": .string(finding.verdict.rawValue),
            "level": .optional(finding.level?.rawValue),
            "timing": timing(finding.timing),
            "counted_on": .string(finding.countedOn(asOf: portfolio.asOf).description),
            "share": .object([
                "numerator": .integer(Int64(share.numerator)), "denominator": .integer(Int64(share.denominator)),
            ]),
            "met": interval(finding.count?.numerator), "of": interval(finding.count?.denominator),
            "lacking": interval(finding.count?.lacking), "late": interval(finding.late),
            "missing": places(finding.missing),
            "open": places(finding.open), "unlisted": .array(finding.unlisted.map { .string($0) }),
            "undetermined_by": .array(finding.waitsFor.map { .string($0.pointer) }),
            "readings": .array(finding.readings.map { reading($0) }),
        ])
    }

    private func reading(_ reading: SetReadingResult) -> JSONValue {
        .object([
            "interpretation": .string(reading.interpretation), "choice": .string(reading.choice),
            "chosen": .boolean(reading.isChosen), "verdict": .string(reading.verdict.rawValue),
            "timing": timing(reading.timing), "met": interval(reading.count?.numerator),
            "of": interval(reading.count?.denominator),
        ])
    }

    private func timing(_ timing: Timing) -> JSONValue {
        .object([
            "state": .string(timing.state.rawValue), "due": .optional(timing.due?.description),
            "days": timing.days.map { .integer(Int64($0)) } ?? .null,
        ])
    }

    private func places(_ places: [SetFinding.Place]) -> JSONValue {
        .array(places.map { .object(["member": .string($0.member), "item": .optional($0.item)]) })
    }

    func deadline(_ group: PortfolioAssessment.DeadlineGroup) -> JSONValue {
        let note = group.note
        let authority: JSONValue
        switch note.authority {
        case .law(let source): authority = .object(["kind": "law", "source": .optional(source), "ref": .null])
        case .directed(let name, let ref, _, _):
            authority = .object(["kind": "directed", "source": .string(name), "ref": .optional(ref)])
        }
        return .object([
            "due": .string(note.due.description), "days": .integer(Int64(note.due - portfolio.asOf)),
            "standing": .string(note.standing.rawValue), "rule": .string(note.rule), "authority": authority,
            "title": both { $0.ruleTitle(note.rule) }, "units": codes(group.units),
        ])
    }

    func figure(_ count: FigureCount) -> JSONValue {
        let figure = count.figure
        return .object([
            "id": .string(figure.id), "title": both { figure.title[$0.language] },
            "counts": both { figure.counts[$0.language] }, "provenance": .string(figure.provenance.rawValue),
            "rows": .array(
                count.rows.map { row in
                    .object(["kind": .optional(row.kind), "count": .integer(Int64(row.count))])
                }),
            "open": .integer(Int64(count.open)), "unlisted": .array(count.unlisted.map { .string($0) }),
            "failed": .boolean(count.failure != nil),
        ])
    }

    func missed(_ missed: PortfolioAssessment.MissedRule) -> JSONValue {
        .object([
            "rule": .string(missed.rule), "title": both { $0.ruleTitle(missed.rule) },
            "missing": .integer(Int64(missed.missing)), "pending": .integer(Int64(missed.pending)),
            "conform": .integer(Int64(missed.conform)), "undetermined": .integer(Int64(missed.undetermined)),
            "applicable": .integer(Int64(missed.applicable)),
        ])
    }
}
