/// Latin letters with their marks: which letter a base and a combining mark make together.
///
/// These are the canonical compositions of the Unicode Character Database whose result lies in Latin-1 Supplement, Latin
/// Extended-A and -B and Latin Extended Additional; every Vietnamese letter is among them. One row holds one mark and,
/// in pairs, a base and the letter it becomes. `NFCCompositionTests` compares the table with Foundation.
enum LatinCompositions {
    /// The letter a base and a mark make.
    static let compositions: [Pair: Unicode.Scalar] = {
        var compositions: [Pair: Unicode.Scalar] = [:]
        compositions.reserveCapacity(512)
        forEachRow { base, mark, letter in compositions[Pair(base: base, mark: mark)] = letter }
        return compositions
    }()

    /// The base and the mark a letter is made of.
    static let decompositions: [Unicode.Scalar: Pair] = {
        var decompositions: [Unicode.Scalar: Pair] = [:]
        decompositions.reserveCapacity(512)
        forEachRow { base, mark, letter in decompositions[letter] = Pair(base: base, mark: mark) }
        return decompositions
    }()

    /// Scalars that stand for one other scalar: signs encoded twice, and old tone marks.
    static let singletons: [Unicode.Scalar: Unicode.Scalar] = [
        "\u{0340}": "\u{0300}", "\u{0341}": "\u{0301}", "\u{0343}": "\u{0313}",
        "\u{212A}": "K", "\u{212B}": "\u{00C5}",
    ]

    /// A base and the mark after it.
    struct Pair: Hashable {
        let base: Unicode.Scalar
        let mark: Unicode.Scalar
    }

    private static func forEachRow(_ body: (Unicode.Scalar, Unicode.Scalar, Unicode.Scalar) -> Void) {
        for row in rows {
            var base: Unicode.Scalar?
            for scalar in row.pairs.unicodeScalars {
                if let first = base {
                    body(first, row.mark, scalar)
                    base = nil
                } else {
                    base = scalar
                }
            }
        }
    }

    private static let rows: [(mark: Unicode.Scalar, pairs: String)] = [
        ("\u{0300}", "AÀEÈIÌNǸOÒUÙWẀYỲaàeèiìnǹoòuùwẁyỳÂẦÊỀÔỒÜǛâầêềôồüǜĂẰăằĒḔēḕŌṐōṑƠỜơờƯỪưừ"),
        (
            "\u{0301}",
            "AÁCĆEÉGǴIÍKḰLĹMḾNŃOÓPṔRŔSŚUÚWẂYÝZŹaácćeégǵiíkḱlĺmḿnńoópṕrŕsśuúwẃyýzźÂẤÅǺÆǼÇḈÊẾÏḮÔỐÕṌØǾÜǗâấ"
                + "åǻæǽçḉêếïḯôốõṍøǿüǘĂẮăắĒḖēḗŌṒōṓŨṸũṹƠỚơớƯỨưứ"
        ),
        ("\u{0302}", "AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶZẐaâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷzẑẠẬạậẸỆẹệỌỘọộ"),
        ("\u{0303}", "AÃEẼIĨNÑOÕUŨVṼYỸaãeẽiĩnñoõuũvṽyỹÂẪÊỄÔỖâẫêễôỗĂẴăẵƠỠơỡƯỮưữ"),
        ("\u{0304}", "AĀEĒGḠIĪOŌUŪYȲaāeēgḡiīoōuūyȳÄǞÆǢÕȬÖȪÜǕäǟæǣõȭöȫüǖǪǬǫǭȦǠȧǡȮȰȯȱḶḸḷḹṚṜṛṝ"),
        ("\u{0306}", "AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭȨḜȩḝẠẶạặ"),
        (
            "\u{0307}",
            "AȦBḂCĊDḊEĖFḞGĠHḢIİMṀNṄOȮPṖRṘSṠTṪWẆXẊYẎZŻaȧbḃcċdḋeėfḟgġhḣmṁnṅoȯpṗrṙsṡtṫwẇxẋyẏzżŚṤśṥŠṦšṧſẛṢṨ"
                + "ṣṩ"
        ),
        ("\u{0308}", "AÄEËHḦIÏOÖUÜWẄXẌYŸaäeëhḧiïoötẗuüwẅxẍyÿÕṎõṏŪṺūṻ"),
        ("\u{0309}", "AẢEẺIỈOỎUỦYỶaảeẻiỉoỏuủyỷÂẨÊỂÔỔâẩêểôổĂẲăẳƠỞơởƯỬưử"),
        ("\u{030A}", "AÅUŮaåuůwẘyẙ"),
        ("\u{030B}", "OŐUŰoőuű"),
        ("\u{030C}", "AǍCČDĎEĚGǦHȞIǏKǨLĽNŇOǑRŘSŠTŤUǓZŽaǎcčdďeěgǧhȟiǐjǰkǩlľnňoǒrřsštťuǔzžÜǙüǚƷǮʒǯ"),
        ("\u{030F}", "AȀEȄIȈOȌRȐUȔaȁeȅiȉoȍrȑuȕ"),
        ("\u{0311}", "AȂEȆIȊOȎRȒUȖaȃeȇiȋoȏrȓuȗ"),
        ("\u{031B}", "OƠUƯoơuư"),
        ("\u{0323}", "AẠBḄDḌEẸHḤIỊKḲLḶMṂNṆOỌRṚSṢTṬUỤVṾWẈYỴZẒaạbḅdḍeẹhḥiịkḳlḷmṃnṇoọrṛsṣtṭuụvṿwẉyỵzẓƠỢơợƯỰưự"),
        ("\u{0324}", "UṲuṳ"),
        ("\u{0325}", "AḀaḁ"),
        ("\u{0326}", "SȘTȚsștț"),
        ("\u{0327}", "CÇDḐEȨGĢHḨKĶLĻNŅRŖSŞTŢcçdḑeȩgģhḩkķlļnņrŗsştţ"),
        ("\u{0328}", "AĄEĘIĮOǪUŲaąeęiįoǫuų"),
        ("\u{032D}", "DḒEḘLḼNṊTṰUṶdḓeḙlḽnṋtṱuṷ"),
        ("\u{032E}", "HḪhḫ"),
        ("\u{0330}", "EḚIḬUṴeḛiḭuṵ"),
        ("\u{0331}", "BḆDḎKḴLḺNṈRṞTṮZẔbḇdḏhẖkḵlḻnṉrṟtṯzẕ"),
    ]
}
