"""Checks JSON reports against their schemas in docs/schemas, and that a schema is a schema itself.

Usage: check_schemas.py REPORT STATEMENT_SCHEMA DEADLINES
"""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

SCHEMAS = Path(__file__).resolve().parent.parent / "docs/schemas"


def errors_of(report, schema_name: str) -> int:
    schema = json.loads((SCHEMAS / schema_name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    errors = sorted(Draft202012Validator(schema).iter_errors(report), key=lambda error: list(error.absolute_path))
    for error in errors[:20]:
        print("/" + "/".join(str(step) for step in error.absolute_path) + ": " + error.message, file=sys.stderr)
    return len(errors)


def main() -> int:
    report, statement_schema, deadlines = (json.loads(Path(path).read_text(encoding="utf-8")) for path in sys.argv[1:4])
    Draft202012Validator.check_schema(statement_schema)
    errors = errors_of(report, "report.schema.json") + errors_of(deadlines, "deadlines.schema.json")
    findings = sum(len(subject["findings"]) for subject in report["subjects"])
    dates = len(deadlines["deadlines"])
    print(f"{len(report['subjects'])} subjects, {findings} findings, {dates} deadlines, {errors} errors")
    return 1 if errors or not findings or not dates else 0


if __name__ == "__main__":
    sys.exit(main())
