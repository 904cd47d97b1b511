// libFuzzer brings its own loop; the package manager wants an entry of the target's name, which hands over to it.

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<Int32>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

private func bytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
    Array(UnsafeBufferPointer(start: start, count: count))
}

/// `fuzz TARGET [libFuzzer's flags and folders]`
@_cdecl("fuzz_main")
func entry(_ count: Int32, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Int32 {
    let name = count > 1 ? arguments[1].map { String(cString: $0) } ?? "" : ""
    var rest = arguments
    var restCount = count
    if count > 1 {
        rest = arguments + 1
        rest[0] = arguments[0]
        restCount -= 1
    }
    switch name {
    case "parser":
        return runDriver(&restCount, &rest) { start, count in
            Targets.parser(bytes(start, count))
            return 0
        }
    case "checker":
        return runDriver(&restCount, &rest) { start, count in
            Targets.checker(bytes(start, count))
            return 0
        }
    case "evaluator":
        return runDriver(&restCount, &rest) { start, count in
            Targets.evaluator(bytes(start, count))
            return 0
        }
    case "patterns":
        return runDriver(&restCount, &rest) { start, count in
            Targets.patterns(bytes(start, count))
            return 0
        }
    case "documents":
        return runDriver(&restCount, &rest) { start, count in
            Targets.documents(bytes(start, count))
            return 0
        }
    default:
        print("usage: fuzz parser|checker|evaluator|patterns|documents [FLAG…] [FOLDER…]")
        return 2
    }
}
