/// An element with all that is in it, for documents that are small: read with `XMLElement.read`, which bounds them.
public struct XMLElement: Sendable, Hashable {
    /// The name.
    public var name: XMLName
    /// The attributes in their order, declarations of namespaces included.
    public var attributes: [XMLAttribute]
    /// What is in it, in order.
    public var children: [XMLContent]
    /// Where its tag is; nil for one that was made, not read.
    public var place: XMLPlace?

    /// Makes an element of its parts.
    public init(name: XMLName, attributes: [XMLAttribute] = [], children: [XMLContent] = [], place: XMLPlace? = nil) {
        self.name = name
        self.attributes = attributes
        self.children = children
        self.place = place
    }

    /// Reads a whole document; comments and processing instructions are lost.
    public static func read(_ bytes: [UInt8], limits: XMLLimits = .standard) throws(XMLError) -> XMLElement {
        var open: [XMLElement] = []
        var root: XMLElement?
        try XMLReader.read(bytes, limits: limits) { event in
            switch event {
            case .start(let tag):
                open.append(XMLElement(name: tag.name, attributes: tag.attributes, place: tag.place))
            case .text(let text):
                if !open.isEmpty { open[open.count - 1].children.append(.text(text)) }
            case .end:
                guard let done = open.popLast() else { break }
                if open.isEmpty { root = done } else { open[open.count - 1].children.append(.element(done)) }
            }
            return .proceed
        }
        guard let root else { throw XMLError(.malformed("no element"), at: XMLPlace(line: 1, column: 1)) }
        return root
    }

    /// The elements directly in it.
    public var elements: [XMLElement] {
        children.compactMap { content in
            switch content {
            case .element(let element): element
            case .text: nil
            }
        }
    }

    /// The elements directly in it with this local name.
    public func elements(_ local: String) -> [XMLElement] { elements.filter { $0.name.local == local } }

    /// The first element directly in it with this local name.
    public func first(_ local: String) -> XMLElement? { elements.first { $0.name.local == local } }

    /// The value of the first attribute with this local name, whatever its prefix.
    public func value(_ local: String) -> String? { attributes.first { $0.name.local == local }?.value }

    /// All text in it, at any depth, in order.
    public var text: String {
        var result = ""
        for content in children {
            switch content {
            case .element(let element): result += element.text
            case .text(let text): result += text
            }
        }
        return result
    }
}

/// What can be in an element.
public indirect enum XMLContent: Sendable, Hashable {
    /// A further element.
    case element(XMLElement)
    /// A text; never empty as read.
    case text(String)
}
