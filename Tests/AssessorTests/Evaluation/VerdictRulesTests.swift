import Assessor
import Model
import Testing

/// Every case of the tables of section 3, compared with the tables as written by hand.
@Suite struct VerdictRulesTests {
    @Test func conditions() throws {
        let table = try WrittenTable("condition")
        for applies in VerdictRules.Answer.allCases {
            for conform in VerdictRules.Answer.allCases {
                for partial in VerdictRules.Answer.allCases {
                    let verdict = VerdictRules.condition(applies: applies, conform: conform, partial: partial)
                    let words = [applies, conform, partial].map { "\($0)" }
                    #expect([verdict.rawValue] == (try table.result(words)), "\(words)")
                }
            }
        }
    }

    @Test func duties() throws {
        let table = try WrittenTable("duty")
        for done in VerdictRules.Doneness.allCases {
            for phase in VerdictRules.Phase.allCases {
                for isSoon in [true, false] {
                    for late in LateTreatment.allCases {
                        let decided = VerdictRules.duty(done, phase, isSoon: isSoon, late: late)
                        let words = ["\(done)", "\(phase)", isSoon ? "yes" : "no", late.rawValue]
                        let expected = try table.result(words)
                        #expect([decided.verdict.rawValue, decided.state.rawValue] == expected, "\(words)")
                    }
                }
            }
        }
    }

    @Test func levels() throws {
        let table = try WrittenTable("level")
        let grades: [Grade?] = [nil] + Grade.allCases
        for verdict in Verdict.allCases {
            for state in Timing.State.allCases {
                for grade in grades {
                    for force in Force.allCases {
                        let level = VerdictRules.level(verdict, state, grade, force)
                        let words = [verdict.rawValue, state.rawValue, grade?.rawValue ?? "none", force.rawValue]
                        #expect([level?.rawValue ?? "none"] == (try table.result(words)), "\(words)")
                    }
                }
            }
        }
    }

    /// error > nonconform > undetermined > partial > pending > conform; not applicable is neutral.
    @Test func theWorstOfTheItems() {
        let order: [Verdict] = [
            .error, .nonconform, .undetermined, .partial, .pending, .conform, .notApplicable, .notInForce,
        ]
        #expect(Set(order) == Set(Verdict.allCases))
        for (rank, verdict) in order.enumerated() {
            for other in order[rank...] {
                #expect(VerdictRules.worst([verdict, other]) == verdict)
                #expect(VerdictRules.worst([other, verdict, other]) == verdict)
            }
        }
        #expect(VerdictRules.worst([Verdict]()) == nil)
    }
}
