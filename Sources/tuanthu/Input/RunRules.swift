internal import Assessor
internal import Files
internal import Model
internal import YAMLTree

/// The rules of a run: the library, the profile with what the run changes in it, and the waivers held against them.
struct RunRules {
    let loaded: LoadedLibrary
    let profile: Profile
    let waivers: Waivers
    /// The profile before the run changed anything in it, and what it changes.
    private let chosen: Profile
    private let changes: ProfileChanges
    private let language: Language

    /// Loads what the settings ask for; what is wrong goes to standard error and stops the run.
    /// - Parameters:
    ///   - settings: What the run was told.
    ///   - paths: The files of waivers.
    ///   - extent: How much of the library is needed; nil: what the selected rules need.
    ///   - standard: The profile of a run that names none, where it is not the library's standard one.
    init(
        _ settings: RunSettings, waivers paths: [String] = [], extent: LoadedLibrary.Extent? = nil,
        standard: (RuleLibrary) -> String? = { _ in nil }
    ) throws {
        language = settings.language.value
        let changes = settings.changes
        let name = settings.profile?.value
        let written = try Self.read(paths, language)
        var loaded = try LoadedLibrary.load(
            settings.rules?.value, extent ?? (changes.isEmpty ? .profile(name) : .ruleSets), language)
        // A waiver may be of a rule that the profile does not select: whether there is such a rule every set has to say.
        let known = Set(loaded.library.rules.map(\.id))
        if extent == nil, changes.isEmpty, written.waivers.contains(where: { !known.contains($0.waiver.rule) }) {
            loaded = try LoadedLibrary.load(settings.rules?.value, .ruleSets, language)
        }
        self.loaded = loaded
        self.changes = changes
        do throws(AssessmentContext.Fault) {
            chosen = try AssessmentContext.profile(name ?? standard(loaded.library), in: loaded.library)
        } catch {
            throw CommandStop(error.message(language))
        }
        let changed = changes.isEmpty ? Loaded(chosen, []) : changes.apply(to: chosen, in: loaded.library)
        LoadedLibrary.tell(changed.diagnostics, language)
        let admitted = Waivers.admit(written.waivers, from: written.files, in: loaded.library)
        LoadedLibrary.tell(admitted.diagnostics, language)
        guard let profile = changed.value, let waivers = admitted.value else { throw CommandStop(.noVerdict) }
        self.profile = profile
        self.waivers = waivers
    }

    private init(_ other: RunRules, _ library: RuleLibrary, _ profile: Profile) {
        loaded = other.loaded.with(library)
        self.profile = profile
        waivers = other.waivers
        chosen = other.chosen
        changes = other.changes
        language = other.language
    }

    /// The rules of a run over a register, whose plans may name sets: those then bind the units that name the plan, whether the
    /// profile selects them or not. What the run itself selects or leaves out comes after.
    func bound(by register: Register) throws -> RunRules {
        let library = loaded.library.bound(by: register)
        LoadedLibrary.tell(library.diagnostics, language)
        guard let library = library.value else { throw CommandStop(.noVerdict) }
        let added = chosen.adding(setsOf: register, in: library)
        let changed = changes.isEmpty ? Loaded(added, []) : changes.apply(to: added, in: library)
        guard let profile = changed.value else { throw CommandStop(.noVerdict) }
        return RunRules(self, library, profile)
    }

    /// The context of the run.
    func context(inspections: [Inspection] = [], holidays: HolidayCalendar? = nil) throws -> AssessmentContext {
        do throws(AssessmentContext.Fault) {
            return try AssessmentContext(
                library: loaded.library, profile: profile, inspections: inspections, holidays: holidays,
                waivers: waivers)
        } catch {
            throw CommandStop(error.message(language))
        }
    }

    private static func read(
        _ paths: [String], _ language: Language
    ) throws -> (files: [SourceText], waivers: [WrittenWaiver]) {
        var files: [SourceText] = []
        for path in paths {
            do throws(FileError) {
                files.append(SourceText(name: path, bytes: try FileSystem.read(path)))
            } catch {
                throw CommandStop(error.message(language))
            }
        }
        let loaded = WaiverLoader.load(files)
        LoadedLibrary.tell(loaded.diagnostics, language)
        guard let waivers = loaded.value else { throw CommandStop(.noVerdict) }
        return (files, waivers)
    }
}
