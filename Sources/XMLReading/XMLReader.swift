internal import CExpat

/// Reads an XML 1.0 document event by event: UTF-8, UTF-16, ISO 8859-1 or ASCII, namespaces resolved, bounded, without document
/// types and so without entities of its own.
public enum XMLReader {
    /// Gives each event to `each` until the document ends or `each` wants no more.
    public static func read(
        _ bytes: [UInt8], limits: XMLLimits = .standard, _ each: (XMLEvent) -> XMLContinuation
    ) throws(XMLError) {
        if bytes.count > limits.maxBytes {
            throw XMLError(
                .tooLarge(bytes: bytes.count, limit: limits.maxBytes), at: XMLPlace(line: 1, column: 1))
        }
        let failure: XMLError? = withoutActuallyEscaping(each) { each in
            let run = ParserRun(limits: limits, each)
            return run.parse(bytes)
        }
        if let failure { throw failure }
    }
}

/// One run of expat over one document. A class, because expat's callbacks are given its address.
private final class ParserRun {
    private let limits: XMLLimits
    private let each: (XMLEvent) -> XMLContinuation
    private var parser: XML_Parser?
    private var text: [UInt8] = []
    private var open: [XMLName] = []
    private var elements = 0
    private var namespaces = NamespaceScopes()
    private var failure: XMLError?
    private var isStopped = false

    init(limits: XMLLimits, _ each: @escaping (XMLEvent) -> XMLContinuation) {
        self.limits = limits
        self.each = each
    }

    /// The first thing wrong, or nil.
    func parse(_ bytes: [UInt8]) -> XMLError? {
        guard let parser = XML_ParserCreate(nil) else {
            return XMLError(.outOfMemory, at: XMLPlace(line: 1, column: 1))
        }
        self.parser = parser
        defer {
            XML_ParserFree(parser)
            self.parser = nil
        }
        return withExtendedLifetime(self) { () -> XMLError? in
            XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
            XML_SetElementHandler(parser, startHandler, endHandler)
            XML_SetCharacterDataHandler(parser, textHandler)
            XML_SetStartDoctypeDeclHandler(parser, documentTypeHandler)
            let status = bytes.withUnsafeBytes { buffer in
                XML_Parse(parser, buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), 1)
            }
            if let failure { return failure }
            if isStopped || status == XML_STATUS_OK { return nil }
            let code = XML_GetErrorCode(parser)
            if code == XML_ERROR_NO_MEMORY { return XMLError(.outOfMemory, at: place) }
            let wording = XML_ErrorString(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
            return XMLError(.malformed(wording), at: place)
        }
    }

    func start(_ name: String, _ written: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        guard goesOn else { return }
        flushText()
        guard goesOn else { return }
        elements += 1
        if elements > limits.maxElements { return fail(.tooManyElements(limit: limits.maxElements)) }
        if open.count >= limits.maxDepth { return fail(.tooDeep(limit: limits.maxDepth)) }
        var attributes: [(name: String, value: String)] = []
        if var next = written {
            while let key = next[0], let value = next[1] {
                if attributes.count >= limits.maxAttributes {
                    return fail(.tooManyAttributes(limit: limits.maxAttributes))
                }
                attributes.append((String(cString: key), String(cString: value)))
                next += 2
            }
        }
        do throws(UnboundPrefix) {
            let tag = try namespaces.resolve(name, attributes, at: place)
            open.append(tag.name)
            give(.start(tag))
        } catch {
            fail(.unboundPrefix(error.prefix))
        }
    }

    func end() {
        guard goesOn else { return }
        flushText()
        guard goesOn, let name = open.popLast() else { return }
        namespaces.leave()
        give(.end(name))
    }

    func append(_ characters: UnsafeBufferPointer<CChar>) {
        guard goesOn else { return }
        for character in characters { text.append(UInt8(bitPattern: character)) }
    }

    func refuseDocumentType() {
        fail(.documentType)
    }

    private var goesOn: Bool { failure == nil && !isStopped }

    private var place: XMLPlace {
        guard let parser else { return XMLPlace(line: 1, column: 1) }
        return XMLPlace(
            line: Int(XML_GetCurrentLineNumber(parser)), column: Int(XML_GetCurrentColumnNumber(parser)) + 1)
    }

    private func flushText() {
        if text.isEmpty { return }
        let event = XMLEvent.text(String(decoding: text, as: UTF8.self))
        text.removeAll(keepingCapacity: true)
        give(event)
    }

    private func give(_ event: XMLEvent) {
        switch each(event) {
        case .proceed: return
        case .stop:
            isStopped = true
            halt()
        }
    }

    private func fail(_ problem: XMLProblem) {
        if failure == nil { failure = XMLError(problem, at: place) }
        halt()
    }

    private func halt() {
        if let parser { XML_StopParser(parser, 0) }
    }
}

private func run(_ address: UnsafeMutableRawPointer?) -> ParserRun? {
    address.map { Unmanaged<ParserRun>.fromOpaque($0).takeUnretainedValue() }
}

private let startHandler: XML_StartElementHandler = { address, name, attributes in
    guard let name else { return }
    run(address)?.start(String(cString: name), attributes)
}

private let endHandler: XML_EndElementHandler = { address, _ in
    run(address)?.end()
}

private let textHandler: XML_CharacterDataHandler = { address, characters, count in
    run(address)?.append(UnsafeBufferPointer(start: characters, count: Int(count)))
}

private let documentTypeHandler: XML_StartDoctypeDeclHandler = { address, _, _, _, _ in
    run(address)?.refuseDocumentType()
}
