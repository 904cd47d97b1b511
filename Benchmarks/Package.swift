// swift-tools-version: 6.2
import PackageDescription
let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "cel-source", path: "..")],
    targets: [.executableTarget(name: "bench", dependencies: [.product(name: "CEL", package: "cel-source")])]
)
