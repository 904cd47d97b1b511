internal import Editing
internal import Model
internal import YAMLTree

/// Laying a document out, as `tuanthu fmt` does.
extension Session {
    func formatting(_ params: Parameters) throws(RPCError) -> JSONValue {
        let document = try document(params)
        // An editor that lays out whatever is saved must not do so to other programs' files.
        guard document.isOurs else { return .null }
        do throws(EditRefusal) {
            return .array(json(try DocumentFormatter.edits(for: document.reading), in: document.text))
        } catch {
            throw RPCError(.requestFailed, "the document has errors")
        }
    }

    /// Edits of a text as the protocol has them.
    func json(_ edits: TextEdits, in text: DocumentText) -> [JSONValue] {
        edits.edits.map { edit in
            let range = TextRange(
                start: text.position(of: edit.range.lowerBound, in: encoding),
                end: text.position(of: edit.range.upperBound, in: encoding))
            return ["range": range.json, "newText": .string(String(decoding: edit.replacement, as: UTF8.self))]
        }
    }
}
