/// What looking for a statement's table came to. The caller knows where files lie; the model never touches the disk.
public enum TableLookup: Sendable {
    /// The bytes of the file.
    case found([UInt8])
    /// Why there are none.
    case unreadable(UnreadableTable)
}
