import Foundation
import Testing

/// The targets of Package.swift, read from its text: the order in which they stand is the order in which data flows.
struct Manifest {
    struct Target {
        let name: String
        let isTest: Bool
        let folder: String
        let dependencies: [String]
    }

    let targets: [Target]

    static func read() throws -> Manifest {
        let text = try Repository.text("Package.swift")
        let start = try #require(text.range(of: "    targets: ["))
        let declarations = text[start.upperBound...].components(separatedBy: "\n        .").dropFirst()
        return Manifest(targets: declarations.compactMap { target(String($0)) })
    }

    private static func target(_ declaration: String) -> Target? {
        guard let kind = declaration.split(separator: "(").first, let name = quoted(declaration, after: "name: ").first
        else { return nil }
        let isTest = kind == "testTarget"
        let folder = quoted(declaration, after: "path: ").first ?? (isTest ? "Tests/\(name)" : "Sources/\(name)")
        var dependencies: [String] = []
        if let range = declaration.range(of: "dependencies: [") {
            let list = declaration[range.upperBound...]
            let end = closing(list)
            let products = quoted(String(end), after: "product(name: ")
            let packages = quoted(String(end), after: "package: ")
            dependencies = quotedStrings(String(end)).filter { !packages.contains($0) || products.contains($0) }
        }
        return Target(name: name, isTest: isTest, folder: folder, dependencies: dependencies)
    }

    /// What stands before the bracket that closes a list.
    private static func closing(_ list: Substring) -> Substring {
        list.prefix { $0 != "]" }
    }

    private static func quoted(_ text: String, after mark: String) -> [String] {
        text.components(separatedBy: mark + "\"").dropFirst().compactMap { part in
            part.split(separator: "\"", omittingEmptySubsequences: false).first.map(String.init)
        }
    }

    private static func quotedStrings(_ text: String) -> [String] {
        let parts = text.components(separatedBy: "\"")
        return parts.indices.filter { $0 % 2 == 1 }.map { parts[$0] }
    }
}
