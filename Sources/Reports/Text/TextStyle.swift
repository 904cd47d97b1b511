internal import Assessor

/// Colours of a terminal. Without them a text says the same: colour never carries meaning alone.
struct TextStyle {
    let isColoured: Bool

    enum Tone: String {
        case bold = "1"
        case dim = "2"
        case error = "1;31"
        case warning = "1;33"
        case note = "1;36"
        case good = "32"
    }

    func paint(_ text: String, _ tone: Tone) -> String {
        isColoured ? "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m" : text
    }

    func tone(_ level: Level?) -> Tone {
        switch level {
        case .error: .error
        case .warning: .warning
        case .note: .note
        case nil: .good
        }
    }
}
