/// Small matters of writing.
enum Phrase {
    /// A message with its first letter large.
    static func sentence(_ text: String) -> String {
        text.first.map { $0.uppercased() + text.dropFirst() } ?? text
    }
}
