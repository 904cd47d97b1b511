internal import Model

/// Finds the fields of a part and what has to be changed to fill them.
struct TemplatePartReader {
    let name: String
    let bytes: [UInt8]
    let prefix: String
    let fields: [TemplateField]

    /// A paragraph with its place in the tree: the elements around it, and the position in each.
    private struct Paragraph {
        let element: TemplateElement
        let path: [Int]
        let text: TemplateText
        /// Whether it holds what must stay: a section's end, a picture.
        let isNeeded: Bool
    }

    private struct Mark {
        let marker: TemplateText.Marker
        let paragraph: Int

        func position(_ paragraphs: [Paragraph]) -> Int {
            paragraphs[paragraph].text.letters[marker.letters.lowerBound].range.lowerBound
        }
    }

    /// The part with its changes; none where it has no field.
    func part(_ root: TemplateElement) throws(TemplateProblem) -> TemplatePart {
        var paragraphs: [Paragraph] = []
        collect(root, [], &paragraphs)
        var marks: [Mark] = []
        for (index, paragraph) in paragraphs.enumerated() {
            for marker in try paragraph.text.markers() { marks.append(Mark(marker: marker, paragraph: index)) }
        }
        marks.sort { $0.position(paragraphs) < $1.position(paragraphs) }
        let loops = try self.loops(marks, paragraphs, root)
        let edits = try self.edits(marks, paragraphs, loops)
        return TemplatePart(name: name, bytes: bytes, prefix: prefix, edits: try nest(edits, loops))
    }

    private func collect(_ element: TemplateElement, _ path: [Int], _ paragraphs: inout [Paragraph]) {
        for (index, child) in element.children.enumerated() {
            if child.name == "p" {
                let text = TemplateText(child, bytes)
                paragraphs.append(
                    Paragraph(element: child, path: path + [index], text: text, isNeeded: Self.isNeeded(child)))
            }
            collect(child, path + [index], &paragraphs)
        }
    }

    private static func isNeeded(_ element: TemplateElement) -> Bool {
        element.children.contains { child in
            ["sectPr", "drawing", "pict", "object"].contains(child.name) || isNeeded(child)
        }
    }

    // MARK: Lists

    private func loops(
        _ marks: [Mark], _ paragraphs: [Paragraph], _ root: TemplateElement
    ) throws(TemplateProblem) -> [TemplateLoop] {
        var open: [(mark: Mark, fields: [TemplateField])] = []
        var loops: [TemplateLoop] = []
        for mark in marks {
            switch mark.marker.kind {
            case .field: continue
            case .begin:
                let scopes = [fields] + open.map(\.fields)
                let field = try self.field(mark.marker.name, scopes)
                guard case .list(let inner) = field.kind else { throw .textAsList(mark.marker.name) }
                open.append((mark, inner))
            case .end:
                guard let last = open.last, last.mark.marker.name == mark.marker.name else {
                    if let last = open.last, open.contains(where: { $0.mark.marker.name == mark.marker.name }) {
                        throw .listNotEnded(last.mark.marker.name)
                    }
                    throw .listNotBegun(mark.marker.name)
                }
                open.removeLast()
                var loop = try loop(last.mark, mark, last.fields, paragraphs, root)
                loop.span = last.mark.position(paragraphs)..<mark.position(paragraphs)
                loops.append(loop)
            }
        }
        if let last = open.last { throw .listNotEnded(last.mark.marker.name) }
        // Outer ones first.
        return loops.reversed()
    }

    private func loop(
        _ begin: Mark, _ end: Mark, _ fields: [TemplateField], _ paragraphs: [Paragraph], _ root: TemplateElement
    ) throws(TemplateProblem) -> TemplateLoop {
        let (first, last) = (paragraphs[begin.paragraph], paragraphs[end.paragraph])
        let name = begin.marker.name
        let depth = zip(first.path, last.path).prefix(while: { $0.0 == $0.1 }).count
        if begin.paragraph == end.paragraph {
            let around = Self.element(at: first.path.dropLast(), of: root)
            let range = first.element.range
            return make(name, fields, range, range, around, first.path[depth - 1]...first.path[depth - 1])
        }
        guard depth < first.path.count, depth < last.path.count else { throw .listAcrossTables(name) }
        let shared = Self.element(at: first.path.prefix(depth), of: root)
        let (from, to) = (first.path[depth], last.path[depth])
        let children = shared.children
        if shared.name == "tr", depth > 0 {
            let table = Self.element(at: first.path.prefix(depth - 1), of: root)
            let row = first.path[depth - 1]
            return make(name, fields, shared.range, shared.range, table, row...row)
        }
        if children[from].name == "tr", children[to].name == "tr" {
            let range = children[from].range.lowerBound..<children[to].range.upperBound
            return make(name, fields, range, range, shared, from...to)
        }
        guard first.path.count == depth + 1, last.path.count == depth + 1 else { throw .listAcrossTables(name) }
        let range = children[from].range.lowerBound..<children[to].range.upperBound
        let dropsFirst = first.text.saysOnly(begin.marker.letters) && !first.isNeeded
        let dropsLast = last.text.saysOnly(end.marker.letters) && !last.isNeeded
        let start = dropsFirst ? first.element.range.upperBound : range.lowerBound
        let body = start..<max(start, dropsLast ? last.element.range.lowerBound : range.upperBound)
        return make(name, fields, range, body, shared, from...to)
    }

    /// A loop over some children of an element.
    private func make(
        _ name: String, _ fields: [TemplateField], _ range: Range<Int>, _ body: Range<Int>,
        _ around: TemplateElement, _ positions: ClosedRange<Int>
    ) -> TemplateLoop {
        let rows = around.children.indices.filter { around.children[$0].name == "tr" }
        let isWholeTable = around.name == "tbl" && rows.allSatisfy { positions.contains($0) }
        // A cell, and a few other places, end with a paragraph.
        let wantsParagraph = ["tc", "hdr", "ftr", "txbxContent", "footnote", "endnote"].contains(around.name)
        let isLast = wantsParagraph && positions.upperBound == around.children.count - 1
        let kept = around.children[positions].last { $0.range.upperBound <= body.upperBound }
        return TemplateLoop(
            list: name, fields: fields, range: range, body: body, isWholeTable: isWholeTable,
            closes: (whenEmpty: isLast, whenNot: isLast && kept?.name != "p"))
    }

    private static func element(at path: some Sequence<Int>, of root: TemplateElement) -> TemplateElement {
        path.reduce(root) { $0.children[$1] }
    }

    // MARK: Fields

    private func edits(
        _ marks: [Mark], _ paragraphs: [Paragraph], _ loops: [TemplateLoop]
    ) throws(TemplateProblem) -> [TemplateEdit] {
        var edits: [TemplateEdit] = []
        var spaced: Set<Int> = []
        for mark in marks {
            let text = paragraphs[mark.paragraph].text
            let pieces = text.pieces(of: mark.marker.letters)
            for (index, piece) in pieces.enumerated() {
                let element = text.elements[piece.element]
                // What is left of a text may begin or end with a space, which only this attribute keeps.
                let end = element.inside.lowerBound - 1
                if !element.keepsSpace, spaced.insert(end).inserted {
                    edits.append(.insert(end, " xml:space=\"preserve\""))
                }
                guard index == 0, mark.marker.kind == .field else {
                    edits.append(.remove(piece.range))
                    continue
                }
                let inner = loops.filter { $0.body.contains(piece.range.lowerBound) }.map(\.fields)
                let field = try field(mark.marker.name, [fields] + inner)
                guard case .text = field.kind else { throw .listAsText(mark.marker.name) }
                edits.append(.field(piece.range, field.name))
            }
        }
        return edits
    }

    /// The field of a name, looked for in the innermost list first.
    private func field(_ name: String, _ scopes: [[TemplateField]]) throws(TemplateProblem) -> TemplateField {
        for scope in scopes.reversed() {
            if let field = scope.first(where: { $0.name == name }) { return field }
        }
        var known: [String] = []
        for scope in scopes.reversed() {
            for field in scope where !known.contains(field.name) { known.append(field.name) }
        }
        throw .unknownField(name, suggestion: Suggestion.nearest(to: name, among: known), known: known)
    }

    /// The changes in order, those within a list inside its own.
    private func nest(_ edits: [TemplateEdit], _ loops: [TemplateLoop]) throws(TemplateProblem) -> [TemplateEdit] {
        // A mark outside the body of its own list stands in a paragraph that is dropped with the list's range.
        var rest = edits.filter { edit in
            !loops.contains { loop in
                loop.range.contains(edit.range.lowerBound) && !loop.body.contains(edit.range.lowerBound)
            }
        }
        var filled: [TemplateLoop] = []
        // From the last, which are the inner ones.
        for (index, loop) in loops.enumerated().reversed() {
            for outer in loops[..<index] {
                // Two lists in one row or paragraph fit only where one is written inside the other.
                let isInside =
                    outer.body.lowerBound <= loop.range.lowerBound && loop.range.upperBound <= outer.body.upperBound
                    && outer.span.overlaps(loop.span)
                if !isInside && outer.range.overlaps(loop.range) { throw .listAcrossTables(loop.list) }
            }
            var loop = loop
            let own = rest.filter { loop.body.contains($0.range.lowerBound) }
            rest.removeAll { loop.body.contains($0.range.lowerBound) }
            let inner = filled.filter {
                loop.body.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= loop.body.upperBound
            }
            filled.removeAll {
                loop.body.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= loop.body.upperBound
            }
            loop.edits = TemplatePartReader.sorted(own + inner.map { .loop($0) })
            filled.append(loop)
        }
        return TemplatePartReader.sorted(rest + filled.map { .loop($0) })
    }

    private static func sorted(_ edits: [TemplateEdit]) -> [TemplateEdit] {
        edits.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    }
}
