internal import Model
internal import Spreadsheets

/// What a workbook says that a statement does not say yet.
struct SheetAnswers {
    /// A change of one fact.
    struct Change {
        let target: FactTarget
        let answer: Answer
        let sheet: String
        let cell: CellReference
    }

    /// A new item of a list.
    struct NewItem {
        /// The list.
        let list: FactPath
        /// The facts, by names from the record, in the order of the vocabulary.
        var facts: [(names: [String], field: FieldDefinition, answer: Answer)]
        /// Its note and evidence.
        var extras: [(extra: ItemExtra, answer: Answer)] = []
        /// The new items of the lists within it, each with its list by names from the record.
        var inner: [(names: [String], item: NewItem)] = []
        let key: String?
        /// The fact that is its key.
        let keyName: String?
        /// The facts that it cannot be understood without.
        let required: Set<String>
        let sheet: String
        let row: Int
        /// Its cells, by the ids of their columns.
        let cellPlaces: [String: CellReference]
    }

    /// A new item of a list within an item that the statement does not have yet.
    struct Waiting {
        let item: NewItem
        let outer: OuterList
        /// What the row calls the item it is within, as it is written and as the statement would have it.
        let outerKeys: [String]
        let cell: CellReference
    }

    /// A note or evidence for an item that has none.
    struct Addition {
        /// The item.
        let item: FactPath
        /// The list it is of.
        let list: FieldDefinition
        let extras: [(extra: ItemExtra, answer: Answer)]
        let sheet: String
        /// The first of the cells that say it.
        let cell: CellReference
    }

    /// The day up to which the file speaks, where that changes.
    var statedOn: (answer: Answer, sheet: String, cell: CellReference)?
    var changes: [Change] = []
    var additions: [Addition] = []
    var newItems: [NewItem] = []
    var waiting: [Waiting] = []
    var problems: [PlacedProblem] = []
    /// Where the new items stand that were left out, by key.
    var leftOut: [String: String] = [:]
    var sheets: [SheetSummary] = []
    var passedOver: [String] = []
}

/// What was read from one sheet.
public struct SheetSummary: Sendable, Hashable {
    /// The sheet, by name.
    public let sheet: String
    /// The list it is of, such as `qms.tthc`; nil for questions.
    public let list: String?
    /// How many cells with answers, or rows, it has.
    public var filled = 0
    /// How many of them change something, or are new.
    public var changed = 0
    /// How many rows are of another agency and were passed over.
    public var ofOthers = 0
    /// The rows between items that were passed over as totals and headings, from 1.
    public var passedOver: [Int] = []
    /// How many items of the file the sheet does not hold; they stay.
    public var leftOut = 0

    init(sheet: String, list: String?) {
        self.sheet = sheet
        self.list = list
    }
}
