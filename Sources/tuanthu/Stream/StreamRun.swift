internal import Assessor
internal import CivilTime
internal import ConcurrentMap
internal import Files
internal import Model
internal import Reports
internal import ResultCache
internal import YAMLTree

/// A run over the lines of standard input: each is read, assessed and answered for itself, a few at once on every core, and the
/// answers come in the order of the lines. It needs the memory of those few, however many come.
struct StreamRun {
    /// What each answer is made with.
    fileprivate struct Answering: Sendable {
        let vocabulary: Vocabulary
        let context: AssessmentContext
        let report: ReportRun
        let lines: SubjectLine
        let looksForChanges: Bool
        let language: Language
        let cache: (folder: ResultCache, key: CacheKey)?
    }

    /// The answer to one line.
    fileprivate struct Answer: Sendable {
        var output: [UInt8]
        /// What goes to standard error.
        var complaint = ""
        /// Whether no verdict could be given.
        var hasError = false
        /// Whether something reaches the threshold.
        var isReached = false
        /// Whether it was put into the cache.
        var isKept = false
    }

    /// How many lines are answered at once, and from how many bytes on no further one is taken in.
    private static let mostLines = 64
    private static let mostBytes = 16 << 20

    private let answering: Answering
    private(set) var count = 0
    private(set) var hasErrors = false
    private(set) var isReached = false
    /// Whether anything was put into the cache.
    private(set) var hasKept = false

    init(
        _ rules: RunRules, _ context: AssessmentContext, _ report: ReportRun, looksForChanges: Bool,
        _ language: Language, cache: ResultCache?
    ) {
        let kind = looksForChanges ? "stream/1 changes" : "stream/1"
        let loaded = rules.loaded
        answering = Answering(
            vocabulary: loaded.library.vocabulary, context: context, report: report, lines: SubjectLine(report),
            looksForChanges: looksForChanges, language: language,
            cache: cache.map { ($0, loaded.cacheKey(of: report, kind)) })
    }

    /// Answers every line.
    mutating func answer(_ reader: inout LineReader) throws(FileError) {
        while let batch = try Self.batch(&reader) {
            let answering = answering
            for answer in batch.concurrentMap({ answering.answer($0.line, number: $0.number) }) {
                Streams.write(answer.output)
                if !answer.complaint.isEmpty { Streams.complain(answer.complaint) }
                hasErrors = hasErrors || answer.hasError
                isReached = isReached || answer.isReached
                hasKept = hasKept || answer.isKept
            }
            count += batch.count
        }
    }

    private typealias NumberedLine = (line: LineReader.Line, number: Int)

    /// The next lines that are there; blank ones are passed over. Nil at the end.
    private static func batch(_ reader: inout LineReader) throws(FileError) -> [NumberedLine]? {
        var lines: [NumberedLine] = []
        var bytes = 0
        while lines.count < mostLines, bytes < mostBytes, lines.isEmpty || reader.isReady {
            guard let line = try reader.next() else { break }
            if case .whole(let text) = line {
                if text.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }) { continue }
                bytes += text.count
            }
            lines.append((line, reader.count))
        }
        return lines.isEmpty ? nil : lines
    }
}

extension StreamRun.Answering {
    fileprivate func answer(_ line: LineReader.Line, number: Int) -> StreamRun.Answer {
        switch line {
        case .tooLong:
            let message = LocalizedText(vi: "dòng dài quá giới hạn", en: "the line is longer than the limit")
            return refusal(nil, message, number)
        case .whole(let bytes):
            guard let cache else { return answer(bytes, number) }
            let key = cache.key.adding([("line", bytes)])
            if let known = cache.folder.entry(key), let isReached = Self.isReached(known) {
                return StreamRun.Answer(output: Array(known.result.dropFirst()), isReached: isReached)
            }
            var answer = answer(bytes, number)
            // What there is to say of an input is said every time.
            guard !answer.hasError, answer.complaint.isEmpty else { return answer }
            let mark = answer.isReached ? Self.reached : Self.notReached
            answer.isKept = cache.folder.keep(ResultCache.Entry(tables: [], result: [mark] + answer.output), under: key)
            return answer
        }
    }

    private static var reached: UInt8 { UInt8(ascii: "1") }
    private static var notReached: UInt8 { UInt8(ascii: "0") }

    private static func isReached(_ entry: ResultCache.Entry) -> Bool? {
        switch entry.result.first {
        case reached?: true
        case notReached?: false
        case _: nil
        }
    }

    private func answer(_ bytes: [UInt8], _ number: Int) -> StreamRun.Answer {
        let input: StreamInput
        do throws(StreamInput.Fault) {
            input = try StreamInput(bytes)
        } catch {
            return refusal(error.path, error.message, number)
        }
        let loaded = StatementLoader(vocabulary: vocabulary).load(input.source, tables: { input.table($0) })
        let problems = loaded.diagnostics.map { InputProblem($0) }
        let complaint = loaded.diagnostics.map { $0.text(language) }.joined()
        guard let statement = loaded.value else {
            return StreamRun.Answer(
                output: lines.line(ofUnreadable: input.path, problems: problems), complaint: complaint, hasError: true)
        }
        let assessment = Assessor.assess(statement, in: context, asOf: report.asOf)
        let search = looksForChanges ? ChangeSearch(in: assessment, context: context) : nil
        let changes = search.map { search in assessment.findings.map { search.changes(for: $0) } }
        return StreamRun.Answer(
            output: lines.line(of: assessment, changes: changes, problems: problems), complaint: complaint,
            isReached: report.threshold.isReached(by: RunSummary(assessment)))
    }

    private func refusal(_ path: String?, _ message: LocalizedText, _ number: Int) -> StreamRun.Answer {
        let place = path ?? (language == .vi ? "dòng \(number)" : "line \(number)")
        return StreamRun.Answer(
            output: lines.line(ofUnreadable: path, problems: [InputProblem(message)]),
            complaint: "tuanthu: \(place): \(message[language])\n", hasError: true)
    }
}
