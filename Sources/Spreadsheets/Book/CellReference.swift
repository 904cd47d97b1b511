/// The place of a cell in a sheet, row and column from 0; written `C12`.
public struct CellReference: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The row, from 0.
    public let row: Int
    /// The column, from 0.
    public let column: Int

    /// The most rows and columns of a sheet (ECMA-376 Part 1, 18.3.1.73 and 18.3.1.13).
    public static let maxRows = 1 << 20
    /// The most columns of a sheet.
    public static let maxColumns = 1 << 14

    /// Makes a reference of its coordinates.
    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// Reads `C12`; nil for what is no reference within a sheet. Dollar signs are passed over.
    public init?(_ text: some StringProtocol) {
        var column = 0
        var row = 0
        var hasRow = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "$"): continue
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
                if hasRow { return nil }
                column = column * 26 + Int(byte & 0x1F)
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                hasRow = true
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
            default: return nil
            }
            if column > CellReference.maxColumns || row > CellReference.maxRows { return nil }
        }
        guard column > 0, row > 0 else { return nil }
        self.init(row: row - 1, column: column - 1)
    }

    /// The letters of a column.
    public static func letters(ofColumn column: Int) -> String {
        var letters: [UInt8] = []
        var rest = column + 1
        while rest > 0 {
            rest -= 1
            letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
            rest /= 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    /// `C12`.
    public var description: String { CellReference.letters(ofColumn: column) + String(row + 1) }

    /// By row, then by column.
    public static func < (left: CellReference, right: CellReference) -> Bool {
        (left.row, left.column) < (right.row, right.column)
    }
}
