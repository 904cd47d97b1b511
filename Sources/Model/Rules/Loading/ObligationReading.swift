internal import CEL
internal import CivilTime
internal import YAMLTree

/// Reads an obligation: its kind decides which keys it has.
struct ObligationReader {
    let scope: ExpressionScope
    let late: LateTreatment

    private enum KindName: String, CaseIterable {
        case before, by, within
        case atLeast = "at_least"
        case monthWindow = "month_window"
        case onEventNoTerm = "on_event_no_term"
        case beforeStep = "before_step"
    }

    private static let date = CELType.nullable(.opaque(DateValue.type))
    private static let period = CELType.opaque(PeriodValue.type)

    func read(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> Obligation? {
        guard var reader = MappingReader(node, "obligation", &collector) else { return nil }
        defer { reader.finish(&collector) }
        if reader.node("kind") == nil { collector.error(.missingKey("kind", in: "obligation"), at: Place(node)) }
        let name = reader.choice("kind", KindName.self, &collector)
        let kind = name.flatMap { readKind($0, &reader, &collector) }
        let fulfilment = readFulfilment(&reader, &collector)
        let directed = reader.items("directed", &collector).compactMap { readDirected($0, &collector) }
        let leads = reader.items("leads", &collector).compactMap { $0.readPeriod(&collector) }
        guard let kind, let fulfilment else { return nil }
        return Obligation(
            kind: kind, fulfilment: fulfilment, late: late, directed: directed, leads: leads, place: Place(node))
    }

    private func readKind(
        _ name: KindName, _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> ObligationKind? {
        switch name {
        case .before, .by:
            return readDate("date", &reader, &collector).map { .fixed(date: $0, isInclusive: name == .by) }
        case .within:
            let event = readDate("of", &reader, &collector)
            let period = readPeriod("period", &reader, &collector)
            guard let event, let period else { return nil }
            return .within(of: event, period: period)
        case .atLeast:
            let count = reader.integer("count", &collector) ?? 1
            let unit = reader.windowUnit("per", &collector)
            let since = readDate("since", &reader, &collector)
            guard let unit, let since else { return nil }
            return .atLeast(count: Int(clamping: count), per: unit, since: since)
        case .monthWindow:
            let month = reader.month("month", &collector)
            let since = readDate("since", &reader, &collector)
            guard let month, let since else { return nil }
            return .monthWindow(month: month, since: since)
        case .onEventNoTerm:
            return readDate("of", &reader, &collector).map { .onEventNoTerm(of: $0) }
        case .beforeStep:
            return readDate("of", &reader, &collector).map { .beforeStep(of: $0) }
        }
    }

    private func readFulfilment(
        _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> Fulfilment? {
        let doneNode = reader.node("done")
        let eventsNode = reader.node("events")
        guard (doneNode == nil) != (eventsNode == nil) else {
            reader.ignore(["on", "where"])
            collector.error(.rules(.exactlyOne(of: ["done", "events"], in: "obligation")), at: Place(reader.node))
            return nil
        }
        if let doneNode { return self.date(doneNode, scope, &collector).map { .done($0) } }
        guard let eventsNode else { return nil }
        var scope = scope
        let items = scope.itemPattern(eventsNode, &collector)
        let on = reader.requiredNode("on", &collector)
        let condition = reader.node("where")
        guard let items, let on = on.flatMap({ self.date($0, scope, &collector) }) else { return nil }
        let compiled = condition.flatMap { scope.compile($0, expecting: .nullable(.bool), &collector) }
        if condition != nil && compiled == nil { return nil }
        return .events(EventPattern(items: items, on: on, condition: compiled, environment: scope.environment))
    }

    private func readDirected(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> DirectedDate? {
        guard var reader = MappingReader(node, "directed", &collector) else { return nil }
        defer { reader.finish(&collector) }
        var scope = scope
        let items = reader.requiredNode("each", &collector).flatMap { scope.itemPattern($0, &collector) }
        if reader.node("kind") == nil { collector.error(.missingKey("kind", in: "directed"), at: Place(node)) }
        let kind = reader.choice("kind", FixedKindName.self, &collector)
        let dateNode = reader.requiredNode("date", &collector)
        let authorityNode = reader.requiredNode("authority", &collector)
        let refNode = reader.node("ref")
        guard let items, let kind else { return nil }
        let date = dateNode.flatMap { self.date($0, scope, &collector) }
        let authority = authorityNode.flatMap { scope.compile($0, expecting: .nullable(.string), &collector) }
        let ref = refNode.flatMap { scope.compile($0, expecting: .nullable(.string), &collector) }
        guard let date, let authority else { return nil }
        return DirectedDate(
            items: items, date: date, isInclusive: kind == .by, authority: authority, ref: ref,
            environment: scope.environment)
    }

    private enum FixedKindName: String, CaseIterable {
        case before, by
    }

    private func readDate(
        _ key: String, _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> Expression? {
        reader.requiredNode(key, &collector).flatMap { date($0, scope, &collector) }
    }

    /// A date expression, or a plain ISO date.
    private func date(
        _ node: YAMLNode, _ scope: ExpressionScope, _ collector: inout DiagnosticCollector
    ) -> Expression? {
        if let text = node.text, (try? CivilDate.parse(text)) != nil {
            return scope.compile(made: "date(\"\(text)\")", for: node, expecting: ObligationReader.date, &collector)
        }
        return scope.compile(node, expecting: ObligationReader.date, &collector)
    }

    /// A period expression, a plain ISO period, or a mapping such as `{months: 3}`.
    private func readPeriod(
        _ key: String, _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> Expression? {
        guard let node = reader.requiredNode(key, &collector) else { return nil }
        let isPlain = node.text.map { $0.hasPrefix("P") && (try? Period.parse($0)) != nil } ?? true
        guard isPlain else { return scope.compile(node, expecting: ObligationReader.period, &collector) }
        guard let period = node.readPeriod(&collector) else { return nil }
        let text = "period(\"\(period)\")"
        return scope.compile(made: text, for: node, expecting: ObligationReader.period, &collector)
    }
}

extension MappingReader {
    fileprivate mutating func windowUnit(
        _ key: String, _ collector: inout DiagnosticCollector
    ) -> WindowUnit? {
        if node(key) == nil { collector.error(.missingKey(key, in: subject), at: Place(node)) }
        return choice(key, WindowName.self, &collector)?.unit
    }

    /// A month's number.
    fileprivate mutating func month(_ key: String, _ collector: inout DiagnosticCollector) -> Int? {
        guard let node = requiredNode(key, &collector), let month = node.readInteger(&collector) else { return nil }
        if (1...12).contains(month) { return Int(month) }
        collector.error(.value(found: String(month), expected: .month), at: Place(node))
        return nil
    }
}

/// The windows `per:` may name.
private enum WindowName: String, CaseIterable {
    case year, quarter, month

    var unit: WindowUnit {
        switch self {
        case .year: .year
        case .quarter: .quarter
        case .month: .month
        }
    }
}
