import Testing

@testable import CEL

/// The operands that decided, found at speed, are those that a walk over the whole record finds.
@Suite struct TraceReadTests {
    @Test(arguments: 0..<20) func readsAreThoseOfTheRecord(_ block: Int) throws {
        for seed in UInt64(block) * 150..<UInt64(block) * 150 + 150 {
            var generator = RandomExpression(seed: seed &+ 90_000)
            let text = generator.bool(4)
            let program = try #require(try? Quality.environment.compile(text), "\(seed): \(text)")
            var random = SplitMix64(seed: seed &* 13)
            for _ in 0..<2 {
                let data = RandomData(&random)
                let activation = data.activation(hiding: Set(data.paths.filter { _ in random.chance(30) }))
                let found = program.trace(activation).decidingReads.map { Read($0.range, $0.path, $0.result) }
                let expected = DecidingRecords.reads(of: program.record(activation))
                #expect(found == expected, "\(seed): \(text)")
            }
        }
    }
}

/// What a read is compared by.
struct Read: Equatable {
    let range: SourceRange
    let path: DataPath?
    let result: Evaluation

    init(_ range: SourceRange, _ path: DataPath?, _ result: Evaluation) {
        self.range = range
        self.path = path
        self.result = result
    }
}

/// Collects the operands that decided from a record of everything.
struct DecidingRecords {
    private var found: [Read] = []

    static func reads(of record: Record) -> [Read] {
        var collector = DecidingRecords()
        collector.collect(record)
        return collector.found
    }

    private mutating func note(_ record: Record) { found.append(Read(record.term.range, record.path, record.result)) }

    private mutating func collect(_ record: Record) {
        if record.turn >= 0 { return record.children.forEach { collect($0) } }
        switch record.term.kind {
        case .constant, .failure: return
        case .variable, .local, .select, .has, .operation(.index, _, _), .operation(.optionalIndex, _, _): note(record)
        case .logical: deciding(record.children, record.result).forEach { collect($0) }
        case .operation(let symbol, _, _) where record.children.count == 2 && Self.relations.contains(symbol):
            record.children.forEach { operand($0) }
        case .call, .optionalElse:
            if record.path != nil { note(record) }
            record.children.forEach { collect($0) }
        case .comprehension(let macro): collect(macro, record)
        case .operation, .conditional, .list, .map, .structure, .bind, .optionalMap:
            record.children.forEach { collect($0) }
        }
    }

    private static let relations: Set<Operator> = [
        .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .isIn,
    ]

    private mutating func operand(_ record: Record) {
        switch record.term.kind {
        case .constant, .failure: return
        case .variable, .local, .select, .has, .operation(.index, _, _), .operation(.optionalIndex, _, _): note(record)
        case .logical, .conditional, .operation, .call, .list, .map, .structure, .comprehension, .bind, .optionalMap,
            .optionalElse:
            let count = found.count
            collect(record)
            if found.count > count { found.insert(Read(record.term.range, record.path, record.result), at: count) }
        }
    }

    private mutating func collect(_ macro: Term.Comprehension, _ record: Record) {
        let turns = record.children.filter { $0.turn >= 0 }
        guard macro.kind == .all || macro.kind == .exists, !turns.isEmpty, let range = record.children.first else {
            return record.children.forEach { collect($0) }
        }
        if case .value(.unknown) = record.result, case .value(.list(let list)) = range.result, list.open != nil {
            collect(range)
        }
        deciding(turns, record.result).forEach { collect($0) }
    }

    private func deciding(_ parts: [Record], _ result: Evaluation) -> [Record] {
        switch result {
        case .value(.bool): parts.filter { $0.result == result }
        case .value: parts.filter { if case .value(.unknown) = $0.result { true } else { false } }
        case .error: parts.filter { if case .error = $0.result { true } else { false } }
        }
    }
}
