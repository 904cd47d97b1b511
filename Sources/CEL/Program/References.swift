/// What an expression reads, as far as its text says.
public struct References: Sendable, Hashable {
    /// A chain of field selections from a variable, such as `qms.declarations.date`. Selections from the elements of
    /// a list that a macro iterates count as selections from the list.
    public struct Path: Sendable, Hashable, Comparable, CustomStringConvertible {
        /// The variable.
        public let variable: String
        /// The fields selected from it, in order; empty if the variable is read as a whole.
        public let fields: [String]
        /// Where in the text the first such chain stands.
        public let range: SourceRange

        /// The path with points.
        public var description: String { ([variable] + fields).joined(separator: ".") }

        /// By text.
        public static func < (left: Path, right: Path) -> Bool { scalarsPrecede(left.description, right.description) }
    }

    /// The variables, in the order of the text, each once.
    public let variables: [String]
    /// The chains of fields, ordered by their text, each once; a chain that another one extends is listed as well if it
    /// is read on its own.
    public let paths: [Path]
    /// The names of the functions and operators that are called, ordered.
    public let functions: [String]
}

/// What an evaluation costs, in units of about one operator applied to one value.
public struct CostEstimate: Sendable, Hashable {
    /// The cost without anything that is iterated.
    public let base: UInt64
    /// How deep macros nest: the work grows with the product of this many sizes.
    public let iterationDepth: Int
    private let perElement: [UInt64]

    init(perLevel: [UInt64]) {
        base = perLevel.first ?? 0
        iterationDepth = max(0, perLevel.count - 1)
        perElement = perLevel
    }

    /// The worst case where no list, map or string has more than `size` elements; `UInt64.max` beyond 64 bits.
    public func worstCase(size: UInt64) -> UInt64 {
        var total: UInt64 = 0
        var factor: UInt64 = 1
        for cost in perElement {
            let product = cost.multipliedReportingOverflow(by: factor)
            let sum = total.addingReportingOverflow(product.partialValue)
            if product.overflow || sum.overflow { return .max }
            total = sum.partialValue
            let next = factor.multipliedReportingOverflow(by: size)
            factor = next.overflow ? .max : next.partialValue
        }
        return total
    }
}
