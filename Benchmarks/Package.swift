// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// Measures the expressions on a generated workload; `compare` runs other engines on the same documents and rules.
let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "tuanthu", path: "..")],
    targets: [
        .target(name: "Workload", swiftSettings: strict),
        .executableTarget(
            name: "bench", dependencies: ["Workload", .product(name: "CEL", package: "tuanthu")],
            swiftSettings: strict),
    ]
)
