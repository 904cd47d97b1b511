import Foundation
import Testing

@testable import Reports

/// UUIDs made of names, and paths as URIs.
@Suite struct IdentityTests {
    /// Known from other makers of UUIDs of version 5.
    @Test func aNameGivesTheUUIDThatOthersGiveIt() {
        #expect(NameUUID("python.org", in: .domains).description == "886313e1-3b8a-5372-9b90-0c9aee199e5d")
        #expect(NameUUID("http://python.org/", in: .urls).description == "4c565f0d-3f5a-5890-b41b-20cf47701c5e")
    }

    @Test func partsOfANameAreKeptApart() {
        #expect(NameUUID(["ab", "c"]) != NameUUID(["a", "bc"]))
        #expect(NameUUID(["ab", "c"]) == NameUUID(["ab", "c"]))
        #expect(UUID(uuidString: NameUUID(["điều 4"]).description) != nil)
    }

    static let paths: [(String, String, Bool)] = [
        ("a/b.yaml", "a/b.yaml", true), ("./a.yaml", "a.yaml", true), (".//./a.yaml", "a.yaml", true),
        ("../a.yaml", "../a.yaml", true), ("bản khai/Sở 1.yaml", "b%E1%BA%A3n%20khai/S%E1%BB%9F%201.yaml", true),
        ("a:b?c#d%e&f", "a%3Ab%3Fc%23d%25e%26f", true), ("/tmp/a b", "file:///tmp/a%20b", false),
        ("<stdin>", "%3Cstdin%3E", true), ("", "", true),
    ]

    @Test(arguments: paths)
    func pathsAreRelativeReferences(_ path: String, text: String, isRelative: Bool) {
        let uri = FileURI(path: path)
        #expect(uri.text == text && uri.isRelative == isRelative)
        let decoded = uri.text.removingPercentEncoding
        #expect(decoded == (isRelative ? FileURI.plain(path) : "file://\(path)"))
    }
}
