internal import Model

/// Lays out the lines of a report on a switch. Where the switch is provisional, every line says so.
struct TransitionLines {
    private let mark: String
    private let wrapping: LineWrapping
    private let style: TextStyle
    private(set) var text = ""

    init(_ language: Language, isProvisional: Bool, style: TextStyle, width: Int) {
        let word = AxisNames.name(RuleStatus.provisional)[language]
        mark = isProvisional ? "[\(word)] " : ""
        wrapping = LineWrapping(width: width - DisplayWidth.columns(mark))
        self.style = style
    }

    /// A heading, with an empty line before it.
    mutating func heading(_ words: String) {
        text += "\n"
        for line in wrapping.lines(words, lead: "── ", indent: 3) { put(style.paint(line, .bold)) }
    }

    /// A paragraph, wrapped; further lines stand two columns deeper than the first.
    mutating func paragraph(_ words: String, lead: String = "", tone: TextStyle.Tone? = nil) {
        let depth = lead.prefix { $0 == " " }.count + 2
        for line in wrapping.lines(words, lead: lead, indent: depth) {
            put(tone.map { style.paint(line, $0) } ?? line)
        }
    }

    private mutating func put(_ line: String) { text += mark + line + "\n" }
}
