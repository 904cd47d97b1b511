/// One thing wrong with a document, and where. Reading stops at the first.
public struct XMLError: Error, Sendable, Hashable {
    /// What is wrong.
    public let problem: XMLProblem
    /// Where it is.
    public let place: XMLPlace

    /// Makes an error of its parts.
    public init(_ problem: XMLProblem, at place: XMLPlace) {
        self.problem = problem
        self.place = place
    }
}

/// What can be wrong with a document, as data.
public enum XMLProblem: Sendable, Hashable {
    /// The document has more bytes than the limit.
    case tooLarge(bytes: Int, limit: Int)
    /// A document type declaration, where entities are declared: refused whatever it says, so that nothing is expanded and
    /// nothing is fetched. The place is that of its `[`, or of its end.
    case documentType
    /// Elements nested deeper than the limit.
    case tooDeep(limit: Int)
    /// More elements than the limit.
    case tooManyElements(limit: Int)
    /// An element with more attributes than the limit.
    case tooManyAttributes(limit: Int)
    /// A prefix that no attribute declares.
    case unboundPrefix(String)
    /// Not well formed; the parser's own wording.
    case malformed(String)
    /// The system had no memory left for the parser.
    case outOfMemory
}

extension XMLProblem {
    /// The problem in one English sentence without place or final stop.
    public var english: String {
        switch self {
        case .tooLarge(let bytes, let limit): "the document has \(bytes) bytes, more than the limit of \(limit)"
        case .documentType: "a document type declaration (<!DOCTYPE …>) is not accepted"
        case .tooDeep(let limit): "elements are nested more than \(limit) deep"
        case .tooManyElements(let limit): "the document has more than \(limit) elements"
        case .tooManyAttributes(let limit): "an element has more than \(limit) attributes"
        case .unboundPrefix(let prefix): "the namespace prefix \"\(XMLProblem.shown(prefix))\" is not declared"
        case .malformed(let wording): "the XML is not well formed (\(wording))"
        case .outOfMemory: "there is not enough memory to read the document"
        }
    }

    /// The problem in one Vietnamese sentence without place or final stop.
    public var vietnamese: String {
        switch self {
        case .tooLarge(let bytes, let limit): "nội dung dài \(bytes) byte, vượt mức tối đa \(limit) byte"
        case .documentType: "không nhận khai báo kiểu tài liệu (<!DOCTYPE …>)"
        case .tooDeep(let limit): "các phần tử lồng nhau quá \(limit) cấp"
        case .tooManyElements(let limit): "có quá \(limit) phần tử"
        case .tooManyAttributes(let limit): "một phần tử có quá \(limit) thuộc tính"
        case .unboundPrefix(let prefix): "tiền tố \"\(XMLProblem.shown(prefix))\" chưa được khai báo"
        case .malformed(let wording): "XML viết chưa đúng quy cách (\(wording))"
        case .outOfMemory: "không đủ bộ nhớ để đọc"
        }
    }

    private static func shown(_ text: String) -> String { String(text.prefix(40)) }
}
