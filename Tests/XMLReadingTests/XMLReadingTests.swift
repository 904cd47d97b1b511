import Testing
import XMLReading

private func failure(_ text: String, limits: XMLLimits = .standard) -> XMLError? { failure(Array(text.utf8), limits) }

private func failure(_ bytes: [UInt8], _ limits: XMLLimits = .standard) -> XMLError? {
    do throws(XMLError) {
        _ = try XMLElement.read(bytes, limits: limits)
        return nil
    } catch {
        return error
    }
}

private func at(_ line: Int, _ column: Int) -> XMLPlace { XMLPlace(line: line, column: column) }

@Suite struct XMLTrees {
    @Test func aDocumentWithNamespaces() throws {
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- ghi chú -->
            <x:bảng xmlns:x="urn:x" xmlns="urn:mặc-định" a="1" x:a="2">một<ô>&lt;hai&gt;<![CDATA[ & ba]]></ô>&#x1EBF;</x:bảng>
            """
        let root = try XMLElement.read(Array(text.utf8))
        #expect(root.name == XMLName(prefix: "x", local: "bảng", namespace: "urn:x"))
        #expect(root.attributes.map(\.name.qualified) == ["xmlns:x", "xmlns", "a", "x:a"])
        #expect(root.attributes.map(\.name.namespace).suffix(2) == ["", "urn:x"])
        let cell = try #require(root.first("ô"))
        #expect(cell.name.namespace == "urn:mặc-định")
        #expect(cell.children == [.text("<hai> & ba")])
        #expect(root.text == "một<hai> & baế")
        #expect(cell.place == at(3, 63))
    }

    @Test func aScopeEnds() throws {
        let root = try XMLElement.read(Array("<a><b xmlns:p='1'><p:c/></b><d/></a>".utf8))
        #expect(root.first("b")?.first("c")?.name.namespace == "1")
        #expect(failure("<a><b xmlns:p='1'/><p:c/></a>") == XMLError(.unboundPrefix("p"), at: at(1, 20)))
    }

    @Test func otherEncodings() throws {
        let text = "<a>Quảng Ngãi</a>"
        var utf16: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(try XMLElement.read(utf16).text == "Quảng Ngãi")
        let latin: [UInt8] = Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE0] + Array("</a>".utf8)
        #expect(try XMLElement.read(latin).text == "à")
    }

    @Test func readingStopsWhereNoMoreIsWanted() throws {
        var names: [String] = []
        try XMLReader.read(Array("<a><b/><c/> not well formed".utf8)) { event in
            guard case .start(let tag) = event else { return .proceed }
            names.append(tag.name.local)
            return tag.name.local == "b" ? .stop : .proceed
        }
        #expect(names == ["a", "b"])
    }
}

@Suite struct XMLOfHostileInput {
    static let laughs = """
        <!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;">]>
        <a>&y;</a>
        """

    @Test(arguments: [
        (laughs, XMLProblem.documentType, at(1, 13)),
        ("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", .documentType, at(1, 40)),
        ("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>", .documentType, at(1, 13)),
        ("<?xml version=\"1.0\"?>\n<!DOCTYPE a><a/>", .documentType, at(2, 12)),
        ("<a>&x;</a>", .malformed("undefined entity"), at(1, 4)),
        ("<a><b></a>", .malformed("mismatched tag"), at(1, 9)),
        ("<a/><b/>", .malformed("junk after document element"), at(1, 5)),
        ("", .malformed("no element found"), at(1, 1)),
        ("<a x='1' x='2'/>", .malformed("duplicate attribute"), at(1, 10)),
        ("<p:a/>", .unboundPrefix("p"), at(1, 1)), ("<a p:b=''/>", .unboundPrefix("p"), at(1, 1)),
    ])
    func refused(text: String, problem: XMLProblem, place: XMLPlace) {
        #expect(failure(text) == XMLError(problem, at: place))
    }

    @Test func notUTF8() {
        #expect(
            failure([0x3C, 0x61, 0x3E, 0xFF, 0x3C, 0x2F, 0x61, 0x3E])?.problem
                == .malformed("not well-formed (invalid token)"))
    }

    @Test func limits() {
        let deep = String(repeating: "<a>", count: 200_000)
        #expect(failure(deep)?.problem == .tooDeep(limit: 128))
        #expect(
            failure("<a><b/><b/><b/></a>", limits: XMLLimits(maxElements: 3))
                == XMLError(.tooManyElements(limit: 3), at: at(1, 12)))
        #expect(failure("<a b='' c=''/>", limits: XMLLimits(maxAttributes: 1))?.problem == .tooManyAttributes(limit: 1))
        #expect(failure("<a/>", limits: XMLLimits(maxBytes: 3))?.problem == .tooLarge(bytes: 4, limit: 3))
        #expect(failure("<a><a><a/></a></a>", limits: XMLLimits(maxDepth: 3)) == nil)
    }

    /// Every byte changed and every length cut: an error or a tree, never a crash.
    @Test func everyByteMayBeWrong() throws {
        let text = Array("<?xml version='1.0'?><s:a xmlns:s='u'><s:b r='1'>đ&amp;</s:b><c/></s:a>".utf8)
        for index in text.indices {
            #expect(failure(Array(text[..<index])) != nil)
            for flip in [0xFF, 0x01, 0x20] as [UInt8] {
                var changed = text
                changed[index] ^= flip
                if let error = failure(changed) {
                    #expect(!error.problem.english.isEmpty && !error.problem.vietnamese.isEmpty)
                    #expect(error.place.line >= 1 && error.place.column >= 1)
                }
            }
        }
    }
}
