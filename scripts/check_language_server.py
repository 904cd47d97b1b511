"""Edits files against `tuanthu lsp` as an editor would, over the real protocol, and compares what it hears.

Usage: check_language_server.py PROGRAM

Ends with 0 where everything was as expected, else with the differences and 1. Standard library only.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from language_client import Client, ProtocolError

AS_OF = "2026-11-21"
ROOT = Path(__file__).resolve().parent.parent
failures = []


def expect(condition, what):
    if not condition:
        failures.append(what)


def place(text, mark, encoding="utf-16-le", count=0):
    """The position of the `↓` in `mark`, where `mark` without it stands in the text for the count-th time."""
    before, after = mark.split("↓")
    at = -1
    for _ in range(count + 1):
        at = text.index(before + after, at + 1)
    start = text.rfind("\n", 0, at + len(before)) + 1
    line = text[start : at + len(before)].encode(encoding)
    return text.count("\n", 0, at + len(before)), len(line) // (2 if encoding == "utf-16-le" else 1)


def offset(text, position):
    lines = text.split("\n")
    units = lines[position["line"]].encode("utf-16-le")[: 2 * position["character"]]
    return sum(len(line) + 1 for line in lines[: position["line"]]) + len(units.decode("utf-16-le"))


def applied(text, edits):
    """A text after edits, whose places are all of the text before."""
    for edit in sorted(edits, key=lambda edit: offset(text, edit["range"]["start"]), reverse=True):
        start, end = (offset(text, edit["range"][name]) for name in ("start", "end"))
        text = text[:start] + edit["newText"] + text[end:]
    return text


def labels(result):
    return [item["label"] for item in result["items"]]


class Editor:
    """A client with the texts of its documents."""

    def __init__(self, program, *options, encodings=("utf-16",)):
        self.client = Client([program, "lsp", "--as-of", AS_OF, *options])
        capabilities = {
            "general": {"positionEncodings": list(encodings)},
            "workspace": {"workspaceEdit": {"resourceOperations": ["create"]}},
        }
        self.capabilities = self.client.initialize(capabilities=capabilities)
        self.texts = {}
        self.versions = {}

    def open(self, path, text=None):
        text = Path(path).read_bytes().decode() if text is None else text
        uri = self.client.open(path, text)
        self.texts[uri] = text
        self.versions[uri] = 1
        return uri

    def replace(self, uri, old, new):
        """Types: the first stretch `old` becomes `new`, told as a change of a range."""
        text = self.texts[uri]
        start = place(text, "↓" + old)
        end = place(text, old + "↓")
        changed = {name: {"line": line, "character": unit} for name, (line, unit) in (("start", start), ("end", end))}
        self.versions[uri] += 1
        self.client.change(uri, self.versions[uri], {"range": changed, "text": new})
        self.texts[uri] = text.replace(old, new, 1)

    def diagnostics(self, uri):
        return self.client.diagnostics_of(uri, self.versions[uri])

    def at(self, method, uri, mark, count=0):
        line, character = place(self.texts[uri], mark, count=count)
        return self.client.at("textDocument/" + method, uri, line, character)

    def actions(self, uri, diagnostic):
        context = {"diagnostics": [diagnostic]}
        params = {"textDocument": {"uri": uri}, "range": diagnostic["range"], "context": context}
        return {action["title"]: action["edit"] for action in self.client.request("textDocument/codeAction", params)}


def findings_as_check_has_them(program, editor, path, least=10):
    """Every diagnostic of a statement is a finding of `check`, at its line and column, and the other way round."""
    run = [program, "check", str(path.parent), "--as-of", AS_OF, "--fail-on", "none", "--format", "json", "--lang", "en"]
    report = json.loads(subprocess.run(run, check=True, capture_output=True, cwd=path.parent).stdout)
    levels = {"error": 1, "warning": 2, "note": 3}
    expected = sorted(
        (Path(finding["location"]["file"]).name, finding["location"]["line"], levels[finding["level"]], finding["rule"])
        for finding in report["subjects"][0]["findings"]
        if finding["level"] is not None
    )
    uri = editor.open(path)
    editor.diagnostics(uri)
    # The tables' own diagnostics have come when a request is answered that was made after them.
    editor.client.request("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    found = sorted(
        (Path(file).name, item["range"]["start"]["line"] + 1, item["severity"], item["code"])
        for file, said in editor.client.diagnostics.items()
        if Path(file).parent.name == path.parent.name
        for item in said["diagnostics"]
    )
    expect(found == expected, f"{path}: {len(found)} diagnostics, {len(expected)} findings: {set(found) ^ set(expected)}")
    expect(len(found) > least, f"{path}: too few findings to compare: {len(found)}")
    return uri


def statements(program, folder):
    editor = Editor(program, "--lang", "en")
    path = folder / "so-mau" / "statement.yaml"
    uri = findings_as_check_has_them(program, editor, path)
    text = editor.texts[uri]

    # A misspelt key, and the way back by the offered fix.
    editor.replace(uri, "  website:", "  websiet:")
    wrong = editor.diagnostics(uri)
    expect([item["message"] for item in wrong] == ["“agency” has no key “websiet”; did you mean “website”?"], f"{wrong}")
    fix = editor.actions(uri, wrong[0])["Change to “website”"]["changes"][uri]
    expect(applied(editor.texts[uri], fix) == text, "the fix of a misspelling is not the text before")

    # A broken text: one error, and the last tree answers.
    editor.replace(uri, "  websiet:", "  website")
    broken = editor.diagnostics(uri)
    expect(len(broken) == 1 and broken[0]["severity"] == 1, f"{broken}")
    hover = editor.at("hover", uri, "  lev↓el:")["contents"]["value"]
    expect("Which kind named in Article 2" in hover, hover)
    editor.replace(uri, "  website", "  website:")
    expect(len(editor.diagnostics(uri)) > 10, "the text is whole again and nothing is found")

    # Hover over a finding: the verdict, why, and the citation.
    hover = editor.at("hover", uri, "applied_on: ↓!none Quy trình")["contents"]["value"]
    for words in ("does not conform", "qd19.art4.4.a", "Article 4, clause 4, point a"):
        expect(words in hover, hover)

    # Completion while a key and a value are typed.
    editor.replace(uri, "  systems: 1\n", "  systems: 1\n  off\n")
    expect("office_included" in labels(editor.at("completion", uri, "  off↓\n")), "no keys")
    editor.replace(uri, "  off\n", "  lead_unit2: {kind: }\n")
    editor.replace(uri, "    kind: science_department", "    kind: s")
    expect("science_department" in labels(editor.at("completion", uri, "    kind: s↓\n")), "no choices")
    editor.replace(uri, "    kind: s\n", "    kind: science_department\n")
    editor.replace(uri, "  lead_unit2: {kind: }\n", "")
    expect(editor.texts[uri] == text, "the script has a mistake")

    symbols = editor.client.request("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    expect([symbol["name"] for symbol in symbols] == ["tuanthu", "stated_on", "agency", "qms"], f"{symbols}")
    options = {"tabSize": 2, "insertSpaces": True}
    editor.replace(uri, "  systems: 1\n", "  systems:    1  \n\n\n")
    edits = editor.client.request("textDocument/formatting", {"textDocument": {"uri": uri}, "options": options})
    expect(applied(editor.texts[uri], edits) == text.replace("  systems: 1\n", "  systems: 1\n\n"), f"{edits}")
    expect(editor.client.finish() == 0, "exit code")
    expect(editor.client.notices == [], f"{editor.client.notices}")


def small_statement(program, folder):
    """Missing keys, a TTHC code to its record, a waiver, and letters of two UTF-16 units."""
    editor = Editor(program, "--lang", "en", "--profile", "tu-danh-gia")
    path = folder / "nhỏ" / "bản khai.yaml"
    path.parent.mkdir()
    text = (
        "tuanthu: statement/1\nstated_on: 2026-10-30\nagency: {code: A-😀, level: provincial_department}\n"
        'qms:\n  tthc:\n    - {code: "1.00123", name: Cấp phép 😀}\n'
        '  procedures:\n    - {code: QT-01, covers: ["1.00123"]}\n'
        "  declarations:\n    - {decision: 1/QĐ, date: 2019-01-01, edition: iso-9001-2015, status: in_effect}\n"
    )
    path.write_text(text, encoding="utf-8")
    uri = editor.open(path)
    found = editor.diagnostics(uri)
    target = editor.at("definition", uri, 'covers: ["1.↓00123"')
    line, character = place(text, "    - ↓{code")
    expect([place["range"]["start"] for place in target] == [{"line": line, "character": character}], f"{target}")

    procedure = next(item for item in found if item["range"]["start"]["line"] == 7)
    actions = editor.actions(uri, procedure)
    title = next(title for title in actions if title.endswith("!unknown"))
    changed = applied(text, actions[title]["changes"][uri])
    expect(changed.replace(text[-1], "") != text and ": !unknown }" in changed.split("\n")[7], changed)
    editor.replace(uri, text, changed)
    expect(all(item["severity"] != 1 or "code" in item for item in editor.diagnostics(uri)), "the inserted key is an error")

    # A requirement of the standard that is not met can be waived; a requirement of the law cannot.
    editor.replace(uri, "  declarations:", "  policy: !none chưa có\n  declarations:")
    offered = {title for item in editor.diagnostics(uri) for title in editor.actions(uri, item)}
    waivers = {title for title in offered if title.startswith("Begin a waiver")}
    expect(waivers and all("iso-9001" in title for title in waivers), f"{sorted(offered)}")
    expect(editor.client.finish() == 0, "exit code")


def rules(program, folder):
    editor = Editor(program, "--lang", "en")
    path = folder / "rules" / "vn" / "qd-19-2014" / "article-04-declare.yaml"
    uri = editor.open(path)
    expect(editor.diagnostics(uri) == [], f"{editor.client.diagnostics[uri]}")
    for mark, word in (
        ("id: qd19.art4.3.↓order", "Applying comes before declaring"),
        ("source: qd-19-↓2014", "issued 2014-03-05"),
        ("applies: bou↓nd", "being bound by Decision 19"),
        ("qms.applied_↓from", "Since when has the QMS been in use?"),
        ("conform: d.on_annex_↓form", "Is it on the form of Annex I"),
        ("param.decision_19↓_in_force", "2014-05-18"),
        ("late↓st(", "→"),
        ("evidence: [issue_↓decision", "issue_decision"),
    ):
        hover = editor.at("hover", uri, mark)
        expect(hover is not None and word in hover["contents"]["value"], f"{mark}: {hover}")
    for mark, file, words in (
        ("source: qd-19-↓2014", "set.yaml", "qd-19-2014:"),
        ("applies: bou↓nd", "set.yaml", "mandatory ||"),
        ("param.decision_19↓_in_force", "set.yaml", "decision_19_in_force:"),
        ("conform: d.on_annex_↓form", "declarations.yaml", "on_annex_form:"),
    ):
        target = editor.at("definition", uri, mark)
        expect(target is not None and target[0]["uri"].endswith(file), f"{mark}: {target}")
        if target:
            found = path.parent / file if file == "set.yaml" else next(folder.rglob(file))
            line = found.read_text(encoding="utf-8").split("\n")[target[0]["range"]["start"]["line"]]
            expect(words in line, f"{mark}: {line}")

    editor.replace(uri, "conform: d.on_annex_form", "conform: d.on_anex_form")
    wrong = editor.diagnostics(uri)
    expect(len(wrong) == 1 and "on_annex_form" in wrong[0]["message"], f"{wrong}")
    fix = editor.actions(uri, wrong[0])["Change to “on_annex_form”"]["changes"][uri]
    expect(applied(editor.texts[uri], fix) == path.read_text(encoding="utf-8"), f"{fix}")
    editor.replace(uri, "conform: d.on_anex_form", "conform: d.")
    expect("on_annex_form" in labels(editor.at("completion", uri, "conform: d.↓")), "no fields")
    editor.replace(uri, "conform: d. ", "conform: d.on_annex_form ")
    expect(editor.diagnostics(uri) == [], "the rules are whole again")

    # What the lint of the library says of the file: a condition that is always true.
    editor.replace(uri, "conform: d.on_annex_form == true", "conform: d.on_annex_form == true || d.on_annex_form != true")
    said = [item["message"] for item in editor.diagnostics(uri)]
    expect(any("always true" in message for message in said), f"{said}")
    tests = path.with_name("article-04-declare.test.yaml")
    other = editor.open(tests)
    hover = editor.at("hover", other, "rule: qd19.art4.3.↓order")
    expect(hover is not None and "Applying comes before" in hover["contents"]["value"], f"{hover}")
    expect(editor.client.finish() == 0, "exit code")


def configured(program, folder):
    """A repository with a configuration, waivers and a baseline: what the server says is what `check` says there."""
    repository = folder / "kho"
    path = repository / "ban-khai" / "so-mau" / "statement.yaml"
    shutil.copytree(folder / "so-mau", path.parent)
    # The configuration is looked for up to the root of the repository.
    (repository / ".git").mkdir()
    waivers = (ROOT / "examples" / "kho-mau" / "chap-nhan.yaml").read_text(encoding="utf-8")
    (repository / "chap-nhan.yaml").write_text(waivers, encoding="utf-8")
    settings = repository / "tuanthu.yml"
    text = (
        'tuanthu: config/1\npaths: [ban-khai]\nselect: ["profile:mac-dinh", iso.9001-2015]\nignore: [iso-9001-2015.8.*]\n'
        "waivers: chap-nhan.yaml\nbaseline: moc.json\nparameters: {legal_update_limit: P1M}\n"
        "interpretations: {year_window: rolling}\nformats: [text, sarif=bao-cao.sarif]\n"
    )
    settings.write_text(text, encoding="utf-8")
    write = [program, "baseline", "write", "--select", "profile:mac-dinh", "--as-of", AS_OF]
    subprocess.run(write, check=True, capture_output=True, cwd=repository)

    editor = Editor(program, "--lang", "en")
    uri = findings_as_check_has_them(program, editor, path)
    said = editor.client.diagnostics[uri]["diagnostics"]
    expect(any("baseline: new" in item["message"] for item in said), "no finding is said to be new")
    accepted = [item for item in said if item["code"] == "iso-9001-2015.6.3.a" and "Gắn mã QR" in item["message"]]
    expect(accepted == [], f"a waiver is not followed: {accepted}")

    # The configuration as it is typed counts, and what is wrong with it stands where it is.
    config = editor.open(settings)
    expect(editor.diagnostics(config) == [], f"{editor.client.diagnostics[config]}")
    before = len(editor.diagnostics(uri))
    editor.replace(config, "ignore: [iso-9001-2015.8.*]", "ignore: [iso-9001-2015.*]")
    editor.diagnostics(config)
    editor.client.request("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    expect(0 < len(editor.client.diagnostics[uri]["diagnostics"]) < before, "the open configuration is not followed")
    editor.replace(config, "select: [", "selct: [")
    (wrong,) = editor.diagnostics(config)
    expect("did you mean “select”" in wrong["message"] and wrong["range"]["start"]["line"] == 2, f"{wrong}")
    editor.client.request("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    (elsewhere,) = editor.client.diagnostics[uri]["diagnostics"]
    expect("tuanthu.yml:3" in elsewhere["message"], f"{elsewhere}")
    editor.replace(config, "selct: [", "select: [")
    editor.replace(config, "waivers: chap-nhan.yaml", "waivers: khong-co.yaml")
    (wrong,) = editor.diagnostics(config)
    expect(wrong["range"]["start"]["line"] == 4 and "khong-co.yaml" in wrong["message"], f"{wrong}")
    editor.replace(config, "waivers: khong-co.yaml", "waivers: chap-nhan.yaml")
    expect("legal_update_limit" in labels(editor.at("completion", config, "parameters: {↓legal")), "no parameters")

    # Waivers are held against the rules; a change on the disk is taken up when the client tells of it.
    file = editor.open(repository / "chap-nhan.yaml")
    expect(editor.diagnostics(file) == [], f"{editor.client.diagnostics[file]}")
    editor.replace(file, "rule: iso-9001-2015.6.3.a", "rule: qd19.art4.4.a")
    (wrong,) = editor.diagnostics(file)
    expect("cannot be waived" in wrong["message"], f"{wrong}")
    editor.replace(file, "rule: qd19.art4.4.a", "rule: iso-9001-2015.6.3.a")
    expect(editor.diagnostics(file) == [], "the waivers are whole again")
    settings.write_text("tuanthu: config/1\n", encoding="utf-8")
    editor.client.notify("textDocument/didClose", {"textDocument": {"uri": config}})
    editor.client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": config, "type": 2}]})
    editor.client.request("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    expect(all("baseline:" not in item["message"] for item in editor.client.diagnostics[uri]["diagnostics"]), "not re-read")
    expect(editor.client.finish() == 0, "exit code")


def protocol(program):
    """What a client should not say is answered with an error, and the session goes on."""
    client = Client([program, "lsp"])
    for method, code in (("textDocument/hover", -32002), ("shutdown", -32002)):
        try:
            client.request(method, {})
            failures.append(f"{method} before initialize was answered")
        except ProtocolError as error:
            expect(error.code == code, f"{method}: {error}")
    capabilities = client.initialize(encodings=("utf-8", "utf-16"))
    expect(capabilities["positionEncoding"] == "utf-8", f"{capabilities}")
    client.send_bytes(b"Content-Length: 3\r\n\r\n{x}" + b"Content-Length: none\r\n\r\n")
    client.wait(lambda: None in client.answers)
    expect(client.answers.pop(None)["error"]["code"] == -32700, "a message that is no JSON")
    client.notify("$/cancelRequest", {"id": 99})
    client.notify("no/such/notification")
    try:
        client.request("no/such/request")
        failures.append("an unknown request was answered")
    except ProtocolError as error:
        expect(error.code == -32601, f"{error}")
    uri = client.open("/không/có/tệp.yaml", "tuanthu: statement/1\nstated_on: 2026-10-30\nagency: {code: Đ, levl: x}\n")
    found = client.diagnostics_of(uri, 1)
    expect(found[0]["range"]["start"] == {"line": 2, "character": 19}, f"{found}")
    expect(client.finish() == 0, "exit code")

    abrupt = Client([program, "lsp"])
    abrupt.initialize()
    abrupt.process.stdin.close()
    expect(abrupt.process.wait(abrupt.patience) == 1, "a client that goes away")


def measured(program, folder, repeats=40):
    """How long a change of examples/so-mau takes until its diagnostics are there, in milliseconds."""
    editor = Editor(program)
    uri = editor.open(folder / "so-mau" / "statement.yaml")
    editor.diagnostics(uri)
    times = []
    before, after = "  systems: 1\n", "  systems: 2\n"
    for _ in range(repeats):
        start = time.perf_counter()
        editor.replace(uri, before, after)
        editor.diagnostics(uri)
        times.append(1000 * (time.perf_counter() - start))
        before, after = after, before
    editor.client.finish()
    times.sort()
    return times[len(times) // 2], times[-1]


def main():
    program = str(Path(sys.argv[1]).absolute())
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch).resolve()
        shutil.copytree(ROOT / "examples" / "so-mau", folder / "so-mau")
        shutil.copytree(ROOT / "rules", folder / "rules")
        protocol(program)
        statements(program, folder)
        small_statement(program, folder)
        configured(program, folder)
        rules(program, folder)
        median, longest = measured(program, folder)
    for failure in failures:
        print(f"check_language_server: {failure[:2000]}", file=sys.stderr)
    if failures:
        sys.exit(1)
    print(f"language server: as expected; a change of so-mau to its diagnostics: median {median:.1f} ms, longest {longest:.1f} ms")


if __name__ == "__main__":
    main()
