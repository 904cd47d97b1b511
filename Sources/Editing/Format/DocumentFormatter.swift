public import YAMLTree

/// Lays a document out in one form, without changing what it says.
///
/// Two columns a level, a list one level below its key, one space after a colon or a dash, no blanks at the ends of lines, one
/// empty line at most, one kind of line break, and a line break at the end. Comments keep their places among the lines; what
/// stands in brackets, quotes and `|` blocks moves as a whole and is otherwise left as it is. Quotes are left too: a reader that
/// takes `01` for a number takes `"01"` for a text.
public enum DocumentFormatter {
    /// The edits that lay a document out. A document with errors is refused; one laid out in a way this formatter does not
    /// understand keeps its columns.
    public static func edits(for reading: YAMLReading) throws(EditRefusal) -> TextEdits {
        guard let root = reading.root, reading.errors.isEmpty else { throw .unreadable }
        let lines = SourceLines(reading.source.bytes)
        let value = TreeValue(root)
        var plan: BlockPlan?
        do throws(BlockPlan.NotUnderstood) {
            plan = try BlockPlan(root, lines)
        } catch {
            plan = nil
        }
        guard let plan else { return .none }
        for movesColumns in [true, false] {
            let layout = LineLayout(lines, plan, movesColumns: movesColumns)
            guard let edits = try? TextEdits(layout.edits(), of: lines.bytes) else { continue }
            let after = YAMLReader.read(edits.applied(to: lines.bytes), name: reading.source.name)
            if after.errors.isEmpty, let root = after.root, value.matches(TreeValue(root)) { return edits }
        }
        return .none
    }

    /// A document laid out.
    public static func formatted(_ reading: YAMLReading) throws(EditRefusal) -> [UInt8] {
        try edits(for: reading).applied(to: reading.source.bytes)
    }
}
