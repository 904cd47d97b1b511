internal import Model
internal import YAMLTree

/// Tells what kind of document a file of a folder holds, cheaply: by the line that begins with `tuanthu:`.
enum DocumentSniffing {
    /// What a file says it is.
    enum Claim: Equatable {
        case document(DocumentKind)
        /// A document of this program, of a kind that there is not.
        case unknownKind
        /// None of this program's.
        case foreign
    }

    /// The kind, or nil for a file that is none of this program's.
    static func kind(of bytes: [UInt8], name: String) -> DocumentKind? {
        if case .document(let kind) = claim(of: bytes, name: name) { kind } else { nil }
    }

    /// What a file says it is.
    static func claim(of bytes: [UInt8], name: String) -> Claim {
        let bytes = narrow(bytes)
        let key = Array("\(DocumentKind.key):".utf8)
        for line in bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 400) where line.starts(with: key) {
            let value = String(decoding: line.dropFirst(key.count), as: UTF8.self)
            return claim(value.drop { " \t\"'".contains($0) }.prefix { $0.isLetter || $0 == "_" })
        }
        guard let root = YAMLReader.read(bytes, name: name).root, let text = root[DocumentKind.key]?.text else {
            return .foreign
        }
        return claim(text.prefix { $0 != "/" })
    }

    private static func claim(_ word: Substring) -> Claim {
        if word.isEmpty { return .foreign }
        return DocumentKind(rawValue: String(word)).map { .document($0) } ?? .unknownKind
    }

    /// What a file in UTF-16 says in the letters of ASCII: it cannot be read, but whoever wrote it has to be told.
    private static func narrow(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) else { return bytes }
        return bytes.dropFirst(2).filter { $0 != 0 }
    }
}
