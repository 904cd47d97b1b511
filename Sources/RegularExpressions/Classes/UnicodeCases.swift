/// Letters that are the same but for their case: simple case folding (CaseFolding.txt, statuses C and S).
enum UnicodeCases {
    /// The other letters that fold to the same one.
    static func variants(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        if let listed = irregular[scalar.value] { return listed.compactMap(Unicode.Scalar.init) }
        var variants: [Unicode.Scalar] = []
        for mapping in [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping] {
            let scalars = Array(mapping.unicodeScalars)
            if scalars.count == 1, scalars[0] != scalar { variants.append(scalars[0]) }
        }
        return variants
    }
}
