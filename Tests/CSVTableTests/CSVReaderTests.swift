import CSVTable
import Testing
import YAMLTree

@Suite struct CSVReaderTests {
    /// A file and the cells it holds, header first.
    struct Row: Sendable, CustomTestStringConvertible {
        let file: String
        let cells: [[String]]
        let testDescription: String

        init(_ name: String, _ file: String, _ cells: [[String]]) {
            self.file = file
            self.cells = cells
            testDescription = name
        }
    }

    static let tables: [Row] = [
        Row("plain", "a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        Row("no last line break", "a,b\n1,2", [["a", "b"], ["1", "2"]]),
        Row("CRLF", "a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
        Row("CR", "a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
        Row("byte order mark", "\u{FEFF}a,b\n1,2", [["a", "b"], ["1", "2"]]),
        Row("semicolons", "a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
        Row("tabs", "a\tb\n1;5\t2,5\n", [["a", "b"], ["1;5", "2,5"]]),
        Row("separator in a quoted header", "\"a;a;a\",b\n1,2\n", [["a;a;a", "b"], ["1", "2"]]),
        Row("one column", "a\n1;2\n", [["a"], ["1;2"]]),
        Row("quotes", "a,b\n\"1,\"\"x\"\"\",\"\"\n", [["a", "b"], ["1,\"x\"", ""]]),
        Row("line break in quotes", "a,b\n\"1\r\n2\",3\n", [["a", "b"], ["1\r\n2", "3"]]),
        Row("separator at the end in quotes", "a,b\n\"1\",\"2\"\r\n3,4", [["a", "b"], ["1", "2"], ["3", "4"]]),
        Row("short row", "a,b,c\n1\n", [["a", "b", "c"], ["1"]]),
        Row("padded row", "a,b\n1,2,,,\n", [["a", "b"], ["1", "2"]]),
        Row("empty rows", "\n,\na,b\n\n,,,\n1,2\n\n", [["a", "b"], ["1", "2"]]),
        Row("spaces stay", "a,b\n 1 ,\" 2 \"\n", [["a", "b"], [" 1 ", " 2 "]]),
        Row("Vietnamese", "mã,tên\nT1,Cấp giấy phép\n", [["mã", "tên"], ["T1", "Cấp giấy phép"]]),
        Row("header alone", "a,b", [["a", "b"]]),
        Row("empty last cell", "a,b\n1,", [["a", "b"], ["1", ""]]),
    ]

    @Test(arguments: tables)
    func cells(_ row: Row) throws {
        let reading = CSVReader.read(Array(row.file.utf8), name: "t.csv")
        #expect(reading.errors.isEmpty)
        let table = try #require(reading.table)
        let cells = [table.header.map(\.text)] + table.rows.map { $0.cells.map(\.text) }
        #expect(cells == row.cells)
    }

    /// The places of all cells, against a second way to find them: the byte offsets through `SourceText`.
    @Test(arguments: tables)
    func places(_ row: Row) throws {
        let reading = CSVReader.read(Array(row.file.utf8), name: "t.csv")
        let table = try #require(reading.table)
        for cell in table.header + table.rows.flatMap(\.cells) {
            let start = reading.source.position(atByte: cell.range.start.offset)
            let end = reading.source.position(atByte: cell.range.end.offset)
            #expect(cell.range == SourceRange(start: start, end: end))
            let written = reading.source.bytes[start.offset..<end.offset]
            let text = String(decoding: written, as: UTF8.self)
            let inner = String(text.dropFirst().dropLast())
            let unquoted: String = inner.replacing("\"\"", with: "\"")
            #expect(cell.text == (cell.isQuoted ? unquoted : text))
        }
    }

    @Test func placesAfterALineBreakInQuotes() throws {
        let reading = CSVReader.read(Array("mã,tên\n\"ạ\nb\",ệ,\n".utf8), name: "t.csv")
        let row = try #require(reading.table?.rows.first)
        let places = row.cells.map {
            [$0.range.start.line, $0.range.start.column, $0.range.end.line, $0.range.end.column]
        }
        #expect(places == [[2, 1, 3, 3], [3, 4, 3, 5]])
    }
}
