"""Holds OSCAL documents against the models of compliance-trestle, the reference implementation's own reader, and its validators.

Usage: check_oscal.py DOCUMENT.json ...
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path


def trestle(folder: Path, *arguments: str) -> None:
    program = Path(sys.executable).parent / "trestle"
    run = subprocess.run([program, *arguments], cwd=folder, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    if run.returncode != 0:
        print(run.stdout + run.stderr, file=sys.stderr)
        raise SystemExit(f"trestle {' '.join(arguments)}: exit code {run.returncode}")


def main() -> int:
    documents = [Path(argument).resolve() for argument in sys.argv[1:]]
    if not documents:
        print(__doc__, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        trestle(work, "init", "--local")
        for index, document in enumerate(documents):
            name = f"document-{index}"
            trestle(work, "import", "-f", str(document), "-o", name)
            imported = [path for path in work.glob(f"*/{name}/*.json")]
            if len(imported) != 1:
                raise SystemExit(f"{document.name}: imported as {imported}")
            print(f"{document.name}: {imported[0].parent.parent.name}")
        trestle(work, "validate", "--all")
    return 0


if __name__ == "__main__":
    sys.exit(main())
