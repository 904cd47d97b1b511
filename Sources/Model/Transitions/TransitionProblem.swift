/// What can be wrong with the clauses of an edition or the tables of a transition.
public enum TransitionProblem: Sendable {
    /// A clause number that is not numbers and dots.
    case clauseNumber(String)
    /// A clause whose parent is not listed.
    case parentMissing(String)
    /// A clause that is not written `EDITION/NUMBER`, or of another edition than belongs here.
    case clauseOfOtherEdition(found: String, edition: String)
    /// A clause of the edition has no row.
    case noRow(ClauseID, TransitionSide)
    /// A clause with sub-clauses that is no heading, or a heading without.
    case heading(ClauseID, hasSubclauses: Bool)
    /// A heading or a new clause that carries something.
    case carriesNothing(ClauseID, Disposition)
    /// A disposition that this side of the table cannot have.
    case wrongSide(Disposition, TransitionSide)
    /// No counterpart, and neither new nor withdrawn.
    case noCounterpart(ClauseID)
    /// `ground` given where the disposition is not `kept`, or missing where it is.
    case ground(isKept: Bool)
    /// A change without a note.
    case noteMissing(ClauseID)
    /// A verdict may not be carried here.
    case verdictCarry(ClauseID, VerdictFault)
    /// Evidence is carried, and every clause it could go to asks from scratch.
    case evidenceGoesNowhere(ClauseID)
    /// A pair that stands in one table alone and is not listed so.
    case oneWay(ClauseID, ClauseID, TransitionSide)
    /// A pair listed as one-way that is not.
    case notOneWay(ClauseID, ClauseID, TransitionSide)
    /// A clause that an exception names or lacks against the tables.
    case exception(key: String, ClauseID, isListed: Bool)
    /// A document kind of the vocabulary without a row.
    case documentWithoutRow(String)
    /// A row on a document that may be retired, without `may_stay: true` or with a need for it.
    case retireMustBeFree
    /// A heading among the clauses of a document.
    case headingOfDocument(ClauseID)
    /// A step that names a step standing below it, or itself.
    case stepBelow(String)
    /// `takes` on a step that goes on, or missing on one that ends.
    case takes(isContinuing: Bool)
    /// `text` as provenance without a citation.
    case textWithoutCitation
    /// A rule listed as a gate that says otherwise of itself.
    case gate(rule: String, listed: Gate, says: Gate?)
    /// A rule of a used set with a gate that is not listed.
    case gateNotListed(rule: String, Gate)
    /// The header's id is not the folder's name.
    case folderName(id: String, folder: String)
    /// A folder of a transition without the header.
    case noHeader(folder: String)
    /// A key that one file gives and another one too.
    case givenTwice(key: String)
    /// A transition without editions to be proved against.
    case noEditions
    /// A step that no milestone of the proposed roadmap serves.
    case stepWithoutMilestone(String)
    /// A milestone of the proposed roadmap that stands before one with a step its own step follows.
    case milestoneBeforeStep(step: String, before: String)
    /// A class of a window that is not listed.
    case windowClass(String, suggestion: String?)
    /// A roadmap of another agency than the statement's.
    case roadmapOfOtherAgency(found: String, agency: String?)
    /// A roadmap of another transition than the one asked for.
    case roadmapOfOtherTransition(found: String, transition: String)

    /// Why a verdict may not be carried.
    public enum VerdictFault: Sendable, Hashable {
        /// The clause is not kept, or not on a semantic ground.
        case notSemanticallyKept
        /// The correspondence is from memory.
        case fromMemory
        /// The two clauses do not answer for each other and nothing else.
        case notOneToOne
        /// The transition is provisional.
        case provisional
    }
}

extension TransitionProblem {
    /// The sentence a rule author reads.
    public func message(_ language: Language) -> String {
        switch self {
        case .clauseNumber(let text):
            language.pick("“\(text)” không phải là số của điều khoản", "“\(text)” is no number of a clause")
        case .parentMissing(let number):
            language.pick(
                "điều khoản mẹ của \(number) không có trong danh sách", "the parent of clause \(number) is not listed")
        case .clauseOfOtherEdition(let found, let edition):
            language.pick(
                "“\(found)” không phải là điều khoản của \(edition); cần viết dạng \(edition)/4.1",
                "“\(found)” is no clause of \(edition); write it as \(edition)/4.1")
        case .noRow(let clause, let side):
            language.pick(
                "bảng “\(side.rawValue)” thiếu điều khoản \(clause)",
                "table “\(side.rawValue)” has no row for \(clause)")
        case .heading(let clause, true):
            language.pick(
                "\(clause) có điều khoản con nên phải là heading", "\(clause) has sub-clauses and so is a heading")
        case .heading(let clause, false):
            language.pick(
                "\(clause) không có điều khoản con nên không phải là heading",
                "\(clause) has no sub-clauses and is no heading")
        case .carriesNothing(let clause, let disposition):
            language.pick(
                "\(clause) là “\(disposition.rawValue)” nên carry phải là none",
                "\(clause) is “\(disposition.rawValue)”, so that carry is none")
        case .wrongSide(let disposition, let side):
            language.pick(
                "“\(disposition.rawValue)” không dùng trong bảng “\(side.rawValue)”",
                "“\(disposition.rawValue)” cannot stand in table “\(side.rawValue)”")
        case .noCounterpart(let clause):
            language.pick(
                "\(clause) không có điều khoản tương ứng mà không phải new hay withdrawn",
                "\(clause) has no counterpart and is neither new nor withdrawn")
        case .ground(true): language.pick("“kept” phải nêu ground", "“kept” needs a ground")
        case .ground(false): language.pick("chỉ “kept” mới nêu ground", "only “kept” has a ground")
        case .noteMissing(let clause):
            language.pick("\(clause) có thay đổi mà không có note", "\(clause) changes and has no note")
        case .verdictCarry(let clause, let fault):
            language.pick(
                "\(clause): không được chuyển kết luận: \(fault.vietnamese)",
                "\(clause): no verdict carries: \(fault.english)")
        case .evidenceGoesNowhere(let clause):
            language.pick(
                "bằng chứng của \(clause) không còn điều khoản nào tiếp nhận",
                "the evidence of \(clause) has no clause to go to")
        case .oneWay(let clause, let other, let side):
            language.pick(
                "cặp \(clause) – \(other) chỉ có trong bảng “\(side.rawValue)” mà không được liệt kê ở one_way",
                "the pair \(clause) – \(other) stands in table “\(side.rawValue)” alone and is not listed as one_way")
        case .notOneWay(let clause, let other, let side):
            language.pick(
                "cặp \(clause) – \(other) được liệt kê ở one_way.\(side.rawValue) nhưng không phải một chiều",
                "the pair \(clause) – \(other) is listed in one_way.\(side.rawValue) and is not one-way")
        case .exception(let key, let clause, true):
            language.pick(
                "\(clause) được liệt kê ở \(key) nhưng không đúng như vậy",
                "\(clause) is listed in \(key) and is not so")
        case .exception(let key, let clause, false):
            language.pick("\(clause) phải được liệt kê ở \(key)", "\(clause) has to be listed in \(key)")
        case .documentWithoutRow(let kind):
            language.pick("loại tài liệu “\(kind)” chưa có dòng nào", "document kind “\(kind)” has no row")
        case .retireMustBeFree:
            language.pick(
                "“retire” phải có may_stay: true và required: never",
                "“retire” needs may_stay: true and required: never")
        case .headingOfDocument(let clause):
            language.pick(
                "\(clause) là heading, không phải yêu cầu của tài liệu",
                "\(clause) is a heading and asks for no document")
        case .stepBelow(let step):
            language.pick("bước “\(step)” không đứng trên bước này", "step “\(step)” does not stand above this one")
        case .takes(true): language.pick("bước thường xuyên không có takes", "a step that goes on has no takes")
        case .takes(false): language.pick("bước này thiếu takes", "this step lacks takes")
        case .textWithoutCitation:
            language.pick("provenance là text thì phải có ref", "provenance text needs a ref")
        case .gate(let rule, let listed, let says):
            language.pick(
                "\(rule) được liệt kê là gate \(listed.rawValue), nhưng yêu cầu ghi \(says?.rawValue ?? "không có gate")",
                "\(rule) is listed as gate \(listed.rawValue), and the rule says \(says?.rawValue ?? "no gate")")
        case .gateNotListed(let rule, let gate):
            language.pick(
                "\(rule) là gate \(gate.rawValue) nhưng không được liệt kê",
                "\(rule) is a gate (\(gate.rawValue)) and is not listed")
        case .folderName(let id, let folder):
            language.pick("id “\(id)” khác tên thư mục “\(folder)”", "id “\(id)” is not the folder's name “\(folder)”")
        case .noHeader(let folder):
            language.pick(
                "thư mục “\(folder)” không có tệp nào có phần đầu “transition:”",
                "no file of folder “\(folder)” has the header “transition:”")
        case .givenTwice(let key):
            language.pick("khóa “\(key)” có ở hai tệp", "the key “\(key)” is given in two files")
        case .noEditions:
            language.pick("thiếu tệp danh sách điều khoản (editions/1)", "the list of clauses (editions/1) is missing")
        case .stepWithoutMilestone(let step):
            language.pick(
                "bước “\(step)” không thuộc mốc nào của roadmap", "no milestone of the roadmap serves step “\(step)”")
        case .milestoneBeforeStep(let step, let before):
            language.pick(
                "bước “\(step)” phải sau bước “\(before)”, mà mốc của nó lại đứng trước",
                "step “\(step)” follows “\(before)”, and its milestone stands above that one's")
        case .windowClass(let name, let suggestion):
            language.pick("không có diện cơ quan “\(name)”", "there is no class of agencies “\(name)”")
                + language.didYouMean(suggestion)
        case .roadmapOfOtherAgency(let found, let agency):
            language.pick(
                "lộ trình này của cơ quan “\(found)”, còn bản khai của cơ quan “\(agency ?? "?")”",
                "this roadmap is of agency “\(found)”, and the statement of “\(agency ?? "?")”")
        case .roadmapOfOtherTransition(let found, let transition):
            language.pick(
                "lộ trình này thuộc bảng chuyển đổi “\(found)”, không phải “\(transition)”",
                "this roadmap belongs to the transition “\(found)”, not to “\(transition)”")
        }
    }
}

extension TransitionProblem.VerdictFault {
    fileprivate var vietnamese: String {
        switch self {
        case .notSemanticallyKept: "chỉ với “kept” có ground là semantic"
        case .fromMemory: "sự tương ứng chỉ theo trí nhớ"
        case .notOneToOne: "hai điều khoản phải tương ứng một – một ở cả hai bảng"
        case .provisional: "bảng chuyển đổi còn tạm thời"
        }
    }

    fileprivate var english: String {
        switch self {
        case .notSemanticallyKept: "only on “kept” with the ground semantic"
        case .fromMemory: "the correspondence is from memory"
        case .notOneToOne: "the two clauses have to answer for each other alone, in both tables"
        case .provisional: "the transition is provisional"
        }
    }
}
