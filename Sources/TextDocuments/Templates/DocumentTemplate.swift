internal import XMLReading
public import ZipArchive

/// A document a user has drawn up, with fields in double braces: `{{agency.name}}`, and lists as rows or paragraphs between
/// `{{#findings}}` and `{{/findings}}`.
///
/// It is checked whole when it is read, so that filling it cannot fail for what it holds. Nothing but the text of the fields is
/// changed: every other part of the file, and every other byte of its parts, stays as it was.
public struct DocumentTemplate: Sendable {
    private let entries: [ZipEntry]
    private let parts: [String: TemplatePart]

    /// What is read of a template at most: 16 MiB packed, 64 MiB unpacked.
    private static let limits = ZipLimits(maxArchiveBytes: 16 << 20, maxEntryBytes: 32 << 20, maxTotalBytes: 64 << 20)

    /// Reads a template.
    /// - Parameter fields: The fields it may name.
    public init(_ bytes: [UInt8], fields: [TemplateField]) throws(TemplateProblem) {
        let entries = try DocumentTemplate.entries(bytes)
        let package = try TemplatePackage(entries)
        var parts: [String: TemplatePart] = [:]
        for entry in entries where package.texts.contains(entry.name) {
            guard let part = try DocumentTemplate.part(entry, fields), part.hasFields else { continue }
            parts[entry.name] = part
        }
        if parts.isEmpty { throw .noFields }
        self.entries = entries
        self.parts = parts
    }

    private static func entries(_ bytes: [UInt8]) throws(TemplateProblem) -> [ZipEntry] {
        do throws(ZipError) {
            let archive = try ZipReader(bytes, limits: limits)
            var entries: [ZipEntry] = []
            for name in archive.names { entries.append(ZipEntry(name: name, bytes: try archive.bytes(of: name))) }
            return entries
        } catch {
            throw .archive(error)
        }
    }

    private static func part(_ entry: ZipEntry, _ fields: [TemplateField]) throws(TemplateProblem) -> TemplatePart? {
        let prefix: String?
        do throws(XMLError) {
            prefix = try TemplatePrefix.read(entry.bytes)
        } catch {
            throw .malformed(part: entry.name, error)
        }
        guard let prefix, let root = TemplateTokens.root(of: entry.bytes, prefix: prefix) else { return nil }
        let reader = TemplatePartReader(name: entry.name, bytes: entry.bytes, prefix: prefix, fields: fields)
        return try reader.part(root)
    }

    /// The document with these values.
    public func filled(_ values: TemplateValues) throws(ZipError) -> [UInt8] {
        let filled = entries.map { entry in
            guard let part = parts[entry.name] else { return entry }
            return ZipEntry(name: entry.name, bytes: part.filled(values))
        }
        return try ZipWriter.archive(of: filled)
    }
}
