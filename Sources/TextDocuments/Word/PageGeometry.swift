/// A4 and its margins in twentieths of a point: upright 20 mm above and below, 30 mm on the left for the binding, 15 mm on the
/// right; lying 20 mm above and on the left, 15 mm else.
struct PageGeometry {
    let width: Int
    let height: Int
    let top: Int
    let bottom: Int
    let left: Int
    let right: Int

    /// The page upright.
    static let portrait = PageGeometry(width: 11906, height: 16838, top: 1134, bottom: 1134, left: 1701, right: 850)
    /// The page lying.
    static let landscape = PageGeometry(width: 16838, height: 11906, top: 1134, bottom: 850, left: 1134, right: 850)

    /// The page of a section.
    init(_ section: DocumentSection) { self = section.isLandscape ? .landscape : .portrait }

    private init(width: Int, height: Int, top: Int, bottom: Int, left: Int, right: Int) {
        self.width = width
        self.height = height
        self.top = top
        self.bottom = bottom
        self.left = left
        self.right = right
    }

    /// The width between the margins.
    var textWidth: Int { width - left - right }
}
