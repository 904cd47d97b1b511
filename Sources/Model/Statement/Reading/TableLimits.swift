internal import CSVTable

/// How much the tables of one document may hold.
struct TableLimits {
    /// What is read of one table.
    let file: CSVLimits
    /// How many cells all uses of its tables may have together.
    let cells: Int

    /// What one agency states: the procedures of the largest have some tens of thousands of cells.
    static let statement = TableLimits(file: .standard, cells: 500_000)

    /// The units of a country and their inspections: 100 000 units of six cells each, with three inspections of four cells each, have
    /// 1.8 million cells in files of 8 and 10 MB. Of a file no more than 16 MiB are read anyhow. A cell takes up to 250 bytes in memory,
    /// as a cell while its table is read and then as a fact: 4 million stay within 1 GiB.
    static let register = TableLimits(file: CSVLimits(maxBytes: 16 << 20, maxCells: 4_000_000), cells: 4_000_000)

    /// Those of a kind of document.
    static func of(_ kind: DocumentKind) -> TableLimits {
        switch kind {
        case .register: .register
        case .statement, .vocabulary, .rules, .tests, .mutants, .profile, .inspection, .editions, .transition, .roadmap,
            .waivers, .config, .holidays, .campaign:
            .statement
        }
    }
}
