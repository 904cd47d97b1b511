internal import CEL
internal import Foundation

/// The system's zones.
struct SystemZones: TimeZoneProvider {
    func offset(ofZone name: String, at secondsSince1970: Int64) -> Int? {
        TimeZone(identifier: name)?.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(secondsSince1970)))
    }
}

enum Verdict {
    case passed
    case failed(String)
    case skipped
}

private let libraries: [String: Environment.Library] = [
    "strings": .strings, "math": .math, "bindings": .bindings, "optional": .optionals, "encoders": .encoders,
    "two_var_comprehensions": .comprehensions,
]

/// Another way to evaluate, whose results have to be the same.
typealias SecondEvaluation = (Program, Activation) -> Evaluation

func run(_ test: Case, beside second: SecondEvaluation? = nil) -> Verdict {
    if let library = test.library, libraries[library] == nil { return .skipped }
    var environment = Environment(container: test.container, timeZones: SystemZones())
    environment.expandsMacros = !test.isWithoutMacros
    for declaration in test.declarations {
        guard let name = declaration["name"] as? String else { return .failed("a declaration without a name") }
        if let text = declaration["ident"] as? String {
            guard let type = type(text) else { return .failed("the type \(text)") }
            environment.declare(variable: name, type)
        }
        for function in declaration["function"] as? [Object] ?? [] {
            declare(function, name, &environment)
        }
    }
    for name in test.bindings.keys where !environment.declaredVariables.contains(where: { $0.name == name }) {
        environment.declare(variable: name, .dyn)
    }
    var activation = Activation(environment)
    for (name, binding) in test.bindings {
        guard let object = (binding as? Object)?["value"] as? Object, let value = value(object) else {
            return .failed("the binding of \(name)")
        }
        activation.bind(name, value)
    }
    return judge(test, environment, activation, second)
}

private func declare(_ function: Object, _ name: String, _ environment: inout Environment) {
    let parameters = (function["params"] as? [String] ?? []).compactMap(type)
    let result = (function["result"] as? String).flatMap(type) ?? .dyn
    let overload = Overload(
        function["overload_id"] as? String ?? name, parameters, returns: result,
        isMember: function["member"] as? Bool ?? false, isPure: false
    ) { _ in .failure("declared without an implementation") }
    environment.register(function: name, overload)
}

private func judge(
    _ test: Case, _ environment: Environment, _ activation: Activation, _ second: SecondEvaluation?
) -> Verdict {
    let program: Program
    do {
        program = try environment.compile(test.expression, checked: !test.isUnchecked)
    } catch {
        if test.expected["error"] != nil || test.expected["any_error"] != nil { return .passed }
        return .failed("does not compile: " + error.errors.map(\.message).joined(separator: "; "))
    }
    if let wanted = test.deducedType, !test.isUnchecked {
        let found = program.resultType.description
        if found != wanted { return .failed("deduced \(found), expected \(wanted)") }
    }
    if test.isCheckOnly { return .passed }
    let result = program.evaluate(activation)
    let traced = program.trace(activation).result
    if traced != result { return .failed("evaluated to \(result), traced to \(traced)") }
    if let other = second?(program, activation), other != result {
        return .failed("evaluated to \(result), in the plainest way to \(other)")
    }
    switch result {
    case .error(let error):
        let isExpected = test.expected["error"] != nil || test.expected["any_error"] != nil
        return isExpected ? .passed : .failed("error: " + error.message)
    case .value(let found):
        guard let object = test.expected["value"] as? Object, let wanted = value(object) else {
            return test.expected.isEmpty && found == .bool(true)
                ? .passed : .failed("found \(found), expected an error")
        }
        return isSame(found, wanted) ? .passed : .failed("found \(found), expected \(wanted)")
    }
}
