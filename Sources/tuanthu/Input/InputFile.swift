internal import Files
internal import Model
internal import YAMLTree

/// One input of a run: a file, or what comes from standard input.
struct InputFile: Sendable {
    /// The name reports and messages print: the path as it was given.
    let name: String
    /// Whether it is standard input.
    let isStandardInput: Bool
    /// What it holds.
    let kind: DocumentKind

    /// Its bytes.
    func bytes() throws(FileError) -> [UInt8] {
        isStandardInput ? try FileSystem.readStandardInput() : try FileSystem.read(name)
    }

    /// Looks for the tables a statement names, beside it.
    func table(_ table: String) -> TableLookup { InputFile.lookup(Folder.path(Folder.parent(of: name), table)) }

    /// Looks for a table by its own path.
    static func lookup(_ path: String) -> TableLookup {
        do throws(FileError) {
            return .found(try FileSystem.read(path))
        } catch {
            switch error {
            case .notFound: return .unreadable(.notFound)
            case .notPermitted: return .unreadable(.notPermitted)
            case .isFolder, .notAFile: return .unreadable(.notAFile)
            case .tooLarge(_, let limit): return .unreadable(.tooLarge(limit: limit))
            case .exists, .tooDeep, .failed: return .unreadable(.failed(error.path))
            }
        }
    }
}

/// Tells what kind of document a file of a folder holds, cheaply: by the line that begins with `tuanthu:`.
enum DocumentSniffing {
    /// The kind, or nil for a file that is none of this program's.
    static func kind(of bytes: [UInt8], name: String) -> DocumentKind? {
        let key = Array("\(DocumentKind.key):".utf8)
        for line in bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 400) where line.starts(with: key) {
            let value = String(decoding: line.dropFirst(key.count), as: UTF8.self)
            let word = value.drop { " \t\"'".contains($0) }.prefix { $0.isLetter || $0 == "_" }
            return DocumentKind(rawValue: String(word))
        }
        guard let root = YAMLReader.read(bytes, name: name).root, let text = root[DocumentKind.key]?.text else {
            return nil
        }
        return DocumentKind(rawValue: String(text.prefix { $0 != "/" }))
    }
}
