/// Whether a node states a value, or says in one of two spellings that there is none to state.
///
/// `!unknown` equals `{state: unknown}`, and `!none why` equals `{state: none, reason: why}`.
public enum StatedForm: Sendable {
    /// An ordinary value, which includes null and any mapping whose `state` is something else.
    case value
    /// Asked, and not known. What else the node holds (`!unknown text`, further keys) is the caller's to judge.
    case unknown
    /// Asserted absent, with the reason that is given, if any.
    case none(reason: YAMLNode?)
}

extension YAMLNode {
    /// How this node is stated. A reason of a `!none` node is the same node without the tag; a null reason is no reason.
    public var stated: StatedForm {
        switch tag {
        case .unknown:
            return .unknown
        case .some(.none):
            return .none(reason: shortFormReason)
        case .other, nil:
            return longForm
        }
    }

    private var shortFormReason: YAMLNode? {
        let content: YAMLNode = untagged
        if content.kind == .mapping {
            return content.reasonEntry
        }
        return content.isNull ? nil : content
    }

    private var longForm: StatedForm {
        guard kind == .mapping, let state: YAMLNode = self["state"], state.kind == .scalar, state.tag == nil else {
            return .value
        }
        switch state.text {
        case "unknown": return .unknown
        case "none": return .none(reason: reasonEntry)
        default: return .value
        }
    }

    private var reasonEntry: YAMLNode? {
        guard let reason: YAMLNode = self["reason"], !reason.isNull else { return nil }
        return reason
    }
}
