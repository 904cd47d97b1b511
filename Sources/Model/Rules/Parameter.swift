public import CivilTime

/// A number, period, date or text a rule set's requirements use, so that it can be cited and changed in one place.
public struct Parameter: Sendable {
    /// The name, as expressions write it after `param.`.
    public let name: String
    /// What it is.
    public let label: LocalizedText
    /// Its value.
    public let value: ParameterValue
    /// The source that sets it.
    public let source: String?
    /// Where it is declared.
    public let place: Place
}

/// The value of a parameter.
public enum ParameterValue: Sendable, Hashable {
    case integer(Int64)
    case period(Period)
    case date(CivilDate)
    case text(String)
    case boolean(Bool)
}
