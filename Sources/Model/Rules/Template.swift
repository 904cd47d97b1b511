internal import Synchronization

/// A rule's own sentence: text with expressions in braces, whose values are put in when it is printed.
public struct Template: Sendable {
    /// A part of the sentence.
    public enum Segment: Sendable {
        case text(String)
        case expression(Expression)
    }

    private enum Content: Sendable {
        case read(TemplateSentences)
        case promised(PromisedTemplate)
    }

    private let content: Content

    init(_ sentences: TemplateSentences) { content = .read(sentences) }

    init(_ promise: PromisedTemplate) { content = .promised(promise) }

    /// The sentence in one language.
    public subscript(language: Language) -> [Segment] {
        let sentences =
            switch content {
            case .read(let sentences): sentences
            case .promised(let promise): promise.sentences
            }
        switch language {
        case .vi: return sentences.vi
        case .en: return sentences.en
        }
    }
}

/// A sentence in both languages.
struct TemplateSentences: Sendable {
    let vi: [Template.Segment]
    let en: [Template.Segment]
}

/// A sentence that is known to be right, read when it is first asked for: a run tells few of a library's sentences.
final class PromisedTemplate: Sendable {
    private final class Made: Sendable {
        let sentences: TemplateSentences

        init(_ sentences: TemplateSentences) { self.sentences = sentences }
    }

    private let read: @Sendable () -> TemplateSentences
    private let made = AtomicLazyReference<Made>()

    init(_ read: @escaping @Sendable () -> TemplateSentences) { self.read = read }

    /// The sentences; two threads that ask at once may both read them, and get the same.
    var sentences: TemplateSentences {
        if let made = made.load() { return made.sentences }
        return made.storeIfNil(Made(read())).sentences
    }
}
