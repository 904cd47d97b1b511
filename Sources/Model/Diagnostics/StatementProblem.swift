public import CSVTable
public import CivilTime

/// What can be wrong in a statement, its tables or an inspection, beyond what any document can have wrong.
public enum StatementProblem: Sendable {
    // Facts.

    /// A fact without which its record cannot be understood is not there.
    case missingFact(field: String, label: LocalizedText, record: String)
    /// Such a fact is asserted absent.
    case requiredFactIsNone(field: String, label: LocalizedText)
    /// A null value: it counts as absent (a warning).
    case nullValue
    /// An item of a list without a value: the list counts as open (a warning).
    case nullItem
    /// `!unknown` or `state:` stands beside a value.
    case valueBesideState(state: String)
    /// Text after `!unknown`, or a reason beside it, which is not kept (a warning).
    case textAfterUnknown
    /// An item of a list is asserted absent.
    case itemIsNone
    /// Two items of a list under the same key; the related place is the first one.
    /// `apart` is a field that tells items apart whose names are the same; nil where there is none.
    case duplicateItem(key: String, list: LocalizedText, apart: String?)
    /// A record, or a dated value, of a day after the one the statement speaks up to (a warning).
    case dateAfterStatedOn(StatedDate, statedOn: CivilDate)
    /// Dated values that do not run from the oldest to the newest.
    case datedValuesOutOfOrder(StatedDate, previous: StatedDate)
    /// A dated value without the day it holds from, after another one.
    case datedValueWithoutStart
    /// Evidence that names neither a document nor a file.
    case namelessEvidence

    // Tables.

    /// The bytes are no table this program reads.
    case table(CSVProblem)
    /// A table's name leads out of the folder the statement lies in.
    case tablePath(String, TablePathProblem)
    /// A table cannot be read.
    case unreadableTable(String, UnreadableTable)
    /// A table stands where the items are not records.
    case tableOfScalars(list: LocalizedText)
    /// The statement's tables have more cells together than are read.
    case tooManyTableCells(limit: Int)
    /// A header cell that names no field of the record.
    case unknownColumn(String, record: String, suggestion: String?)
    /// Two header cells name the same field; the related place is the first one.
    case duplicateColumn(String)
    /// A column without a name that has text in it.
    case namelessColumn
    /// A column that every row must have is not there.
    case missingColumn(field: String, label: LocalizedText)
    /// A cell under the name of a record holds a value; only the record's parts can.
    case cellNeedsParts(field: String)
    /// A cell under the name of a list of records holds a value; a table has no room for one.
    case cellOfList(field: String)

    // Inspections.

    /// A period that ends before it begins.
    case periodReversed(from: CivilDate, to: CivilDate)
    /// An item is named of a fact that is no list and lies in none.
    case itemOfNoList(fact: String)
}

/// Why the name of a table is refused.
public enum TablePathProblem: Sendable, Hashable {
    /// It begins at the root of a file system or names a drive.
    case absolute
    /// It climbs with `..`.
    case climbs
}

/// Why a table could not be read.
public enum UnreadableTable: Sendable, Hashable {
    case notFound
    case notPermitted
    /// It is a folder or a device.
    case notAFile
    /// It has more bytes than the limit.
    case tooLarge(limit: Int)
    /// Tables cannot be had here: the statement came from no file.
    case notSupported
    /// Another failure, in the words of the system.
    case failed(String)
}
