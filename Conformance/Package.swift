// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"), .treatAllWarnings(as: .error),
]

let package = Package(
    name: "Conformance",
    dependencies: [.package(name: "cel-source", path: "..")],
    targets: [
        .executableTarget(
            name: "cel-conformance", dependencies: [.product(name: "CEL", package: "cel-source")],
            swiftSettings: settings)
    ]
)
