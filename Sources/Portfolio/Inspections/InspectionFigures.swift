public import Assessor
public import CivilTime
public import Model

/// What was inspected in a year over a register up to a day, as its list and its units' records say (Circular 26, Article 38).
public struct InspectionFigures: Sendable {
    /// The year.
    public let year: Int
    /// The inspections of each form, and the units they were made at.
    public let forms: [Form]
    /// Inspections of the year of which the form is not stated.
    public let formNotStated: Int
    /// Inspections of which it is not known whether they were in the year.
    public let dayNotKnown: Int
    /// Inspections of the year with a record that the run has read; several records may be of one.
    public let recorded: Int
    /// The records of the year with nothing said of points that are not met.
    public let recordsWithoutPoints: Int
    /// Points not met by head, in the order of the checklist; those under no head last, without one.
    public let notMet: [Head]
    /// The province's own ratings, each with how many units have it, in the order in which they come.
    public let ratings: [Rating]

    /// What was inspected in one form.
    public struct Form: Sendable, Hashable {
        /// The form.
        public let form: InspectionForm
        /// How many inspections.
        public let inspections: Int
        /// The units, by code, in the order of the register.
        public let units: [String]
    }

    /// The points under one head.
    public struct Head: Sendable {
        /// The head; nil for points under none.
        public let head: InspectionHead?
        /// How many points are not met.
        public let points: Int
        /// The units that have such points, by code, in the order of the register.
        public let units: [String]
    }

    /// One rating.
    public struct Rating: Sendable, Hashable {
        /// What the province calls it.
        public let rating: String
        /// The units, by code.
        public let units: [String]
    }

    /// Counts for the year of a day.
    public init(_ register: Register, in context: AssessmentContext, year: Int, asOf: CivilDate) {
        self.year = year
        let codes = register.units.map(\.code)
        let known = register.inspections.filter { $0.heldOn.map { $0.interval.first <= asOf } ?? true }
        let inYear = known.filter { $0.isIn(year) == .yes }
        forms = InspectionForm.allCases.map { form in
            let own = inYear.filter { $0.form == form }
            let units = Set(own.map(\.unit))
            return Form(form: form, inspections: own.count, units: codes.filter(units.contains))
        }
        formNotStated = inYear.count { $0.form == nil }
        dayNotKnown = known.count { $0.isIn(year) == .unknown }
        let records = context.inspections.filter {
            $0.signedOn <= asOf && $0.held.interval.first.year == year && register.unit($0.agency) != nil
        }
        recorded = known.count { listed in records.contains { listed.isRecorded(by: $0) } }
        recordsWithoutPoints = records.count { $0.notMet == nil && $0.result != .meets }
        let heads = context.library.inspectionScheme.map { context.library.heads(of: $0) } ?? []
        notMet = InspectionFigures.points(records, heads, codes)
        var order: [String] = []
        var rated: [String: Set<String>] = [:]
        for listed in inYear {
            guard let rating = listed.rating else { continue }
            if rated[rating] == nil { order.append(rating) }
            rated[rating, default: []].insert(listed.unit)
        }
        ratings = order.map { rating in
            Rating(rating: rating, units: codes.filter { rated[rating]?.contains($0) ?? false })
        }
    }

    private static func points(_ records: [Inspection], _ heads: [InspectionHead], _ codes: [String]) -> [Head] {
        (heads.map { Optional($0) } + [nil]).compactMap { head in
            var count = 0
            var units: Set<String> = []
            for record in records {
                let own = (record.notMet ?? []).filter { $0.head == head?.id }
                count += own.count
                if !own.isEmpty { units.insert(record.agency) }
            }
            if head == nil, count == 0 { return nil }
            return Head(head: head, points: count, units: codes.filter(units.contains))
        }
    }
}

extension ListedInspection {
    /// Whether it was made in a year.
    public func isIn(_ year: Int) -> Truth {
        guard let days = heldOn?.interval else { return .unknown }
        if days.first.year == year, days.last.year == year { return .yes }
        return days.first.year <= year && year <= days.last.year ? .unknown : .no
    }
}
