internal import YAMLTree

/// The two tables of a transition, read and proved: total on both sides, consistent with one another but for the exceptions
/// that are listed, and carrying nothing they may not.
struct ClauseTables {
    private let leaves: Edition
    private let enters: Edition
    private let isProvisional: Bool
    /// Whether every row could be read: else what only the whole table shows would be told of rows that are merely faulty.
    private var isWhole = true
    private var rows: [TransitionSide: [ClauseID: ClauseRow]] = [:]

    init(
        _ draft: TransitionDraft, leaves: Edition, enters: Edition, sources: [String: Source],
        _ collector: inout DiagnosticCollector
    ) {
        self.leaves = leaves
        self.enters = enters
        isProvisional = draft.names.status == .provisional
        for side in TransitionSide.allCases {
            let nodes = draft.rows[side] ?? []
            let read = read(nodes, side, sources, &collector)
            if read.count < nodes.count { isWhole = false }
            rows[side] = read
        }
        for side in TransitionSide.allCases {
            proveTotal(side, named: draft.rows[side] ?? [], at: Place(draft.header.node), &collector)
            for row in ordered(side) { prove(row, side, &collector) }
        }
        guard isWhole else { return }
        provePairs(draft.single["one_way"], at: Place(draft.header.node), &collector)
        proveExceptions(draft, &collector)
    }

    /// The rows of a table in the order of the edition's clauses.
    func ordered(_ side: TransitionSide) -> [ClauseRow] {
        let edition = edition(side)
        return edition.clauses.compactMap { rows[side]?[ClauseID(edition: edition.id, number: $0.number)] }
    }

    private func edition(_ side: TransitionSide) -> Edition {
        switch side {
        case .leaving: leaves
        case .entering: enters
        }
    }

    private func other(_ side: TransitionSide) -> TransitionSide {
        switch side {
        case .leaving: .entering
        case .entering: .leaving
        }
    }

    // MARK: Reading

    private func read(
        _ nodes: [YAMLNode], _ side: TransitionSide, _ sources: [String: Source],
        _ collector: inout DiagnosticCollector
    ) -> [ClauseID: ClauseRow] {
        var rows: [ClauseID: ClauseRow] = [:]
        var names = NameTable()
        for node in nodes {
            guard let row = read(node, side, sources, &collector) else { continue }
            if names.isNew(.clause, row.clause.description, row.place, &collector) { rows[row.clause] = row }
        }
        return rows
    }

    private func read(
        _ node: YAMLNode, _ side: TransitionSide, _ sources: [String: Source],
        _ collector: inout DiagnosticCollector
    ) -> ClauseRow? {
        guard var reader = MappingReader(node, side.rawValue, &collector) else { return nil }
        let clause = reader.requiredNode("clause", &collector).flatMap {
            $0.readClause(of: edition(side), &collector)
        }
        let counterparts = readCounterparts(side, &reader, &collector)
        let disposition = reader.requiredChoice("disposition", Disposition.self, &collector)
        let ground = reader.choice("ground", KeptGround.self, &collector)
        let basisNode = reader.requiredNode("basis", &collector)
        let basis = basisNode.flatMap { $0.readText(&collector) }
        if let basis, let basisNode, sources[basis] == nil {
            let suggestion = collector.suggestion(for: basis, among: sources.keys)
            collector.error(.unknownName(.source, basis, suggestion: suggestion), at: Place(basisNode))
        }
        let confidence = reader.requiredChoice("confidence", Confidence.self, &collector)
        let carry = reader.requiredChoice("carry", CarryPolicy.self, &collector)
        let note = reader.localized("note", &collector)
        let groundNode = reader.node("ground")
        reader.finish(&collector)
        if let disposition, (disposition == .kept) != (groundNode != nil) {
            let place = Place(groundNode ?? node["disposition"] ?? node)
            collector.error(.transition(.ground(isKept: disposition == .kept)), at: place)
        }
        guard let clause, let disposition, let basis, let confidence, let carry else { return nil }
        return ClauseRow(
            clause: clause, counterparts: counterparts, disposition: disposition, ground: ground, basis: basis,
            confidence: confidence, carry: carry, note: note, place: Place(node["clause"] ?? node))
    }

    private func readCounterparts(
        _ side: TransitionSide, _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> [ClauseID] {
        guard let list = reader.requiredNode(side.counterpartKey, &collector) else { return [] }
        var clauses: [ClauseID] = []
        for node in list.readItems(&collector) {
            guard let clause = node.readClause(of: edition(other(side)), &collector) else { continue }
            if clauses.contains(clause) {
                collector.error(.duplicateName(.clause, clause.description), at: Place(node))
            } else {
                clauses.append(clause)
            }
        }
        return clauses
    }

    // MARK: Proofs

    private func proveTotal(
        _ side: TransitionSide, named nodes: [YAMLNode], at place: Place, _ collector: inout DiagnosticCollector
    ) {
        let edition = edition(side)
        // A row whose other parts are faulty is a row all the same: its own faults are told.
        let named = Set(nodes.compactMap { $0["clause"]?.text })
        for clause in edition.clauses {
            let id = ClauseID(edition: edition.id, number: clause.number)
            if named.contains(id.description) { continue }
            collector.error(.transition(.noRow(id, side)), at: place, related: [clause.place])
        }
    }

    private func prove(_ row: ClauseRow, _ side: TransitionSide, _ collector: inout DiagnosticCollector) {
        func fault(_ problem: TransitionProblem) { collector.error(.transition(problem), at: row.place) }
        let hasSubclauses = edition(side).isHeading(row.clause.number)
        if (row.disposition == .heading) != hasSubclauses {
            fault(.heading(row.clause, hasSubclauses: hasSubclauses))
        }
        if row.disposition == .heading || row.disposition == .new, row.carry != .none {
            fault(.carriesNothing(row.clause, row.disposition))
        }
        if row.disposition == .new && side == .leaving || row.disposition == .withdrawn && side == .entering {
            fault(.wrongSide(row.disposition, side))
        }
        if row.counterparts.isEmpty, row.disposition != .new, row.disposition != .withdrawn {
            fault(.noCounterpart(row.clause))
        }
        if row.note == nil, row.disposition != .heading, row.disposition != .kept { fault(.noteMissing(row.clause)) }
        if row.carry == .verdict, let reason = verdictFault(row, side) {
            fault(.verdictCarry(row.clause, reason))
        }
        if isWhole, side == .leaving, row.carry != .none, !isReceived(row) { fault(.evidenceGoesNowhere(row.clause)) }
    }

    /// Why a verdict may not carry; nil where it may.
    private func verdictFault(_ row: ClauseRow, _ side: TransitionSide) -> TransitionProblem.VerdictFault? {
        if isProvisional { return .provisional }
        if row.disposition != .kept || row.ground != .semantic { return .notSemanticallyKept }
        if row.confidence == .memory { return .fromMemory }
        guard isWhole else { return nil }
        guard row.counterparts.count == 1, let mirror = rows[other(side)]?[row.counterparts[0]],
            mirror.counterparts == [row.clause], mirror.carry == .verdict
        else { return .notOneToOne }
        return nil
    }

    /// Whether some clause that the row leads to, or one below it, takes what is carried.
    private func isReceived(_ row: ClauseRow) -> Bool {
        rows[.entering]?.values.contains { target in
            target.carry != .none && row.counterparts.contains { $0.contains(target.clause) }
        } ?? false
    }

    private struct Pair: Hashable {
        let left: ClauseID
        let entered: ClauseID
    }

    private func pairs(_ side: TransitionSide) -> [(pair: Pair, row: ClauseRow)] {
        ordered(side).flatMap { row in
            row.counterparts.map { other in
                switch side {
                case .leaving: (Pair(left: row.clause, entered: other), row)
                case .entering: (Pair(left: other, entered: row.clause), row)
                }
            }
        }
    }

    private func provePairs(_ node: YAMLNode?, at place: Place, _ collector: inout DiagnosticCollector) {
        var listed: [TransitionSide: [Pair: Place]] = [:]
        if let node, var reader = MappingReader(node, "one_way", &collector) {
            for side in TransitionSide.allCases {
                for item in reader.items(side.rawValue, &collector) {
                    if let pair = readPair(item, side, &collector) { listed[side, default: [:]][pair] = Place(item) }
                }
            }
            reader.finish(&collector)
        }
        for side in TransitionSide.allCases {
            let mirrored = Set(pairs(other(side)).map(\.pair))
            var oneWay: Set<Pair> = []
            for (pair, row) in pairs(side) where !mirrored.contains(pair) {
                oneWay.insert(pair)
                if listed[side]?[pair] != nil { continue }
                let counterpart = side == .leaving ? pair.entered : pair.left
                collector.error(.transition(.oneWay(row.clause, counterpart, side)), at: row.place)
            }
            for (pair, place) in (listed[side] ?? [:]).sorted(by: { $0.value.range.start < $1.value.range.start })
            where !oneWay.contains(pair) {
                collector.error(.transition(.notOneWay(pair.left, pair.entered, side)), at: place)
            }
        }
    }

    /// `[clause of the row, clause it names]`.
    private func readPair(
        _ node: YAMLNode, _ side: TransitionSide, _ collector: inout DiagnosticCollector
    ) -> Pair? {
        let items = node.readItems(&collector)
        guard items.count == 2 else {
            collector.error(.shape(found: NodeShape(node), expected: .list), at: Place(node))
            return nil
        }
        let clause = items[0].readClause(of: edition(side), &collector)
        let named = items[1].readClause(of: edition(other(side)), &collector)
        guard let clause, let named else { return nil }
        switch side {
        case .leaving: return Pair(left: clause, entered: named)
        case .entering: return Pair(left: named, entered: clause)
        }
    }

    private func proveExceptions(_ draft: TransitionDraft, _ collector: inout DiagnosticCollector) {
        let named = Set(ordered(.entering).flatMap(\.counterparts))
        let withoutSource = ordered(.entering).filter { $0.counterparts.isEmpty }.map(\.clause)
        let notNamed = ordered(.leaving).map(\.clause).filter { !named.contains($0) }
        prove("no_source", .entering, withoutSource, draft, &collector)
        prove("not_named", .leaving, notNamed, draft, &collector)
    }

    private func prove(
        _ key: String, _ side: TransitionSide, _ clauses: [ClauseID], _ draft: TransitionDraft,
        _ collector: inout DiagnosticCollector
    ) {
        var listed: Set<ClauseID> = []
        for node in draft.items(key, &collector) {
            guard let clause = node.readClause(of: edition(side), &collector) else { continue }
            listed.insert(clause)
            if clauses.contains(clause) { continue }
            collector.error(.transition(.exception(key: key, clause, isListed: true)), at: Place(node))
        }
        for clause in clauses where !listed.contains(clause) {
            let place = rows[side]?[clause]?.place ?? Place(draft.header.node)
            collector.error(.transition(.exception(key: key, clause, isListed: false)), at: place)
        }
    }
}
