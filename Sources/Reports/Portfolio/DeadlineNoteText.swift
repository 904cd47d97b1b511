internal import Assessor
package import CivilTime
internal import Model
package import Portfolio

extension Phrasing {
    /// How a date of a portfolio stands, with the days left or past: `sắp đến hạn, còn 12 ngày`.
    package func standing(_ note: DeadlineNote, asOf: CivilDate) -> String {
        let standing = DeadlineNames.name(note.standing)[language]
        let days = dates.days(abs(note.due - asOf))
        return note.due >= asOf ? pick("\(standing), còn \(days)", "\(standing), \(days) left") : "\(standing), \(days)"
    }
}
