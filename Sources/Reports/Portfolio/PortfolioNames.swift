package import CivilTime
package import Model
package import Portfolio

/// What the groups of a portfolio are called.
package enum PortfolioNames {
    package static func name(_ key: RollUpKey) -> LocalizedText {
        switch key {
        case .level: LocalizedText(vi: "Theo cấp", en: "By level")
        case .block: LocalizedText(vi: "Theo khối", en: "By block")
        case .parent: LocalizedText(vi: "Theo cơ quan cấp trên", en: "By body above")
        case .source: LocalizedText(vi: "Theo căn cứ", en: "By source")
        case .tag: LocalizedText(vi: "Theo nhãn", en: "By tag")
        case .clause: LocalizedText(vi: "Theo điều, khoản", en: "By article and clause")
        }
    }

    package static func name(_ lateness: ConversionNote.Lateness) -> LocalizedText {
        switch lateness {
        case .late: LocalizedText(vi: "Đã quá hạn chuyển đổi", en: "Past the date of the switch")
        case .lateIfNotDone:
            LocalizedText(vi: "Quá hạn nếu chưa chuyển đổi", en: "Past the date, if the switch was not made")
        case .notLate: LocalizedText(vi: "Không quá hạn chuyển đổi", en: "Not past the date of the switch")
        }
    }

    /// Whether a unit moves, with the time without a step that is asked about.
    package static func name(_ movement: ConversionNote.Movement, idleAfter: Period) -> LocalizedText {
        let idle = LocalizedText(vi: DateText(.vi).text(idleAfter), en: DateText(.en).text(idleAfter))
        switch movement {
        case .finished: return LocalizedText(vi: "Đã công bố theo phiên bản mới", en: "Declared to the new edition")
        case .moving: return LocalizedText(vi: "Đang chuyển đổi", en: "Taking steps")
        case .notMoving:
            return LocalizedText(vi: "Không có bước nào trong \(idle.vi)", en: "No step in \(idle.en)")
        case .notKnown:
            return LocalizedText(
                vi: "Chưa rõ có bước nào trong \(idle.vi) hay không (bản khai cũ)",
                en: "Not known whether there was a step in \(idle.en) (old statement)")
        case .noStep: return LocalizedText(vi: "Chưa nêu bước nào", en: "No step is stated at all")
        }
    }

    package static func unitClass(_ id: String, _ library: RuleLibrary) -> LocalizedText? {
        library.vocabulary.choices["unit_class"]?.label(of: id)
    }

    package static func level(_ id: String, _ library: RuleLibrary) -> LocalizedText? {
        library.vocabulary.choices["level"]?.label(of: id)
    }
}
