internal import CEL
internal import Model

extension FactPath {
    /// The path of a leaf of the data.
    init(_ path: DataPath) {
        var steps: [Step] = [.field(path.rootName)]
        for step in path.steps {
            switch step {
            case .root: continue
            case .field(let name), .key(let name): steps.append(.field(name))
            case .index(let index): steps.append(.index(index))
            }
        }
        self.init(steps)
    }
}
