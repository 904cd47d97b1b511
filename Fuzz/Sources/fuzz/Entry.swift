// libFuzzer brings its own loop; the package manager wants an entry of the target's name, which hands over to it.

/// One input: its bytes and their number.
private typealias Test = @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<Int32>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: Test
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
    // A function of C cannot capture what it is to call, so that each names its own target.
    let test: Test
    switch name {
    case "parser": test = { Targets.parser(bytes($0, $1)); return 0 }
    case "checker": test = { Targets.checker(bytes($0, $1)); return 0 }
    case "evaluator": test = { Targets.evaluator(bytes($0, $1)); return 0 }
    case "patterns": test = { Targets.patterns(bytes($0, $1)); return 0 }
    case "documents": test = { Targets.documents(bytes($0, $1)); return 0 }
    default:
        print("usage: fuzz parser|checker|evaluator|patterns|documents [FLAG…] [FOLDER…]")
        return 2
    }
    return runDriver(&restCount, &rest, test)
}
