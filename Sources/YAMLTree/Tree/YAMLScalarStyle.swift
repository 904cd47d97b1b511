/// How a scalar is written in the file.
public enum YAMLScalarStyle: UInt8, Hashable, Sendable, CaseIterable {
    /// Without quotes; an absent value is an empty plain scalar.
    case plain
    /// In `'…'`, where `''` is one quote.
    case singleQuoted
    /// In `"…"`, with escapes.
    case doubleQuoted
    /// A block after `|`, line breaks kept.
    case literal
    /// A block after `>`, lines joined.
    case folded
}
