extension String {
    /// The text in Normalization Form C (Unicode Standard Annex 15) as far as Latin letters go.
    ///
    /// The standard library compares strings canonically but offers no composed form in public, and the core does not
    /// import Foundation. Reports and the expression language compare scalars, so a name typed with separate tone marks
    /// must become the same scalars as one typed with composed letters. Marks are put in canonical order after any base;
    /// they are composed with Latin bases only.
    public var nfc: String {
        if utf8.withContiguousStorageIfAvailable(LatinNormalizer.isPlain) ?? false { return self }
        guard unicodeScalars.contains(where: LatinNormalizer.mayChange) else { return self }
        return LatinNormalizer.composed(self)
    }
}

/// Decomposes, orders and composes again, as the annex describes it.
private enum LatinNormalizer {
    /// Whether a scalar can make a text differ from its normal form; no composed Latin letter does.
    static func mayChange(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x300 || (0x1E00..<0x1F00).contains(scalar.value) { return false }
        if LatinCompositions.singletons[scalar] != nil { return true }
        return scalar.properties.canonicalCombiningClass != .notReordered
    }

    /// Whether UTF-8 holds only scalars before U+0300 and from U+1E00 to U+1EFF, which most texts do: seen without decoding.
    static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0xCC {
                index += 1
            } else if bytes[index] == 0xE1, index + 2 < bytes.count, (0xB8...0xBB).contains(bytes[index + 1]) {
                index += 3
            } else {
                return false
            }
        }
        return true
    }

    static func composed(_ text: String) -> String {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars { decompose(scalar, into: &scalars) }
        order(&scalars)
        return compose(scalars)
    }

    private static func decompose(_ scalar: Unicode.Scalar, into scalars: inout [Unicode.Scalar]) {
        if let other = LatinCompositions.singletons[scalar] {
            decompose(other, into: &scalars)
        } else if let pair = LatinCompositions.decompositions[scalar] {
            decompose(pair.base, into: &scalars)
            scalars.append(pair.mark)
        } else {
            scalars.append(scalar)
        }
    }

    private static func combiningClass(_ scalar: Unicode.Scalar) -> UInt8 {
        scalar.value < 0x300 ? 0 : scalar.properties.canonicalCombiningClass.rawValue
    }

    /// Puts each run of marks into the order of their combining classes, equal ones left as they are.
    private static func order(_ scalars: inout [Unicode.Scalar]) {
        var start = 0
        while start < scalars.count {
            guard combiningClass(scalars[start]) != 0 else {
                start += 1
                continue
            }
            var end = start
            while end < scalars.count, combiningClass(scalars[end]) != 0 { end += 1 }
            if end - start > 1 {
                // Sorting is stable (SE-0372 documents what the implementation has long done).
                scalars[start..<end].sort { combiningClass($0) < combiningClass($1) }
            }
            start = end
        }
    }

    /// Joins each mark with the last base where nothing between them blocks it.
    private static func compose(_ scalars: [Unicode.Scalar]) -> String {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(scalars.count)
        var base: Int?
        var lastClass: UInt8 = 0
        for scalar in scalars {
            let ownClass = combiningClass(scalar)
            if let base {
                let isBlocked = result.count - 1 > base && lastClass >= ownClass
                let pair = LatinCompositions.Pair(base: result[base], mark: scalar)
                if !isBlocked, ownClass != 0, let letter = LatinCompositions.compositions[pair] {
                    result[base] = letter
                    continue
                }
            }
            if ownClass == 0 { base = result.count }
            lastClass = ownClass
            result.append(scalar)
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: result)
        return String(text)
    }
}
