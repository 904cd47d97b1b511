internal import Model

/// What the server can do, as `initialize` tells it.
enum Capabilities {
    static func json(_ encoding: PositionEncoding) -> JSONValue {
        [
            "positionEncoding": .string(encoding.rawValue),
            "textDocumentSync": ["openClose": true, "change": 2, "save": ["includeText": false]],
            "hoverProvider": true,
            "completionProvider": ["triggerCharacters": [".", ":", " ", "\"", "["]],
            "definitionProvider": true,
            "codeActionProvider": ["codeActionKinds": ["quickfix"]],
            "documentSymbolProvider": true,
            "documentFormattingProvider": true,
        ]
    }
}
