import CEL
import Synchronization
import Testing

/// One activation for environments that begin alike.
@Suite struct ActivationTests {
    private static let base: Environment = {
        var environment = Environment()
        environment.declare(variable: "x", .int)
        environment.markBeginning()
        return environment
    }()

    private func value(_ text: String, _ activation: Activation, _ environment: Environment) throws -> Evaluation {
        try environment.compile(text).evaluate(activation)
    }

    @Test func itServesWhatIsDeclaredLater() throws {
        var common = Activation(Self.base)
        common.bind("x", .int(1))
        var bare = common
        common.bindRest { $0 == "made" ? .value(.int(10)) : nil }
        var one = Self.base
        one.declare(variable: "made", .int)
        one.declare(variable: "item", .int)
        var other = Self.base
        other.declare(variable: "item", .string)
        #expect(try value("x + made", common.serving(one), one) == .value(.int(11)))
        var activation = common.serving(one)
        activation.bind("item", .int(100))
        #expect(try value("x + made + item", activation, one) == .value(.int(111)))
        activation.bind("item", .int(200))
        #expect(try value("[1].map(i, i + item + made)[0]", activation, one) == .value(.int(211)))
        var second = activation.serving(other)
        second.bind("item", .string("a"))
        #expect(try value("item", second, other) == .value(.string("a")))
        // A value of one environment's own is not another's that stands in the same place.
        var third = Self.base
        third.declare(variable: "a", .int)
        third.declare(variable: "b", .int)
        guard case .error(let unbound) = try value("b", activation.serving(third), third) else {
            Issue.record("a value of another environment was taken")
            return
        }
        #expect(unbound.code == .unbound("b"))
        // Copies do not see what is bound in one of them, be it of the beginning or beyond.
        var copy = activation
        copy.bind("x", .int(7))
        copy.bind("item", .int(8))
        #expect(try value("x + made + item", copy, one) == .value(.int(25)))
        #expect(try value("x + made + item", activation, one) == .value(.int(211)))
        // What nobody made is not bound, in the plan and in the trace.
        let program = try one.compile("item")
        #expect(program.trace(common.serving(one)).result == program.evaluate(common.serving(one)))
        guard case .error(let error) = program.evaluate(common.serving(one)) else {
            Issue.record("an item that was not bound has a value")
            return
        }
        #expect(error.code == .unbound("item"))
        bare = bare.serving(one)
        #expect(bare.unboundNames == ["made", "item"])
        bare.bind("item", .int(1))
        #expect(bare.unboundNames == ["made"])
        bare.bind("made", lazily: { .value(.int(5)) })
        #expect(bare.unboundNames.isEmpty)
        #expect(try value("x + made + item", bare, one) == .value(.int(7)))
    }

    /// A resolver of a variable's own is asked once in an evaluation.
    @Test func anOwnResolverIsAskedOnce() throws {
        let drawn = Drawn()
        var activation = Activation(Self.base)
        activation.bind("x", lazily: { .value(.int(drawn.next())) })
        #expect(try value("x == x && [1, 2].all(i, x == x)", activation, Self.base) == .value(.bool(true)))
        #expect(drawn.count == 1)
    }

    private final class Drawn: Sendable {
        private let last = Mutex<Int64>(0)
        var count: Int64 { last.withLock { $0 } }

        func next() -> Int64 {
            last.withLock { last in
                last += 1
                return last
            }
        }
    }
}
