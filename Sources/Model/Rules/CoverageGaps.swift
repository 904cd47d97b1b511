/// Where a coverage table says nothing: an article, clause or point between or beside others has no row.
public struct CoverageGap: Sendable, Hashable {
    /// The set.
    public let set: String
    /// The source the table is about.
    public let source: String
    /// The place without a row: `8.2`, `36.1.d`.
    public let place: String
}

extension RuleLibrary {
    /// The gaps of a set's coverage table.
    ///
    /// A source that is an edition of the standard has to have a row for every numbered clause that is no mere heading over
    /// others. Of a law that says how many
    /// articles it has each has to have one, the clauses named within an article run from 1 without a gap, and the points
    /// within a clause run through the Vietnamese alphabet from a.
    public func coverageGaps(of set: RuleSet) -> [CoverageGap] {
        let bySource = Dictionary(grouping: set.coverage.map(\.citation), by: \.source)
        return bySource.sorted { $0.key < $1.key }.flatMap { id, citations -> [CoverageGap] in
            let missing: [String]
            if let edition = editions[id] {
                let named = Set(citations.compactMap(\.clause))
                let headings = Set(edition.clauses.compactMap { $0.number.head(upToLast: ".") })
                missing = edition.clauses.map(\.number).filter { !named.contains($0) && !headings.contains($0) }
            } else {
                missing = sources[id]?.articles.map { Outline(citations).gaps(articles: $0) } ?? []
            }
            return missing.map { CoverageGap(set: set.id, source: id, place: $0) }
        }
    }
}

/// The articles, clauses and points a table names.
private struct Outline {
    /// Points in the order of the Vietnamese alphabet; j, w and z are no points, and ă, â, ê, ô, ơ, ư are never used.
    static let points = Array("abcdđeghiklmnopqrstuvxy").map(String.init)

    private var articles: [String: [String: Set<String>]] = [:]

    init(_ citations: [Citation]) {
        for citation in citations {
            guard let article = citation.article else { continue }
            articles[article, default: [:]][citation.clause ?? "", default: []].insert(citation.point ?? "")
        }
    }

    func gaps(articles count: Int) -> [String] {
        var missing: [String] = []
        for number in 1...max(1, count) where articles[String(number)] == nil { missing.append(String(number)) }
        let inOrder = articles.sorted { (Int($0.key) ?? 0, $0.key) < (Int($1.key) ?? 0, $1.key) }
        for (article, clauses) in inOrder {
            let numbers = Set(clauses.keys.compactMap { Int($0) })
            for number in 1...max(1, numbers.max() ?? 1) where !numbers.isEmpty && !numbers.contains(number) {
                missing.append("\(article).\(number)")
            }
            for (clause, points) in clauses.sorted(by: { $0.key < $1.key }) {
                let place = clause.isEmpty ? article : "\(article).\(clause)"
                missing += Self.gaps(in: points).map { "\(place).\($0)" }
            }
        }
        return missing
    }

    private static func gaps(in points: Set<String>) -> [String] {
        guard let last = Self.points.lastIndex(where: points.contains) else { return [] }
        return Self.points[...last].filter { !points.contains($0) }
    }
}

extension String {
    /// What stands before the last separator; nil where there is none.
    fileprivate func head(upToLast separator: Character) -> String? {
        lastIndex(of: separator).map { String(self[..<$0]) }
    }
}
