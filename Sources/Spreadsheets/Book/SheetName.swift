/// The names that sheets may have: 31 characters at most (counted in UTF-16, as spreadsheet programs do), none of `[]:*?/\`, no
/// apostrophe at either end, and no two alike but for case.
public enum SheetName {
    /// The longest name.
    public static let maxLength = 31

    /// A name made of a text that no other in `taken` equals but for case.
    public static func fitted(_ text: String, taken: Set<String> = []) -> String {
        var name = ""
        for scalar in text.unicodeScalars {
            let isAllowed = !"[]:*?/\\".unicodeScalars.contains(scalar) && scalar.properties.generalCategory != .control
            name.unicodeScalars.append(isAllowed ? scalar : "-")
        }
        while name.hasPrefix("'") { name.removeFirst() }
        if name.utf16.count > maxLength { name = shortened(name, to: maxLength) }
        while name.hasSuffix("'") || name.hasSuffix(" ") { name.removeLast() }
        if name.isEmpty { name = "-" }
        let lowered = Set(taken.map { $0.lowercased() })
        var candidate = name
        var number = 1
        while lowered.contains(candidate.lowercased()) {
            number += 1
            let tail = " (\(number))"
            let room = maxLength - tail.utf16.count
            candidate = (name.utf16.count > room ? shortened(name, to: room) : name) + tail
        }
        return candidate
    }

    /// A text cut at the longest name wherever that falls, as earlier versions did, so that sheets they named are known again.
    public static func cutAnywhere(_ text: String) -> String { cut(text, to: maxLength) }

    /// The words of a text that fit, and the sign that there were more; of a long first word its beginning.
    private static func shortened(_ text: String, to length: Int) -> String {
        var kept = cut(text, to: length - 1)
        if !text.dropFirst(kept.count).hasPrefix(" "), let space = kept.lastIndex(of: " "),
            kept[..<space].utf16.count * 2 > length
        {
            kept = String(kept[..<space])
        }
        while let last = kept.last, " ,;:–-(…".contains(last) { kept.removeLast() }
        return kept + "…"
    }

    private static func cut(_ text: String, to length: Int) -> String {
        var result = text
        while result.utf16.count > length { result.removeLast() }
        return result
    }
}
