internal import XMLReading

/// The table of texts that cells refer to (ECMA-376 Part 1, 18.4).
enum SharedStrings {
    /// The texts in order; of rich text the runs, without the readings beside them.
    static func read(_ bytes: [UInt8], part: String, maxCount: Int) throws(SpreadsheetError) -> [String] {
        var texts: [String] = []
        var collector = RichText()
        var isTooLong = false
        do throws(XMLError) {
            try XMLReader.read(bytes) { event in
                switch event {
                case .start(let tag):
                    collector.start(tag.name.local)
                    if tag.name.local == "si" { collector.text = "" }
                case .text(let text): collector.add(text)
                case .end(let name):
                    collector.end(name.local)
                    if name.local == "si" { texts.append(CellText.read(collector.text)) }
                    if texts.count > maxCount {
                        isTooLong = true
                        return .stop
                    }
                }
                return .proceed
            }
        } catch {
            throw .part(part, error)
        }
        if isTooLong { throw .tooManyCells(limit: maxCount) }
        return texts
    }
}

/// Gathers the text of `<t>` elements, wherever they lie but in phonetic runs.
struct RichText {
    var text = ""
    private var isInText = false
    private var phonetic = 0

    mutating func start(_ name: String) {
        if name == "rPh" { phonetic += 1 }
        if name == "t" { isInText = phonetic == 0 }
    }

    mutating func add(_ part: String) {
        if isInText { text += part }
    }

    mutating func end(_ name: String) {
        if name == "rPh" { phonetic -= 1 }
        if name == "t" { isInText = false }
    }
}
