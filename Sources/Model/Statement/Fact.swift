public import CivilTime

/// One fact of a statement, in one of the states section 2 of the design knows. An absent fact is simply not there.
public struct Fact: Sendable {
    /// What was said of it.
    public let state: FactState
    /// Where it was said: the value's place (for a cell of a table, the cell).
    public let place: Place
    /// The evidence given for just this fact; a record's or list's evidence speaks for all within it.
    public let evidence: [Evidence]

    /// Makes a fact.
    public init(state: FactState, place: Place, evidence: [Evidence] = []) {
        self.state = state
        self.place = place
        self.evidence = evidence
    }
}

/// The state of a fact that a person wrote down.
public enum FactState: Sendable {
    /// Asked, not known: `!unknown`.
    case unknown
    /// Asserted absent: `!none`.
    case none(reason: String?)
    /// Stated.
    case stated(FactValue)
}

/// A stated value, typed by the vocabulary.
public indirect enum FactValue: Sendable {
    case text(String)
    case boolean(Bool)
    case integer(Int64)
    case choice(String)
    case date(StatedDate)
    case record(FactRecord)
    case list(FactList)
    /// A value that changes over time, in order of writing.
    case varying([DatedValue])
}

/// One value of a fact that changes over time, and since when it holds.
public struct DatedValue: Sendable {
    /// The first day it holds; nil where it held from the beginning.
    public let from: StatedDate?
    /// The value (never a list or a record).
    public let value: FactValue
    /// Where it stands.
    public let place: Place

    /// Makes a dated value.
    public init(from: StatedDate?, value: FactValue, place: Place) {
        self.from = from
        self.value = value
        self.place = place
    }
}

/// The facts of one record that were written down. It never changes, and is shared by all that looks at it.
public final class FactRecord: Sendable {
    /// The record's definition in the vocabulary, by id.
    public let definition: String
    /// The facts that were written down.
    public let fields: FactFields
    /// The place of the whole record.
    public let place: Place
    /// Evidence for the whole record.
    public let evidence: [Evidence]
    /// A free note.
    public let note: String?

    /// Makes a record.
    public init(definition: String, fields: FactFields, place: Place, evidence: [Evidence], note: String?) {
        self.definition = definition
        self.fields = fields
        self.place = place
        self.evidence = evidence
        self.note = note
    }
}

/// The items of a list that was written down.
public struct FactList: Sendable {
    /// The items in order.
    public let items: [FactItem]
    /// The places of items that are themselves unknown: where there is one, the list may hold more than it shows.
    public let openings: [Place]

    /// Makes a list.
    public init(items: [FactItem], openings: [Place]) {
        self.items = items
        self.openings = openings
    }

    /// Whether the list is complete up to the day the statement speaks to.
    public var isComplete: Bool { openings.isEmpty }
}

/// One item of a list, under the key it is known by.
public struct FactItem: Sendable {
    /// The text of the key field, or `#2` (the position, from 1) where none is stated.
    public let key: String
    /// The item: a stated record, choice or text.
    public let fact: Fact

    /// Makes an item.
    public init(key: String, fact: Fact) {
        self.key = key
        self.fact = fact
    }
}
