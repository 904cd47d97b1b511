extension YAMLProblem {
    var vietnamese: String {
        switch self {
        case .tooLarge(let bytes, let limit):
            return "tệp dài \(Self.vietnamese(bytes)), vượt mức tối đa \(Self.vietnamese(limit))"
        case .utf16:
            return "tệp được lưu theo bảng mã UTF-16 hoặc UTF-32; hãy lưu lại theo UTF-8"
        case .invalidUTF8(let byte):
            return "tệp không theo bảng mã UTF-8 (gặp byte \(MessagePart.byte(byte))); hãy lưu lại theo UTF-8"
        case .forbiddenCharacter(let scalar):
            return "có ký tự ẩn \(MessagePart.codePoint(scalar)) mà YAML không cho phép; hãy xóa ký tự này"
        case .unicodeLineBreak(let scalar):
            let code: String = MessagePart.codePoint(scalar)
            return "có ký tự ngắt dòng ẩn \(code) không hiện trên màn hình; hãy xóa đi hoặc thay bằng phím Enter"
        case .directive:
            return "dòng bắt đầu bằng dấu % là chỉ thị YAML, tệp này không dùng chỉ thị; hãy xóa dòng này"
        case .tabIndentation:
            return "có dấu tab; YAML thụt dòng bằng dấu cách"
        case .syntax(let problem, let libyaml):
            return problem.vietnamese(libyaml: libyaml)
        case .empty:
            return "tệp chưa có nội dung"
        case .severalDocuments:
            return "từ đây là tài liệu thứ hai; mỗi tệp chỉ chứa một tài liệu"
        case .duplicateKey(let key):
            return "khóa \"\(MessagePart.quoted(key))\" bị ghi hai lần"
        case .mergeKey:
            return "không dùng được khóa gộp <<; hãy ghi đầy đủ từng khóa"
        case .nonScalarKey(.sequence):
            return "không thể dùng một danh sách làm khóa; khóa phải là chữ"
        case .nonScalarKey(.mapping):
            return
                "không thể dùng một nhóm khóa làm khóa; khóa phải là chữ (chữ bắt đầu bằng { thì đặt trong ngoặc kép)"
        case .nonScalarKey(.scalar):
            return "không thể dùng nội dung này làm khóa"
        case .unknownAlias(let name):
            let quoted: String = MessagePart.quoted(name)
            return "*\(quoted) dẫn lại &\(quoted) nhưng phía trên không có &\(quoted) "
                + "(chữ bắt đầu bằng dấu * thì đặt trong ngoặc kép)"
        case .recursiveAlias(let name):
            return "*\(MessagePart.quoted(name)) nằm ngay trong phần mà nó dẫn lại"
        case .tooDeep(let limit):
            return "danh sách và nhóm khóa lồng nhau quá \(limit) cấp"
        case .tooManyNodes(let limit):
            return "tệp có quá \(limit) khóa và giá trị"
        case .aliasExpansion(let limit):
            return "các chỗ dẫn lại (*tên) trong tệp này thay cho quá \(limit) giá trị"
        case .outOfMemory:
            return "không đủ bộ nhớ để đọc tệp"
        }
    }

    private static func vietnamese(_ bytes: Int) -> String {
        let size = MessagePart.mebibytes(bytes)
        if bytes < 1 << 20 {
            return "\(bytes) byte"
        }
        return size.tenth == 0 ? "\(size.whole) MiB" : "\(size.whole),\(size.tenth) MiB"
    }
}

extension YAMLSyntaxProblem {
    fileprivate func vietnamese(libyaml: String) -> String {
        switch self {
        case .unclosedQuote:
            return "đoạn chữ bắt đầu từ đây thiếu dấu nháy đóng"
        case .documentMarkerInQuote:
            return "có --- hoặc ... ở đầu dòng trong đoạn chữ đặt trong dấu nháy; có phải thiếu dấu nháy đóng không?"
        case .unknownEscape:
            return
                "dấu \\ trong \"…\" mở đầu một mã ký tự, mã này không có; muốn ghi dấu \\ thì viết \\\\ hoặc dùng '…'"
        case .escapeDigits:
            return "mã ký tự thiếu chữ số thập lục phân: sau \\x là 2 chữ số, sau \\u là 4, sau \\U là 8"
        case .escapeCodePoint:
            return "mã này không ứng với ký tự nào (một nửa của cặp như \\ud83d\\ude00?); hãy ghi thẳng ký tự"
        case .missingColon:
            return "sau khóa thiếu dấu hai chấm và dấu cách (\": \"), hoặc sau dấu \"-\" của mục thiếu dấu cách"
        case .unexpectedColon:
            return "chỗ này không được có \": \"; có phải thụt dòng sai, hay chữ chứa \": \" chưa đặt trong ngoặc kép?"
        case .expectedKey:
            return
                "chỗ này phải là một khóa; thụt dòng đã thẳng với các khóa ở trên chưa, có chữ thừa sau dấu nháy đóng không?"
        case .expectedDash:
            return "chỗ này phải là một mục bắt đầu bằng \"- \"; thụt dòng đã thẳng với các mục ở trên chưa?"
        case .unexpectedDash:
            return "chỗ này không được có \"- \"; mỗi mục bắt đầu ở một dòng riêng"
        case .expectedCommaOrBracket:
            return "chỗ này phải là dấu \",\" hoặc dấu \"]\""
        case .expectedCommaOrBrace:
            return "chỗ này phải là dấu \",\" hoặc dấu \"}\""
        case .unexpectedCharacter(let scalar):
            return "giá trị không thể bắt đầu bằng dấu \(scalar); hãy đặt cả đoạn chữ trong ngoặc kép"
        case .expectedValue:
            return "chỗ này thiếu giá trị"
        case .badProperty:
            return "nhãn (!tên), mốc (&tên) hoặc chỗ dẫn lại (*tên) viết chưa đúng; "
                + "chữ bắt đầu bằng !, & hoặc * thì đặt trong ngoặc kép"
        case .tagBeforeBracket:
            return "sau nhãn phải có dấu cách rồi mới đến dấu đóng ngoặc, như {a: !unknown }"
        case .badBlockHeader:
            return "sau dấu | hoặc > trên cùng dòng chỉ được có +, -, một chữ số từ 1 đến 9 hoặc ghi chú"
        case .contentAfterDocument:
            return
                "phần này không khớp với phần trước; có phải thụt dòng sai, hay dấu nháy hoặc dấu ngoặc đóng quá sớm?"
        case .other:
            return "viết chưa đúng quy cách YAML (\(libyaml))"
        }
    }
}
