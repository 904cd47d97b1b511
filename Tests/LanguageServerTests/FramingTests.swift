import Testing

@testable import LanguageServer

@Suite struct FramingTests {
    private func message(_ text: String) -> [UInt8] { Array("Content-Length: \(text.utf8.count)\r\n\r\n\(text)".utf8) }

    private func items(_ framing: inout MessageFraming) -> [MessageFraming.Item] {
        var items: [MessageFraming.Item] = []
        while let item = framing.next() { items.append(item) }
        return items
    }

    @Test func piecesOfAnyLength() {
        let bytes = message("{\"một\":1}") + message("{}") + message("")
        let expected: [MessageFraming.Item] = ["{\"một\":1}", "{}", ""].map { .message(Array($0.utf8)) }
        for step in 1...bytes.count {
            var framing = MessageFraming()
            var found: [MessageFraming.Item] = []
            for start in stride(from: 0, to: bytes.count, by: step) {
                framing.append(bytes[start..<min(bytes.count, start + step)])
                found += items(&framing)
            }
            #expect(found == expected, "\(step)")
            #expect(framing.isAtRest)
        }
    }

    @Test(arguments: [
        "content-length:2\r\n\r\n{}", "Content-Type: x; charset=utf-8\r\nContent-Length: 2 \r\n\r\n{}",
    ])
    func headersAsTheyCome(_ text: String) {
        var framing = MessageFraming()
        framing.append(text.utf8)
        #expect(items(&framing) == [.message(Array("{}".utf8))])
    }

    @Test(arguments: [
        "Content-Length: x\r\n\r\n", "Content-Length: -1\r\n\r\n", "X: 2\r\n\r\n",
        "Content-Length: 99999999999999999999\r\n\r\n",
        "\r\n\r\n",
    ])
    func aBadHeaderCostsOnlyItself(_ header: String) {
        var framing = MessageFraming()
        framing.append(header.utf8)
        framing.append(message("{}"))
        #expect(items(&framing) == [.badHeader, .message(Array("{}".utf8))])
    }

    @Test func aMessageTooLargeIsSkipped() {
        let length = 5001
        var framing = MessageFraming(limit: 5000)
        framing.append("Content-Length: \(length)\r\n\r\n".utf8)
        #expect(items(&framing) == [.tooLarge(bytes: length)])
        var left = length
        while left > 0 {
            let count = min(left, 700)
            framing.append([UInt8](repeating: 32, count: count))
            left -= count
            if left > 0 { #expect(framing.next() == nil) }
        }
        framing.append(message("{}"))
        #expect(items(&framing) == [.message(Array("{}".utf8))])
    }

    @Test func aHeaderWithoutAnEndIsCutOff() {
        var framing = MessageFraming()
        framing.append([UInt8](repeating: 65, count: MessageFraming.maxHeader + 1))
        #expect(framing.next() == .badHeader)
    }
}
