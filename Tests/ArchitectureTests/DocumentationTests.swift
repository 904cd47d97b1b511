import Foundation
import Testing

/// Whatever a target offers to others says what it is.
@Suite struct DocumentationTests {
    /// The targets that know nothing of agencies, which others may take: here even cases that name themselves.
    private static let forOthers: Set<String> = [
        "CEL", "RegularExpressions", "CivilTime", "YAMLTree", "CSVTable", "Digest",
    ]

    @Test func everyPublicSymbolIsDocumented() throws {
        var count = 0
        for target in try Manifest.read().targets where target.folder.hasPrefix("Sources/") {
            for file in Repository.swiftFiles(below: target.folder) {
                for symbol in PublicSymbols.inText(try Repository.text(file)) {
                    guard symbol.text.hasPrefix("public") || Self.forOthers.contains(target.name) else { continue }
                    count += 1
                    #expect(symbol.comment != nil, "\(file):\(symbol.line) has no comment: \(symbol.text)")
                }
            }
        }
        #expect(count > 500)
    }

    /// The expression language is for others to use: its comments also say what is thrown.
    @Test func errorsOfTheLanguageAreDocumented() throws {
        for folder in ["Sources/CEL", "Sources/RegularExpressions"] {
            for file in Repository.swiftFiles(below: folder) {
                for symbol in PublicSymbols.inText(try Repository.text(file)) where symbol.text.contains("throws(") {
                    let says = symbol.comment?.contains("- Throws:") ?? false
                    #expect(says, "\(file):\(symbol.line) does not say what it throws: \(symbol.text)")
                }
            }
        }
    }
}

/// The public declarations of a source file, read from its text, cases and requirements included.
enum PublicSymbols {
    struct Symbol {
        let line: Int
        let text: String
        /// The lines of `///` above it; `nil` if there are none.
        let comment: String?
    }

    static func inText(_ text: String) -> [Symbol] {
        var symbols: [Symbol] = []
        var comment: [Substring] = []
        /// For each open brace what of it is public without saying so.
        var braces: [[String]] = []
        var opening: [String] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let code = line.drop { $0 == " " }
            if code.hasPrefix("///") {
                comment.append(code)
                continue
            }
            let isPublic = code.hasPrefix("public ") && !code.hasPrefix("public import ")
            let isMember = braces.last?.contains { code.hasPrefix($0) } ?? false
            if isPublic || isMember {
                let kept = comment.isEmpty ? nil : comment.joined(separator: "\n")
                symbols.append(Symbol(line: index + 1, text: String(code), comment: kept))
            }
            if isPublic, code.contains(/\benum\b/) { opening = ["case ", "indirect case "] }
            if isPublic, code.contains(/\bprotocol\b/) { opening = ["func ", "var ", "init", "static ", "mutating "] }
            for character in withoutStrings(code) {
                if character == "{" {
                    braces.append(opening)
                    opening = []
                } else if character == "}" {
                    _ = braces.popLast()
                }
            }
            if !code.hasPrefix("@") { comment = [] }
        }
        return symbols
    }

    /// A line without what stands between quotation marks and after `//`.
    private static func withoutStrings(_ line: Substring) -> Substring {
        let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
        let code = parts.indices.filter { $0 % 2 == 0 }.map { parts[$0] }.joined()
        return Substring(code.components(separatedBy: "//")[0])
    }
}

@Test func symbolsWithoutCommentsAreSeen() {
    let text = """
        /// A kind.
        public enum Kind {
            /// One.
            case one
            case two
            var hidden: Int { switch self { case .one: 1; case .two: 2 } }
        }
        public struct Thing {
            var own = 1
            /// Makes one.
            @inlinable
            public init() {}
        }
        """
    let bare = PublicSymbols.inText(text).filter { $0.comment == nil }
    #expect(bare.map(\.line) == [5, 8])
}
