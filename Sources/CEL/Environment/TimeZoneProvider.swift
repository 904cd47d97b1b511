/// Where the offsets of time zones come from.
public protocol TimeZoneProvider: Sendable {
    /// The offset from UTC in seconds, east positive, that a zone had at a point in time; `nil` for a zone it does not
    /// know. Offsets written as `+07:00` never reach a provider.
    func offset(ofZone name: String, at secondsSince1970: Int64) -> Int?
}

/// Knows UTC and nothing else; offsets such as `+07:00` need no provider.
public struct FixedOffsets: TimeZoneProvider {
    private let zones: [String: Int]

    /// A provider that also knows some zones whose offset never changes, in seconds east of UTC, such as
    /// `["Asia/Ho_Chi_Minh": 25_200]`.
    public init(_ zones: [String: Int] = [:]) { self.zones = zones }

    /// The offset of a fixed zone.
    public func offset(ofZone name: String, at secondsSince1970: Int64) -> Int? {
        name == "UTC" || name == "" ? 0 : zones[name]
    }
}
