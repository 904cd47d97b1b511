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
    /// The statement a unit names is another agency's, and no system is listed that both apply.
    case statementOfOther(path: String, found: String, unit: String)
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
        case .statementOfOther(let path, let found, let unit):
            "bản khai “\(path)” ghi cho cơ quan “\(unit)” là của cơ quan “\(found)”, và “systems” không có hệ thống nào của cả hai"
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
        case .statementOfOther(let path, let found, let unit):
            "the statement “\(path)” named for unit “\(unit)” is that of agency “\(found)”, and “systems” lists no system of both"
        }
    }
}
