"""Checks a JSON report against docs/schemas/report.schema.json, and that a schema is a schema itself.

Usage: check_schemas.py REPORT STATEMENT_SCHEMA
"""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator


def main() -> int:
    report_path, statement_schema_path = sys.argv[1:3]
    root = Path(__file__).resolve().parent.parent
    report_schema = json.loads((root / "docs/schemas/report.schema.json").read_text(encoding="utf-8"))
    statement_schema = json.loads(Path(statement_schema_path).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(report_schema)
    Draft202012Validator.check_schema(statement_schema)
    report = json.loads(Path(report_path).read_text(encoding="utf-8"))
    errors = sorted(Draft202012Validator(report_schema).iter_errors(report), key=lambda error: list(error.absolute_path))
    for error in errors[:20]:
        print("/" + "/".join(str(step) for step in error.absolute_path) + ": " + error.message, file=sys.stderr)
    findings = sum(len(subject["findings"]) for subject in report["subjects"])
    print(f"{len(report['subjects'])} subjects, {findings} findings, {len(errors)} errors")
    return 1 if errors or not findings else 0


if __name__ == "__main__":
    sys.exit(main())
