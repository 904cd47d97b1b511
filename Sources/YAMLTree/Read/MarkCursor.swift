internal import CLibYAML

/// Turns libyaml's marks, which count characters, into places that also count bytes.
///
/// Marks come nearly in order, so the cursor walks from the last one; for an ASCII file there is nothing to walk.
struct MarkCursor {
    private let input: UnsafeBufferPointer<UInt8>
    /// The bytes of the file before `input`: a byte order mark.
    private let base: Int
    private let isASCII: Bool
    private let end: PackedPosition
    private var character: Int = 0
    private var byte: Int = 0

    /// `end` is the place of the end of the file, for which libyaml makes up a line of its own.
    init(input: UnsafeBufferPointer<UInt8>, base: Int, isASCII: Bool, end: SourcePosition) {
        self.input = input
        self.base = base
        self.isASCII = isASCII
        self.end = PackedPosition(line: end.line, column: end.column, offset: end.offset)
    }

    mutating func place(_ mark: yaml_mark_t) -> PackedPosition {
        let offset: Int = offset(of: Int(mark.index))
        if offset >= base + input.count {
            return end
        }
        return PackedPosition(line: Int(mark.line) + 1, column: Int(mark.column) + 1, offset: offset)
    }

    mutating func position(_ mark: yaml_mark_t) -> SourcePosition {
        place(mark).position
    }

    /// The byte at a mark, nil at the end of the file.
    mutating func byte(at mark: yaml_mark_t) -> UInt8? {
        let index: Int = offset(of: Int(mark.index)) - base
        return index < input.count ? input[index] : nil
    }

    /// The byte just before a place, nil at the start of the file.
    func byte(before place: PackedPosition) -> UInt8? {
        let index: Int = Int(place.offset) - base - 1
        return input.indices.contains(index) ? input[index] : nil
    }

    private mutating func offset(of target: Int) -> Int {
        if isASCII {
            return base + min(target, input.count)
        }
        while character < target, byte < input.count {
            byte += Self.width(ofLead: input[byte])
            character += 1
        }
        while character > target {
            repeat { byte -= 1 } while input[byte] & 0xC0 == 0x80
            character -= 1
        }
        return base + byte
    }

    private static func width(ofLead lead: UInt8) -> Int {
        if lead < 0x80 { return 1 }
        if lead < 0xE0 { return 2 }
        return lead < 0xF0 ? 3 : 4
    }
}
