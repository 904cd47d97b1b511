internal import Files
internal import Model
internal import TextDocuments

/// Reads the document of a user that a report is filled into; what is wrong with it stops the run before anything is written.
enum TemplateReading {
    /// Templates hold coats of arms and letterheads, and little else.
    private static let limit = 16 << 20

    /// The template at a path, if there is one.
    /// - Parameters:
    ///   - fields: The fields it may name.
    ///   - isAsked: Whether the run writes a report the template is for.
    static func read(
        _ path: String?, fields: @autoclosure () -> [TemplateField], isAsked: Bool, _ language: Language
    ) throws -> DocumentTemplate? {
        guard let path else { return nil }
        guard isAsked else {
            throw CommandStop(
                language == .vi ? "--template cần có -f docx=TỆP" : "--template wants -f docx=PATH beside it")
        }
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileSystem.read(path, limit: limit)
        } catch {
            throw CommandStop(error.message(language))
        }
        do throws(TemplateProblem) {
            return try DocumentTemplate(bytes, fields: fields())
        } catch {
            throw CommandStop("\(path): \(error.message(language))")
        }
    }
}
