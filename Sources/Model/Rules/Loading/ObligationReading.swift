internal import CEL
internal import CivilTime
internal import YAMLTree

/// Reads an obligation: its kind decides which keys it has.
struct ObligationReader {
    let scope: ExpressionScope
    /// What the rule says of lateness; nil leaves it to the kind.
    let late: LateTreatment?

    /// The kinds `kind:` may name.
    enum KindName: String, CaseIterable {
        case before, by, within
        case atLeast = "at_least"
        case monthWindow = "month_window"
        case onEventNoTerm = "on_event_no_term"
        case beforeStep = "before_step"
        case atOnce = "at_once"
        case workingDays = "working_days"
        case aheadOf = "ahead_of"
        case expiry, throughout

        /// A day without validity cannot be made good, so a gap that was closed is no mere observation.
        var standardLate: LateTreatment { self == .throughout ? .nonconform : .observation }
    }

    /// Kinds of duty that are counted over many agencies.
    private static let portfolioKinds: Set<String> = ["quota"]

    private static let date = CELType.nullable(.opaque(DateValue.type))
    private static let period = CELType.opaque(PeriodValue.type)

    func read(_ node: YAMLNode, _ collector: inout DiagnosticCollector) -> Obligation? {
        guard var reader = MappingReader(node, "obligation", &collector) else { return nil }
        defer { reader.finish(&collector) }
        if let kind = reader.node("kind"), let text = kind.text, Self.portfolioKinds.contains(text) {
            collector.error(.rules(.portfolioKind(text)), at: Place(kind))
            reader.ignore(node.entries.map(\.key))
            return nil
        }
        if reader.node("kind") == nil { collector.error(.missingKey("kind", in: "obligation"), at: Place(node)) }
        let name = reader.choice("kind", KindName.self, &collector)
        let acts = readFulfilment(&reader, &collector)
        let kind = name.flatMap { readKind($0, acts?.scope ?? scope, &reader, &collector) }
        let fulfilment = acts?.fulfilment
        let directed = reader.items("directed", &collector).compactMap { readDirected($0, &collector) }
        let leads = reader.items("leads", &collector).compactMap { $0.readPeriod(&collector) }
        guard let kind, let fulfilment else { return nil }
        return Obligation(
            kind: kind, fulfilment: fulfilment, late: late ?? name?.standardLate ?? .observation, directed: directed,
            leads: leads, place: Place(node))
    }

    private func readKind(
        _ name: KindName, _ acts: ExpressionScope, _ reader: inout MappingReader,
        _ collector: inout DiagnosticCollector
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
            let count = reader.positiveInteger("count", &collector) ?? 1
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
        case .atOnce:
            let limit = reader.choice("limit", AtOnceLimit.self, &collector)
            return readDate("of", &reader, &collector).map { .atOnce(of: $0, limit: limit) }
        case .workingDays:
            let event = readDate("of", &reader, &collector)
            let count = readCount("count", &reader, &collector)
            guard let event, let count else { return nil }
            return .workingDays(of: event, count: count)
        case .aheadOf:
            let event = readDate("of", &reader, &collector)
            let period = readPeriod("period", &reader, &collector)
            guard let event, let period else { return nil }
            return .aheadOf(of: event, period: period)
        case .expiry: return readExpiry(&reader, &collector).map { .expiry($0) }
        case .throughout: return readThroughout(acts, &reader, &collector).map { .throughout($0) }
        }
    }

    private func readExpiry(_ reader: inout MappingReader, _ collector: inout DiagnosticCollector) -> Expiry? {
        let granted = readDate("of", &reader, &collector)
        let hasPeriod = reader.node("period") != nil
        let hasEnd = reader.node("until") != nil
        let hasLead = reader.node("renew_ahead") != nil
        guard hasPeriod || hasEnd else {
            collector.error(.rules(.oneOf(["period", "until"], in: "obligation")), at: Place(reader.node))
            return nil
        }
        let period = hasPeriod ? readPeriod("period", &reader, &collector) : nil
        let until = hasEnd ? readDate("until", &reader, &collector) : nil
        let lead = hasLead ? readPeriod("renew_ahead", &reader, &collector) : nil
        guard let granted, hasPeriod == (period != nil), hasEnd == (until != nil), hasLead == (lead != nil) else {
            return nil
        }
        return Expiry(granted: granted, period: period, until: until, lead: lead)
    }

    /// `until` speaks of the item of `events`, so it is read under the names of that list.
    private func readThroughout(
        _ acts: ExpressionScope, _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> Throughout? {
        let from = readDate("from", &reader, &collector)
        let hasEnd = reader.node("to") != nil
        let to = hasEnd ? readDate("to", &reader, &collector) : nil
        let until = reader.requiredNode("until", &collector).flatMap { date($0, acts, &collector) }
        guard let from, let until, hasEnd == (to != nil) else { return nil }
        return Throughout(from: from, to: to, until: until, environment: acts.environment)
    }

    /// A number of days of at least one, or an expression that gives a number.
    private func readCount(
        _ key: String, _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> Expression? {
        guard let node = reader.requiredNode(key, &collector), let text = node.readText(&collector) else { return nil }
        if Int64(text) != nil, reader.positiveInteger(key, &collector) == nil { return nil }
        return scope.compile(node, expecting: .int, &collector)
    }

    func readFulfilment(
        _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> (fulfilment: Fulfilment, scope: ExpressionScope)? {
        let doneNode = reader.node("done")
        let eventsNode = reader.node("events")
        guard (doneNode == nil) != (eventsNode == nil) else {
            reader.ignore(["on", "where"])
            collector.error(.rules(.exactlyOne(of: ["done", "events"], in: "obligation")), at: Place(reader.node))
            return nil
        }
        if let doneNode { return self.date(doneNode, self.scope, &collector).map { (.done($0), self.scope) } }
        guard let eventsNode else { return nil }
        var scope = scope
        let items = scope.itemPattern(eventsNode, &collector)
        let on = reader.requiredNode("on", &collector)
        let condition = reader.node("where")
        guard let items, let on = on.flatMap({ self.date($0, scope, &collector) }) else { return nil }
        let compiled = condition.flatMap { scope.compile($0, expecting: .nullable(.bool), &collector) }
        if condition != nil && compiled == nil { return nil }
        let pattern = EventPattern(items: items, on: on, condition: compiled, environment: scope.environment)
        return (.events(pattern), scope)
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
        let classNode = reader.node("class")
        let conditionNode = reader.node("where")
        guard let items, let kind else { return nil }
        let date = dateNode.flatMap { self.date($0, scope, &collector) }
        let authority = authorityNode.flatMap { scope.compile($0, expecting: .nullable(.string), &collector) }
        let ref = refNode.flatMap { scope.compile($0, expecting: .nullable(.string), &collector) }
        let sourceClass = classNode.flatMap { scope.compile($0, expecting: .nullable(.string), &collector) }
        let condition = conditionNode.flatMap { scope.compile($0, expecting: .nullable(.bool), &collector) }
        guard let date, let authority else { return nil }
        return DirectedDate(
            items: items, date: date, isInclusive: kind == .by, authority: authority, ref: ref,
            sourceClass: sourceClass, condition: condition, environment: scope.environment)
    }

    /// The kinds of a fixed date that another authority may set.
    enum FixedKindName: String, CaseIterable {
        case before, by
    }

    func readDate(
        _ key: String, _ reader: inout MappingReader, _ collector: inout DiagnosticCollector
    ) -> Expression? {
        reader.requiredNode(key, &collector).flatMap { date($0, scope, &collector) }
    }

    /// A date expression, or a plain ISO date.
    func date(
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
    mutating func windowUnit(
        _ key: String, _ collector: inout DiagnosticCollector
    ) -> WindowUnit? {
        if node(key) == nil { collector.error(.missingKey(key, in: subject), at: Place(node)) }
        return choice(key, WindowName.self, &collector)?.unit
    }

    /// A number of at least one; nil where the key is absent or holds something else.
    fileprivate mutating func positiveInteger(_ key: String, _ collector: inout DiagnosticCollector) -> Int64? {
        guard let node = node(key), let value = node.readInteger(&collector) else { return nil }
        if value > 0 { return value }
        collector.error(.value(found: String(value), expected: .positiveInteger), at: Place(node))
        return nil
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
enum WindowName: String, CaseIterable {
    case year, quarter, month

    var unit: WindowUnit {
        switch self {
        case .year: .year
        case .quarter: .quarter
        case .month: .month
        }
    }
}
