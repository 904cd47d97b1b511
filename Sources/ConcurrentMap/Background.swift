internal import Dispatch
internal import Synchronization

/// Work that goes on beside the caller's from the moment it is made, where a core is free for it.
public final class Background<Result: Sendable>: Sendable {
    private let work = DispatchGroup()
    private let made = Mutex<Result?>(nil)

    /// Begins the work.
    public init(_ work: @escaping @Sendable () -> Result) {
        DispatchQueue.global(qos: .userInteractive).async(group: self.work) {
            let result = work()
            self.made.withLock { $0 = result }
        }
    }

    /// What the work came to; waits for its end.
    public var result: Result {
        work.wait()
        guard let result = made.withLock({ $0 }) else { preconditionFailure("the work has ended with a result") }
        return result
    }
}
