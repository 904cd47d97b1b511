extension CivilDate: CustomStringConvertible {
    /// The date in the extended format of ISO 8601-1, `YYYY-MM-DD`: the one form ``parse(_:)`` takes.
    public var description: String {
        let (year, month, day) = components
        return String(unsafeUninitializedCapacity: 10) { buffer in
            buffer[0] = CivilDate.digit(year / 1000)
            buffer[1] = CivilDate.digit(year / 100 % 10)
            buffer[2] = CivilDate.digit(year / 10 % 10)
            buffer[3] = CivilDate.digit(year % 10)
            buffer[4] = UInt8(ascii: "-")
            buffer[5] = CivilDate.digit(month / 10)
            buffer[6] = CivilDate.digit(month % 10)
            buffer[7] = UInt8(ascii: "-")
            buffer[8] = CivilDate.digit(day / 10)
            buffer[9] = CivilDate.digit(day % 10)
            return 10
        }
    }

    private static func digit(_ value: Int) -> UInt8 {
        UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value)
    }
}
