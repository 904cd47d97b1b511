internal import Dispatch

extension Array where Element: Sendable {
    /// What `transform` makes of each element, in the order of the elements, worked out on as many cores as are free.
    ///
    /// The elements are handed out one by one, so that few long ones do not hold up many short ones. The calling thread
    /// takes its share, and the call returns when all is done.
    public func concurrentMap<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
        guard count > 1 else { return map(transform) }
        return [Result](unsafeUninitializedCapacity: count) { buffer, initializedCount in
            // Each turn writes a place of its own.
            nonisolated(unsafe) let places = buffer
            DispatchQueue.concurrentPerform(iterations: count) { index in
                places.initializeElement(at: index, to: transform(self[index]))
            }
            initializedCount = count
        }
    }
}
