internal import Editing
internal import Model
internal import YAMLTree

/// Edits that are made together, each with the positions of the changes it makes.
private struct WaitingEdits {
    var batch = EditBatch()
    var positions: [[Int]] = []

    mutating func add(_ edit: DocumentEdit, _ position: Int) -> Bool {
        guard let index = batch.add(edit) else { return false }
        if index == positions.count { positions.append([]) }
        positions[index].append(position)
        return true
    }
}

/// Many changes with few readings of the document: each has to be as intended, and a document of 321 items is read again for all of them.
extension DocumentWriting {
    /// States facts. Those whose change does not touch another one's are written together: the document is read again once for all.
    /// - Returns: The positions of those that could not be written.
    mutating func set(_ changes: [(target: FactTarget, answer: Answer)]) -> Set<Int> {
        var refused: Set<Int> = []
        var waiting = WaitingEdits()
        for (position, change) in changes.enumerated() {
            do throws(EditRefusal) {
                if try stage(change.target, change.answer, position, &waiting) { continue }
                refused.formUnion(make(waiting))
                waiting = WaitingEdits()
                // The first of a batch waits for nobody.
                if try stage(change.target, change.answer, position, &waiting) { continue }
                try setAtOnce(change.target, change.answer)
            } catch {
                refused.insert(position)
            }
        }
        return refused.union(make(waiting))
    }

    /// States notes and evidence of items that have none yet; what stands there is never changed.
    /// - Returns: The positions of those that could not be written.
    mutating func set(_ additions: [SheetAnswers.Addition]) -> Set<Int> {
        var refused: Set<Int> = []
        var waiting = WaitingEdits()
        for (position, addition) in additions.enumerated() {
            do throws(EditRefusal) {
                for edit in try edits(for: addition) where !waiting.add(edit, position) {
                    // The ways to items stay what they are, whatever was added to others.
                    refused.formUnion(make(waiting))
                    waiting = WaitingEdits()
                    guard waiting.add(edit, position) else { throw .notAsIntended }
                }
            } catch {
                refused.insert(position)
            }
        }
        return refused.union(make(waiting))
    }

    /// The edits that state a note and evidence of an item; none for an item in a table, whose cells are set at once.
    private mutating func edits(for addition: SheetAnswers.Addition) throws(EditRefusal) -> [DocumentEdit] {
        switch try places.place(of: addition.item) {
        case .missing(let path, _, _): throw .noSuchNode(path)
        case .table(let name, let row, _):
            try open(table: name)
            for extra in addition.extras { tables[name]?.set(row: row, extra.extra.rawValue, extra.answer.cellText) }
            return []
        case .there(let place, let node):
            let (path, record) = places.unwrappedItem(place, node, of: addition.list)
            guard record.kind == .mapping else { throw .wrongKind(path) }
            var keys = record.entries.map(\.key)
            return ItemExtra.entries(addition.extras).map { entry in
                defer { keys.append(entry.key) }
                return .insert(entry, into: path, after: keys)
            }
        }
    }

    /// Takes a change among those that wait; false where it has to be made by itself, or after them.
    private mutating func stage(
        _ target: FactTarget, _ answer: Answer, _ position: Int, _ waiting: inout WaitingEdits
    ) throws(EditRefusal) -> Bool {
        switch try places.place(of: target.path) {
        case .table(let name, let row, let names):
            try open(table: name)
            tables[name]?.set(row: row, names.joined(separator: "."), answer.cellText)
            return true
        case .missing(let parent, let definition, let names):
            guard let edit = try insertion(names, answer.written(as: target.field.type), into: parent, definition),
                let node = parent.node(from: root), !node.isNull
            else { return false }
            return waiting.add(edit, position)
        case .there(let path, let node):
            guard let edit = plainReplacement(path, node, target, answer) else { return false }
            return waiting.add(edit, position)
        }
    }

    /// Makes edits together; where the document does not say what is intended, half of them at a time, down to the one that does it.
    private mutating func make(_ waiting: WaitingEdits) -> Set<Int> {
        make(waiting, waiting.batch.edits.indices)
    }

    private mutating func make(_ waiting: WaitingEdits, _ range: Range<Int>) -> Set<Int> {
        if range.isEmpty { return [] }
        do throws(EditRefusal) {
            try apply(try editor.edits(for: Array(waiting.batch.edits[range])))
            return []
        } catch {
            if range.count == 1 { return Set(waiting.positions[range.lowerBound]) }
            let middle = range.lowerBound + range.count / 2
            let first = make(waiting, range.lowerBound..<middle)
            return first.union(make(waiting, middle..<range.upperBound))
        }
    }
}
