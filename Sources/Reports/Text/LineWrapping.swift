internal import Model

/// Breaks a text into lines at its spaces.
public struct LineWrapping: Sendable {
    /// The columns a line may take.
    public let width: Int

    /// Wrapping to a number of columns.
    public init(width: Int) { self.width = width }

    /// The lines of a text: the first after `lead`, the others after as many spaces as `indent`.
    ///
    /// A word longer than a line is not broken: addresses and paths stay whole.
    public func lines(_ text: String, lead: String, indent: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = lead
        var used = DisplayWidth.columns(lead)
        var isAtStart = true
        let text = VisibleText.text(text)
        for part in text.utf8.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }) {
            // The parts between ASCII bytes of a text are texts.
            let word = Substring(part)
            let columns = DisplayWidth.columns(word)
            if !isAtStart, used + 1 + columns > width {
                lines.append(line)
                line = margin
                used = indent
            } else if !isAtStart {
                line += " "
                used += 1
            }
            line.append(contentsOf: word)
            used += columns
            isAtStart = false
        }
        lines.append(line)
        return lines
    }
}
