internal import CivilTime
internal import Model

/// The sources that rules cite as SARIF taxonomies, their articles, clauses and points as taxa.
struct SARIFTaxonomies {
    /// Where a citation stands among the taxonomies.
    struct Position {
        let taxonomy: Int
        let taxon: Int
        let source: String
        let id: String
    }

    private var sources: [String] = []
    private var taxa: [[(id: String, citation: Citation)]] = []
    private var positions: [String: Position] = [:]

    /// The taxonomies of the rules of a run, in the order in which the rules cite them.
    init(_ rules: [Rule]) {
        for rule in rules {
            for citation in [rule.citation] + rule.furtherCitations { add(citation) }
        }
    }

    private mutating func add(_ citation: Citation) {
        let id = SARIFTaxonomies.id(of: citation)
        guard positions[key(citation.source, id)] == nil else { return }
        let taxonomy = sources.firstIndex(of: citation.source) ?? sources.count
        if taxonomy == sources.count {
            sources.append(citation.source)
            taxa.append([])
        }
        positions[key(citation.source, id)] = Position(
            taxonomy: taxonomy, taxon: taxa[taxonomy].count, source: citation.source, id: id)
        taxa[taxonomy].append((id, citation))
    }

    private func key(_ source: String, _ id: String) -> String { "\(source) \(id)" }

    /// The id of a taxon: `article-4.clause-4.point-a`, `whole` for a source as such.
    static func id(of citation: Citation) -> String {
        let parts = [
            citation.article.map { "article-\($0)" }, citation.clause.map { "clause-\($0)" },
            citation.point.map { "point-\($0)" }, citation.paragraph.map { "paragraph-\($0)" },
        ]
        let id = parts.compactMap(\.self).joined(separator: ".")
        return id.isEmpty ? "whole" : id
    }

    private static func guid(_ source: String) -> String { NameUUID(["taxonomy", source]).description }

    /// How a rule stands to what it cites.
    func relationships(of rule: Rule) -> JSONValue {
        var seen: Set<String> = []
        var list: [JSONValue] = []
        for citation in [rule.citation] + rule.furtherCitations {
            let key = key(citation.source, SARIFTaxonomies.id(of: citation))
            guard let position = positions[key], seen.insert(key).inserted else { continue }
            list.append(
                .object([
                    "target": .object([
                        "id": .string(position.id), "index": .integer(Int64(position.taxon)),
                        "toolComponent": reference(position),
                    ]),
                    "kinds": ["relevant"],
                ]))
        }
        return .array(list)
    }

    private func reference(_ position: Position) -> JSONValue {
        .object([
            "name": .string(position.source), "index": .integer(Int64(position.taxonomy)),
            "guid": .string(SARIFTaxonomies.guid(position.source)),
        ])
    }

    /// The taxonomies the rules use.
    var references: JSONValue {
        .array(
            sources.enumerated().map { index, source in
                .object([
                    "name": .string(source), "index": .integer(Int64(index)),
                    "guid": .string(SARIFTaxonomies.guid(source)),
                ])
            })
    }

    /// The taxonomies themselves.
    func components(_ phrasing: Phrasing, _ cuts: inout SARIFCuts, _ limits: SARIFLimits) -> JSONValue {
        var components: [JSONValue] = []
        for (name, taxa) in zip(sources, taxa) {
            let source = phrasing.library.sources[name]
            let title = source?.title[phrasing.language] ?? name
            let list = taxa.map { taxon -> JSONValue in
                .object([
                    "id": .string(taxon.id),
                    "shortDescription": .object(["text": .string(phrasing.citations.text(taxon.citation))]),
                ])
            }
            components.append(
                .object([
                    "name": .string(name),
                    "guid": .string(SARIFTaxonomies.guid(name)),
                    "fullName": (source?.short[phrasing.language]).map { .string($0) },
                    "shortDescription": .object(["text": .string(cuts.text(title, limits))]),
                    "language": .string(phrasing.language.rawValue),
                    "releaseDateUtc": (source?.issued?.description).map { .string($0) },
                    "isComprehensive": false,
                    "taxa": .array(list),
                ]))
        }
        return .array(components)
    }
}
