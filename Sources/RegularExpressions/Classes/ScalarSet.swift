/// A set of scalars: ranges, general categories, other sets, or everything but these.
struct ScalarSet: Sendable {
    private(set) var ranges: [ClosedRange<UInt32>] = []
    private var categories: Set<Unicode.GeneralCategory> = []
    private var parts: [ScalarSet] = []
    var isNegated = false
    var ignoresCase = false
    /// For each scalar of ASCII whether it is in; made by `sealed`.
    private var ascii: (low: UInt64, high: UInt64) = (0, 0)
    private var isSealed = false

    static let all: ScalarSet = ScalarSet([0...0x10FFFF])
    static let allButNewline: ScalarSet = ScalarSet([0...9, 11...0x10FFFF])
    static let digits = ScalarSet([48...57])
    static let blanks = ScalarSet([9...10, 12...13, 32...32])
    static let word = ScalarSet([48...57, 65...90, 95...95, 97...122])

    init(_ ranges: [ClosedRange<UInt32>] = []) { self.ranges = ranges }

    init(_ scalar: Unicode.Scalar) { ranges = [scalar.value...scalar.value] }

    mutating func insert(_ range: ClosedRange<UInt32>) { ranges.append(range) }

    mutating func insert(_ set: ScalarSet) { parts.append(set) }

    mutating func insert(_ categories: Set<Unicode.GeneralCategory>) { self.categories.formUnion(categories) }

    var negated: ScalarSet {
        var copy = self
        copy.isNegated.toggle()
        return copy
    }

    /// The ranges in order, none touching the next.
    private static func merged(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
        var result: [ClosedRange<UInt32>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, range.lowerBound <= last.upperBound + 1 {
                result[result.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }

    /// The set with its ranges in order and its table for ASCII.
    var sealed: ScalarSet {
        var copy = self
        copy.ranges = Self.merged(ranges)
        copy.parts = parts.map(\.sealed)
        for code in UInt32(0)..<128 {
            guard let scalar = Unicode.Scalar(code), decides(scalar) else { continue }
            if code < 64 { copy.ascii.low |= 1 << UInt64(code) } else { copy.ascii.high |= 1 << UInt64(code - 64) }
        }
        copy.isSealed = true
        return copy
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        let code = scalar.value
        if isSealed, code < 128 {
            return code < 64 ? ascii.low >> UInt64(code) & 1 == 1 : ascii.high >> UInt64(code - 64) & 1 == 1
        }
        return decides(scalar)
    }

    private func decides(_ scalar: Unicode.Scalar) -> Bool {
        var isIn = containsExactly(scalar)
        if !isIn && ignoresCase {
            for variant in UnicodeCases.variants(of: scalar) where containsExactly(variant) {
                isIn = true
                break
            }
        }
        return isIn != isNegated
    }

    private func containsExactly(_ scalar: Unicode.Scalar) -> Bool {
        if rangesContain(scalar.value) { return true }
        if !categories.isEmpty, categories.contains(scalar.properties.generalCategory) { return true }
        return parts.contains { $0.contains(scalar) }
    }

    private func rangesContain(_ code: UInt32) -> Bool {
        guard isSealed, ranges.count > 8 else { return ranges.contains { $0.contains(code) } }
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < code { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].lowerBound <= code
    }
}
