import Digest
import Testing

/// The examples of FIPS 180-4 and RFC 3174, and lengths around the end of a block.
@Suite struct SHA1Tests {
    static let rows: [(String, String)] = [
        ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
        ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
        ),
        (String(repeating: "01234567", count: 80), "dea356a2cddd90c7a7ecedc5ebb563934f460452"),
    ]

    @Test(arguments: rows)
    func digestsAreThoseOfTheStandard(_ text: String, digest: String) {
        let bytes = SHA1.digest(of: Array(text.utf8))
        #expect(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == digest)
    }

    @Test func everyLengthAroundABlockHasItsOwnDigest() {
        let digests = (50...130).map { SHA1.digest(of: [UInt8](repeating: 7, count: $0)) }
        #expect(Set(digests).count == digests.count)
        #expect(digests.allSatisfy { $0.count == 20 })
    }
}
