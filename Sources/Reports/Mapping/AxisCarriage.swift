/// Where each format carries the axes of a finding: the names of its keys, columns or elements.
struct AxisCarriage: Sendable, Hashable {
    /// The axis, as the JSON report names it.
    let axis: String
    /// The JSON report.
    let json: String
    /// SARIF, below a result.
    let sarif: String
    /// The column of CSV.
    let csv: String
    /// The name of the OSCAL property, or the key.
    let oscal: String
    /// The other formats.
    let others: String

    /// One row for every axis.
    static let rows: [AxisCarriage] = [
        AxisCarriage(
            axis: "verdict", json: "verdict", sarif: "properties.verdict", csv: "verdict", oscal: "verdict",
            others: "the outcome of a JUnit test case; words everywhere"),
        AxisCarriage(
            axis: "level", json: "level", sarif: "properties.level", csv: "level", oscal: "level",
            others: "severity; the type of a JUnit failure"),
        AxisCarriage(
            axis: "timing", json: "timing", sarif: "properties.timing", csv: "timing", oscal: "timing",
            others: "words; the due date a column of Markdown"),
        AxisCarriage(
            axis: "assurance", json: "assurance", sarif: "properties.assurance", csv: "assurance", oscal: "assurance",
            others: "–"),
        AxisCarriage(
            axis: "grade", json: "grade", sarif: "properties.grade", csv: "grade", oscal: "grade", others: "words"),
        AxisCarriage(
            axis: "gate", json: "gate", sarif: "properties.gate", csv: "gate", oscal: "gate", others: "–"),
        AxisCarriage(
            axis: "waiver", json: "waiver", sarif: "suppressions", csv: "waiver", oscal: "waiver",
            others: "the reason of a skipped JUnit test case; words"),
        AxisCarriage(
            axis: "baseline", json: "baseline", sarif: "baselineState", csv: "baseline", oscal: "baseline",
            others: "a column of Markdown"),
        AxisCarriage(
            axis: "fingerprint", json: "fingerprint", sarif: "partialFingerprints", csv: "fingerprint",
            oscal: "fingerprint", others: "fingerprint of GitLab"),
    ]
}
