import Foundation
import Model
import Reports
import Testing

/// What the schema of OSCAL does not say: that what is referred to is there, and every UUID stands for one thing.
@Suite struct OSCALTests {
    private func walk(_ value: Any, _ take: (String, String) -> Void) {
        if let object = value as? [String: Any] {
            for (name, member) in object {
                if let text = member as? String { take(name, text) } else { walk(member, take) }
            }
        } else if let list = value as? [Any] {
            for element in list { walk(element, take) }
        }
    }

    @Test(arguments: [TestFormat.oscal, .plan])
    func everyReferenceIsToSomethingInTheDocument(_ format: TestFormat) throws {
        let document = try JSONSerialization.jsonObject(with: Data(format.bytes(try TestRun())))
        var uuids: [String] = []
        var references: [String] = []
        walk(document) { name, text in
            switch name {
            case "uuid": uuids.append(text)
            case "observation-uuid", "risk-uuid", "subject-uuid", "actor-uuid": references.append(text)
            case "href": if text.hasPrefix("#") { references.append(String(text.dropFirst())) }
            default: break
            }
        }
        #expect(Set(uuids).count == uuids.count)
        #expect(!references.isEmpty && Set(references).isSubset(of: uuids))
        #expect(
            uuids.allSatisfy {
                $0.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil
            })
    }

    @Test func theSameAgencyTwiceIsOneParty() throws {
        let twice = [TestRun.statements[0], (name: "khác.yaml", text: TestRun.statements[0].text)]
        let test = try TestRun(isPlain: true, statements: twice)
        let text = TestFormat.oscal.string(test)
        #expect(text.components(separatedBy: "\"external-ids\"").count == 2)
        var uuids: [String] = []
        walk(try JSONSerialization.jsonObject(with: Data(text.utf8))) { name, text in
            if name == "uuid" { uuids.append(text) }
        }
        #expect(Set(uuids).count == uuids.count)
    }

    @Test func aPlanWithNothingToDoSaysSo() throws {
        let text = """
            tuanthu: statement/1
            stated_on: 2020-06-01
            agency: {code: A}
            qms: {posted: false}

            """
        let test = try TestRun(asOf: "2013-01-01", isPlain: true, statements: [(name: "a.yaml", text: text)])
        let plan = TestFormat.plan.string(test, .en)
        #expect(plan.contains("Nothing to do") && !plan.contains("\"risks\""))
    }

    @Test func anotherDayGivesAnotherDocument() throws {
        func uuid(_ day: String) throws -> String? {
            let test = try TestRun(asOf: day, isPlain: true)
            let object = try JSONSerialization.jsonObject(with: Data(TestFormat.oscal.bytes(test))) as? [String: Any]
            return (object?["assessment-results"] as? [String: Any])?["uuid"] as? String
        }
        #expect(try uuid("2020-06-15") != uuid("2020-06-16"))
        #expect(try uuid("2020-06-15") == uuid("2020-06-15"))
    }
}
