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

/// Data flows one way: bytes → tree → statement and rules → findings.
let package = Package(
    name: "tuanthu",
    products: [
        .library(name: "CEL", targets: ["CEL"]),
        .library(name: "CivilTime", targets: ["CivilTime"]),
        .library(name: "TuanThu", targets: ["Model", "Assessor"]),
    ],
    targets: [
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .target(name: "YAMLTree", dependencies: ["CLibYAML"], swiftSettings: strict),
        .target(name: "CSVTable", dependencies: ["YAMLTree"], swiftSettings: strict),
        .target(name: "CivilTime", swiftSettings: strict),
        .target(name: "CEL", swiftSettings: strict),
        .target(name: "Digest", swiftSettings: strict),
        .target(name: "Model", dependencies: ["YAMLTree", "CSVTable", "CivilTime", "CEL"], swiftSettings: strict),
        .target(
            name: "Assessor", dependencies: ["Model", "CivilTime", "CEL", "YAMLTree", "Digest"], swiftSettings: strict),
        .testTarget(name: "YAMLTreeTests", dependencies: ["YAMLTree"], swiftSettings: strict),
        .testTarget(name: "CivilTimeTests", dependencies: ["CivilTime"], swiftSettings: strict),
        .testTarget(name: "CSVTableTests", dependencies: ["CSVTable", "YAMLTree"], swiftSettings: strict),
    ]
)
