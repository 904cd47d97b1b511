internal import ArgumentParser
internal import Assessor
internal import CivilTime
internal import Files
internal import Model
internal import Reports

/// `tuanthu roadmap`: an agency's plans of a switch and the latest safe starts; with `--write`, a drafted plan.
struct RoadmapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roadmap",
        abstract: "One agency's plans of a switch, counted back from the days that bind; --write drafts a plan.")

    @OptionGroup var options: TransitionOptions

    @Option(
        help: ArgumentHelp(
            "Draft a roadmap into this file; - for standard output. A file that is there is never overwritten.",
            valueName: "path"))
    var write: String?

    @Option(
        help: ArgumentHelp(
            "Finish before this day, in place of the day that binds; only with --write.", valueName: "date"))
    var before: String?

    @Flag(help: "With --write: overwrite the file if it is there.")
    var force = false

    @Option(help: ArgumentHelp("When to use colours: auto, always or never.", valueName: "when"))
    var color: ColourChoice = .auto

    func validate() throws {
        _ = try lastDay()
        if write == nil, before != nil || force {
            throw ValidationError("\(before == nil ? "--force" : "--before") is for --write")
        }
    }

    func run() throws {
        let outcome = try options.assess()
        let language = outcome.language
        guard let write else {
            let text = TransitionText(language, library: outcome.library, isColoured: color.isColoured)
            return Streams.printOutput(text.roadmapText(outcome.answer))
        }
        let day = try lastDay()
        let draft: RoadmapDraft
        do throws(RoadmapDraft.Fault) {
            draft = try Assessor.draftRoadmap(for: outcome.answer, before: day)
        } catch {
            throw CommandStop(error.message(language))
        }
        let text = RoadmapDraftText(language, library: outcome.library).text(draft)
        if write == "-" { return Streams.printOutput(text) }
        do throws(FileError) {
            let bytes = Array(text.utf8)
            if force { try FileSystem.write(bytes, to: write) } else { try FileSystem.create(write, with: bytes) }
        } catch {
            throw CommandStop(error.message(language))
        }
        Streams.printOutput(
            language == .vi ? "đã ghi lộ trình dự thảo: \(write)\n" : "drafted roadmap written: \(write)\n")
    }

    /// The day before which the draft is to end.
    private func lastDay() throws -> CivilDate? {
        guard let before else { return nil }
        do throws(DateParseError) {
            return try CivilDate.parse(before)
        } catch {
            throw ValidationError("--before \(before): \(error.text(in: .en))")
        }
    }
}

extension RoadmapDraft.Fault {
    /// Why nothing was drafted.
    fileprivate func message(_ language: Language) -> String {
        switch (self, language) {
        case (.noTemplate, .vi): "bảng chuyển đổi này không có lộ trình mẫu"
        case (.noTemplate, .en): "this transition proposes no roadmap"
        case (.noTerm, .vi): "không có thời hạn nào ràng buộc cơ quan vào ngày xét; hãy nêu --before NGÀY"
        case (.noTerm, .en): "no day binds the agency as of this date; give --before DATE"
        case (.declared, .vi): "cơ quan đã công bố theo phiên bản mới: không còn gì để lập lộ trình"
        case (.declared, .en): "the agency has declared to the new edition: nothing is left to plan"
        case (.beyondCalendar, .vi): "các mốc nằm ngoài lịch tính được (năm 1 đến năm 9999)"
        case (.beyondCalendar, .en): "the milestones lie outside the calendar (years 1 to 9999)"
        }
    }
}
