internal import Assessor
internal import CivilTime
internal import Model
internal import Reports
internal import YAMLTree

/// What is known of a document beyond its text.
struct Analysis: Sendable {
    /// What loading said.
    var diagnostics: [Diagnostic] = []
    /// The findings of the last statement that could be read.
    var assessment: Assessment?
    /// Whether the findings are those of the present text.
    var isCurrent = false
    /// What keeps `check` from giving verdicts, in the files it follows besides the document and in what it is told.
    var runDiagnostics: [Diagnostic] = []
    var runFaults: [RunInstructions.Fault] = []
    /// The file a further waiver belongs into, where the run follows one.
    var waiverFile: String?
    /// The earlier run that findings are compared with.
    var baseline: Baseline?
    /// The waivers of a file that no longer count, or soon will not.
    var endingWaivers: [(waiver: Waiver, standing: WaiverStanding)] = []
    /// What the lint said of a rule file.
    var lint: [LintFinding] = []
    /// The library the document was read with, or lies in.
    var library: RuleLibrary?
    /// The vocabulary, which may be there where the library is not.
    var vocabulary: Vocabulary?
    /// The files of the vocabulary.
    var vocabularyFiles: [YAMLReading] = []
}

extension Session {
    /// Looks at a document anew; what its present text does not give stays as it was.
    mutating func analyse(_ document: OpenDocument, _ extent: LibraryExtent) -> Analysis {
        var analysis = analyses[document.uri] ?? Analysis()
        analysis.diagnostics = []
        analysis.lint = []
        analysis.runDiagnostics = []
        analysis.runFaults = []
        analysis.endingWaivers = []
        analysis.isCurrent = false
        switch document.kind {
        case .statement: analyseStatement(document, &analysis)
        case .roadmap: analyseRoadmap(document, &analysis)
        case .inspection: analyseInspection(document, &analysis)
        case .vocabulary, .rules, .tests, .mutants, .profile, .editions, .transition:
            analyseRules(document, extent, &analysis)
        case .holidays: analysis.diagnostics = HolidayCalendarLoader.load([document.reading.source]).diagnostics
        case .waivers: analyseWaivers(document, &analysis)
        case .config: analyseConfiguration(document, &analysis)
        case .register: analyseRegister(document, &analysis)
        case .campaign: analysis.diagnostics = CampaignLoader.load(document.reading).diagnostics
        case nil: analyseUnknown(document, &analysis)
        }
        return analysis
    }

    /// Takes the rules that a document is checked with.
    private mutating func useRules(for document: OpenDocument, _ analysis: inout Analysis) -> Run {
        let run = run(for: document)
        analysis.library = run.rules.library
        analysis.vocabulary = run.rules.vocabulary
        analysis.vocabularyFiles = run.rules.vocabularyFiles
        return run
    }

    private mutating func analyseStatement(_ document: OpenDocument, _ analysis: inout Analysis) {
        let run = useRules(for: document, &analysis)
        analysis.runDiagnostics = run.diagnostics
        analysis.runFaults = run.faults
        analysis.baseline = run.baseline
        analysis.waiverFile = run.waiverFile
        guard let vocabulary = analysis.vocabulary else { return analyseUnknown(document, &analysis) }
        let loaded = StatementLoader(vocabulary: vocabulary).load(document.reading) { name in
            table(name, beside: document.name)
        }
        analysis.diagnostics = loaded.diagnostics
        let inspections = inspections(beside: document, run.inspections, vocabulary)
        guard let statement = loaded.value, let context = run.context(inspections) else { return }
        analysis.assessment = Assessor.assess(statement, in: context, asOf: workspace.today())
        analysis.isCurrent = true
    }

    private mutating func analyseRoadmap(_ document: OpenDocument, _ analysis: inout Analysis) {
        _ = useRules(for: document, &analysis)
        guard let vocabulary = analysis.vocabulary else { return analyseUnknown(document, &analysis) }
        analysis.diagnostics = RoadmapLoader(vocabulary: vocabulary).load(document.reading.source).diagnostics
    }

    private mutating func analyseInspection(_ document: OpenDocument, _ analysis: inout Analysis) {
        _ = useRules(for: document, &analysis)
        guard let vocabulary = analysis.vocabulary else { return analyseUnknown(document, &analysis) }
        analysis.diagnostics = InspectionLoader(vocabulary: vocabulary).load(document.reading.source).diagnostics
    }

    private mutating func analyseRegister(_ document: OpenDocument, _ analysis: inout Analysis) {
        _ = useRules(for: document, &analysis)
        guard let vocabulary = analysis.vocabulary else { return analyseUnknown(document, &analysis) }
        let loaded = RegisterLoader(vocabulary: vocabulary).load(document.reading) { name in
            table(name, beside: document.name)
        }
        analysis.diagnostics = loaded.diagnostics
    }

    /// Waivers as a run that follows this file reads them, and which of them end.
    private mutating func analyseWaivers(_ document: OpenDocument, _ analysis: inout Analysis) {
        let run = useRules(for: document, &analysis)
        let source = document.reading.source
        let written = WaiverLoader.load([source])
        analysis.diagnostics = written.diagnostics
        guard let values = written.value, let library = run.rules.library else { return }
        let admitted = Waivers.admit(values, from: [source], in: library)
        analysis.diagnostics += admitted.diagnostics
        guard let waivers = admitted.value else { return }
        let day = workspace.today()
        for waiver in waivers.all {
            let standing = waivers.standing(of: waiver, on: day)
            if standing == .ending || standing == .expired { analysis.endingWaivers.append((waiver, standing)) }
        }
    }

    /// A configuration as a run that follows it reads it, with the files it names.
    private mutating func analyseConfiguration(_ document: OpenDocument, _ analysis: inout Analysis) {
        let run = useRules(for: document, &analysis)
        analysis.diagnostics = run.diagnostics.filter { $0.place?.file == document.name }
        analysis.runDiagnostics = run.diagnostics.filter { $0.place?.file != document.name }
        analysis.runFaults = run.faults
    }

    /// A document of another kind, or of none: what is wrong with it as YAML, and with its first key if it has one.
    private func analyseUnknown(_ document: OpenDocument, _ analysis: inout Analysis) {
        // Other programs' YAML is none of ours, and may hold what this reader refuses.
        guard document.isOurs else { return }
        for error in document.reading.errors {
            let place = Place(source: document.reading.source, range: error.range)
            analysis.diagnostics.append(Diagnostic(.error, .yaml(error.problem), at: place))
        }
        guard let root = document.reading.root, root[DocumentKind.key] != nil else { return }
        analysis.diagnostics += DocumentKind.read(root).diagnostics
    }

    private func analyseRules(_ document: OpenDocument, _ extent: LibraryExtent, _ analysis: inout Analysis) {
        var buffers: [String: [UInt8]] = [:]
        for other in documents.values { buffers[other.name] = other.text.bytes }
        guard let reading = workspace.library(around: document.name, buffers: buffers, extent) else {
            return analyseUnknown(document, &analysis)
        }
        analysis.vocabulary = reading.vocabulary ?? analysis.vocabulary
        analysis.vocabularyFiles = reading.vocabularyFiles
        analysis.diagnostics = reading.diagnostics
        guard let library = reading.library else {
            // A file that is broken when it is opened is read beside the library as it was saved.
            if analysis.library == nil {
                let saved = workspace.library(around: document.name, buffers: [:], .everything)
                analysis.library = saved?.library
                analysis.vocabulary = analysis.vocabulary ?? saved?.vocabulary
            }
            return
        }
        analysis.library = library
        analysis.isCurrent = true
        if document.kind == .tests {
            let file = RuleFile(name: document.name, bytes: document.text.bytes)
            analysis.diagnostics += RuleTestLoader(library: library).load(file).diagnostics
            analysis.diagnostics += SetRuleTestLoader(library: library).load(file).diagnostics
        }
        if document.kind == .rules {
            let lint = LibraryLint(library: library, asOf: workspace.today())
            analysis.lint = lint.findings().filter { $0.place.file == document.name }
        }
    }

    // MARK: Files beside

    /// The bytes of a file; nil where there is none.
    func bytes(ofFile path: String) -> [UInt8]? {
        if case .found(let bytes) = workspace.table(path) { bytes } else { nil }
    }

    private func table(_ name: String, beside path: String) -> TableLookup {
        let path = Session.folder(of: path) + name
        if let open = documents.values.first(where: { $0.name == path }) { return .found(open.text.bytes) }
        return workspace.table(path)
    }

    /// The inspections in the statement's folder, and those that the configuration leads to.
    private func inspections(
        beside document: OpenDocument, _ named: [SourceText], _ vocabulary: Vocabulary
    ) -> [Inspection] {
        let loader = InspectionLoader(vocabulary: vocabulary)
        let beside = workspace.inspections(in: Session.folder(of: document.name))
        let names = Set(beside.map(\.name))
        return (beside + named.filter { !names.contains($0.name) }).compactMap { source in
            let open = documents.values.first { $0.name == source.name }
            return loader.load(open?.reading.source ?? source).value
        }
    }

    /// A path up to its last slash.
    static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }
}
