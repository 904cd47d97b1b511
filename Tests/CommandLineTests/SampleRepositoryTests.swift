import Foundation
import Testing

/// The repository among the examples does what its README says.
@Suite struct SampleRepositoryTests {
    @Test func itPassesUntilTheWaiverEnds() throws {
        let folder = Program.root.appendingPathComponent("examples/kho-mau")
        let rows: [(day: String, status: Int32)] = [("2026-11-10", 0), ("2026-12-31", 0), ("2027-01-01", 1)]
        for (day, status) in rows {
            let run = try Program.run(["check", "--as-of", day], in: folder)
            #expect(run.status == status, "\(day)")
            #expect(run.errors.isEmpty)
            if status == 0 { #expect(run.output.contains("01/01/2027"), "\(day)") }
        }
        let diff = try Program.run(["baseline", "diff", "--as-of", "2026-11-10"], in: folder)
        #expect(diff.status == 0 && diff.output.contains("moc.json"), "\(diff.output)")
    }
}
