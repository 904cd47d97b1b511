import Foundation
import Testing

/// SwiftPM does not keep a target to the dependencies it declares; these tests do.
@Suite struct ImportTests {
    /// Modules of the system and of the toolchain, which need no declaration.
    static let system: Set<String> = ["Glibc", "Musl", "Darwin", "Synchronization", "Dispatch"]
    /// What tests may use besides.
    static let forTests: Set<String> = ["Testing", "Foundation"]
    /// The one target that has Foundation, through the library it wraps.
    static let withFoundation = "Store"
    /// The targets that may read files, variables and the clock.
    static let outside: Set<String> = ["Files", "tuanthu"]

    @Test func everyImportIsDeclared() throws {
        let manifest = try Manifest.read()
        #expect(manifest.targets.count > 10)
        for target in manifest.targets {
            let files = Repository.swiftFiles(below: target.folder)
            var allowed = Set(target.dependencies).union(Self.system)
            if target.name == Self.withFoundation { allowed.insert("Foundation") }
            if target.isTest { allowed.formUnion(Self.forTests) }
            for file in files {
                for module in try Repository.imports(file) {
                    #expect(
                        allowed.contains(module), "\(file) imports \(module), which \(target.name) does not declare")
                }
            }
        }
    }

    @Test func everyDependencyIsUsed() throws {
        for target in try Manifest.read().targets where !target.isTest {
            let imports = Set(try Repository.swiftFiles(below: target.folder).flatMap { try Repository.imports($0) })
            for dependency in target.dependencies {
                #expect(imports.contains(dependency), "\(target.name) declares \(dependency) and never imports it")
            }
        }
    }

    @Test func dependenciesPointUpTheManifest() throws {
        var above: Set<String> = ["ArgumentParser", "GRDB", "Mustache"]
        for target in try Manifest.read().targets {
            for dependency in target.dependencies {
                #expect(above.contains(dependency), "\(target.name) stands above \(dependency), which it needs")
            }
            above.insert(target.name)
        }
    }

    @Test func everyFolderOfSourcesIsATarget() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: Repository.root.appendingPathComponent("Sources").path)
        let known = Set(try Manifest.read().targets.map(\.folder))
        for folder in folders where !folder.hasPrefix(".") {
            #expect(known.contains("Sources/\(folder)"), "Sources/\(folder) is no target")
        }
    }

    @Test func nothingBelowTheCommandLineReadsAClock() throws {
        let clock =
            /\b(clock_gettime|gettimeofday|ContinuousClock|SuspendingClock|localtime|gmtime)\b|\bDate\(\)|\btime\((nil|&)/
        for target in try Manifest.read().targets where !target.isTest && !Self.outside.contains(target.name) {
            for file in Repository.swiftFiles(below: target.folder) {
                let text = try Repository.text(file)
                #expect(text.firstMatch(of: clock) == nil, "\(file) reads a clock")
            }
        }
    }
}
