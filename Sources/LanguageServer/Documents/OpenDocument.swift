internal import Model
internal import YAMLTree

/// A document as the client has it, and what it was when it could last be read.
struct OpenDocument {
    let uri: String
    /// The path, or the URI of what lies in no file.
    let name: String
    var version: Int?
    private(set) var text: DocumentText
    /// What reading the present text came to.
    private(set) var reading: YAMLReading
    /// The last text that was a tree.
    private(set) var lastTree: Tree?
    /// What the document is, by its present text or the last that was a tree.
    private(set) var kind: DocumentKind?

    /// A text and its tree.
    struct Tree {
        let root: YAMLNode
        var bytes: [UInt8] { root.source.bytes }
    }

    init(uri: String, version: Int?, text: [UInt8]) {
        self.uri = uri
        self.version = version
        name = DocumentURI.path(of: uri) ?? uri
        self.text = DocumentText(text)
        reading = YAMLReader.read(text, name: name)
        take()
    }

    /// Puts another text in place of the present one.
    mutating func replace(_ text: DocumentText, version: Int?) {
        self.text = text
        self.version = version
        reading = YAMLReader.read(text.bytes, name: name)
        take()
    }

    private mutating func take() {
        guard let root = reading.root else {
            if kind == nil { kind = OpenDocument.writtenKind(text.bytes) }
            return
        }
        lastTree = Tree(root: root)
        kind = DocumentKind.read(root).value ?? kind
    }

    /// Whether the text says that it is a file of this program, of whatever kind.
    var isOurs: Bool { kind != nil || OpenDocument.header(text.bytes) != nil }

    /// The kind that a line of a text names, where the text is no tree.
    private static func writtenKind(_ bytes: [UInt8]) -> DocumentKind? {
        header(bytes).flatMap { DocumentKind(rawValue: String($0.prefix { $0 != "/" })) }
    }

    /// What stands after `tuanthu:` where a line begins with it.
    private static func header(_ bytes: [UInt8]) -> String? {
        let key = Array("\(DocumentKind.key):".utf8)
        let line = bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.first { $0.starts(with: key) }
        guard let line else { return nil }
        return String(String(decoding: line.dropFirst(key.count), as: UTF8.self).filter { !" \"'".contains($0) })
    }

    /// The place in the last tree's text that a byte of the present text corresponds to: what stands before the first and after
    /// the last difference keeps its neighbours, and what lies between them is the first difference.
    func offsetInLastTree(_ offset: Int) -> Int {
        guard let old = lastTree?.bytes else { return offset }
        let new = text.bytes
        if reading.root != nil { return offset }
        var prefix = 0
        let shorter = min(old.count, new.count)
        while prefix < shorter, old[prefix] == new[prefix] { prefix += 1 }
        if offset <= prefix { return offset }
        var suffix = 0
        while suffix < shorter - prefix, old[old.count - 1 - suffix] == new[new.count - 1 - suffix] { suffix += 1 }
        if offset >= new.count - suffix { return offset - new.count + old.count }
        return prefix
    }
}
