internal import ArgumentParser
internal import Editing
internal import Files
internal import Model
internal import YAMLTree

/// `tuanthu fmt`: lays out statements, rule sets and every other file of this program.
struct FormatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt",
        abstract: "Lays out files in one form without changing what they say: files, folders, or - for standard input.",
        discussion: """
            Comments and order stay. Files are written in place, each as a whole or not at all; standard input goes to \
            standard output. In a folder only files that begin with “tuanthu:” count. \
            With --check nothing is written, and the exit code is 1 where a file would change.
            """)

    @Argument(help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "path"))
    var paths: [String]

    @Flag(help: "Write nothing; name the files that would change, and exit 1 where there are any.")
    var check = false

    @Flag(help: "Write nothing; show what would change, in the unified format.")
    var diff = false

    @OptionGroup var language: LanguageOption

    func run() throws {
        var names: [String] = []
        var hasFailed = false
        for path in paths {
            do throws(FileError) {
                names += try files(at: path)
            } catch {
                Streams.complain("tuanthu: \(error.message(language.language))\n")
                hasFailed = true
            }
        }
        var changed = 0
        for name in names {
            switch format(name) {
            case .same: break
            case .changed: changed += 1
            case .failed: hasFailed = true
            }
        }
        if hasFailed { throw CommandStop(.noVerdict) }
        if check, changed > 0 { throw CommandStop(.findings) }
    }

    // MARK: Files

    private func files(at path: String) throws(FileError) -> [String] {
        guard path != "-", try FileSystem.kind(of: path) == .folder else { return [path] }
        var found: [String] = []
        for name in try Folder.files(below: path, endingIn: [".yaml", ".yml"]) {
            if DocumentSniffing.kind(of: try FileSystem.read(name), name: name) != nil { found.append(name) }
        }
        if found.isEmpty {
            throw .failed(
                path: path,
                reason: language.language == .vi ? "không có tệp nào để sắp xếp" : "no file to lay out")
        }
        return found
    }

    private enum Outcome {
        case same, changed, failed
    }

    private func format(_ path: String) -> Outcome {
        let isStandardInput = path == "-"
        let name = isStandardInput ? "<stdin>" : path
        do throws(FileError) {
            let bytes = isStandardInput ? try FileSystem.readStandardInput() : try FileSystem.read(path)
            let reading = YAMLReader.read(bytes, name: name)
            guard let formatted = formatted(reading) else { return .failed }
            let isChanged = formatted != bytes
            if diff { Streams.write(UnifiedDiff.text(from: bytes, to: formatted, name: name)) }
            if check {
                if isChanged { Streams.complain("\(name)\n") }
            } else if !diff {
                if isStandardInput {
                    Streams.write(formatted)
                } else if isChanged {
                    try FileSystem.write(formatted, to: path)
                }
            }
            return isChanged ? .changed : .same
        } catch {
            Streams.complain("tuanthu: \(error.message(language.language))\n")
            return .failed
        }
    }

    private func formatted(_ reading: YAMLReading) -> [UInt8]? {
        do throws(EditRefusal) {
            return try DocumentFormatter.formatted(reading)
        } catch {
            for error in reading.errors {
                let place = Place(source: reading.source, range: error.range)
                LoadedLibrary.tell([Diagnostic(.error, .yaml(error.problem), at: place)], language.language)
            }
            return nil
        }
    }
}
