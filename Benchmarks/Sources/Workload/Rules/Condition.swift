/// What a rule demands, said once; each engine's form is made from it.
public indirect enum Condition: Sendable {
    /// A comparison of two operands.
    case compare(Comparison, Operand, Operand)
    /// A text is one of several.
    case isIn(Operand, [String])
    /// A question about a text and a constant.
    case textTest(TextTest, Operand, String)
    /// A truth value of the data.
    case holds(Fact)
    /// A fact is stated, and not as none.
    case stated(Fact)
    /// The second date is at most so many days after the first.
    case within(days: Int, Fact, of: Fact)
    /// The opposite.
    case not(Condition)
    /// All of several.
    case all([Condition])
    /// At least one of several.
    case any([Condition])
    /// All items of a list, or at least one of them.
    case quantifier(isExists: Bool, Items, Condition)
    /// The number of items for which a condition holds that reads no fact that may be absent.
    case count(Items, Condition, Comparison, Int)
    /// A fact is not absent; only in forms for engines that know no unknown values.
    case known(Fact)

    /// How two operands stand to each other.
    public enum Comparison: String, Sendable {
        case equal = "=="
        case notEqual = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
    }

    /// A question about a text.
    public enum TextTest: Sendable {
        case starts, ends, contains

        /// The function that both languages of expressions have for it.
        var function: String {
            switch self {
            case .starts: "startsWith"
            case .ends: "endsWith"
            case .contains: "contains"
            }
        }
    }

    /// A list with the variable that stands for its items.
    public struct Items: Sendable {
        let list: String
        let variable: String
    }

    /// A fact of the document, or of the item that a variable stands for.
    public struct Fact: Sendable {
        let variable: String?
        let field: Schema.Field
    }

    /// What is compared.
    public enum Operand: Sendable {
        case fact(Fact)
        case text(String)
        case number(Int)
    }
}

/// A rule of the workload.
public struct Rule: Sendable {
    /// What sort of work it makes.
    public enum Kind: String, Sendable, CaseIterable {
        case scalar, quantifier, date, join
    }

    /// Its number among the rules.
    public let number: Int
    /// What sort of work it makes.
    public let kind: Kind
    /// What it demands.
    public let condition: Condition
}

extension Condition.Fact {
    /// Whether the data may lack it.
    var mayBeAbsent: Bool { field.absent > 0 }

    /// Whether it is a date.
    var isDate: Bool { if case .date = field.kind { true } else { false } }
}

extension Condition.Operand {
    var fact: Condition.Fact? { if case .fact(let fact) = self { fact } else { nil } }
}
