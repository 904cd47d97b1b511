import Model
import Testing
import TextDocuments
import XMLReading
import ZipArchive

@Suite("Documents with fields")
struct TemplateTests {
    static let fields: [TemplateField] = [
        TemplateField("agency.name", "tên", "name"), TemplateField("as_of", "ngày", "day"),
        TemplateField("head.36.1.đ.verdict", "kết luận", "verdict"),
        TemplateField(
            "findings", "phát hiện", "findings",
            of: [
                TemplateField("number", "số", "number"), TemplateField("title", "yêu cầu", "title"),
                TemplateField("items", "mục", "items", of: [TemplateField("key", "khóa", "key")]),
            ]),
        TemplateField("none", "không có", "none", of: [TemplateField("number", "số", "number")]),
    ]

    static let values: TemplateValues = {
        func finding(_ number: String, _ title: String, _ keys: [String]) -> TemplateValues {
            TemplateValues([
                "number": .text(number), "title": .text(title),
                "items": .list(keys.map { TemplateValues(["key": .text($0)]) }),
            ])
        }
        return TemplateValues([
            "agency.name": .text("Sở A & B <C>"), "as_of": .text("10/11/2026"),
            "head.36.1.đ.verdict": .text("chưa\nđáp\tứng"), "none": .list([]),
            "findings": .list([finding("1", "Một", ["a", "b"]), finding("2", "Hai", [])]),
        ])
    }()

    private func filled(_ file: TemplateFile) throws -> ZipReader {
        let template = try DocumentTemplate(try file.bytes, fields: Self.fields)
        return try ZipReader(try template.filled(Self.values))
    }

    private func body(_ file: TemplateFile) throws -> String {
        let text = String(decoding: try filled(file).bytes(of: "word/document.xml"), as: UTF8.self)
        let start = try #require(text.firstRange(of: "body>"))
        let end = try #require(text.ranges(of: "</").dropLast().last)
        return String(text[start.upperBound..<end.lowerBound])
    }

    /// Paragraphs as texts, breaks as `|`.
    private func paragraphs(_ file: TemplateFile) throws -> [String] {
        let root = try XMLElement.read(try filled(file).bytes(of: "word/document.xml"))
        func texts(_ element: XMLElement) -> [String] {
            if element.name.local == "p" { return [text(element)] }
            return element.elements.flatMap(texts)
        }
        func text(_ element: XMLElement) -> String {
            switch element.name.local {
            case "t": element.text
            case "br", "tab": "|"
            default: element.elements.map(text).joined()
            }
        }
        return texts(root)
    }

    private static let p = TemplateFile.paragraph

    @Test(
        "a field is found however the word processor splits it",
        arguments: [
            ["Tên: {{agency.name}}."], ["Tên: {", "{agency", ".na", "me}}."], ["Tên: {{", "agency.name", "}", "}."],
            ["Tên: {{ agency.name ", "}}."], ["Tên: {{agency&#46;name&#x7D;}."],
        ])
    func splitRuns(_ runs: [String]) throws {
        let texts = runs.map { "<w:r><w:t>\($0)</w:t></w:r>" }.joined(separator: "<w:proofErr w:type=\"spellStart\"/>")
        #expect(try paragraphs(TemplateFile("<w:p>\(texts)</w:p>")) == ["Tên: Sở A & B <C>."])
    }

    /// Steele, Lea and Flood's SplitMix64.
    private struct Draw {
        var state: UInt64

        mutating func next(below limit: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
        }
    }

    @Test("the same text in any runs fills alike", arguments: 1...40)
    func anyRuns(_ seed: Int) throws {
        var draw = Draw(state: UInt64(seed))
        let lines = [
            "{{#findings}}", "{{number}}. {{ title }} – đến {{as_of}}", "{{#items}}{{key}} & {{agency.name}}{{/items}}",
            "{{/findings}}", "{{as_of}}{{as_of}} {{head.36.1.đ.verdict}}",
        ]
        let body = lines.map { line -> String in
            var runs = "<w:r><w:t>"
            for scalar in line.unicodeScalars {
                switch draw.next(below: 4) {
                case 0: runs += "</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>"
                case 1:
                    runs += "</w:t></w:r><w:bookmarkStart w:id=\"1\" w:name=\"x\"/><w:r><w:t xml:space=\"preserve\">"
                default: break
                }
                let isReference = draw.next(below: 5) == 0 || scalar == "&"
                runs += isReference ? "&#\(scalar.value);" : String(scalar)
            }
            return "<w:p>" + runs + "</w:t></w:r></w:p>"
        }.joined()
        #expect(
            try paragraphs(TemplateFile(body)) == [
                "1. Một – đến 10/11/2026", "a & Sở A & B <C>", "b & Sở A & B <C>", "2. Hai – đến 10/11/2026",
                "10/11/202610/11/2026 chưa|đáp|ứng",
            ])
    }

    @Test("nothing but the text of the fields is changed, byte by byte")
    func bytesSurvive() throws {
        let before =
            "<!-- {{as_of}} --><w:p w:rsidR='00A1'  ><w:pPr><w:jc w:val=\"both\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Ngày "
        let after = " &amp; sau</w:t></w:r><w:bookmarkStart w:id=\"0\" w:name=\"a>b\"/></w:p >\n<w:sectPr/>"
        #expect(try body(TemplateFile(before + "{{as_of}}" + after)) == before + "10/11/2026" + after)
    }

    @Test("every other part stays as it is, in its order")
    func partsSurvive() throws {
        var file = TemplateFile(Self.p("{{as_of}}"))
        file.further = [ZipEntry(name: "customXml/item1.xml", text: "<a>{{as_of}}</a>\r\n")]
        let result = try filled(file)
        let names = result.names
        #expect(names == file.entries.map(\.name))
        for entry in file.entries where entry.name != "word/document.xml" {
            let bytes = try result.bytes(of: entry.name)
            #expect(bytes == entry.bytes, "\(entry.name)")
        }
    }

    @Test("headers are filled too; a file whose only field is there is a template")
    func headers() throws {
        var file = TemplateFile(Self.p("Không có trường"))
        file.header = Self.p("Đến ", "{{as_", "of}}")
        let header = String(decoding: try filled(file).bytes(of: "word/header1.xml"), as: UTF8.self)
        #expect(header.contains("10/11/2026") && !header.contains("{"))
    }

    @Test("line feeds and tabs of a value are breaks; spaces around what is left are kept")
    func breaks() throws {
        #expect(try paragraphs(TemplateFile(Self.p("{{head.36.1.đ.", "verdict}} là"))) == ["chưa|đáp|ứng là"])
        let xml = try body(TemplateFile(Self.p("{{as_of", "}} là")))
        #expect(xml.contains("<w:t xml:space=\"preserve\"> là</w:t>"))
    }

    @Test("prefixes other than w, none, and Strict documents", arguments: ["w", "x", ""])
    func prefixes(_ prefix: String) throws {
        let open = prefix.isEmpty ? "" : prefix + ":"
        var file = TemplateFile("<\(open)p><\(open)r><\(open)t>{{as_of}}</\(open)t></\(open)r></\(open)p>")
        file.prefix = prefix
        #expect(try paragraphs(file) == ["10/11/2026"])
        file.documentNamespace = "http://purl.oclc.org/ooxml/wordprocessingml/main"
        #expect(try paragraphs(file) == ["10/11/2026"])
    }

    // MARK: Lists

    @Test("a row whose cells hold the ends of a list is repeated; fields of the row outside the marks too")
    func rows() throws {
        func row(_ cells: String...) -> String {
            "<w:tr>" + cells.map { "<w:tc><w:tcPr/>\(Self.p($0))</w:tc>" }.joined() + "</w:tr>"
        }
        let table =
            "<w:tbl><w:tblPr/>" + row("STT", "Yêu cầu", "Cơ quan")
            + row("{{number}}", "{{#findings}}{{title}}", "{{agency.name}}{{/findings}}") + "</w:tbl><w:p/>"
        #expect(
            try paragraphs(TemplateFile(table)) == [
                "STT", "Yêu cầu", "Cơ quan", "1", "Một", "Sở A & B <C>", "2", "Hai", "Sở A & B <C>", "",
            ])
    }

    @Test("several rows are repeated together, from the row of the one mark to that of the other")
    func severalRows() throws {
        let row = { (text: String) in "<w:tr><w:tc>\(Self.p(text))</w:tc></w:tr>" }
        let table = "<w:tbl>" + row("{{#findings}}{{number}}") + row("{{title}}{{/findings}}") + row("hết") + "</w:tbl>"
        #expect(try paragraphs(TemplateFile(table)) == ["1", "Một", "2", "Hai", "hết"])
    }

    @Test("paragraphs and tables between two marks are repeated, and the paragraphs of the marks fall away")
    func betweenParagraphs() throws {
        let inner = "<w:tbl><w:tr><w:tc>\(Self.p("{{title}}"))</w:tc></w:tr></w:tbl>"
        let text =
            Self.p("đầu") + Self.p("{{#find", "ings}}") + Self.p("{{number}}.") + inner + Self.p("{{/findings}}")
            + Self.p("cuối")
        #expect(try paragraphs(TemplateFile(text)) == ["đầu", "1.", "Một", "2.", "Hai", "cuối"])
    }

    @Test("a paragraph that holds both marks is repeated; lists nest")
    func nesting() throws {
        let one = Self.p("{{#findings}}{{number}}. {{title}}{{/findings}}")
        #expect(try paragraphs(TemplateFile(one)) == ["1. Một", "2. Hai"])
        let nested =
            Self.p("{{#findings}}") + Self.p("{{title}}") + Self.p("{{#items}}– {{key}} ({{number}}){{/items}}")
            + Self.p("{{/findings}}")
        #expect(try paragraphs(TemplateFile(nested)) == ["Một", "– a (1)", "– b (1)", "Hai"])
    }

    @Test("an empty list leaves no row, but a cell keeps its paragraph and a table its row")
    func emptyLists() throws {
        let row = "<w:tr><w:tc>\(Self.p("{{#none}}{{number}}"))</w:tc><w:tc>\(Self.p("x{{/none}}"))</w:tc></w:tr>"
        let head = "<w:tr><w:tc>\(Self.p("STT"))</w:tc></w:tr>"
        #expect(try paragraphs(TemplateFile("<w:tbl>\(head)\(row)</w:tbl>")) == ["STT"])
        #expect(try paragraphs(TemplateFile("<w:tbl>\(row)</w:tbl>")) == ["", "x"])
        let cell = "<w:tbl><w:tr><w:tc><w:tcPr/>\(Self.p("{{#none}}{{number}}{{/none}}"))</w:tc></w:tr></w:tbl>"
        #expect(try body(TemplateFile(cell)).contains("<w:tc><w:tcPr/><w:p/></w:tc>"))
    }

    @Test("a cell that would end with a table ends with a paragraph")
    func cellEndingWithTable() throws {
        let inner = "<w:tbl><w:tr><w:tc>\(Self.p("{{title}}"))</w:tc></w:tr></w:tbl>"
        let cell =
            "<w:tbl><w:tr><w:tc>\(Self.p("{{#findings}}"))\(inner)\(Self.p("{{/findings}}"))</w:tc></w:tr></w:tbl>"
        #expect(try body(TemplateFile(cell)).contains("</w:tbl><w:p/></w:tc>"))
    }

    @Test("the end of a section is never dropped with a mark")
    func sectionEnd() throws {
        let end = "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{{/findings}}</w:t></w:r></w:p>"
        let text = try body(TemplateFile(Self.p("{{#findings}}") + Self.p("{{title}}") + end))
        #expect(text.ranges(of: "<w:sectPr/>").count == 2)
    }

    // MARK: What is refused

    private func problem(_ file: TemplateFile) -> TemplateProblem? {
        guard let bytes = try? file.bytes else { return nil }
        return problem(bytes)
    }

    private func problem(_ bytes: [UInt8]) -> TemplateProblem? {
        do throws(TemplateProblem) {
            _ = try DocumentTemplate(bytes, fields: Self.fields)
            return nil
        } catch {
            return error
        }
    }

    @Test("a field nobody knows is named, with what was meant and what there is")
    func unknownField() throws {
        let found = try #require(problem(TemplateFile(Self.p("{{agency", ".nmae}}"))))
        #expect(
            found
                == .unknownField(
                    "agency.nmae", suggestion: "agency.name",
                    known: ["agency.name", "as_of", "head.36.1.đ.verdict", "findings", "none"]))
        #expect(found.message(.en).contains("did you mean {{agency.name}}?"))
        #expect(found.message(.vi).contains("có phải {{agency.name}} không?"))
        // Fields of a list are not known outside it.
        guard case .unknownField("title", _, _)? = problem(TemplateFile(Self.p("{{title}}"))) else {
            Issue.record("title is not known outside its list")
            return
        }
    }

    @Test(
        "fields and lists that do not fit",
        arguments: [
            (p("{{as_of"), TemplateProblem.notClosed("{{as_of")), (p("{{findings}}"), .listAsText("findings")),
            (p("{{#as_of}}"), .textAsList("as_of")), (p("{{#findings}}"), .listNotEnded("findings")),
            (p("{{/findings}}"), .listNotBegun("findings")), (p("không có gì"), .noFields),
            (p("{{#findings}}{{#items}}{{/findings}}{{/items}}"), .listNotEnded("items")),
            (
                p("{{#findings}}") + "<w:tbl><w:tr><w:tc>" + p("{{/findings}}") + "</w:tc></w:tr></w:tbl>",
                .listAcrossTables("findings")
            ),
            (p("{{#findings}}{{title}}{{/findings}} {{#none}}{{number}}{{/none}}"), .listAcrossTables("findings")),
            ("<w:p><w:r><w:t>{{as_</w:t><w:br/><w:t>of}}</w:t></w:r></w:p>", .notClosed("{{as_\u{FFFC}of}}")),
        ])
    func misfits(_ text: String, _ expected: TemplateProblem) {
        #expect(problem(TemplateFile(text)) == expected)
    }

    @Test("macros, template files, signatures and what would be fetched from outside")
    func refusedFiles() throws {
        let good = TemplateFile(Self.p("{{as_of}}"))
        var file = good
        file.type = "application/vnd.ms-word.document.macroEnabled.main+xml"
        #expect(problem(file) == .macros(part: "word/document.xml"))
        file = good
        file.further = [ZipEntry(name: "word/vbaProject.bin", text: "x")]
        #expect(problem(file) == .macros(part: "word/vbaProject.bin"))
        file = good
        file.type = TemplateFile.base + "template.main+xml"
        #expect(problem(file) == .templateFile)
        file = good
        file.further = [ZipEntry(name: "_xmlsignatures/sig1.xml", text: "<a/>")]
        #expect(problem(file) == .signed(part: "_xmlsignatures/sig1.xml"))
        file = good
        file.relations =
            "<Relationship Id=\"r\" Type=\"http://x/attachedTemplate\" Target=\"http://evil.example/a.dotm\" TargetMode=\"External\"/>"
        #expect(
            problem(file)
                == .external(
                    part: "word/_rels/document.xml.rels", kind: "attachedTemplate", target: "http://evil.example/a.dotm"
                ))
        // A hyperlink is followed only when it is clicked.
        file.relations =
            "<Relationship Id=\"r\" Type=\"http://x/hyperlink\" Target=\"https://vidu.example/\" TargetMode=\"External\"/>"
        #expect(problem(file) == nil)
    }

    @Test("documents that are none")
    func noDocuments() throws {
        #expect(problem(Array("tuanthu".utf8)) == .archive(.notAnArchive))
        #expect(problem([]) == .archive(.notAnArchive))
        #expect(problem(try ZipWriter.archive(of: [ZipEntry(name: "a.txt", text: "a")])) == .notADocument)
        var file = TemplateFile("")
        file.type = "application/xml"
        #expect(problem(file) == .notADocument)
        file = TemplateFile("<w:p>")
        guard case .malformed("word/document.xml", _)? = problem(file) else {
            Issue.record("what is not well formed is refused")
            return
        }
    }

    @Test("document types are refused in every part, read or only carried over")
    func documentTypes() throws {
        let bomb = "<!DOCTYPE a [<!ENTITY x \"{{as_of}}\"><!ENTITY y \"&x;&x;\">]><a>&y;</a>"
        var file = TemplateFile("")
        file.document = bomb
        guard case .malformed("word/document.xml", let error)? = problem(file) else {
            Issue.record("a document type in the text is refused")
            return
        }
        #expect(error.problem == .documentType)
        file = TemplateFile(Self.p("{{as_of}}"))
        file.further = [ZipEntry(name: "word/styles.xml", text: bomb)]
        guard case .malformed("word/styles.xml", _)? = problem(file) else {
            Issue.record("a document type in a part carried over is refused")
            return
        }
    }

    @Test("a small file that unpacks to a large one")
    func bomb() throws {
        var file = TemplateFile(Self.p("{{as_of}}"))
        file.further = [ZipEntry(name: "word/media/a.bin", bytes: [UInt8](repeating: 0, count: 8 << 20))]
        #expect(problem(file) == .archive(.suspiciousRatio(name: "word/media/a.bin", limit: 200)))
    }

    @Test("parts in another encoding")
    func encodings() throws {
        var file = TemplateFile("")
        file.document =
            "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><w:document xmlns:w=\"\(TemplateFile.namespace)\"/>"
        #expect(problem(file) == .notUTF8(part: "word/document.xml"))
    }

    @Test("cut anywhere, a template is refused and never half read")
    func cut() throws {
        let whole = try TemplateFile(Self.p("{{as_of}}")).bytes
        for length in stride(from: 0, to: whole.count - 1, by: 7) {
            #expect(problem(Array(whole[..<length])) != nil)
        }
    }
}
