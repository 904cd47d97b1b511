public import YAMLTree

/// What a repository says of its runs (`config/1`), as it is written: names of rules and parameters are not looked up yet.
public struct Configuration: Sendable {
    /// A value with its place.
    public struct Written<Value: Sendable>: Sendable {
        /// The value.
        public let value: Value
        /// Where it stands.
        public let place: Place

        /// Makes a written value.
        public init(value: Value, place: Place) {
            self.value = value
            self.place = place
        }
    }

    /// A list with its place and those of its items.
    public typealias WrittenList = Written<[Written<String>]>

    /// The file. Paths in it are meant from the folder it lies in.
    public let source: SourceText
    /// The statements, and folders of them.
    public let paths: WrittenList?
    /// The folder of rules.
    public let rules: Written<String>?
    /// The profile.
    public let profile: Written<String>?
    /// Selectors in place of the profile's selection.
    public let select: WrittenList?
    /// Selectors of what is left out.
    public let ignore: WrittenList?
    /// Readings by interpretation.
    public let interpretations: [YAMLEntry]
    /// Parameter values by name.
    public let parameters: [YAMLEntry]
    /// Grades by rule.
    public let grades: [YAMLEntry]
    /// Files of days off.
    public let holidays: WrittenList?
    /// Files of waivers.
    public let waivers: WrittenList?
    /// The findings of an earlier run.
    public let baseline: Written<String>?
    /// From which findings on a run fails: one of the words the loader was given.
    public let failOn: Written<String>?
    /// The reports, each a format the loader was given, with `=PATH` where it goes to a file.
    public let formats: WrittenList?
    /// The language of reports and messages.
    public let language: Written<Language>?
    /// When colours are used: one of the words the loader was given.
    public let color: Written<String>?
    /// Whether the text report tells also what conforms, does not apply or is past.
    public let verbose: Written<Bool>?
    /// Whether the first day is looked for on which a passing run would fail.
    public let nextFailure: Written<Bool>?
}

/// What can be wrong in a configuration, beyond what any document can have wrong.
public enum ConfigurationProblem: Sendable, Hashable {
    /// A report is to go to a file without a name.
    case noFileName(format: String)
    /// Two reports are to go to one place; nil: to standard output.
    case samePlace(String?)
    /// A list that has to have something in it.
    case emptyList(key: String)
}

extension ConfigurationProblem {
    /// The sentence the person who keeps the file reads.
    func message(_ language: Language) -> String {
        switch self {
        case .noFileName(let format):
            return language.pick(
                "thiếu tên tệp sau “\(format)=”; ghi “\(format)” nếu in ra màn hình",
                "no file follows “\(format)=”; write “\(format)” for standard output")
        case .samePlace(let path):
            let shown = path.map { language.quote($0) } ?? language.pick("đầu ra chuẩn", "standard output")
            return language.pick("có hai báo cáo cùng ghi ra \(shown)", "two reports go to \(shown)")
        case .emptyList(let key):
            return language.pick(
                "danh sách “\(key)” trống; bỏ hẳn khóa này nếu không cần",
                "the list “\(key)” is empty; leave the key out if it is not needed")
        }
    }
}
