public import CivilTime

/// A document that shows a fact.
public struct Evidence: Sendable, Hashable {
    /// Its number, such as `Báo cáo 12/BC-ISO`.
    public let ref: String?
    /// What it is called.
    public let title: String?
    /// The date it bears.
    public let dated: StatedDate?
    /// The body that issued it.
    public let issuedBy: String?
    /// Who signed it, and in what capacity.
    public let signedBy: String?
    /// The capacity in which it was signed.
    public let capacity: String?
    /// The file it lies in, as written.
    public let file: String?
    /// The date of what it shows.
    public let shows: StatedDate?
    /// When it was filed.
    public let filedOn: StatedDate?

    /// Makes evidence.
    public init(
        ref: String?, title: String?, dated: StatedDate?, issuedBy: String?, signedBy: String?, capacity: String?,
        file: String?, shows: StatedDate?, filedOn: StatedDate?
    ) {
        self.ref = ref
        self.title = title
        self.dated = dated
        self.issuedBy = issuedBy
        self.signedBy = signedBy
        self.capacity = capacity
        self.file = file
        self.shows = shows
        self.filedOn = filedOn
    }
}
