internal import ArgumentParser
internal import Files

/// When the text report uses colours.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never

    /// Whether colours are used: on a terminal, unless `NO_COLOR` is set to something or the terminal is dumb.
    var isColoured: Bool {
        switch self {
        case .always: return true
        case .never: return false
        case .auto:
            if let refusal = ProcessSurroundings.variable("NO_COLOR"), !refusal.isEmpty { return false }
            if ProcessSurroundings.variable("TERM") == "dumb" { return false }
            return OutputStream.standardOutput.isTerminal
        }
    }
}
