internal import Assessor
internal import Model

// A program that needs the core alone: what it links shows that the core needs no Foundation.
let nothing = RecordDefinition(
    id: "", label: LocalizedText(vi: "", en: ""), key: [], date: nil, fields: [])
let vocabulary = Vocabulary(records: [:], choices: [:], roots: nothing, respondents: [:], documents: [:])
let reading = RuleLibraryLoader.load([], profiles: [], vocabulary: vocabulary)
print(reading.library?.rules.count ?? 0, VerdictRules.worst([.conform, .error]) == .error)
