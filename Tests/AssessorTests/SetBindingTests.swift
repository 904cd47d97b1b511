import Assessor
import Model
import Testing

/// A set that binds only some agencies: left out where it is known not to bind, undetermined where that is not known.
@Suite struct SetBindingTests {
    private static let kept = ["vn.qd-19-2014", "vn.edition-letters"]

    private func assessment(of example: Example) throws -> Assessment {
        Assessor.assess(try example.statement(), in: try example.context(), asOf: try day("2020-06-15"))
    }

    private func changed(_ line: String, _ other: String) throws -> Example {
        let example = try Example.named("kon-tum-so-khcn")
        let text = String(decoding: example.bytes, as: UTF8.self)
        #expect(text.contains(line))
        return example.replacing(Array(text.replacing(line, with: other).utf8))
    }

    private func sets(_ assessment: Assessment) -> Set<String> { Set(assessment.findings.map(\.rule.set)) }

    @Test func theProvinceOfTheAgencyIsPartOfTheDefault() throws {
        let assessment = try assessment(of: try Example.named("kon-tum-so-khcn"))
        #expect(sets(assessment) == Set(Self.kept + ["vn.provinces.kon-tum"]))
        #expect(assessment.unboundSets.contains("vn.provinces.bac-kan"))
        #expect(!assessment.unboundSets.contains("vn.provinces.kon-tum"))
        #expect(assessment.undecidedSets.isEmpty)
    }

    @Test func anAgencyElsewhereIsNotAskedForIt() throws {
        let assessment = try assessment(of: try changed("  province: Kon Tum\n", "  province: Ví Dụ\n"))
        #expect(sets(assessment) == Set(Self.kept))
        #expect(assessment.unboundSets.contains("vn.provinces.kon-tum"))
    }

    @Test func whereTheProvinceIsNotSaidNoRuleVanishes() throws {
        let stated = try assessment(of: try Example.named("kon-tum-so-khcn"))
        let silent = try assessment(of: try changed("  province: Kon Tum\n", ""))
        for rule in Set(stated.findings.map(\.rule.id)) {
            #expect(silent.findings.contains { $0.rule.id == rule }, "\(rule)")
        }
        let open = silent.findings.filter { $0.rule.set == "vn.provinces.kon-tum" && $0.verdict != .notInForce }
        #expect(!open.isEmpty && open.allSatisfy { $0.verdict == .undetermined })
        #expect(open.allSatisfy { $0.undeterminedBy.contains { $0.path.dotted == "agency.province" } })
        #expect(silent.undecidedSets.contains("vn.provinces.kon-tum"))
    }

    @Test func statingTheProvinceIsToldToSettleIt() throws {
        let example = try changed("  province: Kon Tum\n", "")
        let context = try example.context()
        let assessment = try assessment(of: example)
        let finding = try #require(assessment.findings.first { $0.rule.id == "kontum.dost.plan" })
        let changes = Assessor.changes(for: finding, in: assessment, context: context)
        #expect(changes.contains { $0.path.dotted == "agency.province" })
    }

    @Test func aRuleThatWasLeftOutIsExplained() throws {
        let example = try changed("  province: Kon Tum\n", "  province: Ví Dụ\n")
        let context = try example.context()
        let rule = try #require(context.library.rule("kontum.dost.plan"))
        let assessed = try assessment(of: example)
        let explanation = Assessor.explain(rule, assessed.statement, in: context, asOf: assessed.asOf)
        #expect(explanation.findings.map(\.verdict) == [.notApplicable])
        #expect(explanation.subjects.flatMap(\.parts).first?.key == "binds")
    }
}
