/// What came of reading one file.
public struct YAMLReading: Sendable {
    /// The file. Of a file that is too large the bytes are not kept.
    public let source: SourceText
    /// The top node; nil where the file cannot be made a tree (text, syntax and limit errors, an empty file).
    ///
    /// When `errors` is not empty the tree serves to look for further errors only: repeated keys, merge keys and keys
    /// that are not scalars are left out of it, unknown aliases are empty scalars, and later documents are ignored.
    public let root: YAMLNode?
    /// Everything wrong with the file, in the order of the file.
    public let errors: [YAMLError]
}
