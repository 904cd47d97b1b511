public import CEL

/// What can be wrong with a rule set, profile or test file.
public enum RuleProblem: Sendable {
    /// An expression does not compile; the place is that of the fault inside the YAML text.
    case expression(CompileError)
    /// `each` or `events` is not of the form `NAME in LIST`.
    case itemPattern(String)
    /// The part after `in` is no list.
    case notAList(found: String)
    /// The name of an item is already the name of something else.
    case itemNameTaken(String)
    /// Two keys that exclude each other, or none of those of which one is needed.
    case exactlyOne(of: [String], in: String)
    /// Keys of which at least one is needed.
    case oneOf([String], in: String)
    /// A kind of duty that is counted over the agencies of a portfolio.
    case portfolioKind(String)
    /// A share that is none.
    case share(String)
    /// Definitions that need each other, in a circle.
    case cyclicDefinitions([String])
    /// A folder of rules none of whose files has the `set:` header.
    case noHeader(folder: String)
    /// A selector that selects nothing.
    case selectsNothing(String, suggestion: String?)
    /// No rule set was found where rules were looked for.
    case noRules(folder: String)
    /// A choice an interpretation does not have, or a kind whose choices the engine fixes.
    case interpretationChoices(kind: String)
    /// A rule takes an id that another requirement had.
    case retiredID(String, meant: LocalizedText)
    /// The rule said to stand in place of a retired one is none of the rules that were loaded.
    case noSuccessor(String, of: String)
    /// No rule that a head could be answered by bears its tag.
    case tagOfNoRule(String, suggestion: String?)
    /// An opening brace in a template without a closing one.
    case template
}

extension RuleProblem {
    /// The sentence a rule author reads.
    public func message(_ language: Language) -> String {
        switch language {
        case .vi: vietnamese
        case .en: english
        }
    }

    private var vietnamese: String {
        switch self {
        case .expression(let error): "biểu thức: \(error.message)"
        case .itemPattern(let text): "“\(text)” phải có dạng TÊN in DANH-SÁCH"
        case .notAList(let found): "sau “in” phải là một danh sách, ở đây là \(found)"
        case .itemNameTaken(let name): "tên “\(name)” đã được dùng cho dữ liệu khác"
        case .exactlyOne(let keys, let subject):
            "\(subject) phải có đúng một trong các khóa: \(keys.joined(separator: ", "))"
        case .oneOf(let keys, let subject):
            "\(subject) phải có ít nhất một trong các khóa: \(keys.joined(separator: ", "))"
        case .portfolioKind(let kind):
            "nghĩa vụ loại “\(kind)” tính trên nhiều cơ quan nên thuộc bộ yêu cầu của danh sách cơ quan, "
                + "(“set_rules”), không thuộc yêu cầu đối với bản khai của một cơ quan"
        case .share(let text): "“\(text)” không phải là tỷ lệ từ 0 đến 1: hãy viết 1/3 hoặc 85%"
        case .cyclicDefinitions(let names): "các định nghĩa gọi vòng tròn: \(names.joined(separator: " → "))"
        case .noHeader(let folder): "thư mục “\(folder)” có yêu cầu nhưng không tệp nào có phần đầu “set:”"
        case .selectsNothing(let text, let suggestion):
            "“\(text)” không chọn được yêu cầu nào" + (suggestion.map { "; có phải bạn muốn viết “\($0)”?" } ?? "")
        case .noRules(let folder): "không tìm thấy bộ yêu cầu nào trong “\(folder)”"
        case .interpretationChoices(let kind):
            "cách hiểu loại “\(kind)” không có lựa chọn này hoặc không được tự đặt lựa chọn"
        case .retiredID(let id, let meant):
            "mã “\(id)” đã dùng cho một yêu cầu khác (\(meant.vi)) và không dùng lại; hãy đặt mã mới"
        case .noSuccessor(let id, let retired): "không có yêu cầu “\(id)” thay cho “\(retired)”"
        case .tagOfNoRule(let tag, let suggestion):
            "không yêu cầu nào của bộ này và các bộ nó dùng có nhãn “\(tag)”"
                + (suggestion.map { "; có phải bạn muốn viết “\($0)”?" } ?? "")
        case .template: "dấu “{” trong mẫu câu không có dấu “}” đóng"
        }
    }

    private var english: String {
        switch self {
        case .expression(let error): "expression: \(error.message)"
        case .itemPattern(let text): "“\(text)” must read NAME in LIST"
        case .notAList(let found): "a list must stand after “in”, here is \(found)"
        case .itemNameTaken(let name): "the name “\(name)” already means something else"
        case .exactlyOne(let keys, let subject):
            "\(subject) must have just one of the keys \(keys.joined(separator: ", "))"
        case .oneOf(let keys, let subject):
            "\(subject) must have at least one of the keys \(keys.joined(separator: ", "))"
        case .portfolioKind(let kind):
            "a duty of kind “\(kind)” is counted over many agencies: it belongs to “set_rules”, "
                + "not to a rule on one agency's statement"
        case .share(let text): "“\(text)” is no share from 0 to 1: write 1/3 or 85%"
        case .cyclicDefinitions(let names): "definitions need each other in a circle: \(names.joined(separator: " → "))"
        case .noHeader(let folder): "folder “\(folder)” holds rules, but none of its files has the header “set:”"
        case .selectsNothing(let text, let suggestion):
            "“\(text)” selects no rule" + (suggestion.map { "; did you mean “\($0)”?" } ?? "")
        case .noRules(let folder): "no rule set was found in “\(folder)”"
        case .interpretationChoices(let kind):
            "an interpretation of kind “\(kind)” has no such choice, or may not name its own"
        case .retiredID(let id, let meant):
            "the id “\(id)” was that of another requirement (\(meant.en)) and is never used again; give a new one"
        case .noSuccessor(let id, let retired): "there is no rule “\(id)” to stand in place of “\(retired)”"
        case .tagOfNoRule(let tag, let suggestion):
            "no rule of this set or of those it uses bears the tag “\(tag)”"
                + (suggestion.map { "; did you mean “\($0)”?" } ?? "")
        case .template: "a “{” in a template is never closed"
        }
    }
}
