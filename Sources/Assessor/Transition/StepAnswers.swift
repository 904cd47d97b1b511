internal import CEL
internal import CivilTime
internal import Model

/// The steps of a switch: which are done, in which order.
extension TransitionAssembler {
    func stepAnswers() -> [StepAnswer] {
        var answers: [StepAnswer] = []
        var shown: Subject?
        for step in transition.steps {
            let before = answers.filter { step.after.contains($0.step.id) }
            let state = state(of: step, before: before, &shown)
            answers.append(StepAnswer(step: step, state: state, waitsFor: before.filter(\.isOpen).map(\.step.id)))
        }
        return answers
    }

    private func state(of step: TransitionStep, before: [StepAnswer], _ shown: inout Subject?) -> StepState {
        if let needed = step.needed {
            let judgement = subject.judge(needed, activation)
            switch judgement.answer {
            case .failed: return .failed(judgement.failure ?? .expression(needed.text))
            case .no:
                // That no event calls for it holds up to the day of the statement.
                guard isAfterStatement, before.contains(where: \.isOpen) else { return .notNeeded }
                let reads = subject.explains ? judgement.reads : subject.keeping(.full).judge(needed, activation).reads
                return reads.contains { isEvent($0) }
                    ? .notKnownSince(subject.statedOn) : .notNeeded
            case .yes: break
            case .unknown:
                let done = doneState(of: step, &shown)
                if case .notKnown = done { return done }
                if case .done = done { return done }
                return .notKnown(missing(judgement.unknowns))
            }
        }
        return doneState(of: step, &shown)
    }

    private func doneState(of step: TransitionStep, _ shown: inout Subject?) -> StepState {
        switch subject.date(step.done, activation) {
        case .failed(let failure): return .failed(failure)
        case .none: return isAfterStatement ? .notKnownSince(subject.statedOn) : .notDone
        case .unknown(let leaves): return stepShown(step, &shown).map { .done($0) } ?? .notKnown(missing(leaves))
        case .date(let date, let path):
            switch date.isOnOrBefore(StatedDate(subject.asOf)) {
            case .yes: return .done(date)
            case .no: return isAfterStatement ? .notKnownSince(subject.statedOn) : .notDone
            case .unknown: return .notKnown(missing([path].compactMap(\.self)))
            }
        }
    }

    /// When a step was taken as a statement made later shows it: nil where it does not.
    ///
    /// Before the day of the statement a list of what is in use today is open, for there may have been an earlier issue. That leaves
    /// open whether the step was taken before, not that it was taken: the day shown is the last it can have been.
    private func stepShown(_ step: TransitionStep, _ shown: inout Subject?) -> StatedDate? {
        guard subject.asOf < subject.statedOn else { return nil }
        let subject = shown ?? showing
        shown = subject
        guard case .date(let date, _) = subject.date(step.done, subject.activation(transition.environment)),
            date.isOnOrBefore(StatedDate(subject.asOf)) == .yes
        else { return nil }
        return date
    }

    /// The subject with lists of what is in use today taken for all there was.
    private var showing: Subject {
        let view = FactView(statement, in: library, asOf: subject.asOf, takingWhatIsShown: true)
        return Subject(view, subject.context, readings: subject.readings, subject.detail)
    }

    /// Whether a fact is an event or a list of events: something that may have happened since.
    private func isEvent(_ path: DataPath) -> Bool {
        let names = FactPath(path).fieldNames
        for length in 1...max(1, names.count) {
            guard let type = subject.vocabulary.field(at: Array(names.prefix(length)))?.type,
                let record = subject.vocabulary.record(of: type), let date = record.date
            else { continue }
            if case .date(.act)? = record.field(date)?.type { return true }
        }
        return false
    }

    /// Where a step was done, every step that comes before it should have been.
    func orderFaults(_ answers: [StepAnswer]) -> [OrderFault] {
        var faults: [OrderFault] = []
        for answer in answers {
            guard case .done(let date) = answer.state else { continue }
            for before in answers where answer.step.after.contains(before.step.id) {
                guard let kind = fault(date, after: before.state) else { continue }
                faults.append(
                    OrderFault(
                        step: answer.step.id, before: before.step.id, kind: kind, order: answer.step.order))
            }
        }
        return faults
    }

    private func fault(_ date: StatedDate, after state: StepState) -> OrderFault.Kind? {
        switch state {
        case .notNeeded: return nil
        case .notDone: return .withoutIt(date)
        case .notKnownSince(let day):
            // It was not done by then, and the other step was: whatever came later, the order was wrong.
            return date.isOnOrBefore(StatedDate(day)) == .yes ? .withoutIt(date) : .undetermined(date, nil)
        case .notKnown, .failed: return .undetermined(date, nil)
        case .done(let earlier):
            switch date.isBefore(earlier) {
            case .yes: return .earlier(date, than: earlier)
            case .no: return nil
            case .unknown: return .undetermined(date, earlier)
            }
        }
    }
}
