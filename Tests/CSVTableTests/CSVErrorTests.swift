import CSVTable
import Testing
import YAMLTree

@Suite struct CSVErrorTests {
    /// A file, and each error with its line and column.
    struct Row: Sendable, CustomTestStringConvertible {
        let bytes: [UInt8]
        let errors: [Found]
        let testDescription: String

        init(_ name: String, _ file: String, _ errors: [Found]) {
            self.init(name, bytes: Array(file.utf8), errors)
        }

        init(_ name: String, bytes: [UInt8], _ errors: [Found]) {
            self.bytes = bytes
            self.errors = errors
            testDescription = name
        }
    }

    struct Found: Sendable, Equatable {
        let problem: CSVProblem
        let line: Int
        let column: Int
        let endColumn: Int

        init(_ problem: CSVProblem, _ line: Int, _ column: Int, _ endColumn: Int) {
            self.problem = problem
            self.line = line
            self.column = column
            self.endColumn = endColumn
        }
    }

    static let faults: [Row] = [
        Row("nothing", "", [Found(.empty, 1, 1, 1)]),
        Row("only separators", ",,\n\n", [Found(.empty, 1, 1, 1)]),
        Row("unterminated quote", "a,b\n1,\"x\n2,y\n", [Found(.unterminatedQuote, 2, 3, 4)]),
        Row("unterminated header", "\"a,b\n1,2", [Found(.unterminatedQuote, 1, 1, 2)]),
        Row("a quote alone", "\"", [Found(.unterminatedQuote, 1, 1, 2)]),
        Row(
            "text after quote", "a,b\n\"ạ\"bc,2\n\"3\" ,4\n",
            [Found(.textAfterQuote, 2, 4, 6), Found(.textAfterQuote, 3, 4, 5)]),
        Row("quote inside", "a,b\n1,x\"y\"z\n", [Found(.quoteInPlainCell, 2, 4, 5)]),
        Row(
            "too many cells", "a,b\n1,2,,3,4\n5,6,7",
            [Found(.tooManyCells(header: 2), 2, 6, 7), Found(.tooManyCells(header: 2), 3, 5, 6)]),
        Row(
            "invalid UTF-8", bytes: Array("a,b\nạ,".utf8) + [0xE1, 0xBA, 0x2C],
            [Found(.invalidUTF8(byte: 0xE1), 2, 3, 4)]),
        Row("Windows-1258", bytes: [0x61, 0x2C, 0xEA, 0x0A], [Found(.invalidUTF8(byte: 0xEA), 1, 3, 4)]),
        Row("UTF-16", bytes: [0xFF, 0xFE, 0x61, 0x00], [Found(.utf16, 1, 1, 1)]),
        Row("zero byte", bytes: [0x61, 0x0A, 0x00], [Found(.forbiddenCharacter("\0"), 2, 1, 2)]),
        Row(
            "too large", bytes: [UInt8](repeating: 0x61, count: 4 << 20 + 1),
            [Found(.tooLarge(bytes: 4 << 20 + 1, limit: 4 << 20), 1, 1, 1)]),
    ]

    @Test(arguments: faults)
    func errors(_ row: Row) {
        let reading = CSVReader.read(row.bytes, name: "t.csv")
        let found = reading.errors.map {
            Found($0.problem, $0.range.start.line, $0.range.start.column, $0.range.end.column)
        }
        #expect(found == row.errors)
    }

    @Test func limitsStopTheReading() {
        let many = String(repeating: "1,2,x\n", count: 500)
        let errors = CSVReader.read(Array("a,b\n\(many)".utf8), name: "t.csv").errors
        #expect(errors.count == 101)
        #expect(errors.last?.problem == .tooManyErrors(limit: 100))
        let cells = CSVReader.read(Array("a,b\n1,2\n3,4\n".utf8), name: "t.csv", limits: CSVLimits(maxCells: 5))
        #expect(cells.errors.map(\.problem) == [.tooManyCellsInTable(limit: 5)])
        let commas = [UInt8](repeating: 0x2C, count: 4 << 20)
        #expect(CSVReader.read(commas, name: "t.csv").errors.map(\.problem) == [.tooManyCellsInTable(limit: 500_000)])
    }

    /// No bytes make the reader crash or hang, and every place lies in the file.
    @Test func anyBytes() {
        var state: UInt64 = 19
        let alphabet: [UInt8] = [0x61, 0x22, 0x22, 0x2C, 0x3B, 0x09, 0x0A, 0x0D, 0xE1, 0xBA, 0xA5, 0x20]
        for _ in 0..<3000 {
            var bytes: [UInt8] = []
            state = state &* 6_364_136_223_846_793_005 &+ 1
            for step in 0..<Int(state >> 59) {
                state = state &* 6_364_136_223_846_793_005 &+ UInt64(step) &+ 1
                bytes.append(alphabet[Int(state >> 33) % alphabet.count])
            }
            let reading = CSVReader.read(bytes, name: "t.csv")
            for error in reading.errors { #expect(error.range.end.offset <= bytes.count) }
            for cell in reading.table?.rows.flatMap(\.cells) ?? [] {
                #expect(cell.range.start == reading.source.position(atByte: cell.range.start.offset))
            }
        }
    }
}
