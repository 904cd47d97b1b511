#!/usr/bin/env python3
"""Does what docs/ci.md says, in a new repository, with pre-commit itself: the first run must fail as the page says, the second pass.
With a program given, the steps of the action and of the component are run in the same repository too.

  check_ci.py PROGRAM            the hooks run the program given (`language: system`, as the page has it)
  check_ci.py --build            pre-commit builds the program from this repository, as it does where `language` is left out
"""

import argparse
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "ci.md"


def steps(page):
    """The files and commands of the page's first two sections, in order; a shown line of output is ("output", line)."""
    section, name, block, found = None, None, None, []
    for line in page.splitlines():
        if block is not None:
            if line == "```":
                if name is not None:
                    found.append((section, "file", name, "\n".join(block) + "\n"))
                name = block = None
            else:
                block.append(line)
        elif line.startswith("## "):
            section = line[3:]
        elif line.startswith("```"):
            block = []
        elif match := re.fullmatch(r"`([^`]+)`", line):
            name = match.group(1)
        elif line.startswith("    "):
            kind = "command" if line.split()[0] in ("git", "pre-commit") else "output"
            found.append((section, kind, line.strip(), None))
    return [step for step in found if step[0] in ("A repository", "Mended")]


def repository_of_hooks(folder):
    """A repository with the files of this one as they are now, committed or not; its path and its commit."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True).stdout
    for name in filter(None, listed.decode().split("\0")):
        source = ROOT / name
        if not source.is_file():
            continue
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)
    identity = ["-c", "user.name=check", "-c", "user.email=check@example.org"]
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)
    subprocess.run(["git", "add", "--all"], cwd=folder, check=True)
    subprocess.run(["git", *identity, "commit", "--quiet", "--message", "hooks"], cwd=folder, check=True)
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=folder, check=True, capture_output=True, text=True)
    return commit.stdout.strip()


def action_faults(user, program, surroundings):
    """Runs the step of action.yml with the inputs of a build, in the repository as the page leaves it."""
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    step = action["runs"]["steps"][-1]
    wanted = {"INPUT_" + name.upper().replace("-", "_") for name in action["inputs"] if name != "working-directory"}
    faults = []
    if set(step["env"]) != wanted:
        faults.append(f"action.yml: inputs {sorted(wanted)} and variables {sorted(step['env'])} differ")
    script = (ROOT / "scripts" / "check-step").read_text(encoding="utf-8")
    faults += [f"scripts/check-step: reads no {name}" for name in sorted(wanted) if "${" + name not in script]
    for inputs, status in (
        ({"INPUT_SARIF": "findings.sarif"}, 0),
        ({"INPUT_PATHS": "ban-khai\n", "INPUT_FAIL_ON": "undetermined", "INPUT_LANG": "en"}, 1),
        ({"INPUT_PATHS": "no such folder"}, 2),
    ):
        run = subprocess.run(
            [ROOT / "scripts" / "check-step", program], cwd=user, env=surroundings | inputs, capture_output=True, text=True,
            encoding="utf-8")
        if run.returncode != status:
            faults.append(f"scripts/check-step with {inputs} exits with {run.returncode}, not {status}:\n{run.stdout}{run.stderr}")
        if status == 1 and "::notice file=ban-khai/so-mau.yaml," not in run.stdout:
            faults.append(f"scripts/check-step with {inputs} prints no annotation:\n{run.stdout}")
    if not (user / "findings.sarif").is_file():
        faults.append("scripts/check-step writes no SARIF report")
    return faults


def component_faults(user, program, surroundings):
    """Runs the last command of the component's job, with its inputs filled in."""
    text = (ROOT / "templates" / "tuanthu.yml").read_text(encoding="utf-8")
    header, job = text.split("\n---\n")
    inputs = yaml.safe_load(header)["spec"]["inputs"]
    used = set(re.findall(r"\$\[\[ inputs\.(\w+) \]\]", job))
    faults = []
    if used != set(inputs):
        faults.append(f"templates/tuanthu.yml: inputs {sorted(inputs)} are declared, {sorted(used)} are used")
    for name, declared in inputs.items():
        job = job.replace(f"$[[ inputs.{name} ]]", str((declared or {}).get("default", name)))
    job = yaml.safe_load(job)["tuanthu"]
    command = job["script"][-1].replace(".tuanthu/.build/release/tuanthu", shlex.quote(str(program)))
    run = subprocess.run(["bash", "-c", command], cwd=user, env=surroundings, capture_output=True, text=True, encoding="utf-8")
    if run.returncode != 0:
        faults.append(f"templates/tuanthu.yml: its check exits with {run.returncode}:\n{run.stdout}{run.stderr}")
    faults += [
        f"templates/tuanthu.yml: no {file} is written"
        for file in job["artifacts"]["reports"].values() if not (user / file).is_file()
    ]
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", nargs="?", type=pathlib.Path)
    parser.add_argument("--build", action="store_true")
    options = parser.parse_args()
    if options.build == (options.program is not None):
        parser.error("give either a program or --build")
    if options.program and not options.program.is_file():
        parser.error(f"{options.program}: no such program")

    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        hooks, user, tools = scratch / "hooks", scratch / "user", scratch / "bin"
        for folder in (hooks, user, tools):
            folder.mkdir()
        commit = repository_of_hooks(hooks)
        surroundings = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "TUANTHU_"))}
        surroundings["PRE_COMMIT_HOME"] = str(scratch / "cache")
        path = [str(pathlib.Path(sys.executable).parent), surroundings["PATH"]]
        if options.program:
            (tools / "tuanthu").symlink_to(options.program.resolve())
            path.insert(0, str(tools))
        surroundings["PATH"] = os.pathsep.join(path)

        runs, output, faults = [], "", []
        for section, kind, text, content in steps(PAGE.read_text(encoding="utf-8")):
            if kind == "file":
                content = content.replace("https://example.org/tuanthu", str(hooks)).replace("v0.1.0", commit)
                if options.build:
                    content = re.sub(r"\n *language: system.*", "", content)
                target = user / text
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(content, encoding="utf-8")
            elif kind == "command":
                run = subprocess.run(
                    shlex.split(text), cwd=user, env=surroundings, capture_output=True, text=True, encoding="utf-8")
                output = run.stdout + run.stderr
                if text.startswith("pre-commit"):
                    runs.append(run.returncode)
                    wanted = {"A repository": 1, "Mended": 0}[section]
                    if run.returncode != wanted:
                        faults.append(f"{section}: `{text}` exits with {run.returncode}, not {wanted}:\n{output}")
                elif run.returncode != 0:
                    faults.append(f"{section}: `{text}` exits with {run.returncode}:\n{output}")
            elif text not in output:
                faults.append(f"{section}: the page shows `{text}`, but what was printed is:\n{output}")
        if len(runs) != 2:
            faults.append(f"{PAGE.name} runs pre-commit {len(runs)} times, not twice")
        if options.program and not faults:
            program = options.program.resolve()
            faults = action_faults(user, program, surroundings) + component_faults(user, program, surroundings)
        if faults:
            sys.exit("check_ci: " + "\n".join(faults))
        print("check_ci: the page does what it says: the first run fails, the second passes")


if __name__ == "__main__":
    main()
