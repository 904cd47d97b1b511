internal import CivilTime
internal import Model
package import Portfolio

/// Units that have come to an end, in the words of every format.
extension Phrasing {
    /// The name of the list of those that did in the year of the day.
    package var endedInYear: String { pick("Không còn hoạt động trong năm", "Ended within the year") }

    /// A unit by the name of its last day, with its code.
    package func name(_ unit: EndedUnit) -> String { unit.name.map { "\($0) (\(unit.code))" } ?? unit.code }

    /// How a unit ended: since when, and what took over from it.
    package func end(_ unit: EndedUnit) -> String {
        let on = dates.text(unit.on)
        let since = pick(unit.on.day == nil ? "từ \(on)" : "từ ngày \(on)", "since \(on)")
        guard let successor = successor(of: unit) else { return since }
        return since + pick(", hợp nhất vào \(successor)", ", taken over by \(successor)")
    }

    /// What took over from a unit, with its code; nil where none is stated.
    package func successor(of unit: EndedUnit) -> String? {
        unit.successor.map { code in unit.successorName.map { "\($0) (\(code))" } ?? code }
    }
}
