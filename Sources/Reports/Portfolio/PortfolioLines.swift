internal import Model
internal import Portfolio

/// How text on a portfolio is laid out: sections, indented lines at 100 columns, counts and intervals in words.
protocol PortfolioLines {
    var phrasing: Phrasing { get }
    var style: TextStyle { get }
}

extension PortfolioLines {
    /// The heading of a section, after an empty line.
    func section(_ name: String) -> String { "\n" + style.paint("── \(name)", .bold) + "\n" }

    func pick(_ vi: String, _ en: String) -> String { phrasing.pick(vi, en) }

    /// A text broken into lines, the first after a lead, the others indented.
    func lines(_ text: String, lead: String, indent: Int) -> String {
        LineWrapping(width: 100).lines(text, lead: lead, indent: indent).map { $0 + "\n" }.joined()
    }

    /// A count with its thousands apart.
    func number(_ count: Int) -> String { NumberText(language: phrasing.language).text(count) }

    /// A count, right-aligned in four places.
    func padded(_ count: Int) -> String {
        let text = number(count)
        return String(repeating: " ", count: max(0, 4 - text.count)) + text
    }

    func interval(_ range: ClosedRange<Int>) -> String { NumberText(language: phrasing.language).text(range) }

    func counted(_ count: Int) -> String { pick("\(number(count)) cơ quan", english(count, "unit")) }

    func english(_ count: Int, _ noun: String) -> String { "\(number(count)) \(noun)\(count == 1 ? "" : "s")" }

    func codes(_ units: [UnitResult]) -> String { some(units.map(\.unit.code)) }

    func names(_ units: [UnitResult]) -> String {
        some(units.map { unit in unit.name.map { "\($0) (\(unit.unit.code))" } ?? unit.unit.code })
    }

    /// The first 40 of many names, and how many more there are.
    func some(_ names: [String], separator: String = ", ") -> String {
        let rest = names.count - 40
        let told = names.prefix(40).joined(separator: separator)
        return rest > 0 ? told + pick(" và \(number(rest)) nữa", " and \(number(rest)) more") : told
    }
}
