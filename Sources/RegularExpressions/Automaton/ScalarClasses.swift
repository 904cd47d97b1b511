/// Sorts scalars into classes: those of a class are in the same sets of a pattern and mean the same to its assertions.
struct ScalarClasses {
    /// What an assertion asks of a scalar.
    enum Kind: Hashable {
        case word, newline, other

        init(_ scalar: Unicode.Scalar) {
            self = scalar.isWord ? .word : (scalar == "\n" ? .newline : .other)
        }

        /// A scalar of the kind.
        var example: Unicode.Scalar {
            switch self {
            case .word: "a"
            case .newline: "\n"
            case .other: " "
            }
        }
    }

    private struct Signature: Hashable {
        let kind: Kind
        let sets: [UInt64]
    }

    /// The bits of the number of a class.
    static let bits = 6
    /// The number that stands for the end of the text.
    static let end = 1 << bits - 1

    private static let none: UInt8 = .max

    private let sets: [ScalarSet]
    private var signatures: [Signature] = []
    private var numbers: [Signature: UInt8] = [:]
    /// The classes of the scalars up to its size: at first those of ASCII, then those of the scripts with letters in
    /// two cases and some more.
    private var table = [UInt8](repeating: none, count: 128)
    private static let largestTable = 0x2000
    /// The classes of further scalars met last, each at the place of its lowest bits.
    private var recent: [(scalar: UInt32, number: UInt8)] = []

    init(_ sets: [ScalarSet]) { self.sets = sets }

    /// The class of a scalar; `nil` if there are too many.
    @inline(__always)
    mutating func number(of code: UInt32) -> Int? {
        if code < table.count {
            let number = table[Int(code)]
            if number != Self.none { return Int(number) }
        } else if !recent.isEmpty {
            let entry = recent[Int(code & 0xFF)]
            if entry.scalar == code, entry.number != Self.none { return Int(entry.number) }
        }
        return newNumber(of: code)
    }

    private mutating func newNumber(of code: UInt32) -> Int? {
        guard let scalar = Unicode.Scalar(code) else { return nil }
        var words = [UInt64](repeating: 0, count: (sets.count + 63) / 64)
        for (index, set) in sets.enumerated() where set.contains(scalar) {
            words[index / 64] |= 1 << UInt64(index % 64)
        }
        let signature = Signature(kind: Kind(scalar), sets: words)
        let number: UInt8
        if let known = numbers[signature] {
            number = known
        } else {
            guard signatures.count < Self.end else { return nil }
            number = UInt8(signatures.count)
            signatures.append(signature)
            numbers[signature] = number
        }
        keep(number, of: code)
        return Int(number)
    }

    private mutating func keep(_ number: UInt8, of code: UInt32) {
        if code < Self.largestTable {
            if code >= table.count {
                table += repeatElement(Self.none, count: Self.largestTable - table.count)
            }
            table[Int(code)] = number
        } else {
            if recent.isEmpty { recent = [(UInt32, UInt8)](repeating: (0, Self.none), count: 256) }
            recent[Int(code & 0xFF)] = (code, number)
        }
    }

    /// The kind of the scalars of a class; `nil` for the end.
    func kind(of number: Int) -> Kind? { number == Self.end ? nil : signatures[number].kind }

    /// Whether the scalars of a class are in a set.
    func contains(_ number: Int, set: Int) -> Bool {
        signatures[number].sets[set / 64] >> UInt64(set % 64) & 1 == 1
    }
}
