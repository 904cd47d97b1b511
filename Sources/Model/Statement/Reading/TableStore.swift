internal import CSVTable
internal import YAMLTree

/// The tables of one statement or register, each read once.
struct TableStore {
    private let statement: SourceText
    private let limits: TableLimits
    private let lookup: (String) -> TableLookup
    private var tables: [String: CSVTable?] = [:]
    private var cells = 0
    /// The files read so far, in order of first use.
    private(set) var sources: [SourceText] = []

    init(statement: SourceText, limits: TableLimits, lookup: @escaping (String) -> TableLookup) {
        self.statement = statement
        self.limits = limits
        self.lookup = lookup
    }

    /// The table under a name; nil, with diagnostics the first time, where it cannot be had.
    mutating func table(_ name: String, at place: Place, _ collector: inout DiagnosticCollector) -> CSVTable? {
        let table: CSVTable?
        if let known = tables[name] {
            table = known
        } else {
            table = read(name, at: place, &collector)
            tables[name] = .some(table)
        }
        guard let table else { return nil }
        cells += table.header.count + table.rows.reduce(0) { $0 + $1.cells.count }
        guard cells <= limits.cells else {
            collector.error(.statement(.tooManyTableCells(limit: limits.cells)), at: place)
            return nil
        }
        return table
    }

    private mutating func read(
        _ name: String, at place: Place, _ collector: inout DiagnosticCollector
    ) -> CSVTable? {
        if let problem = TablePathProblem(of: name) {
            collector.error(.statement(.tablePath(name, problem)), at: place)
            return nil
        }
        switch lookup(name) {
        case .unreadable(let reason):
            collector.error(.statement(.unreadableTable(name, reason)), at: place)
            return nil
        case .found(let bytes):
            let reading = CSVReader.read(bytes, name: shownName(of: name), limits: limits.file)
            sources.append(reading.source)
            for error in reading.errors {
                let errorPlace = Place(source: reading.source, range: error.range)
                collector.error(.statement(.table(error.problem)), at: errorPlace)
            }
            return reading.table
        }
    }

    /// The name in messages: beside the statement, in the folder its own name shows.
    private func shownName(of name: String) -> String {
        guard let slash = statement.name.lastIndex(of: "/") else { return name }
        return statement.name[...slash] + name
    }
}

extension TablePathProblem {
    /// Why the name of a table is refused; nil where it stays within the statement's folder.
    init?(of name: String) {
        let bytes = Array(name.utf8)
        let isSeparator: (UInt8) -> Bool = { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
        let hasDrive = bytes.count > 1 && bytes[1] == UInt8(ascii: ":")
        if hasDrive || bytes.first.map(isSeparator) ?? false {
            self = .absolute
            return
        }
        let climbs = bytes.split(whereSeparator: isSeparator).contains { $0.elementsEqual("..".utf8) }
        guard climbs else { return nil }
        self = .climbs
    }
}
