internal import Files
internal import Model
internal import Reports
internal import YAMLTree

/// Finds and reads `tuanthu.yml`.
///
/// It is looked for in the working directory and upwards: to the root of the repository (the folder that holds `.git`),
/// else to the home folder, else to the root of the file system. Its path is told as seen from the working directory.
enum ConfigurationFile {
    /// The file's name.
    static let name = "tuanthu.yml"
    /// The variable that names a file.
    static let variable = "TUANTHU_CONFIG"
    /// Folders may lie this deep in one another.
    private static let maxDepth = 128

    /// A loader that knows the words of this program.
    static var loader: ConfigurationLoader {
        ConfigurationLoader(
            thresholds: FailureThreshold.allCases.map(\.rawValue), formats: CheckFormat.allCases.map(\.rawValue),
            colors: ColourChoice.allCases.map(\.rawValue))
    }

    /// The file that an option or the variable names.
    static func named(_ path: String?) -> String? {
        path ?? ProcessSurroundings.variable(variable).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Reads the configuration of a run; nil where there is none. What is wrong with it stops the run.
    static func load(_ path: String?, _ language: Language) throws -> Configuration? {
        guard let file = named(path) ?? found(from: "") else { return nil }
        let source: SourceText
        do throws(FileError) {
            source = SourceText(name: file, bytes: try FileSystem.read(file))
        } catch {
            throw CommandStop(error.message(language))
        }
        let loaded = loader.load(source)
        LoadedLibrary.tell(loaded.diagnostics, language)
        guard let configuration = loaded.value else { throw CommandStop(.noVerdict) }
        return configuration
    }

    /// The nearest file in a folder or above it.
    /// - Parameters:
    ///   - start: A folder; empty for the working directory.
    ///   - open: Paths that count as files though they need not be saved yet.
    static func found(from start: String, open: Set<String> = []) -> String? {
        let home = ProcessSurroundings.variable("HOME").flatMap { $0.isEmpty ? nil : $0 }
        var folder = start
        for _ in 0..<maxDepth {
            let path = Folder.path(folder, name)
            if open.contains(path) || (try? FileSystem.kind(of: path)) != nil { return path }
            let here = folder.isEmpty ? "." : folder
            let isRepository = (try? FileSystem.kind(of: Folder.path(folder, ".git"))) != nil
            let isHome = home.map { FileSystem.isSame(here, $0) } ?? false
            let above = folder.hasPrefix("/") ? Folder.parent(of: folder) : "\(folder)/.."
            let parent = folder.isEmpty ? ".." : above
            if isRepository || isHome || FileSystem.isSame(here, parent) { return nil }
            folder = parent
        }
        return nil
    }
}
