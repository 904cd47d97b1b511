// swift-tools-version: 6.2

import PackageDescription

/// The same strict settings for every target: imports stay internal unless the interface needs them.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// Data flows one way: bytes → tree → statement and rules → findings → reports. Each target knows only what stands above it
/// in this list (`ArchitectureTests` compares every import with it).
let package = Package(
    name: "tuanthu",
    products: [
        .executable(name: "tuanthu", targets: ["tuanthu"]),
        .library(name: "CEL", targets: ["CEL"]),
        .library(name: "CivilTime", targets: ["CivilTime"]),
        .library(name: "TuanThu", targets: ["Model", "Assessor", "Portfolio", "Reports"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    ],
    targets: [
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .target(name: "YAMLTree", dependencies: ["CLibYAML"], swiftSettings: strict),
        .target(name: "CSVTable", dependencies: ["YAMLTree"], swiftSettings: strict),
        .target(name: "ZipArchive", dependencies: ["CLibZip"], swiftSettings: strict),
        .target(name: "XMLReading", dependencies: ["CExpat"], swiftSettings: strict),
        .target(name: "Editing", dependencies: ["YAMLTree"], swiftSettings: strict),
        .target(name: "CivilTime", swiftSettings: strict),
        .target(
            name: "Spreadsheets", dependencies: ["CXLSXWriter", "ZipArchive", "XMLReading", "CivilTime"],
            swiftSettings: strict),
        .target(name: "RegularExpressions", swiftSettings: strict),
        .target(name: "CEL", dependencies: ["RegularExpressions"], swiftSettings: strict),
        .target(name: "Digest", swiftSettings: strict),
        .target(name: "ConcurrentMap", swiftSettings: strict),
        .target(
            name: "Model", dependencies: ["YAMLTree", "CSVTable", "CivilTime", "CEL", "Digest", "ConcurrentMap"],
            swiftSettings: strict),
        .target(
            name: "Assessor", dependencies: ["Model", "CivilTime", "CEL", "Digest", "ConcurrentMap"],
            swiftSettings: strict),
        .target(
            name: "Portfolio", dependencies: ["Assessor", "Model", "CivilTime", "Digest", "YAMLTree"],
            swiftSettings: strict),
        .target(
            name: "AnswerSheets",
            dependencies: ["Spreadsheets", "Model", "Editing", "CSVTable", "YAMLTree", "CivilTime"],
            swiftSettings: strict),
        .target(
            name: "Reports",
            dependencies: [
                "AnswerSheets", "Spreadsheets", "Portfolio", "Assessor", "Model", "CivilTime", "Editing", "YAMLTree",
                "Digest", "ConcurrentMap",
            ],
            swiftSettings: strict),
        .target(
            name: "Pages",
            dependencies: [
                "Reports", "Portfolio", "Assessor", "Model", "CivilTime", "YAMLTree", "Digest",
                .product(name: "Mustache", package: "swift-mustache"),
            ], swiftSettings: strict),
        .target(
            name: "LanguageServer",
            dependencies: ["Reports", "Assessor", "Model", "CEL", "CivilTime", "Editing", "YAMLTree"],
            swiftSettings: strict),
        .target(
            name: "Store",
            dependencies: [
                "Portfolio", "Assessor", "Model", "CivilTime", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(
            name: "TextDocuments",
            dependencies: ["Reports", "Assessor", "Model", "CivilTime", "ZipArchive", "XMLReading"],
            swiftSettings: strict),
        .target(name: "Files", swiftSettings: strict),
        .target(name: "ResultCache", dependencies: ["Digest", "Files"], swiftSettings: strict),
        .target(name: "CEmbeddedRules"),
        .target(name: "EmbeddedRules", dependencies: ["CEmbeddedRules"], swiftSettings: strict),
        .executableTarget(
            name: "tuanthu",
            dependencies: [
                "Reports", "Portfolio", "Assessor", "Model", "CivilTime", "YAMLTree", "ConcurrentMap", "Files",
                "EmbeddedRules", "LanguageServer", "Editing", "ResultCache", "Digest", "Store", "AnswerSheets",
                "Spreadsheets", "Pages", "TextDocuments", "ZipArchive",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: strict),
        .executableTarget(
            name: "FoundationFreeProbe", dependencies: ["Assessor", "Model"], path: "Tests/FoundationFreeProbe",
            swiftSettings: strict),
        .executableTarget(
            name: "EmbeddingExample", dependencies: ["CEL", "CivilTime"], path: "Tests/EmbeddingExample",
            swiftSettings: strict),
        .executableTarget(
            name: "InputDigests", dependencies: ["Files", "Digest", "ConcurrentMap"], path: "Benchmarks/InputDigests",
            swiftSettings: strict),
        .testTarget(name: "YAMLTreeTests", dependencies: ["YAMLTree"], swiftSettings: strict),
        .testTarget(name: "EditingTests", dependencies: ["Editing", "YAMLTree"], swiftSettings: strict),
        .testTarget(name: "ZipArchiveTests", dependencies: ["ZipArchive"], swiftSettings: strict),
        .testTarget(name: "XMLReadingTests", dependencies: ["XMLReading"], swiftSettings: strict),
        .testTarget(
            name: "SpreadsheetsTests", dependencies: ["Spreadsheets", "ZipArchive", "XMLReading", "CivilTime"],
            swiftSettings: strict),
        .testTarget(
            name: "AnswerSheetsTests",
            dependencies: ["AnswerSheets", "Spreadsheets", "Model", "YAMLTree", "CivilTime"],
            swiftSettings: strict),
        .testTarget(
            name: "TextDocumentsTests",
            dependencies: [
                "TextDocuments", "Reports", "Assessor", "Model", "CivilTime", "YAMLTree", "ZipArchive", "XMLReading",
            ], exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(name: "CSVTableTests", dependencies: ["CSVTable", "YAMLTree"], swiftSettings: strict),
        .testTarget(name: "CivilTimeTests", dependencies: ["CivilTime"], swiftSettings: strict),
        .testTarget(
            name: "RegularExpressionsTests", dependencies: ["RegularExpressions"], swiftSettings: strict),
        .testTarget(name: "CELTests", dependencies: ["CEL", "EmbeddingExample"], swiftSettings: strict),
        .testTarget(
            name: "ModelTests", dependencies: ["Model", "YAMLTree", "CSVTable", "CivilTime"], exclude: ["Fixtures"],
            swiftSettings: strict),
        .testTarget(
            name: "AssessorTests", dependencies: ["Assessor", "Model", "Reports", "CivilTime", "CEL", "YAMLTree"],
            exclude: ["Fixtures", "Verdicts"], swiftSettings: strict),
        .testTarget(name: "FilesTests", dependencies: ["Files"], swiftSettings: strict),
        .testTarget(name: "DigestTests", dependencies: ["Digest"], swiftSettings: strict),
        .testTarget(name: "ResultCacheTests", dependencies: ["ResultCache"], swiftSettings: strict),
        .testTarget(
            name: "ReportsTests", dependencies: ["Reports", "Assessor", "Model", "CivilTime", "YAMLTree"],
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(
            name: "DeadlineTests", dependencies: ["Reports", "Assessor", "Model", "CivilTime", "YAMLTree"],
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(
            name: "TransitionTests", dependencies: ["Reports", "Assessor", "Model", "CivilTime", "YAMLTree"],
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(
            name: "FormatTests",
            dependencies: ["Pages", "Reports", "Assessor", "Model", "CivilTime", "YAMLTree"], exclude: ["Fixtures"],
            swiftSettings: strict),
        .testTarget(
            name: "LanguageServerTests", dependencies: ["LanguageServer", "Model", "CivilTime", "YAMLTree"],
            swiftSettings: strict),
        .testTarget(
            name: "PortfolioTests",
            dependencies: [
                "Pages", "Portfolio", "Reports", "Spreadsheets", "Assessor", "Model", "CivilTime", "YAMLTree",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "StoreTests",
            dependencies: [
                "Store", "Portfolio", "Assessor", "Model", "CivilTime", .product(name: "GRDB", package: "GRDB.swift"),
            ], swiftSettings: strict),
        .testTarget(
            name: "PagesTests", dependencies: ["Pages", "Portfolio", "Model", "CivilTime"], swiftSettings: strict),
        .testTarget(
            name: "CommandLineTests", dependencies: ["tuanthu", .product(name: "GRDB", package: "GRDB.swift")],
            exclude: ["Goldens"], swiftSettings: strict),
        .testTarget(name: "ArchitectureTests", dependencies: ["FoundationFreeProbe"], swiftSettings: strict),
    ],
    cLanguageStandard: .c2x
)
