import Model
import Testing

@testable import Pages

/// Numbers, shares and the names of files.
@Suite struct NumberAndLinkTests {
    static let numbers: [(Int, String, String)] = [
        (0, "0", "0"), (7, "7", "7"), (999, "999", "999"), (1000, "1.000", "1,000"), (16934, "16.934", "16,934"),
        (1_234_567, "1.234.567", "1,234,567"), (-4200, "−4.200", "−4,200"),
    ]

    @Test(arguments: numbers)
    func thousandsAreGrouped(_ number: Int, vietnamese: String, english: String) {
        #expect(NumberText(language: .vi).text(number) == vietnamese)
        #expect(NumberText(language: .en).text(number) == english)
    }

    @Test func aRangeOfOneIsANumber() {
        #expect(NumberText(language: .vi).text(5...5) == "5")
        #expect(NumberText(language: .vi).text(5...1200) == "5 đến 1.200")
        #expect(NumberText(language: .en).text(5...6) == "5 to 6")
    }

    static let files: [(String, String)] = [
        ("SO-A", "SO-A.html"), ("H.01", "H_2e01.html"), ("a/../b", "a_2f_2e_2e_2fb.html"), ("_2e", "_5f2e.html"),
        ("Sở", "S_e1_bb_9f.html"), ("", "_n3.html"), (String(repeating: "x", count: 181), "_n3.html"),
    ]

    @Test(arguments: files)
    func aCodeNamesOneFile(_ code: String, file: String) {
        #expect(UnitLinks.fileName(code: code, position: 3) == file)
    }

    @Test func addressesAreEncoded() {
        #expect(UnitLinks.percentEncoded("../cơ quan/a?b#c.html") == "../c%C6%A1%20quan/a%3Fb%23c.html")
    }

    static let shares: [(Double, String)] = [
        (0, "0"), (33.333, "33.3"), (66.666, "66.7"), (100, "100"), (-0.04, "0"), (-0.5, "-0.5"),
    ]

    @Test(arguments: shares)
    func aShareHasOneDecimal(_ value: Double, text: String) {
        #expect(SVGDrawing.number(value) == text)
    }
}
