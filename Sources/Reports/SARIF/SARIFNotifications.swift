internal import Model

/// What a SARIF run says of itself: inputs that could not be read, and what was cut to stay within the limits.
enum SARIFNotifications {
    static func problems(_ problems: [InputProblem], _ phrasing: Phrasing) -> [JSONValue] {
        problems.map { problem in
            .object([
                "level": problem.isError ? "error" : "warning",
                "descriptor": .object(["id": "input"]),
                "message": .object(["text": .string(problem.message[phrasing.language])]),
                "locations": problem.place.map { .array([SARIFPlaces.location($0)]) },
            ])
        }
    }

    static func cuts(_ cuts: SARIFCuts, _ limits: SARIFLimits, _ phrasing: Phrasing) -> [JSONValue] {
        var texts: [String] = []
        let dropped = cuts.results.values.reduce(0, +)
        if dropped > 0 {
            let levels = cuts.results.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            texts.append(
                phrasing.pick(
                    "Đã lược \(dropped) kết quả nhẹ nhất (\(levels)) vì mỗi lần chạy chỉ nhận \(limits.results) kết quả.",
                    "\(dropped) results of the least weight (\(levels)) were left out: a run may have \(limits.results)."
                ))
        }
        if cuts.rules > 0 {
            texts.append(
                phrasing.pick(
                    "Đã lược \(cuts.rules) yêu cầu cùng kết quả của chúng vì mỗi lần chạy chỉ nhận \(limits.rules) yêu cầu.",
                    "\(cuts.rules) rules and their results were left out: a run may have \(limits.rules)."))
        }
        if cuts.tags > 0 {
            texts.append(
                phrasing.pick(
                    "Đã lược \(cuts.tags) nhãn vì mỗi yêu cầu chỉ nhận \(limits.tags) nhãn.",
                    "\(cuts.tags) tags were left out: a rule may have \(limits.tags)."))
        }
        if cuts.texts > 0 {
            texts.append(
                phrasing.pick(
                    "Đã cắt \(cuts.texts) đoạn mô tả ở \(limits.characters) ký tự.",
                    "\(cuts.texts) descriptions were cut at \(limits.characters) characters."))
        }
        if cuts.locations > 0 {
            texts.append(
                phrasing.pick(
                    "Đã lược \(cuts.locations) vị trí liên quan vì mỗi kết quả chỉ nêu \(limits.relatedLocations) vị trí.",
                    "\(cuts.locations) related places were left out: a result names \(limits.relatedLocations)."))
        }
        return texts.map { text in
            .object([
                "level": "note", "descriptor": .object(["id": "cut"]), "message": .object(["text": .string(text)]),
            ])
        }
    }
}
