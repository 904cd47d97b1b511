public import Model

/// Why a file is no calendar that this program wrote earlier.
public struct CalendarFault: Error, Sendable, Hashable {
    /// What is wrong.
    public enum Problem: Sendable, Hashable {
        /// The file holds nothing, or does not begin as a calendar.
        case notACalendar
        case notUTF8
        /// A line that ends with a line feed alone.
        case lineBreak
        /// The last line does not end.
        case cutLine
        /// A line of more than 75 octets.
        case longLine
        /// Another program's calendar, by the product it names.
        case foreign(product: String?)
        /// A later layout of this program's calendars.
        case version(String)
        /// A line where another one belongs.
        case unexpected(String)
        /// The file ends before the calendar does.
        case unfinished
        /// An event without a property that all of ours have.
        case missing(String)
        /// A property given twice in one event.
        case twice(String)
        /// A value that is not of its property's kind.
        case value(String, property: String)
        /// Two events of one identifier.
        case sameUID(String)
    }

    /// The line, from 1.
    public let line: Int
    /// What is wrong there.
    public let problem: Problem

    init(line: Int, _ problem: Problem) {
        self.line = line
        self.problem = problem
    }

    /// What is wrong, without the file's name.
    public func message(_ language: Language) -> String {
        switch language {
        case .vi: "dòng \(line): \(vietnamese)"
        case .en: "line \(line): \(english)"
        }
    }

    private var vietnamese: String {
        switch problem {
        case .notACalendar: "không phải tệp lịch: cần dòng đầu “BEGIN:VCALENDAR”"
        case .notUTF8: "không phải UTF-8"
        case .lineBreak: "dòng kết thúc không có CR; tuanthu ghi CRLF, có lẽ công cụ khác đã sửa ký tự xuống dòng"
        case .cutLine: "dòng cuối bị cắt, thiếu CRLF"
        case .longLine: "dòng dài quá 75 byte; tuanthu luôn ngắt dòng, có lẽ tệp đã bị sửa"
        case .foreign(let product?): "lịch do chương trình khác ghi (“\(product)”); cần tệp do tuanthu deadlines ghi"
        case .foreign(nil): "lịch không ghi PRODID; cần tệp do tuanthu deadlines ghi"
        case .version(let version): "tệp lịch kiểu “\(version)”, bản tuanthu này chỉ đọc được kiểu “1”"
        case .unexpected(let text): "gặp “\(text)” ở chỗ không thể có trong tệp lịch do tuanthu ghi"
        case .unfinished: "tệp kết thúc giữa chừng, thiếu “END:VCALENDAR”"
        case .missing(let name): "sự kiện bắt đầu ở đây thiếu \(name)"
        case .twice(let name): "\(name) ghi hai lần trong một sự kiện"
        case .value(let value, let name): "\(name) không thể là “\(value)”"
        case .sameUID(let uid): "hai sự kiện cùng UID “\(uid)”"
        }
    }

    private var english: String {
        switch problem {
        case .notACalendar: "not a calendar: the first line has to be “BEGIN:VCALENDAR”"
        case .notUTF8: "not UTF-8"
        case .lineBreak: "the line ends without a CR; tuanthu writes CRLF, some tool may have changed the line breaks"
        case .cutLine: "the last line is cut, CRLF is missing"
        case .longLine: "the line has more than 75 octets; tuanthu always folds, the file may have been edited"
        case .foreign(let product?):
            "the calendar was written by another program (“\(product)”); one written by tuanthu deadlines is wanted"
        case .foreign(nil): "the calendar names no PRODID; one written by tuanthu deadlines is wanted"
        case .version(let version): "a calendar of layout “\(version)”; this tuanthu reads layout “1” only"
        case .unexpected(let text): "“\(text)” cannot stand here in a calendar written by tuanthu"
        case .unfinished: "the file ends before “END:VCALENDAR”"
        case .missing(let name): "the event that begins here has no \(name)"
        case .twice(let name): "\(name) is given twice in one event"
        case .value(let value, let name): "\(name) cannot be “\(value)”"
        case .sameUID(let uid): "two events have the UID “\(uid)”"
        }
    }
}
