/// The scripts of the Unicode standard (Scripts.txt), for classes such as `\p{Greek}`.
enum UnicodeScripts {
    /// The scalars of a script by its long name, such as `Greek` or `Old_Italic`; `nil` for no script.
    static func named(_ name: String) -> [ClosedRange<UInt32>]? {
        guard let text = encoded[name] else { return nil }
        var ranges: [ClosedRange<UInt32>] = []
        var end: UInt32 = 0
        for part in text.utf8.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }) {
            let numbers = part.split(separator: UInt8(ascii: "+")).map(number)
            guard let gap = numbers.first else { continue }
            let low = end + gap
            end = low + (numbers.count > 1 ? numbers[1] : 0)
            ranges.append(low...end)
        }
        return ranges
    }

    private static func number(_ digits: Substring.UTF8View) -> UInt32 {
        UInt32(String(Substring(digits)), radix: 16) ?? 0
    }
}
