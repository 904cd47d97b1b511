package import Assessor
internal import CivilTime
package import Model
internal import Portfolio

/// What the parts of an inspection are called.
enum InspectionWords {
    static func name(_ form: InspectionForm?) -> LocalizedText {
        switch form {
        case .onSite: LocalizedText(vi: "tại trụ sở", en: "at the office")
        case .byFile: LocalizedText(vi: "qua hồ sơ, báo cáo", en: "by file and report")
        case nil: LocalizedText(vi: "chưa nêu hình thức", en: "form not stated")
        }
    }

    static func name(_ result: InspectionResult) -> LocalizedText {
        switch result {
        case .meets: LocalizedText(vi: "đáp ứng", en: "meets the requirements")
        case .doesNotMeet: LocalizedText(vi: "chưa đáp ứng", en: "does not yet meet the requirements")
        }
    }

    static func name(_ answer: HeadAnswer?) -> LocalizedText {
        switch answer {
        case .meets: LocalizedText(vi: "đáp ứng", en: "meets")
        case .doesNotMeet: LocalizedText(vi: "chưa đáp ứng", en: "does not yet meet")
        case .notApplicable: LocalizedText(vi: "không phát sinh", en: "did not arise")
        case .notLookedAt: LocalizedText(vi: "không xem", en: "not looked at")
        case nil: LocalizedText(vi: "chưa kết luận", en: "left open")
        }
    }

    static func name(_ state: FollowUp.State) -> LocalizedText {
        switch state {
        case .open: LocalizedText(vi: "chưa báo cáo khắc phục", en: "no corrective report yet")
        case .notAccepted: LocalizedText(vi: "chưa được chấp nhận", en: "not accepted")
        case .notEffective: LocalizedText(vi: "kiểm tra lại: chưa có hiệu lực", en: "looked at again: not effective")
        case .proposed: LocalizedText(vi: "đã đề xuất, chờ trả lời", en: "proposed, waiting for a reply")
        case .reported: LocalizedText(vi: "đã báo cáo, chờ trả lời", en: "reported, waiting for a reply")
        case .accepted:
            LocalizedText(
                vi: "được chấp nhận, chờ kiểm tra lại hiệu lực", en: "accepted, its effect still to be looked at")
        case .effective: LocalizedText(vi: "kiểm tra lại: có hiệu lực", en: "looked at again: effective")
        case .nothing: LocalizedText(vi: "không có gì phải khắc phục", en: "nothing to correct")
        case .notKnown:
            LocalizedText(
                vi: "chưa nêu có điểm nào phải khắc phục không", en: "not stated whether there is anything to correct")
        }
    }

    static func name(_ standing: InspectionFile.Standing) -> LocalizedText {
        switch standing {
        case .kept: LocalizedText(vi: "có", en: "kept")
        case .missing: LocalizedText(vi: "thiếu", en: "missing")
        case .none: LocalizedText(vi: "không có, không bắt buộc", en: "none, and none is needed")
        case .didNotArise: LocalizedText(vi: "không phát sinh", en: "did not arise")
        case .notYet: LocalizedText(vi: "chưa đến lúc", en: "not yet")
        case .notStated: LocalizedText(vi: "chưa nêu", en: "not stated")
        case .notKnown: LocalizedText(vi: "chưa rõ có phải có không", en: "not known whether there is to be one")
        }
    }

    static func name(_ need: InspectionScheme.Need) -> LocalizedText {
        switch need {
        case .planned: LocalizedText(vi: "kiểm tra theo kế hoạch", en: "planned inspections")
        case .onSite: LocalizedText(vi: "kiểm tra tại trụ sở", en: "inspections at the office")
        case .byFileNotMet:
            LocalizedText(vi: "kiểm tra qua hồ sơ có nội dung chưa đáp ứng", en: "by file, with points not met")
        case .notMet: LocalizedText(vi: "có nội dung chưa đáp ứng", en: "with points not met")
        case .rolledUp: LocalizedText(vi: "sau khi tổng hợp kết quả của năm", en: "once the year is rolled up")
        case .ifAny: LocalizedText(vi: "nếu có", en: "if any")
        }
    }

    static func name(_ standing: CampaignProgress.Standing) -> LocalizedText {
        switch standing {
        case .made: LocalizedText(vi: "đã kiểm tra", en: "made")
        case .otherForm: LocalizedText(vi: "đã kiểm tra, hình thức khác", en: "made in the other form")
        case .ahead: LocalizedText(vi: "chưa đến lúc", en: "still ahead")
        case .behind: LocalizedText(vi: "chậm so với kế hoạch", en: "behind the plan")
        case .notKnown: LocalizedText(vi: "chưa rõ", en: "not known")
        case .noUnit: LocalizedText(vi: "cơ quan không còn hoạt động", en: "the unit is no longer in being")
        }
    }
}

extension Phrasing {
    /// A record by its number and day.
    func recordName(_ record: String?, _ day: CivilDate) -> String {
        let date = dates.text(day)
        guard let record else { return pick("biên bản ngày \(date)", "the record of \(date)") }
        return pick("\(record) ngày \(date)", "\(record) of \(date)")
    }

    /// A choice of the vocabulary by its label.
    func choice(_ id: String, of list: String) -> String {
        library.vocabulary.choices[list]?.label(of: id)?[language] ?? id
    }

    /// What an inspector found otherwise than stated.
    package func contradiction(_ contradiction: Contradiction) -> String {
        let names = contradiction.fact.fact.fieldNames
        let field = library.vocabulary.field(at: names)
        var name = field?.label[language] ?? names.joined(separator: ".")
        if let item = contradiction.fact.item { name += " (\(item))" }
        let found = [contradiction.found, contradiction.says].compactMap(\.self).joined(separator: "; ")
        if found.isEmpty { return pick("\(name): khác với bản khai", "\(name): otherwise than stated") }
        return "\(name): \(found)"
    }

    /// What one record says of a head beside its conclusion, where the record is named already.
    func headRemarks(_ inspection: HeadInspection) -> [String] {
        [inspection.says].compactMap(\.self) + headPoints(inspection) + headContradictions(inspection)
    }

    private func headPoints(_ inspection: HeadInspection) -> [String] {
        inspection.notMet.map { point in
            pick("điểm chưa đáp ứng \(point.id): \(point.says)", "point \(point.id) not met: \(point.says)")
        }
            + inspection.toNote.map { point in
                pick("điểm lưu ý \(point.id): \(point.says)", "point \(point.id) to note: \(point.says)")
            }
    }

    private func headContradictions(_ inspection: HeadInspection) -> [String] {
        inspection.contradictions.map { found in
            let text = contradiction(found)
            return pick("trái với bản khai: \(text)", "contradicts the statement: \(text)")
        }
    }

    /// What one record says of a head, its conclusion marked where it differs from the verdict on what the agency states.
    package func headInspection(_ inspection: HeadInspection, against verdict: Verdict?) -> [String] {
        var lines = headInspection(inspection)
        if inspection.differs(from: verdict), !lines.isEmpty {
            lines[0] += pick(" (khác với bản khai)", " (differs from the statement)")
        }
        return lines
    }

    /// What one record says of a head, in one line; empty where it says nothing.
    package func headInspection(_ inspection: HeadInspection) -> [String] {
        var lines: [String] = []
        let record = recordName(inspection.record, inspection.signedOn)
        if inspection.answer != nil || inspection.says != nil {
            let answer = InspectionWords.name(inspection.answer)[language]
            let says = inspection.says.map { " – \($0)" } ?? ""
            lines.append(pick("\(record) kết luận: \(answer)\(says)", "\(record) concludes: \(answer)\(says)"))
        }
        lines += headPoints(inspection).map { "\(record), \($0)" }
        lines += headContradictions(inspection).map { "\(record) \($0)" }
        return lines
    }
}
