internal import Model

/// Opening, changing, saving and closing documents.
extension Session {
    /// An open document, or the error a request about it gets.
    func document(_ params: Parameters) throws(RPCError) -> OpenDocument {
        let uri = try params.documentURI()
        guard let document = documents[uri] else { throw RPCError(.invalidParams, "\(uri) is not open") }
        return document
    }

    mutating func open(_ params: Parameters) throws(RPCError) {
        let item = try params.object("textDocument")
        let uri = try item.string("uri")
        let text = try item.string("text")
        let document = OpenDocument(uri: uri, version: try item.integer("version"), text: Array(text.utf8))
        documents[uri] = document
        unsettled[uri] = .everything
        unsettleStatements(restingOn: document)
        if Session.isFollowedByRuns(document) { forgetRuns() }
    }

    mutating func change(_ params: Parameters) throws(RPCError) {
        let document = try document(params)
        let version = try params.object("textDocument").integer("version")
        var text = document.text
        for change in try params.array("contentChanges") {
            let new = try change.string("text")
            if try change.optionalObject("range") != nil {
                text = text.replacing(try change.range("range"), with: new, in: encoding)
            } else {
                text = DocumentText(Array(new.utf8))
            }
        }
        documents[document.uri]?.replace(text, version: version)
        if unsettled[document.uri] == nil { unsettled[document.uri] = .set }
        unsettleStatements(restingOn: document)
        let isFollowed = documents[document.uri].map { Session.isFollowedByRuns($0) } ?? false
        if isFollowed || Session.isFollowedByRuns(document) { forgetRuns() }
    }

    /// Whether a run may follow what a document says besides the statements: what it is told, accepts or compares with.
    private static func isFollowedByRuns(_ document: OpenDocument) -> Bool {
        switch document.kind {
        case .config, .waivers, .holidays: true
        case .statement, .vocabulary, .rules, .tests, .mutants, .profile, .inspection, .editions, .transition, .roadmap,
            .register, .campaign:
            false
        case nil: document.name.hasSuffix(".json")
        }
    }

    /// A table or an inspection changes what is found on the statements beside it.
    private mutating func unsettleStatements(restingOn document: OpenDocument) {
        guard document.name.hasSuffix(".csv") || document.kind == .inspection else { return }
        let folder = Session.folder(of: document.name)
        for other in documents.values where other.kind == .statement && other.name.hasPrefix(folder) {
            if unsettled[other.uri] == nil { unsettled[other.uri] = .set }
        }
    }

    /// What is on the disk is read again: a statement may rest on what was saved.
    mutating func save(_ params: Parameters) throws(RPCError) {
        let document = try document(params)
        switch document.kind {
        case .statement, .roadmap: unsettled[document.uri] = .everything
        case nil where !Session.isFollowedByRuns(document): unsettled[document.uri] = .everything
        case nil, .vocabulary, .rules, .tests, .mutants, .profile, .inspection, .editions, .transition, .waivers,
            .register,
            .config, .holidays, .campaign:
            refresh()
        }
    }

    mutating func close(_ params: Parameters) throws(RPCError) {
        let uri = try params.documentURI()
        let closed = documents.removeValue(forKey: uri)
        analyses[uri] = nil
        unsettled[uri] = nil
        publish([:], of: uri)
        if let closed {
            unsettleStatements(restingOn: closed)
            if Session.isFollowedByRuns(closed) { forgetRuns() }
        }
    }

    /// Reads rules and tables again.
    mutating func refresh() {
        forgetRules()
        for uri in documents.keys { unsettled[uri] = .everything }
    }

    var isUnsettled: Bool { !unsettled.isEmpty }

    /// Brings the diagnostics of what changed up to date, in order of URI.
    mutating func settle() {
        for uri in unsettled.keys.sorted() { settle(uri) }
    }

    /// Brings one document's diagnostics up to date.
    mutating func settle(_ uri: String) {
        guard let extent = unsettled.removeValue(forKey: uri), let document = documents[uri] else { return }
        let analysis = analyse(document, extent)
        analyses[uri] = analysis
        publish(DiagnosticJSON(self, document, analysis).byFile(), of: uri)
    }

    /// What is known of a document; it is looked at now where it has not been yet.
    mutating func analysis(of document: OpenDocument) -> Analysis {
        if analyses[document.uri] == nil { settle(document.uri) }
        return analyses[document.uri] ?? Analysis()
    }
}
