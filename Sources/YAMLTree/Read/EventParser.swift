internal import CLibYAML

/// libyaml's event parser over bytes in memory, freed when this value ends.
///
/// `yaml_parser_load` is never used: it takes quadratic time over anchors.
struct EventParser: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>

    /// Starts a parser, or nothing where memory is out. `input` has to outlive it.
    static func start(on input: UnsafeBufferPointer<UInt8>) -> EventParser? {
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            return nil
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, input.baseAddress, input.count)
        return EventParser(owning: parser)
    }

    private init(owning parser: UnsafeMutablePointer<yaml_parser_t>) {
        self.parser = parser
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// Reads the next event into `event`, which the caller deletes; false on an error, which `failure` then tells.
    func next(_ event: inout yaml_event_t) -> Bool {
        yaml_parser_parse(parser, &event) == 1
    }

    /// What went wrong.
    var failure: EventFailure {
        let state: yaml_parser_t = parser.pointee
        return EventFailure(
            isOutOfMemory: state.error == YAML_MEMORY_ERROR,
            problem: state.problem.map { String(cString: $0) } ?? "",
            problemMark: state.problem_mark,
            context: state.context.map { String(cString: $0) },
            contextMark: state.context_mark)
    }
}

/// libyaml's account of an error.
struct EventFailure {
    let isOutOfMemory: Bool
    let problem: String
    let problemMark: yaml_mark_t
    /// What was being read, for example "while parsing a block mapping".
    let context: String?
    let contextMark: yaml_mark_t
}
