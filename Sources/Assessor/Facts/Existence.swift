internal import CivilTime
internal import Model

/// What was there on the as-of day, as far as its dates tell.
struct Existence {
    let asOf: CivilDate
    let statedOn: CivilDate
    let vocabulary: Vocabulary
    /// Whether lists of what is in use today are taken for all there was: what they show happened all the same.
    var takesWhatIsShown = false

    /// Whether an act of that date had happened by the as-of day.
    func of(_ date: StatedDate) -> Truth { ended(date).isOnOrBefore(StatedDate(asOf)) }

    /// What a statement says happened did so by the day it was made, so a vague date ends there.
    func ended(_ date: StatedDate) -> StatedDate {
        let interval = date.interval
        guard interval.first <= statedOn, statedOn < interval.last else { return date }
        return CivilInterval(first: interval.first, last: statedOn).map { StatedDate($0) } ?? date
    }

    /// Whether a record was there on the as-of day.
    ///
    /// One that bears no date was there when the statement was made; before that it is known to have been where something else
    /// that happened to it had happened by then.
    func of(_ record: FactRecord) -> Truth {
        of(record, dated: vocabulary.records[record.definition]?.placingDate)
    }

    /// Whether a record was there on the as-of day, by the field that says since when; nil where it has none.
    func of(_ record: FactRecord, dated field: FieldKey?) -> Truth {
        guard let field else { return .yes }
        guard case .stated(.date(let date))? = record.fields[field]?.state else {
            return isInHindsight && !hasHappened(record) ? .unknown : .yes
        }
        return of(date)
    }

    /// Whether any of a record's own dates tells of something that had happened by the as-of day.
    private func hasHappened(_ record: FactRecord) -> Bool {
        guard let definition = vocabulary.records[record.definition] else { return false }
        return definition.fields.contains { field in
            guard case .date(let role) = field.type, role != .scheduled, !field.varies,
                case .stated(.date(let date))? = record.fields[field.key]?.state
            else { return false }
            return of(date) == .yes
        }
    }

    /// Whether there may have been more on the as-of day than is stated: issues that were in use before those of today.
    func mayHaveHeldMore(_ type: FieldType) -> Bool {
        guard isInHindsight, !takesWhatIsShown, case .record(let id) = type else { return false }
        return vocabulary.records[id]?.dateRole == .current
    }

    /// Whether the statement was made after the as-of day.
    var isInHindsight: Bool { asOf < statedOn }
}
