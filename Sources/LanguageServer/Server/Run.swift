internal import Assessor
internal import Model
internal import Reports
internal import YAMLTree

/// What the documents of one folder are checked with: the rules, and everything a run of `check` would be told.
struct Run: Sendable {
    /// The rules.
    let rules: LibraryReading
    /// The profile with what the run changes in it; nil where it cannot be used.
    let profile: Profile?
    let waivers: Waivers
    let holidays: HolidayCalendar?
    let baseline: Baseline?
    /// The file a further waiver belongs into, where the run follows one.
    let waiverFile: String?
    /// Inspections that the configuration leads to.
    let inspections: [SourceText]
    /// What is wrong in the files the run follows.
    let diagnostics: [Diagnostic]
    /// What is wrong with what it was told otherwise.
    let faults: [RunInstructions.Fault]

    /// Whether `check` would give verdicts.
    var isUsable: Bool { faults.isEmpty && !diagnostics.contains { $0.severity == .error } }

    /// Holds instructions against the rules.
    init(_ told: RunInstructions, _ rules: LibraryReading, _ language: Language) {
        self.rules = rules
        inspections = told.inspections
        waiverFile = told.waivers.last?.name
        var diagnostics = told.diagnostics
        var faults = told.faults
        let written = WaiverLoader.load(told.waivers)
        diagnostics += written.diagnostics
        let days = told.holidays.isEmpty ? nil : HolidayCalendarLoader.load(told.holidays)
        diagnostics += days?.diagnostics ?? []
        holidays = days?.value
        var baseline: Baseline?
        if let source = told.baseline {
            do throws(BaselineError) {
                baseline = try BaselineFile.read(source)
            } catch {
                faults.append(RunInstructions.Fault(error.message(source.name, language)))
            }
        }
        self.baseline = baseline
        var profile: Profile?
        var waivers = Waivers.none
        if let library = rules.library {
            do throws(AssessmentContext.Fault) {
                let chosen = try AssessmentContext.profile(told.profile, in: library)
                let changed = told.changes.isEmpty ? Loaded(chosen, []) : told.changes.apply(to: chosen, in: library)
                diagnostics += changed.diagnostics
                profile = changed.value
            } catch {
                faults.append(RunInstructions.Fault(Run.text(error, language), at: told.profilePlace))
            }
            if let values = written.value, !values.isEmpty {
                let admitted = Waivers.admit(values, from: told.waivers, in: library)
                diagnostics += admitted.diagnostics
                waivers = admitted.value ?? .none
            }
        }
        self.profile = profile
        self.waivers = waivers
        self.diagnostics = diagnostics
        self.faults = faults
    }

    /// The context statements are assessed in, with the inspections given; nil where there can be none.
    func context(_ inspections: [Inspection]) -> AssessmentContext? {
        guard isUsable, let library = rules.library, let profile else { return nil }
        return try? AssessmentContext(
            library: library, profile: profile, inspections: inspections, holidays: holidays, waivers: waivers)
    }

    private static func text(_ fault: AssessmentContext.Fault, _ language: Language) -> String {
        let (name, known): (String, [String])
        switch fault {
        case .unknownProfile(let id, let ids): (name, known) = (id, ids)
        case .noStandardProfile: (name, known) = ("", [])
        case .unknownInterpretation(let id, let ids): (name, known) = (id, ids)
        case .unknownChoice(let choice, _, let ids): (name, known) = (choice, ids)
        }
        let list = known.joined(separator: ", ")
        switch language {
        case .vi: return name.isEmpty ? "không có bộ chọn mặc định" : "không có bộ chọn “\(name)”; có: \(list)"
        case .en: return name.isEmpty ? "there is no standard profile" : "there is no profile “\(name)”; known: \(list)"
        }
    }
}

extension Session {
    /// What a document is checked with, read when it is first needed.
    mutating func run(for document: OpenDocument) -> Run {
        // A configuration that lies somewhere else is looked at as if runs followed it.
        let configuration = document.kind == .config ? document.name : nil
        let key = configuration ?? Session.folder(of: document.name)
        if let run = runs[key] { return run }
        var buffers: [String: [UInt8]] = [:]
        for other in documents.values { buffers[other.name] = other.text.bytes }
        let told = workspace.instructions(document.name, configuration: configuration, buffers: buffers, language)
        let run = Run(told, rules(told.rules), language)
        runs[key] = run
        return run
    }

    /// Forgets what runs were told: a file they follow has changed.
    mutating func forgetRuns() {
        runs = [:]
        for document in documents.values {
            switch document.kind {
            case .statement, .waivers, .config:
                if unsettled[document.uri] == nil { unsettled[document.uri] = .set }
            case .vocabulary, .rules, .tests, .mutants, .profile, .inspection, .editions, .transition, .roadmap,
                .register, .campaign,
                .holidays, nil:
                break
            }
        }
    }
}
