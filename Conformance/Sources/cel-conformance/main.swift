import Foundation

var passed = 0
var failed = 0
var skipped = 0
let paths = CommandLine.arguments.dropFirst()
if paths.isEmpty {
    FileHandle.standardError.write(Data("usage: cel-conformance FILE…\n".utf8))
    exit(2)
}
for path in paths {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
        print("\(path): cannot be read")
        failed += 1
        continue
    }
    for line in text.split(separator: "\n") {
        guard let test = Case(line: String(line)) else {
            print("\(path): a line that is no case")
            failed += 1
            continue
        }
        switch run(test) {
        case .passed: passed += 1
        case .skipped: skipped += 1
        case .failed(let reason):
            failed += 1
            print("\(test.identity): \(test.expression)\n    \(reason)")
        }
    }
}
print("\(passed) passed, \(failed) failed, \(skipped) skipped")
exit(failed == 0 ? 0 : 1)
