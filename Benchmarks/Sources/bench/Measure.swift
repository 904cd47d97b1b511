/// Times work by repeating it.
enum Measure {
    /// Nanoseconds for one repetition: the least of several runs, each of which takes a while.
    static func nanoseconds(runs: Int, seconds: Double, _ body: () -> Void) -> Double {
        var best = Double.infinity
        var count = 1
        var run = 0
        while run < runs {
            let spent = elapsed { for _ in 0..<count { body() } }
            if spent < seconds {
                count = max(count * 2, Int(Double(count) * seconds * 1.2 / max(spent, 1e-7)))
                continue
            }
            best = min(best, spent / Double(count) * 1e9)
            run += 1
        }
        return best
    }

    private static func elapsed(_ body: () -> Void) -> Double {
        let time = ContinuousClock().measure(body)
        return Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
    }
}
