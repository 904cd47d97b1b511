/// Finds the name a person most likely meant.
package enum Suggestion {
    /// The nearest of the names, if it is near: at most a third of the letters wrong (optimal string alignment distance).
    package static func nearest(to word: String, among names: some Sequence<String>) -> String? {
        let letters = Array(word.unicodeScalars)
        let limit = max(1, letters.count / 3)
        var best: (name: String, distance: Int)?
        for name in names.sorted() {
            let distance = distance(letters, Array(name.unicodeScalars), limit: limit)
            // A word of which nothing is right is like every other.
            guard distance <= limit, distance < letters.count else { continue }
            if best.map({ distance < $0.distance }) ?? true { best = (name, distance) }
        }
        return best?.name
    }

    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int {
        if abs(left.count - right.count) > limit { return limit + 1 }
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for i in 0..<left.count {
            var row = [i + 1]
            row.reserveCapacity(right.count + 1)
            for j in 0..<right.count {
                var cost = last[j] + (left[i] == right[j] ? 0 : 1)
                cost = min(cost, row[j] + 1, last[j + 1] + 1)
                let isSwap = i > 0 && j > 0 && left[i] == right[j - 1] && left[i - 1] == right[j]
                if isSwap { cost = min(cost, beforeLast[j - 1] + 1) }
                row.append(cost)
            }
            beforeLast = last
            last = row
        }
        return last[right.count]
    }
}

/// The name somebody may have meant.
public enum NearestName {
    /// The name most like a word that is none of them, if one is near.
    public static func nearest(to word: String, among names: some Sequence<String>) -> String? {
        Suggestion.nearest(to: word, among: names)
    }
}
