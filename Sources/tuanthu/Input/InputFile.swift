internal import Files
internal import Model

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
