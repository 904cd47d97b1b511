/// How much of an archive is read before it is refused, so that a small file cannot fill the memory.
public struct ZipLimits: Sendable, Hashable {
    /// The most bytes the archive itself may have.
    public var maxArchiveBytes: Int
    /// The most entries, folders included.
    public var maxEntries: Int
    /// The most bytes of one entry, unpacked.
    public var maxEntryBytes: Int
    /// The most bytes of all entries together, unpacked.
    public var maxTotalBytes: Int
    /// How many times larger than packed an entry may be. Entries below `ratioFloor` are not held to it: a few empty rows
    /// pack very well.
    public var maxRatio: Int
    /// The size in bytes, unpacked, from which the ratio counts.
    public var ratioFloor: Int

    /// Makes limits; what is not given is as in `standard`.
    public init(
        maxArchiveBytes: Int = 32 << 20, maxEntries: Int = 2_000, maxEntryBytes: Int = 64 << 20,
        maxTotalBytes: Int = 128 << 20, maxRatio: Int = 200, ratioFloor: Int = 1 << 20
    ) {
        self.maxArchiveBytes = maxArchiveBytes
        self.maxEntries = maxEntries
        self.maxEntryBytes = maxEntryBytes
        self.maxTotalBytes = maxTotalBytes
        self.maxRatio = maxRatio
        self.ratioFloor = ratioFloor
    }

    /// 32 MiB packed; 2 000 entries of 64 MiB at most, 128 MiB together; 200 to 1 from 1 MiB on.
    public static let standard = ZipLimits()
}
