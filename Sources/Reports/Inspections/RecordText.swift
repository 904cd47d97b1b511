package import Assessor
internal import CivilTime
package import Model

/// What inspection records say of an agency, to stand beside what it states. A record never changes a verdict.
package struct RecordText {
    /// One record.
    package struct Record: Sendable {
        /// Its number and day, and in which form the inspection was made.
        package let title: String
        /// What it concludes, which points are not met or to note and what became of them, what it verifies and what it contradicts.
        package let lines: [String]
    }

    /// The records of the agency up to the day, the oldest first.
    package let records: [Record]

    /// What the records of an assessment's agency say, in one language.
    package init(_ assessment: Assessment, in context: AssessmentContext, _ phrasing: Phrasing) {
        records = context.inspections(of: assessment.statement, on: assessment.asOf).map { inspection in
            let followUp = FollowUp(inspection, in: context, asOf: assessment.asOf)
            return RecordMaking(phrasing: phrasing, inspection: inspection, followUp: followUp).record
        }
    }
}

private struct RecordMaking {
    let phrasing: Phrasing
    let inspection: Inspection
    let followUp: FollowUp

    private func pick(_ vi: String, _ en: String) -> String { phrasing.pick(vi, en) }

    var record: RecordText.Record {
        let name = phrasing.recordName(inspection.record, inspection.signedOn)
        let form = InspectionWords.name(inspection.form)[phrasing.language]
        return RecordText.Record(title: "\(name) (\(form))", lines: conclusions + points + facts)
    }

    private var conclusions: [String] {
        var lines: [String] = []
        if let result = inspection.result {
            let name = InspectionWords.name(result)[phrasing.language]
            lines.append(pick("Kết luận chung: \(name)", "Conclusion of the whole: \(name)"))
        }
        if let rating = inspection.rating {
            lines.append(
                pick(
                    "Xếp loại của tỉnh (không phải kết luận của chương trình này): \(rating)",
                    "The province's own rating (no verdict of this program): \(rating)"))
        }
        for head in inspection.heads where head.answer == .doesNotMeet {
            let name = InspectionWords.name(head.answer)[phrasing.language]
            let says = head.says.map { " – \($0)" } ?? ""
            lines.append(pick("Nội dung \(head.head): \(name)\(says)", "Head \(head.head): \(name)\(says)"))
        }
        return lines
    }

    private var points: [String] {
        let told = FollowUpLines(phrasing)
        var lines = followUp.points.map { told.point($0) }
        if followUp.isCalledFor != .no { lines.append(told.term(followUp)) }
        for point in inspection.toNote {
            let head = point.head.map { " (\($0))" } ?? ""
            lines.append(
                pick("Điểm lưu ý \(point.id)\(head): \(point.says)", "Point \(point.id) to note\(head): \(point.says)"))
        }
        return lines
    }

    private var facts: [String] {
        let contradicted = inspection.contradicts.map { found in
            let text = phrasing.contradiction(found)
            return pick("Trái với bản khai: \(text)", "Contradicts the statement: \(text)")
        }
        let verified = inspection.verifies.map { phrasing.name(of: $0) }
        if verified.isEmpty { return contradicted }
        let names = verified.joined(separator: "; ")
        return contradicted + [pick("Đã thấy đúng như khai: \(names)", "Seen to be as stated: \(names)")]
    }
}

extension Phrasing {
    /// What an inspected fact is called, with the item it is of.
    func name(of fact: InspectedFact) -> String {
        let names = fact.fact.fieldNames
        let name = library.vocabulary.field(at: names)?.label[language] ?? names.joined(separator: ".")
        return fact.item.map { "\(name) (\(itemName($0)))" } ?? name
    }

    /// What inspectors found otherwise than stated of the facts that some findings rest on, each once.
    package func contradictions(_ findings: [Finding], in statement: Statement) -> [String] {
        var told: [String] = []
        for finding in findings {
            for read in finding.reads {
                guard let text = contradiction(read, of: finding, in: statement), !told.contains(text) else { continue }
                told.append(text)
            }
        }
        return told
    }
}

extension Finding {
    /// Whether an inspector found a fact it rests on otherwise than it is stated.
    var isContradicted: Bool { reads.contains { $0.contradiction != nil } }
}
