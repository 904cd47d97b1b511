public import CivilTime
public import YAMLTree

/// A roadmap of one agency in a file of its own (*lộ trình*): a conversion plan that is not part of the statement yet, such as a
/// draft. Its plan is typed by the vocabulary as in a statement.
public struct Roadmap: Sendable {
    /// Its file.
    public let source: SourceText
    /// The agency, by code; nil where the statement it was drafted from names none.
    public let agency: String?
    /// The transition, by id.
    public let transition: String
    /// The day it was drafted.
    public let draftedOn: CivilDate
    /// The plan.
    public let plan: Fact
    /// Where the agency is named, or else the roadmap begins.
    public let agencyPlace: Place
    /// Where the transition is named.
    public let transitionPlace: Place
}

extension Statement {
    /// The statement with the plan of a roadmap among its conversion plans; an error where the roadmap is another agency's, or
    /// the statement has a plan of that number or title already.
    ///
    /// To plans of which nothing is stated the roadmap's is added without making them complete.
    public func adding(_ roadmap: Roadmap, in vocabulary: Vocabulary) -> Loaded<Statement> {
        var collector = DiagnosticCollector()
        if let agency = roadmap.agency, agency != agencyCode {
            collector.error(
                .transition(.roadmapOfOtherAgency(found: agency, agency: agencyCode)), at: roadmap.agencyPlace)
            return Loaded(nil, collector.diagnostics)
        }
        let path = FactPath([.field(Roadmap.listPath[0]), .field(Roadmap.listPath[1])])
        let old = fact(at: path)
        var items: [FactItem] = []
        var openings: [Place] = []
        switch old?.state {
        case .stated(.list(let list)): (items, openings) = (list.items, list.openings)
        case .some(.none): break
        case .unknown, .stated, nil: openings = [old?.place ?? roadmap.plan.place]
        }
        let key = vocabulary.key(of: roadmap.plan)?.key ?? "#\(items.count + 1)"
        if let taken = items.first(where: { $0.key == key }) {
            let label = vocabulary.field(at: Roadmap.listPath)?.label ?? LocalizedText(vi: key, en: key)
            collector.error(
                .statement(.duplicateItem(key: key, list: label, apart: nil)), at: roadmap.plan.place,
                related: [taken.fact.place])
            return Loaded(nil, collector.diagnostics)
        }
        items.append(FactItem(key: key, fact: roadmap.plan))
        let list = Fact(
            state: .stated(.list(FactList(items: items, openings: openings))), place: old?.place ?? roadmap.plan.place,
            evidence: old?.evidence ?? [])
        return Loaded(replacing(path, with: list, in: vocabulary), collector.diagnostics)
    }
}

extension Roadmap {
    /// What is wrong where the roadmap is looked at for a transition; nil where it is that transition's.
    public func fault(against transition: Transition) -> Diagnostic? {
        if self.transition == transition.id { return nil }
        let problem = TransitionProblem.roadmapOfOtherTransition(found: self.transition, transition: transition.id)
        return Diagnostic(.error, .transition(problem), at: transitionPlace)
    }

    /// Where a statement holds the plans of which a roadmap is one.
    static let listPath = ["qms", "conversion_plans"]
}
