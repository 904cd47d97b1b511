/// A language that messages are made in.
public enum YAMLMessageLanguage: Hashable, Sendable, CaseIterable {
    /// Vietnamese, for the clerk who fills in a file.
    case vietnamese
    /// English.
    case english
}

extension YAMLProblem {
    /// The problem in one sentence without place, final stop or line break.
    public func message(_ language: YAMLMessageLanguage) -> String {
        switch language {
        case .vietnamese: vietnamese
        case .english: english
        }
    }
}

extension YAMLRelatedPlace.Role {
    /// What stands at the place, in a few words.
    public func message(_ language: YAMLMessageLanguage) -> String {
        switch (self, language) {
        case (.firstKey, .vietnamese): "khóa này đã có lần đầu ở đây"
        case (.firstKey, .english): "the key is first given here"
        case (.anchor, .vietnamese): "nội dung được dẫn lại nằm ở đây"
        case (.anchor, .english): "what the alias stands for is here"
        case (.construct, .vietnamese): "phần bị lỗi bắt đầu từ đây"
        case (.construct, .english): "the part with the error begins here"
        case (.noticed, .vietnamese): "đọc đến đây thì phát hiện ra lỗi"
        case (.noticed, .english): "the error shows only here"
        }
    }
}

extension YAMLError {
    /// The message after its place: `file:line:column: message`.
    public func located(in name: String, _ language: YAMLMessageLanguage) -> String {
        "\(name):\(range.start.line):\(range.start.column): \(problem.message(language))"
    }
}

/// Spellings that messages in any language share.
enum MessagePart {
    /// The longest text quoted from a file in a message.
    private static let longestQuote = 60

    /// `U+0085`.
    static func codePoint(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// `0xA0`.
    static func byte(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count < 2 ? "0x0" + digits : "0x" + digits
    }

    /// Text of a file on one line and of bounded length.
    static func quoted(_ text: String) -> String {
        var result: String = ""
        for scalar in text.unicodeScalars.prefix(longestQuote) {
            let isControl: Bool = scalar.properties.generalCategory == .control || scalar.properties.isWhitespace
            result.unicodeScalars.append(isControl ? " " : scalar)
        }
        return text.unicodeScalars.count > longestQuote ? result + "…" : result
    }

    /// Bytes as mebibytes with one decimal, rounded up so that a file over a limit never shows as the limit.
    static func mebibytes(_ bytes: Int) -> (whole: Int, tenth: Int) {
        let tenths: Int = bytes / (1 << 20) * 10 + (bytes % (1 << 20) * 10 + (1 << 20) - 1) / (1 << 20)
        return (tenths / 10, tenths % 10)
    }
}
