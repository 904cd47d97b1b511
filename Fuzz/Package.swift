// swift-tools-version: 6.2
import PackageDescription

// A package of its own, because the flags below bar other packages from depending on it. Its targets are
// links to the real sources, so that these too are compiled for the fuzzer.
//
// FUZZ_SANITIZERS=fuzzer leaves the address sanitizer out, which is several times faster.
let flags = ["-sanitize=" + (Context.environment["FUZZ_SANITIZERS"] ?? "fuzzer,address")]
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"), .unsafeFlags(flags),
]

let package = Package(
    name: "Fuzz",
    targets: [
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .target(name: "YAMLTree", dependencies: ["CLibYAML"], swiftSettings: settings),
        .target(name: "RegularExpressions", swiftSettings: settings),
        .target(name: "CEL", dependencies: ["RegularExpressions"], swiftSettings: settings),
        .executableTarget(
            name: "fuzz", dependencies: ["CEL", "YAMLTree"],
            swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])],
            // The gold linker cannot read the debugging information of the fuzzer's runtime.
            linkerSettings: [.unsafeFlags(flags + ["-use-ld=lld"])]),
    ]
)
