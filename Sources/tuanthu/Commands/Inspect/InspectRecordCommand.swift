internal import ArgumentParser
internal import Assessor
internal import Model
internal import Reports

/// `tuanthu inspect record`: records beside what agencies state; with `--write`, a record to fill in.
struct InspectRecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Inspection records head by head, beside the statement; --write drafts one.",
        discussion: """
            Shows each record with what its agency states, the points, the follow-up, and the papers of the file. With --write \
            a record to fill in is drafted for the one statement given.

            Exit codes: 0 told; 2 some input could not be read, or there was none.
            """)

    @Argument(help: ArgumentHelp("Records, and the statements they are of; folders that hold them.", valueName: "path"))
    var paths: [String]

    @OptionGroup var asOf: AsOfOption
    @OptionGroup var draft: DraftOption
    @OptionGroup var pack: PackOptions
    @OptionGroup var options: InspectionOptions

    func validate() throws {
        _ = try options.rules.readings()
        _ = try asOf.day()
        try pack.check()
        try draft.check()
        try FormatChoice.validate(options.format)
    }

    func run() throws {
        let run = try AgencyInspection(paths, options)
        let day = try asOf.day()
        let language = run.language
        if let path = draft.write {
            let text = InspectionRecordDraft(language, in: run.context).text(try run.pack(pack, asOf: day))
            try draft.write(text, to: path, language)
            throw CommandStop(run.isComplete ? .noFindings : .noVerdict)
        }
        let records = run.context.inspections.filter { $0.signedOn <= day }
        guard !records.isEmpty else {
            if !run.isComplete { throw CommandStop(.noVerdict) }
            throw CommandStop(
                language == .vi
                    ? "không có biên bản kiểm tra nào ký đến ngày xét" : "no record was signed by the day assessed")
        }
        let entries = records.map { inspection in
            let statement = run.statements.first { $0.agencyCode == inspection.agency }
            let assessment = statement.map { Assessor.assess($0, in: run.context, asOf: day) }
            return InspectionRecordReport.Entry(FollowUp(inspection, in: run.context, asOf: day), assessment)
        }
        let report = InspectionRecordReport(entries, in: run.context)
        try options.write(
            language, text: { report.text(language, isColoured: $0) }, markdown: { report.markdown(language) },
            json: { report.json })
        throw CommandStop(run.isComplete ? .noFindings : .noVerdict)
    }
}

/// `tuanthu inspect follow-up`: the corrections after inspections, their terms and states.
struct InspectFollowUpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow-up", abstract: "What followed inspections: reports due, accepted or not, looked at again.",
        discussion: """
            Exit codes: 0 nothing is overdue; 1 a corrective report is overdue by law; 2 some input could not be read, or there \
            was none.
            """)

    @Argument(help: ArgumentHelp("Inspection records, and folders that hold them.", valueName: "path"))
    var paths: [String]

    @OptionGroup var asOf: AsOfOption
    @OptionGroup var options: InspectionOptions

    func validate() throws {
        _ = try options.rules.readings()
        _ = try asOf.day()
        try FormatChoice.validate(options.format)
    }

    func run() throws {
        let run = try AgencyInspection(paths, options)
        let day = try asOf.day()
        let language = run.language
        let records = run.context.inspections.filter { $0.signedOn <= day }
        guard !records.isEmpty else {
            if !run.isComplete { throw CommandStop(.noVerdict) }
            throw CommandStop(
                language == .vi
                    ? "không có biên bản kiểm tra nào ký đến ngày xét" : "no record was signed by the day assessed")
        }
        let followUps = records.map { FollowUp($0, in: run.context, asOf: day) }
        let report = FollowUpReport(followUps, in: run.context, asOf: day)
        try options.write(
            language, text: { report.text(language, isColoured: $0) }, markdown: { report.markdown(language) },
            json: { report.json })
        if !run.isComplete { throw CommandStop(.noVerdict) }
        throw CommandStop(report.hasOverdue ? .findings : .noFindings)
    }
}
