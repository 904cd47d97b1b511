internal import Assessor
public import Model
public import YAMLTree

/// Reads and writes a baseline: a JSON array that begins with `{"tuanthu":"baseline/1"}`, then one finding a line in
/// order of agency, rule, item and occurrence.
///
/// Each of those lines begins with its comma, so that adding or taking one away touches no other: two branches that each
/// change the file merge.
public enum BaselineFile {
    private static let header = "baseline/1"

    /// The bytes of a file.
    public static func bytes(_ entries: [BaselineEntry]) -> [UInt8] {
        var out: [UInt8] = Array("[".utf8)
        JSONValue.object([DocumentKind.key: .string(header)]).write(to: &out, .compact)
        for entry in entries.sorted() {
            out += "\n,".utf8
            json(entry).write(to: &out, .compact)
        }
        out += "\n]\n".utf8
        return out
    }

    /// Reads a file.
    public static func read(_ source: SourceText) throws(BaselineError) -> Baseline {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONReader.read(source.bytes)
        } catch {
            throw .json(error)
        }
        guard case .array(let elements) = value, let first = elements.first,
            case .string(let found)? = first[DocumentKind.key], found.hasPrefix("baseline/")
        else { throw .notABaseline }
        guard found == header else { throw .otherVersion(found) }
        var entries: [BaselineEntry] = []
        var positions: [String: Int] = [:]
        for (position, element) in elements.enumerated().dropFirst() {
            guard let entry = entry(element) else { throw .badEntry(number: position) }
            if let earlier = positions.updateValue(position, forKey: entry.fingerprint) {
                throw .twice(fingerprint: entry.fingerprint, numbers: [earlier, position])
            }
            entries.append(entry)
        }
        return Baseline(entries, from: source)
    }

    /// One entry as it is written.
    static func json(_ entry: BaselineEntry) -> JSONValue {
        .object([
            "agency": .optional(entry.agency), "rule": .string(entry.rule), "item": .optional(entry.item),
            "occurrence": .optional(entry.occurrence), "fingerprint": .string(entry.fingerprint),
            "verdict": .string(entry.verdict.rawValue), "level": .optional(entry.level?.rawValue),
        ])
    }

    static func entry(_ value: JSONValue) -> BaselineEntry? {
        guard case .object(let members) = value else { return nil }
        let known: Set<String> = ["agency", "rule", "item", "occurrence", "fingerprint", "verdict", "level"]
        var texts: [String: String] = [:]
        for member in members {
            guard known.contains(member.name) else { return nil }
            switch member.value {
            case .string(let text): texts[member.name] = text
            case .null: continue
            case .boolean, .integer, .array, .object: return nil
            }
        }
        guard let fingerprint = texts["fingerprint"], let rule = texts["rule"],
            let verdict = texts["verdict"].flatMap({ Verdict(rawValue: $0) }),
            let level = texts["level"].flatMap({ Level(rawValue: $0) })
        else { return nil }
        return BaselineEntry(
            fingerprint: fingerprint, rule: rule, agency: texts["agency"], item: texts["item"],
            occurrence: texts["occurrence"], verdict: verdict, level: level)
    }
}

/// Why a file is no baseline.
public enum BaselineError: Error, Sendable, Hashable {
    /// It is no JSON.
    case json(JSONError)
    /// It is JSON, but no baseline.
    case notABaseline
    /// A baseline of a version this program does not read.
    case otherVersion(String)
    /// An entry that lacks something or has something unknown; its number from 1.
    case badEntry(number: Int)
    /// Two entries of one finding; their numbers from 1.
    case twice(fingerprint: String, numbers: [Int])

    /// What is wrong with a file, its place before it. The entry of number N stands on line N + 1.
    public func message(_ file: String, _ language: Language) -> String {
        switch self {
        case .json(let error): "\(file):\(error.line):\(error.column): \(error.message(language))"
        case .notABaseline:
            language == .vi
                ? "\(file): không phải là tệp mốc so sánh (baseline/1) do “tuanthu baseline write” ghi"
                : "\(file): is no baseline (baseline/1) written by “tuanthu baseline write”"
        case .otherVersion(let found):
            language == .vi
                ? "\(file): không đọc được phiên bản “\(found)”, chỉ đọc được “baseline/1”"
                : "\(file): version “\(found)” cannot be read, only “baseline/1”"
        case .badEntry(let number):
            language == .vi
                ? "\(file): phát hiện thứ \(number) thiếu hoặc sai dữ liệu (fingerprint, rule, verdict, level)"
                : "\(file): finding \(number) lacks something or has something unknown (fingerprint, rule, verdict, level)"
        case .twice(_, let numbers):
            language == .vi
                ? "\(file): một phát hiện được ghi hai lần (thứ \(numbers.map(String.init).joined(separator: " và thứ "))); hãy bỏ một dòng"
                : "\(file): one finding is written twice (numbers \(numbers.map(String.init).joined(separator: " and "))); take one line out"
        }
    }
}
