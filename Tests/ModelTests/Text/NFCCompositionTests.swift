import Foundation
import Model
import Testing

@Suite struct NFCCompositionTests {
    private static let vietnamese: [String] = {
        let bases = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"]
        let tones = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
        let lower = bases.flatMap { base in tones.map { (base + $0).precomposedStringWithCanonicalMapping } } + ["đ"]
        return lower + lower.map { $0.uppercased() }
    }()

    /// Every Vietnamese letter, decomposed in full, half composed, and with its marks the other way round.
    @Test func vietnameseLetters() {
        #expect(Set(Self.vietnamese.map { Array($0.unicodeScalars) }).count == 146)
        for letter in Self.vietnamese {
            let composed = letter.precomposedStringWithCanonicalMapping
            let decomposed = Array(letter.decomposedStringWithCanonicalMapping.unicodeScalars)
            var spellings = [letter, string(decomposed)]
            if decomposed.count == 3 { spellings.append(string([decomposed[0], decomposed[2], decomposed[1]])) }
            for spelling in spellings where spelling == letter {
                #expect(Array(spelling.nfc.unicodeScalars) == Array(composed.unicodeScalars))
            }
        }
    }

    /// Every Latin letter with marks, and the signs that stand for one other.
    @Test func latinLetters() {
        let values = [0xC0..<0x250, 0x300..<0x370, 0x1E00..<0x1F00, 0x212A..<0x212C].joined()
        for scalar in values.compactMap({ Unicode.Scalar($0) }) where ![0x344, 0x37E].contains(scalar.value) {
            for text in [String(scalar), String(scalar).decomposedStringWithCanonicalMapping] {
                let expected = text.precomposedStringWithCanonicalMapping
                #expect(Array(text.nfc.unicodeScalars) == Array(expected.unicodeScalars))
            }
        }
    }

    /// Random runs of Latin letters and marks agree with Foundation.
    @Test func randomRuns() {
        let scalars = "aăâeêoôơuưyđAĐkz 1ạệ".unicodeScalars.map { $0 }
        let marks = "\u{300}\u{301}\u{302}\u{303}\u{306}\u{309}\u{31B}\u{323}\u{327}\u{331}\u{340}".unicodeScalars.map {
            $0
        }
        var random = SplitMix64(seed: 5)
        for _ in 0..<5000 {
            var run: [Unicode.Scalar] = []
            for _ in 0..<Int.random(in: 1...9, using: &random) {
                let source = Bool.random(using: &random) ? scalars : marks
                run.append(source[Int.random(in: 0..<source.count, using: &random)])
            }
            let text = string(run)
            #expect(Array(text.nfc.unicodeScalars) == Array(text.precomposedStringWithCanonicalMapping.unicodeScalars))
            #expect(text.nfc == text)
        }
    }

    @Test func otherTextsStay() {
        for text in ["", "62/QĐ-SM", "Sở Khoa học", "日本", "👨‍👩‍👧"] {
            #expect(Array(text.nfc.unicodeScalars) == Array(text.unicodeScalars))
        }
    }

    private func string(_ scalars: [Unicode.Scalar]) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
