internal import ArgumentParser
internal import Files
internal import Model
internal import YAMLTree

/// The days off that working days are counted with.
struct HolidayOption: ParsableArguments {
    @Option(
        name: .customLong("holidays"),
        help: ArgumentHelp(
            "File of the days off of one year (tuanthu: holidays/1); may be given several times.", valueName: "path"))
    var paths: [String] = []

    /// The calendar of the files; nil where none is given. What is wrong with a file goes to standard error.
    func calendar(_ language: Language) throws -> HolidayCalendar? {
        try HolidayOption.calendar(paths, language)
    }

    /// The calendar of some files.
    static func calendar(_ paths: [String], _ language: Language) throws -> HolidayCalendar? {
        if paths.isEmpty { return nil }
        var files: [SourceText] = []
        for path in paths {
            do throws(FileError) {
                files.append(SourceText(name: path, bytes: try FileSystem.read(path)))
            } catch {
                throw CommandStop(error.message(language))
            }
        }
        let loaded = HolidayCalendarLoader.load(files)
        LoadedLibrary.tell(loaded.diagnostics, language)
        if let calendar = loaded.value { return calendar }
        throw CommandStop(
            language == .vi ? "không dùng được lịch nghỉ (--holidays)" : "the days off cannot be used (--holidays)")
    }
}
