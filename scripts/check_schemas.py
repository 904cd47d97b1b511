"""Checks JSON reports against their schemas in docs/schemas, and that every schema is a schema itself.

Usage: check_schemas.py --statement SCHEMA NAME=REPORT ...   (NAME as in docs/schemas/NAME.schema.json)
"""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

SCHEMAS = Path(__file__).resolve().parent.parent / "docs/schemas"
# What a report has to hold, so that it was checked at all.
CONTENTS = {
    "report": lambda report: sum(len(subject["findings"]) for subject in report["subjects"]),
    "deadlines": lambda report: len(report["deadlines"]),
    "transition": lambda report: min(len(report["steps"]), len(report["clauses"])),
    "ask": lambda report: sum(len(subject["questions"]) for subject in report["subjects"]),
    "explain": lambda report: min(len(report["findings"]), *(len(entry["parts"]) for entry in report["findings"])),
    "portfolio": lambda report: min(len(report["quotas"]), len(report["units"])),
    "line": lambda line: len(line.get("findings", line["errors"])),
    "trend": lambda report: len(report["points"]),
    "snapshot": lambda lines: lines[-1]["end"]["findings"],
    "snapshot-diff": lambda report: sum(len(statement["changes"]) for statement in report["statements"]),
    "baseline": lambda entries: len(entries) - 1,
    "inspect-plan": lambda report: min(len(report["visits"]), len(report["shares"])),
    "inspect-pack": lambda report: sum(len(head["findings"]) for head in report["heads"]),
    "inspect-record": lambda report: sum(len(record["heads"]) for record in report["records"]),
    "inspect-follow-up": lambda report: sum(len(record["points"]) for record in report["records"]),
    "inspect-campaign": lambda report: len(report["visits"]) + len(report["ratings"]),
    "diff": lambda report: sum(len(agency["findings"]) for agency in report["agencies"]),
}


def read(path: Path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in text.splitlines()]
    return json.loads(text)


def main() -> int:
    arguments = sys.argv[1:]
    if len(arguments) < 3 or arguments[0] != "--statement":
        print(__doc__, file=sys.stderr)
        return 2
    Draft202012Validator.check_schema(read(Path(arguments[1])))
    schemas = {path.name: read(path) for path in sorted(SCHEMAS.glob("*.schema.json"))}
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    registry = Registry().with_resources((name, Resource.from_contents(schema)) for name, schema in schemas.items())
    failed = False
    checked = set()
    for argument in arguments[2:]:
        name, path = argument.split("=", 1)
        report = read(Path(path))
        validator = Draft202012Validator(schemas[f"{name}.schema.json"], registry=registry)
        errors = sorted(validator.iter_errors(report), key=lambda error: list(map(str, error.absolute_path)))
        for error in errors[:20]:
            print(name + " /" + "/".join(map(str, error.absolute_path)) + ": " + error.message[:400], file=sys.stderr)
        content = CONTENTS[name](report)
        print(f"{name}: {content} entries, {len(errors)} errors")
        checked.add(f"{name}.schema.json")
        failed = failed or bool(errors) or not content
    for name in sorted(set(schemas) - checked):
        print(f"{name}: no report was checked against it", file=sys.stderr)
        failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
