internal import ArgumentParser

/// One report to write: `text`, `json`, or either with a file, `json=report.json`.
struct ReportFormat: ExpressibleByArgument, Hashable {
    enum Name: String, CaseIterable {
        case text, json
    }

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

    static var allValueStrings: [String] { Name.allCases.flatMap { [$0.rawValue, "\($0.rawValue)=PATH"] } }
}
