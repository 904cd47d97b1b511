/// Writes doubles in decimal with a given number of digits, rounding the exact value half to even.
enum DecimalDigits {
    /// The fewest digits that read back as the same double, without an exponent.
    static func plain(_ number: Double) -> String {
        let text = Text.double(number)
        guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...]) else {
            return text
        }
        let mantissa = text[..<mark]
        let sign = mantissa.hasPrefix("-") ? "-" : ""
        let parts = mantissa.drop { $0 == "-" }.split(separator: ".")
        let digits = parts.joined()
        let point = (parts.first?.count ?? 0) + exponent
        if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
        if point >= digits.count { return sign + digits + String(repeating: "0", count: point - digits.count) }
        return sign + digits.prefix(point) + "." + digits.dropFirst(point)
    }

    /// The number with `places` digits after the point.
    static func fixed(_ number: Double, _ places: Int) -> String {
        let exact = Exact(number)
        let digits = exact.rounded(places: places)
        let sign = number.sign == .minus ? "-" : ""
        let padding = String(repeating: "0", count: max(0, places + 1 - digits.count))
        let all = padding + text(digits)
        let whole = all.dropLast(places)
        return sign + whole + (places > 0 ? "." + all.suffix(places) : "")
    }

    /// The number with one digit before the point, `places` after it, and an exponent of at least two digits.
    static func scientific(_ number: Double, _ places: Int) -> String {
        let exact = Exact(number)
        let sign = number.sign == .minus ? "-" : ""
        var exponent = exact.exponent
        var digits = exact.rounded(places: places - exponent)
        if digits.count > places + 1 {
            exponent += 1
            digits = exact.rounded(places: places - exponent)
        }
        while digits.count < places + 1 { digits.append(0) }
        let all = text(digits)
        let mantissa = all.prefix(1) + (places > 0 ? "." + all.dropFirst().prefix(places) : "")
        let size = padded(abs(exponent), 2)
        return sign + mantissa + "e" + (exponent < 0 ? "-" : "+") + size
    }

    private static func text(_ digits: [UInt8]) -> String {
        String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    }

    /// The exact decimal expansion of a finite double: digits and the number of them before the point.
    private struct Exact {
        private let digits: [UInt8]
        private let pointPosition: Int

        init(_ number: Double) {
            guard number != 0, number.isFinite else {
                digits = []
                pointPosition = 0
                return
            }
            var mantissa = UInt64(number.significandBitPattern)
            var power = -1_074
            if number.exponentBitPattern != 0 {
                mantissa |= 1 << 52
                power = Int(number.exponentBitPattern) - 1_075
            }
            var digits = String(mantissa).utf8.map { $0 - UInt8(ascii: "0") }
            // Halving is multiplying by five and moving the point, so the digits stay whole.
            for _ in 0..<abs(power) { Self.multiply(&digits, by: power > 0 ? 2 : 5) }
            let point = digits.count + min(0, power)
            self.digits = digits
            pointPosition = point
        }

        private static func multiply(_ digits: inout [UInt8], by factor: UInt8) {
            var carry: UInt8 = 0
            var position = digits.count - 1
            while position >= 0 {
                let product = digits[position] * factor + carry
                digits[position] = product % 10
                carry = product / 10
                position -= 1
            }
            if carry > 0 { digits.insert(carry, at: 0) }
        }

        /// The power of ten of the first digit.
        var exponent: Int { digits.isEmpty ? 0 : pointPosition - 1 }

        /// The digits of the number times ten to the power of `places`, rounded to a whole number.
        func rounded(places: Int) -> [UInt8] {
            let kept = pointPosition + places
            if digits.isEmpty || kept < 0 { return [0] }
            if kept >= digits.count { return digits + [UInt8](repeating: 0, count: kept - digits.count) }
            var result = Array(digits.prefix(kept))
            let rest = digits[kept...]
            let isAboveHalf = rest[kept] > 5 || (rest[kept] == 5 && rest.dropFirst().contains { $0 != 0 })
            let isHalf = rest[kept] == 5 && !isAboveHalf
            if isAboveHalf || (isHalf && (result.last ?? 0) % 2 == 1) {
                var position = result.count - 1
                while position >= 0, result[position] == 9 {
                    result[position] = 0
                    position -= 1
                }
                if position >= 0 { result[position] += 1 } else { result.insert(1, at: 0) }
            }
            return result.isEmpty ? [0] : result
        }
    }
}
