internal import Model
internal import Portfolio

/// Where the page of a unit lies, and links to it.
public struct UnitLinks: Sendable {
    private let folder: String?

    /// Links into a folder, relative to the page they stand on; nil makes plain text of them.
    public init(folder: String?) { self.folder = folder }

    /// The name of a unit's file: letters and digits of ASCII stay, every other byte of the code is written in hexadecimal after `_`, so that
    /// two codes never share a file. A code too long for a file's name is told by the unit's position in the register.
    public static func fileName(code: String, position: Int) -> String {
        var name = ""
        for byte in code.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16)
                name += digits.utf8.count == 1 ? "_0\(digits)" : "_\(digits)"
            }
        }
        let longest = 180
        return (name.utf8.count > longest || name.isEmpty ? "_n\(position)" : name) + ".html"
    }

    /// The address of a unit's page.
    func address(_ unit: UnitResult, in register: Register) -> String? {
        guard let folder else { return nil }
        let name = Self.fileName(code: unit.unit.code, position: register.position(ofUnit: unit.unit.code) ?? 0)
        return Self.percentEncoded(folder.isEmpty || folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)")
    }

    /// A link with a text, as markup.
    func link(_ unit: UnitResult, _ text: String, in register: Register) -> String {
        guard let address = address(unit, in: register) else { return HTMLText.escaped(text) }
        return "<a href=\"\(HTMLText.escaped(address))\">\(HTMLText.escaped(text))</a>"
    }

    /// A path as part of an address: RFC 3986, section 2.
    static func percentEncoded(_ path: String) -> String {
        let hexadecimal = Array("0123456789ABCDEF")
        var result = ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                result.append("%")
                result.append(hexadecimal[Int(byte >> 4)])
                result.append(hexadecimal[Int(byte & 15)])
            }
        }
        return result
    }
}
