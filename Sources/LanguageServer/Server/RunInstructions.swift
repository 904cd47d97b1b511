public import Model
public import YAMLTree

/// What a run over a document would be told by flags, variables and the configuration above it, as it is written: nothing is held
/// against the rules yet.
public struct RunInstructions: Sendable {
    /// Something that keeps a run from starting and that is no fault in the text of a file.
    public struct Fault: Sendable {
        /// The setting it is about, where a file has it.
        public let place: Place?
        /// What is wrong.
        public let text: String

        /// Makes a fault.
        public init(_ text: String, at place: Place? = nil) {
            self.place = place
            self.text = text
        }
    }

    /// The folder of rules; nil takes the standard ones.
    public var rules: String?
    /// The profile's id; nil takes the standard one.
    public var profile: String?
    /// Where a file names the profile.
    public var profilePlace: Place?
    /// What the run changes in its profile.
    public var changes = ProfileChanges()
    /// Files of days off.
    public var holidays: [SourceText] = []
    /// Files of waivers.
    public var waivers: [SourceText] = []
    /// The findings of an earlier run.
    public var baseline: SourceText?
    /// The inspections that the configuration's paths lead to.
    public var inspections: [SourceText] = []
    /// What is wrong in the configuration.
    public var diagnostics: [Diagnostic] = []
    /// What else is wrong.
    public var faults: [Fault] = []

    /// A run that is told nothing.
    public init() {}
}
