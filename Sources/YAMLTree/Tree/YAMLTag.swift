/// A tag written before a node.
///
/// Where the tag is optional, write the second case as `.some(.none)`: `.none` alone would mean that there is no tag.
public enum YAMLTag: Hashable, Sendable {
    /// `!unknown`: asked, and not known.
    case unknown
    /// `!none`: asserted not to exist.
    case none
    /// Any other tag as libyaml gives it: `!!str` is `tag:yaml.org,2002:str`, `!x` is `!x`.
    case other(String)

    init(_ name: String) {
        switch name {
        case "!unknown": self = .unknown
        case "!none": self = .none
        default: self = .other(name)
        }
    }
}
