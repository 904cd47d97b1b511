internal import Assessor
internal import Model
internal import Portfolio

/// The roll-ups in the committee's text: a line for each group of units and each source, and a table of clauses under each source.
extension PortfolioText {
    /// How many groups of one kind are told.
    private static let toldGroups = 40

    /// By level, block, body above and source, then by article and clause.
    var rollUps: String {
        let told: [RollUpKey] = [.level, .block, .parent, .source]
        return told.map { rollUp($0) }.joined() + clauses
    }

    private var labels: RollUpLabels { RollUpLabels(report, phrasing) }

    private func rollUp(_ key: RollUpKey) -> String {
        let rows = portfolio.rollUp(by: key, in: report.run.context.library)
        guard rows.count > 1 else { return "" }
        var text = section(PortfolioNames.name(key)[phrasing.language])
        for row in rows.prefix(Self.toldGroups) {
            var units = ""
            if key.isOfUnits {
                units = pick(
                    "\(counted(row.units)), \(number(row.withoutStatement)) chưa có bản khai; ",
                    "\(counted(row.units)), \(number(row.withoutStatement)) without a statement; ")
            }
            let conforming =
                row.applicable == 0
                ? pick("chưa có yêu cầu nào để tính", "no requirement to count")
                : pick(
                    "\(interval(row.conforming)) trên \(number(row.applicable)) yêu cầu đáp ứng",
                    "\(interval(row.conforming)) of \(number(row.applicable)) requirements conform")
            text += lines("\(labels.label(row.key, key)): \(units)\(conforming)", lead: "  ", indent: 4)
        }
        text += more(rows.count - Self.toldGroups)
        let isCountedTwice = key.isOfUnits && rows.map(\.statements).reduce(0, +) > portfolio.total.statements
        guard isCountedTwice else { return text }
        let basis = pick(
            "Bản khai mà cơ quan ở nhiều nhóm dùng chung được tính ở từng nhóm, nên cộng các nhóm lại lớn hơn tổng ở đầu trang.",
            "A statement that units of several groups share counts in each of them, so the groups together come to more than the whole."
        )
        return text + lines(basis, lead: "  ", indent: 2)
    }

    private func more(_ count: Int) -> String {
        guard count > 0 else { return "" }
        return lines(
            pick(
                "và \(number(count)) nhóm nữa (đủ trong -f json)", "and \(number(count)) more (all of them in -f json)"),
            lead: "  ",
            indent: 4)
    }

    // MARK: Clauses

    /// Sources with their articles and clauses in columns: the place, what conforms, out of how many.
    private var clauses: String {
        let rows = portfolio.rollUp(by: .clause, in: report.run.context.library)
        guard rows.count > 1 else { return "" }
        var text = section(PortfolioNames.name(.clause)[phrasing.language])
        text += lines(
            pick(
                "Điều.khoản, số yêu cầu đáp ứng trên số yêu cầu áp dụng; a–b: a nếu điều chưa rõ đều chưa đáp ứng, b nếu đều đáp ứng.",
                "Article.clause, requirements that conform out of those that apply; a–b: a if what is not known does not conform, b if it does."
            ), lead: "  ", indent: 2)
        var order: [String] = []
        var bySource: [String: [RollUpRow]] = [:]
        for row in rows {
            let source = String((row.key ?? "").prefix { $0 != " " })
            if bySource[source] == nil { order.append(source) }
            bySource[source, default: []].append(row)
        }
        for source in order {
            text += lines(labels.label(source, .source), lead: "  ", indent: 4)
            text += columns((bySource[source] ?? []).sorted { Self.numbers($0) < Self.numbers($1) })
        }
        return text
    }

    /// Rows side by side, read down the columns; as many columns as fit.
    private func columns(_ rows: [RollUpRow]) -> String {
        let cells = rows.map { row in (place(row), "\(range(row.conforming))/\(number(row.applicable))") }
        let places = cells.map(\.0.count).max() ?? 0
        let counts = cells.map(\.1.count).max() ?? 0
        let width = places + counts + 5
        let across = max(1, 96 / width)
        let down = (cells.count + across - 1) / across
        return (0..<down).map { line in
            let told = stride(from: line, to: cells.count, by: down).map { index -> String in
                let (place, count) = cells[index]
                let spaces = String(repeating: " ", count: places - place.count + counts - count.count + 2)
                return place + spaces + count
            }
            return "    " + told.joined(separator: "   ") + "\n"
        }.joined()
    }

    private func range(_ range: ClosedRange<Int>) -> String {
        range.lowerBound == range.upperBound
            ? number(range.lowerBound) : "\(number(range.lowerBound))–\(number(range.upperBound))"
    }

    /// The article and clause alone; a source that is cited as a whole has none.
    private func place(_ row: RollUpRow) -> String {
        let parts = (row.key ?? "").split(separator: " ", maxSplits: 1)
        return parts.count > 1 ? String(parts[1]) : pick("cả văn bản", "the whole")
    }

    /// What clauses are put in order by: numbers as numbers, what has none first.
    private static func numbers(_ row: RollUpRow) -> ClausePlace {
        let parts = (row.key ?? "").split(separator: " ", maxSplits: 1)
        guard parts.count > 1 else { return ClausePlace(parts: []) }
        return ClausePlace(parts: parts[1].split(separator: ".").map { (Int($0) ?? .max, String($0)) })
    }
}

/// An article and clause in the order of a source.
private struct ClausePlace: Comparable {
    let parts: [(number: Int, text: String)]

    static func < (left: ClausePlace, right: ClausePlace) -> Bool {
        for (one, other) in zip(left.parts, right.parts) where one != other { return one < other }
        return left.parts.count < right.parts.count
    }

    static func == (left: ClausePlace, right: ClausePlace) -> Bool {
        left.parts.elementsEqual(right.parts, by: ==)
    }
}
