#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// The F distribution: NIST Digital Library of Mathematical Functions, section 8.17, for the incomplete beta function it is made of.
struct FDistribution {
    private let first: Double
    private let second: Double

    /// With these degrees of freedom, whole or not.
    init(_ first: Double, _ second: Double) {
        self.first = first
        self.second = second
    }

    /// The share of it up to a value.
    func cumulative(_ value: Double) -> Double {
        if value <= 0 { return 0 }
        return Self.incompleteBeta(first * value / (first * value + second), first / 2, second / 2)
    }

    /// The value up to which a share of it lies, found by halving: 200 halvings leave no bit of a Double open.
    func quantile(_ share: Double) -> Double {
        var low = 0.0
        var high = 1.0
        while cumulative(high) < share, high < 1e12 { high *= 2 }
        for _ in 0..<200 {
            let middle = (low + high) / 2
            if middle <= low || middle >= high { break }
            if cumulative(middle) < share { low = middle } else { high = middle }
        }
        return high
    }

    /// The regularised incomplete beta function by its continued fraction (8.17.22), on the side where that converges fast.
    static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
        if x <= 0 { return 0 }
        if x >= 1 { return 1 }
        let front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log(1 - x))
        if x < (a + 1) / (a + b + 2) { return front * fraction(x, a, b) / a }
        return 1 - front * fraction(1 - x, b, a) / b
    }

    /// The continued fraction, by Lentz's method.
    private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let tiny = 1e-300
        var c = 1.0
        var d = 1 - (a + b) * x / (a + 1)
        d = 1 / (abs(d) < tiny ? tiny : d)
        var value = d
        for step in 1...10_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            var factor = 1.0
            for numerator in [even, odd] {
                d = 1 + numerator * d
                d = 1 / (abs(d) < tiny ? tiny : d)
                c = 1 + numerator / c
                if abs(c) < tiny { c = tiny }
                factor = d * c
                value *= factor
            }
            if abs(factor - 1) < 1e-14 { break }
        }
        return value
    }

    /// The logarithm of the gamma function of a positive number: the recurrence (5.5.1) up to 10, then Stirling's series (5.11.1).
    static func logGamma(_ value: Double) -> Double {
        var x = value
        var shift = 0.0
        while x < 10 {
            shift += log(x)
            x += 1
        }
        let square = 1 / (x * x)
        let series =
            (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188)))) / x
        return (x - 0.5) * log(x) - x + 0.918_938_533_204_672_7 + series - shift
    }
}
