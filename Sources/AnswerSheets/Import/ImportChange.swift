internal import Model

extension SheetAnswers {
    /// What changes, in words, in the order in which it is written.
    var told: [WorkbookImport.Outcome.Change] {
        typealias Change = WorkbookImport.Outcome.Change
        var told: [Change] = []
        if let statedOn {
            let position = "\(statedOn.sheet)!\(statedOn.cell)"
            told.append(Change(path: "stated_on", text: statedOn.answer.cellText, position: position))
        }
        for change in changes {
            let position = "\(change.sheet)!\(change.cell)"
            told.append(Change(path: change.target.path.dotted, text: change.answer.cellText, position: position))
        }
        for addition in additions {
            let position = "\(addition.sheet)!\(addition.cell)"
            for extra in addition.extras {
                let path = "\(addition.item.dotted).\(extra.extra.rawValue)"
                told.append(Change(path: path, text: extra.answer.cellText, position: position))
            }
        }
        for (list, items) in newItems.grouped {
            for item in items {
                let text = item.key.map { "+ \($0)" } ?? "+"
                let position = "\(item.sheet)!\(item.row + 1)"
                told.append(Change(path: list.dotted, text: text, position: position))
                for (names, inner) in item.inner {
                    let path = ([list.dotted] + names).joined(separator: ".")
                    let text = inner.key.map { "+ \($0)" } ?? "+"
                    told.append(Change(path: path, text: text, position: "\(inner.sheet)!\(inner.row + 1)"))
                }
            }
        }
        return told
    }
}
