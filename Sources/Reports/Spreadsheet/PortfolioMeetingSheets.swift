internal import Assessor
internal import CivilTime
internal import Model
internal import Portfolio
internal import Spreadsheets

/// The sheets of a portfolio's workbook for what a committee asks beside the counts: what changed, what other readings of the law give,
/// what was inspected.
extension PortfolioWorkbook {
    /// What changed since the snapshot compared with; no sheet where there is none.
    var changes: Sheet {
        let title = pick("Thay đổi", "Changes")
        guard let comparison = report.since else { return Sheet(name: title) }
        let told = SnapshotChanges(comparison, phrasing)
        var rows = told.groups.flatMap { group in
            group.units.map { unit -> [Cell] in
                [.text(group.title), .text(unit.code, .code), .text(unit.name), .text(unit.detail), .empty]
            }
        }
        rows += told.shares.map { share in
            [
                .text(pick("Tỷ lệ phải đạt", "Share to be reached")), .empty, .text(share.title), .text(share.before),
                .text(share.after),
            ]
        }
        for sentence in [told.findings, told.notCompared].compactMap(\.self) {
            rows.append([.text(pick("Phát hiện", "Findings")), .empty, .text(sentence), .empty, .empty])
        }
        if let warning = told.warning {
            rows.insert([.text(pick("Lưu ý", "Note")), .empty, .text(warning, .attention), .empty, .empty], at: 0)
        }
        let columns = [
            Column(pick("Thay đổi", "Change"), widest: 44), Column(pick("Mã", "Code"), widest: 18),
            Column(pick("Cơ quan, nội dung", "Unit, matter"), widest: 60),
            Column(pick("Chi tiết hoặc trước đây", "Detail, or before"), widest: 50),
            Column(pick("Nay", "Now"), widest: 40),
        ]
        return Sheet(name: title, preamble: head(told.title), columns: columns, rows: rows)
    }

    /// The units that have come to an end, those of earlier years too; no sheet where none has.
    var ended: Sheet {
        let title = pick("Không còn hoạt động", "Ended units")
        let rows = portfolio.ended(inYear: false).enumerated().map { index, unit -> [Cell] in
            let day: Cell = unit.on.day.map { .date($0) } ?? .text(phrasing.dates.text(unit.on))
            return [
                .integer(index + 1), .text(unit.code, .code), .text(unit.name), day, .text(unit.successor, .code),
                .text(unit.successorName),
            ]
        }
        if rows.isEmpty { return Sheet(name: title) }
        let columns = [
            Column(pick("STT", "No."), widest: 5), Column(pick("Mã", "Code"), widest: 18),
            Column(pick("Cơ quan", "Unit"), widest: 44),
            Column(pick("Không còn hoạt động từ ngày", "Ended, since"), widest: 18),
            Column(pick("Hợp nhất vào, mã", "Taken over by, code"), widest: 18),
            Column(pick("Hợp nhất vào", "Taken over by"), widest: 44),
        ]
        return Sheet(
            name: title, preamble: head(pick("Cơ quan không còn hoạt động", "Units that have ended")), columns: columns,
            rows: rows, frozenColumns: 3)
    }

    /// What shares come to under readings of the law that lead elsewhere; no sheet where none does.
    var readings: Sheet {
        let title = pick("Cách hiểu khác", "Other readings")
        let rows = portfolio.sets.filter { !$0.isHistory }.flatMap { finding in
            finding.readings.map { reading -> [Cell] in
                let interpretation = library.interpretations[reading.interpretation]
                let choice = interpretation?.choices.first { $0.id == reading.choice }
                return [
                    .text(finding.rule.title[language]), .integer(finding.occurrence?.year),
                    .text(interpretation?.title[language] ?? reading.interpretation),
                    .text(choice?.label[language] ?? reading.choice),
                    .text(reading.isChosen ? pick("đang chọn", "chosen") : nil),
                    .text(AxisNames.name(reading.verdict)[language], reading.verdict.cellStyle),
                    .integer(reading.count?.numerator.lowerBound), .integer(reading.count?.numerator.upperBound),
                    .integer(reading.count?.denominator.lowerBound), .integer(reading.count?.denominator.upperBound),
                    .text(AxisNames.name(reading.timing.state)[language]), .date(reading.timing.due),
                    .text(finding.rule.id, .code),
                ]
            }
        }
        if rows.isEmpty { return Sheet(name: title) }
        let columns = [
            Column(pick("Yêu cầu", "Requirement"), widest: 50), Column(pick("Năm", "Year")),
            Column(pick("Điểm có thể hiểu khác", "The point"), widest: 40),
            Column(pick("Cách hiểu", "Reading"), widest: 44), Column(pick("Chọn", "Chosen")),
            Column(pick("Kết quả", "Verdict"), widest: 26),
            Column(pick("Đạt, ít nhất", "Reached, at least")), Column(pick("Đạt, nhiều nhất", "Reached, at most")),
            Column(pick("Trên, ít nhất", "Of, at least")), Column(pick("Trên, nhiều nhất", "Of, at most")),
            Column(pick("Thời hạn", "Clock"), widest: 24), Column(pick("Hạn", "Due")),
            Column(pick("Mã yêu cầu", "Rule"), widest: 26),
        ]
        return Sheet(
            name: title, preamble: head(pick("Kết quả theo cách hiểu khác", "Under other readings")), columns: columns,
            rows: rows)
    }

    /// What was inspected in the year.
    var inspections: Sheet {
        let table = InspectionFigureTable(portfolio.inspections, phrasing)
        let title = table.title(phrasing)
        let rows = table.parts.flatMap { part -> [[Cell]] in
            let note = part.note.map { [[Cell.text(part.title), .text($0, .note), .empty, .empty, .empty]] } ?? []
            return note
                + part.rows.map { row in
                    [
                        .text(part.title), .text(row.name), .integer(row.count), .integer(row.units?.count),
                        .text(row.units?.joined(separator: ", ")),
                    ]
                }
        }
        let columns = [
            Column(pick("Số liệu", "Figure"), widest: 40), Column(pick("Nội dung", "Of"), widest: 70),
            Column(pick("Số", "Number")), Column(pick("Số cơ quan", "Units")),
            Column(pick("Mã cơ quan", "Codes"), widest: 60),
        ]
        return Sheet(name: title, preamble: head(title), columns: columns, rows: rows)
    }
}
