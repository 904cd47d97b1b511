/// One change of a text: the bytes of a range are replaced by others. An empty range inserts, an empty replacement deletes.
public struct TextEdit: Hashable, Sendable {
    /// The bytes of the original text that are replaced.
    public let range: Range<Int>
    /// What stands there afterwards.
    public let replacement: [UInt8]

    /// Replaces a range of bytes.
    public init(_ range: Range<Int>, with replacement: [UInt8]) {
        self.range = range
        self.replacement = replacement
    }

    /// Replaces a range of bytes by a text.
    public init(_ range: Range<Int>, with replacement: String) {
        self.init(range, with: Array(replacement.utf8))
    }

    /// Puts a text before the byte at an offset.
    public static func insert(_ text: String, at offset: Int) -> TextEdit { TextEdit(offset..<offset, with: text) }

    /// Takes a range of bytes out.
    public static func delete(_ range: Range<Int>) -> TextEdit { TextEdit(range, with: []) }
}

/// Changes of one original text, in its order and without two of the same bytes.
///
/// All ranges are of the original, so that one change does not move the place of another.
public struct TextEdits: Hashable, Sendable {
    /// Why changes do not go together.
    public enum Fault: Error, Hashable, Sendable {
        /// A range that ends past the text.
        case beyondText(Range<Int>, length: Int)
        /// Two ranges with bytes in common.
        case overlap(Range<Int>, Range<Int>)
    }

    /// The changes by place; insertions at one place in the order they were given.
    public let edits: [TextEdit]

    /// No change.
    public static let none = TextEdits(sorted: [])

    private init(sorted edits: [TextEdit]) { self.edits = edits }

    /// Puts changes in order, and drops those that change nothing.
    public init(_ edits: [TextEdit], of text: [UInt8]) throws(Fault) {
        let changes = edits.filter { edit in
            let isInside = edit.range.lowerBound >= 0 && edit.range.upperBound <= text.count
            return !isInside || !text[edit.range].elementsEqual(edit.replacement)
        }
        let order = changes.indices.sorted { one, other in
            let left = changes[one].range
            let right = changes[other].range
            if left.lowerBound != right.lowerBound { return left.lowerBound < right.lowerBound }
            // An insertion comes before the change of what stands at its place.
            if left.isEmpty != right.isEmpty { return left.isEmpty }
            return one < other
        }
        var kept: [TextEdit] = []
        var end = 0
        for edit in order.map({ changes[$0] }) {
            guard edit.range.lowerBound >= 0, edit.range.upperBound <= text.count else {
                throw .beyondText(edit.range, length: text.count)
            }
            if edit.range.lowerBound < end, let last = kept.last { throw .overlap(last.range, edit.range) }
            end = edit.range.upperBound
            kept.append(edit)
        }
        self.edits = kept
    }

    /// Whether nothing changes.
    public var isEmpty: Bool { edits.isEmpty }

    /// The text after the changes. It has to be the text they were made for.
    public func applied(to text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count + edits.reduce(0) { $0 + $1.replacement.count })
        var end = 0
        for edit in edits {
            result += text[end..<edit.range.lowerBound]
            result += edit.replacement
            end = edit.range.upperBound
        }
        return result + text[end...]
    }
}
