"""Times other rule engines on a workload that `bench generate` wrote, and compares their answers and times with ours."""

import json
import pathlib
import subprocess
import sys
import time

import datalogic_py
import zen
from cel_expr_python import cel


class CelCpp:
    """cel-expr-python: the document as a dictionary, absent facts are errors."""

    name = "cel-expr-python"
    form = "celOverMaps"

    def __init__(self, forms):
        self.env = cel.NewEnv(variables={"d": cel.Type.DYN})
        self.rules = [self.env.compile(form) for form in forms]

    def answers(self, document, _):
        activation = self.env.Activation(data={"d": document})
        found = []
        for rule in self.rules:
            value = rule.eval(activation).value()
            found.append("p" if value is True else "g" if value is False else "n")
        return found


class DataLogic:
    """datalogic-py: the document is read from its text once, which is the fastest way it offers."""

    name = "datalogic-py"
    form = "jsonLogic"

    def __init__(self, forms):
        self.engine = datalogic_py.Engine()
        self.session = self.engine.session()
        self.rules = [self.engine.compile(form) for form in forms]

    def answers(self, _, text):
        data = datalogic_py.DataHandle(text)
        evaluate = self.session.evaluate_data
        return [evaluate(rule, data) for rule in self.rules]


class Zen:
    """zen-engine: takes the document anew for each expression."""

    name = "zen-engine"
    form = "zen"

    def __init__(self, forms):
        self.rules = [zen.compile_expression(form) for form in forms]

    def answers(self, document, _):
        return [rule.evaluate(document) for rule in self.rules]


def main():
    bench, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    rules = json.loads((folder / "rules.json").read_text())
    texts = (folder / "documents.jsonl").read_text().splitlines()
    documents = [json.loads(text) for text in texts]
    kinds = [rule["kind"] for rule in rules]
    ours = run(bench, folder)
    peers, wrong = [], 0
    for peer in (CelCpp, DataLogic, Zen):
        engine = peer([rule[peer.form] for rule in rules])
        wrong += differences(engine, rules, documents, texts, ours["answers"])
        parts = {
            kind: peer([rule[peer.form] for rule in rules if rule["kind"] == kind]) for kind in dict.fromkeys(kinds)
        }
        peers.append((engine, parts))
    # Rounds of all engines, one after another, so that the machine's load falls on all of them; the least counts, for
    # the others of each document, which makes their spans as short as ours.
    times = {peer.name: {} for peer, _ in peers}
    for _ in range(5):
        for key, value in run(bench, folder).items():
            if key != "answers":
                ours[key] = min(ours[key], value)
        for peer, parts in peers:
            for key, engine in {"total": peer, **parts}.items():
                least = times[peer.name].setdefault(key, [float("inf")] * len(documents))
                for _ in range(5):
                    note_least(least, engine, documents, texts)
    means = {name: {key: sum(least) / len(least) for key, least in spent.items()} for name, spent in times.items()}
    table(ours, means, kinds)
    return 1 if wrong else 0


def run(bench, folder):
    return json.loads(subprocess.run([bench, "run", folder], check=True, capture_output=True).stdout)


def differences(engine, rules, documents, texts, expected):
    """The number of answers that differ from ours, each named."""
    count = 0
    for number, (document, text) in enumerate(zip(documents, texts)):
        for index, answer in enumerate(engine.answers(document, text)):
            if answer != expected[number][index]:
                count += 1
                if count <= 5:
                    ours = expected[number][index]
                    print(f"{engine.name}, document {number}: {answer}, not {ours}: {rules[index][engine.form]}")
    print(f"{engine.name}: {count} answers differ of {len(documents) * len(rules)}")
    return count


def note_least(least, engine, documents, texts):
    """Keeps the least nanoseconds seen for each document."""
    for index, (document, text) in enumerate(zip(documents, texts)):
        start = time.perf_counter_ns()
        engine.answers(document, text)
        least[index] = min(least[index], time.perf_counter_ns() - start)


def table(ours, times, kinds):
    """Microseconds for one document, and how many times ours the others take."""
    micro = lambda nanoseconds: f"{nanoseconds / 1000:.1f}"
    print("\n| µs for one document | all 120 rules, binding included | " + " | ".join(dict.fromkeys(kinds)) + " |")
    print("|---|---|" + "---|" * len(set(kinds)))
    row = [micro(ours["total"])] + [micro(ours[kind]) for kind in dict.fromkeys(kinds)]
    print("| this package | " + " | ".join(row) + " |")
    for name, spent in times.items():
        cells = [f"{micro(spent['total'])} ({spent['total'] / ours['total']:.1f} ×)"]
        cells += [micro(spent[kind]) for kind in dict.fromkeys(kinds)]
        print(f"| {name} | " + " | ".join(cells) + " |")
    read = ours["read"] + ours["total"]
    print(f"\nours: reading the text {micro(ours['read'])}, binding {micro(ours['bind'])}, evaluating {micro(ours['evaluate'])};")
    print(f"with the text read {micro(read)}: datalogic-py takes {times['datalogic-py']['total'] / read:.1f} ×")
    print(f"traced {micro(ours['trace'])} ({ours['trace'] / ours['evaluate']:.2f} ×),", end=" ")
    print(f"with what decided {micro(ours['reads'])} ({ours['reads'] / ours['evaluate']:.2f} ×)")


sys.exit(main())
