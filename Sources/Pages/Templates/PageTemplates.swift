internal import Model
internal import Mustache

/// The templates of the pages in one language, ready to render.
///
/// Every value in double braces is escaped by ``HTMLText``; triple braces are for markup that this module made itself.
struct PageTemplates: Sendable {
    /// The pages.
    enum Page: String {
        case committee, unit, agencyHead, agencyBody, agencyEnd
    }

    private let library: MustacheLibrary

    /// Reads the templates.
    init(_ language: Language) {
        MustacheContentTypes.register(EscapedContent(), named: Self.contentType)
        var library = MustacheLibrary()
        for (name, text) in Self.texts {
            do {
                let chosen = LanguageChoice.chosen(text, language)
                try library.register("{{% CONTENT_TYPE: \(Self.contentType)}}" + chosen, named: name)
            } catch {
                preconditionFailure("the template \(name) does not parse: \(error)")
            }
        }
        self.library = library
    }

    /// A page of its values.
    func render(_ view: some Sendable, as page: Page) -> String {
        guard let text = library.render(view, withTemplate: page.rawValue) else {
            preconditionFailure("there is no template \(page.rawValue)")
        }
        return text
    }

    private static let contentType = "ESCAPED"

    /// The texts of the templates by name.
    static var texts: [(name: String, text: String)] {
        [
            ("head", frameHead), ("end", frameEnd), ("bar", intervalBar), (Page.committee.rawValue, committee),
            ("conversion", conversion), ("quotas", quotas), ("deadlines", deadlines), ("heatMap", heatMap),
            ("rollUps", rollUps), ("since", since), ("inspections", inspections), ("sources", sources),
            (Page.unit.rawValue, unit), (Page.agencyHead.rawValue, agencyHead), (Page.agencyBody.rawValue, agencyBody),
            (Page.agencyEnd.rawValue, agencyEnd), ("finding", finding),
        ]
    }
}

/// Escapes by scalars; the library's own escaping goes by characters and lets through what a combining mark follows.
private struct EscapedContent: MustacheContentType {
    func escapeText(_ text: String) -> String { HTMLText.escaped(text) }
}
