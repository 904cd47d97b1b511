internal import ArgumentParser

/// One report to write: a format by its name, such as `text`, or with a file, `json=report.json`.
struct FormatChoice<Name: RawRepresentable & CaseIterable & Hashable>: ExpressibleByArgument, Hashable
where Name.RawValue == String {
    let name: Name
    /// The file; nil for standard output.
    let path: String?

    init(_ name: Name, path: String? = nil) {
        self.name = name
        self.path = path
    }

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let name = Name(rawValue: parts[0]) else { return nil }
        self.name = name
        guard parts.count == 2 else {
            path = nil
            return
        }
        if parts[1].isEmpty { return nil }
        path = parts[1] == "-" ? nil : parts[1]
    }

    var defaultValueDescription: String { path.map { "\(name.rawValue)=\($0)" } ?? name.rawValue }

    static var allValueStrings: [String] { Name.allCases.flatMap { [$0.rawValue, "\($0.rawValue)=PATH"] } }

    /// Refuses two reports for one place.
    static func validate(_ choices: [FormatChoice]) throws {
        let destinations = choices.map { $0.path ?? "-" }
        if Set(destinations).count < destinations.count {
            throw ValidationError("two reports for the same place: give --format NAME=PATH")
        }
    }
}

/// The formats of what only people and programs of ours read.
enum FindingFormat: String, CaseIterable {
    case text, json
}

/// The formats of the findings of `check`.
enum CheckFormat: String, CaseIterable {
    case text, json, jsonl, sarif, junit, github, gitlab, checkstyle, markdown, csv, html, xlsx, oscal
    case oscalPlan = "oscal-poam"
    case docx
    case docxCorrective = "docx-corrective"
}

/// The formats of deadlines.
enum DeadlineFormat: String, CaseIterable {
    case text, json, csv, ics
}

/// A report to write, as text or JSON.
typealias ReportFormat = FormatChoice<FindingFormat>
