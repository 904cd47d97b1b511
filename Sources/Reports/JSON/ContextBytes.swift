internal import Model

extension ReportRun {
    /// What the statements are assessed against as bytes of the JSON report: other bytes, another context.
    public var contextBytes: [UInt8] {
        var bytes: [UInt8] = []
        ContextJSON.value(self).write(to: &bytes, .compact)
        return bytes
    }
}
