public import CivilTime

/// What can be wrong with a register, beyond what any facts can have wrong.
public enum RegisterProblem: Sendable {
    /// The list of units is not there, is asserted absent, or is left open.
    case unitsNotListed
    /// Units that stand under one another in a circle.
    case parentCircle([String])
    /// A unit has a successor and no day on which it ended.
    case successorWithoutEnd(String)
    /// A unit is its own successor.
    case succeedsItself(String)
    /// A unit ends on or before the day it begins.
    case endsBeforeItBegins(StatedDate, StatedDate)
    /// A file it names lies outside the register's folder.
    case statementPath(String)
    /// A unit names a plan, and the register lists no plans.
    case planNotDescribed(String)
    /// A plan sets a day that is not after the day it was issued.
    case planEndsBeforeItsIssue(StatedDate, StatedDate)
    /// The vocabulary has no fact by which the plans of a unit could bind it to rule sets.
    case plansCannotBind(String)
}

extension RegisterProblem {
    /// The sentence the keeper of a register reads.
    public func message(_ language: Language) -> String {
        switch language {
        case .vi: vietnamese
        case .en: english
        }
    }

    private var vietnamese: String {
        switch self {
        case .unitsNotListed: "danh sách phải có “units” liệt kê đủ các cơ quan"
        case .parentCircle(let codes): "các cơ quan trực thuộc nhau thành vòng tròn: \(codes.joined(separator: " → "))"
        case .successorWithoutEnd(let code): "cơ quan “\(code)” có cơ quan kế tục nhưng thiếu “dissolved_on”"
        case .succeedsItself(let code): "cơ quan “\(code)” không thể kế tục chính mình"
        case .endsBeforeItBegins(let first, let last):
            "cơ quan thôi hoạt động (\(last)) không sau ngày thành lập (\(first))"
        case .statementPath(let path):
            "tệp “\(path)” phải là đường dẫn tương đối nằm trong thư mục của danh sách"
        case .planNotDescribed(let plan):
            "danh sách không có “plans” mô tả kế hoạch “\(plan)”, nên kế hoạch không kéo theo bộ yêu cầu hay thời hạn nào"
        case .planEndsBeforeItsIssue(let issued, let end):
            "thời hạn của kế hoạch (\(end)) không sau ngày ban hành (\(issued))"
        case .plansCannotBind(let set):
            "bộ từ vựng không có “agency.plans” và “unit.plans”, nên không kế hoạch nào ràng buộc được với bộ yêu cầu “\(set)”"
        }
    }

    private var english: String {
        switch self {
        case .unitsNotListed: "a register must have “units” that list every unit"
        case .parentCircle(let codes): "units stand under one another in a circle: \(codes.joined(separator: " → "))"
        case .successorWithoutEnd(let code): "unit “\(code)” has a successor, but no “dissolved_on”"
        case .succeedsItself(let code): "unit “\(code)” cannot be its own successor"
        case .endsBeforeItBegins(let first, let last): "a unit ends (\(last)) no later than it begins (\(first))"
        case .statementPath(let path):
            "the file “\(path)” must be a relative path inside the register's folder"
        case .planNotDescribed(let plan):
            "the register has no “plans” that describe “\(plan)”, so it brings neither rule sets nor a date"
        case .planEndsBeforeItsIssue(let issued, let end):
            "the plan's term (\(end)) is not after the day it was issued (\(issued))"
        case .plansCannotBind(let set):
            "the vocabulary has no “agency.plans” and “unit.plans”, so no plan can bind to rule set “\(set)”"
        }
    }
}
