public import Model
public import XMLReading
public import ZipArchive

/// Why a template is not filled.
public enum TemplateProblem: Error, Sendable, Hashable {
    // The file.

    /// It is no archive, or one that is not read.
    case archive(ZipError)
    /// It holds no text of a word processor.
    case notADocument
    /// It is a document with macros, or holds their code.
    case macros(part: String)
    /// It is a template file of the word processor (`.dotx`), not a document.
    case templateFile
    /// It bears a digital signature, which filling would break.
    case signed(part: String)
    /// A part refers to something outside the file that a word processor would fetch.
    case external(part: String, kind: String, target: String)
    /// A part is not well formed.
    case malformed(part: String, XMLError)
    /// A part is not in UTF-8.
    case notUTF8(part: String)

    // The fields.

    /// There is no field of this name.
    case unknownField(String, suggestion: String?, known: [String])
    /// `{{` without `}}` in the same paragraph.
    case notClosed(String)
    /// The name of a list where a text is wanted.
    case listAsText(String)
    /// The name of a text where a list is wanted.
    case textAsList(String)
    /// A list that is begun and not ended.
    case listNotEnded(String)
    /// A list that is ended and not begun, or in another order.
    case listNotBegun(String)
    /// A list that begins and ends in places that do not fit: inside a table and outside it.
    case listAcrossTables(String)
    /// A template without any field.
    case noFields
    /// One template for several agencies.
    case severalAgencies(Int)
}

extension TemplateProblem {
    /// The problem in one sentence without a final stop.
    public func message(_ language: Language) -> String {
        switch language {
        case .vi: vietnamese
        case .en: english
        }
    }

    private var english: String {
        switch self {
        case .archive(let error): error.english
        case .notADocument: "it is no document of a word processor (.docx)"
        case .macros(let part):
            "it holds macros (\(part)): a report must not carry code; save it as .docx without macros"
        case .templateFile: "it is a template of the word processor (.dotx): save it as .docx"
        case .signed(let part): "it bears a digital signature (\(part)), which filling would break"
        case .external(let part, let kind, let target):
            "\(part) refers to something outside the file (\(kind): \(target)), which would be fetched whenever the report is opened; "
                + "put it into the file, or remove the reference"
        case .malformed(let part, let error):
            "\(part):\(error.place.line):\(error.place.column): \(error.problem.english)"
        case .notUTF8(let part): "\(part) is not in UTF-8; save it again with the word processor"
        case .unknownField(let name, let suggestion, let known):
            "there is no field {{\(name)}}" + (suggestion.map { "; did you mean {{\($0)}}?" } ?? "")
                + "; here there are: \(known.joined(separator: ", "))"
        case .notClosed(let text): "a field is begun and not ended with }} in its paragraph: \(text)"
        case .listAsText(let name): "{{\(name)}} is a list: write {{#\(name)}} … {{/\(name)}}"
        case .textAsList(let name): "{{#\(name)}}: the field is a text, not a list: write {{\(name)}}"
        case .listNotEnded(let name): "{{#\(name)}} is not ended with {{/\(name)}}"
        case .listNotBegun(let name): "{{/\(name)}} ends a list that was not begun here"
        case .listAcrossTables(let name):
            "{{#\(name)}} and {{/\(name)}} do not stand in the same table, row or sequence of paragraphs"
        case .noFields: "there is no field in it, such as {{agency.name}} or {{as_of}}"
        case .severalAgencies(let count): "a template is filled for one agency, and there are \(count) statements"
        }
    }

    private var vietnamese: String {
        switch self {
        case .archive(let error): error.vietnamese
        case .notADocument: "không phải tệp văn bản .docx"
        case .macros(let part):
            "tệp có macro (\(part)): báo cáo không được mang mã lệnh; hãy lưu thành .docx không có macro"
        case .templateFile: "là tệp mẫu .dotx của phần mềm soạn thảo: hãy lưu thành .docx"
        case .signed(let part): "tệp đã ký số (\(part)); điền vào sẽ làm hỏng chữ ký"
        case .external(let part, let kind, let target):
            "\(part) dẫn đến nội dung ngoài tệp (\(kind): \(target)), mỗi lần mở báo cáo sẽ phải tải về; hãy đưa nội dung đó vào tệp hoặc bỏ liên kết"
        case .malformed(let part, let error):
            "\(part):\(error.place.line):\(error.place.column): \(error.problem.vietnamese)"
        case .notUTF8(let part): "\(part) không ở dạng UTF-8; hãy lưu lại bằng phần mềm soạn thảo"
        case .unknownField(let name, let suggestion, let known):
            "không có trường {{\(name)}}" + (suggestion.map { "; có phải {{\($0)}} không?" } ?? "")
                + "; ở đây có: \(known.joined(separator: ", "))"
        case .notClosed(let text): "trường mở mà không đóng bằng }} trong cùng đoạn: \(text)"
        case .listAsText(let name): "{{\(name)}} là danh sách: viết {{#\(name)}} … {{/\(name)}}"
        case .textAsList(let name): "{{#\(name)}}: trường này là chữ, không phải danh sách: viết {{\(name)}}"
        case .listNotEnded(let name): "{{#\(name)}} chưa được đóng bằng {{/\(name)}}"
        case .listNotBegun(let name): "{{/\(name)}} đóng một danh sách chưa mở ở đây"
        case .listAcrossTables(let name):
            "{{#\(name)}} và {{/\(name)}} không nằm trong cùng một bảng, một dòng hay một dãy đoạn văn"
        case .noFields: "không có trường nào, chẳng hạn {{agency.name}} hay {{as_of}}"
        case .severalAgencies(let count): "mỗi lần chỉ điền mẫu cho một cơ quan, mà có \(count) bản khai"
        }
    }
}
