/// Worked out with Python's hashlib, not with this program.
enum SampleByHand {
    static let order = ["c", "e", "b", "a", "d"]
    static let drawn = ["c", "a"]
}
