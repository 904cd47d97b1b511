/// Looks at the clock.
enum Measure {
    /// The nanoseconds that work takes.
    static func nanoseconds(_ work: () -> Void) -> Double {
        let time = ContinuousClock().measure(work)
        return Double(time.components.seconds) * 1e9 + Double(time.components.attoseconds) * 1e-9
    }
}
