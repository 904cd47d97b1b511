internal import Assessor
internal import ConcurrentMap
internal import Files
internal import Model
internal import Pages
internal import Reports
internal import YAMLTree

/// Writes the page of every unit of a portfolio into a folder: a second pass over the statements, each read, assessed, written and
/// let go, so that a register of any length takes the room of a few statements.
struct UnitPageWriter {
    private let run: PortfolioRun
    private let report: PortfolioReport
    private let language: Language
    private let folder: String
    private let pages: UnitPages

    /// A writer.
    /// - Parameters:
    ///   - folder: Where the pages go; it is made where it is not there.
    ///   - page: The file of the committee's page; nil where it is written to none.
    init(
        _ run: PortfolioRun, _ report: PortfolioReport, _ language: Language, into folder: String, page: String?
    ) throws(FileError) {
        self.run = run
        self.report = report
        self.language = language
        self.folder = folder
        try Folder.create(folder)
        var back: String?
        if let page {
            let way = try Folder.way(from: folder, to: Folder.parent(of: page))
            let name = page.split(separator: "/").last.map(String.init) ?? page
            back = Folder.path(way, name)
        }
        pages = UnitPages(report, language, backTo: back)
    }

    /// The folder of the pages as the committee's page links to it.
    static func folder(_ folder: String, from page: String?) throws(FileError) -> String {
        try Folder.create(folder)
        let way = try Folder.way(from: page.map { Folder.parent(of: $0) } ?? "", to: folder)
        return way.isEmpty ? "." : way
    }

    /// Writes the pages; stops at the first file that cannot be read or written.
    func write() throws(FileError) {
        for page in pages.pagesWithoutStatement {
            try FileSystem.write(page.bytes, to: Folder.path(folder, page.name), isDurable: false)
        }
        let failures = pages.paths.concurrentMap { path in failure(of: path) }
        if let failure = failures.lazy.compactMap(\.self).first { throw failure }
    }

    /// Makes the pages of one statement.
    private func failure(of path: String) -> FileError? {
        do throws(FileError) {
            guard let assessment = try run.assessment(at: path) else {
                // It was read a moment ago, and no longer can be.
                return .failed(path: path, reason: "changed while it was read")
            }
            for page in pages.pages(of: assessment, at: path) {
                try FileSystem.write(page.bytes, to: Folder.path(folder, page.name), isDurable: false)
            }
            return nil
        } catch {
            return error
        }
    }
}
