#!/usr/bin/env python3
"""Opens the HTML pages in a real browser, and holds them against the JSON of the same run.

    scripts/check_pages.py PROGRAM [REGISTER DAY]

For a committee's page, pages of its units and the report on a statement, in Vietnamese and English: axe-core finds nothing, at a
desk's width and a telephone's, nothing is asked of the network, nothing stands out of the window, without JavaScript the text is the
same, every figure can be worked out from the JSON, every link leads to a file, sizes keep their limits, and paper is A4.
Needs Debian's chromium (scripts/bootstrap --pages).
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

PAGE_LIMIT = 2_000_000
UNIT_LIMIT = 500_000
A4 = (595, 842)  # points
WIDTHS = (1280, 390)
APPLICABLE = ("conform", "partial", "pending", "nonconform", "undetermined", "error")
WORST = ("error", "nonconform", "undetermined", "partial", "pending", "conform", "not_applicable", "not_in_force")
LETTERS = {
    "vi": {"conform": "Đ", "partial": "M", "pending": "T", "nonconform": "K"},
    "en": {"conform": "Y", "partial": "P", "pending": "W", "nonconform": "N"},
}
SAME_LETTERS = {"undetermined": "?", "not_applicable": "–", "not_in_force": "·", "error": "!"}
failures = []


def orders():
    """The rules that ask for an order of steps, of which no days are counted."""
    found = set()
    for folder, _, names in os.walk(os.path.join(os.path.dirname(__file__), "..", "rules")):
        for name in sorted(names):
            if not name.endswith(".yaml") or name.count(".") > 1:
                continue
            rule = None
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                for line in file:
                    begun = re.match(r"  - id: (\S+)", line)
                    rule = begun.group(1) if begun else rule
                    if re.search(r"\bkind: before_step\b", line):
                        found.add(rule)
    return found


ORDERS = orders()


def check(condition, what):
    if not condition:
        failures.append(what)


def equal(shown, expected, what):
    check(shown == expected, f"{what}: the page shows {shown!r}, the JSON gives {expected!r}")


class Words:
    """Numbers as the page of a language writes them."""

    def __init__(self, language):
        self.language = language

    def number(self, value):
        return f"{value:,}".replace(",", "." if self.language == "vi" else ",")

    def range(self, low, high):
        if low == high:
            return self.number(low)
        return f"{self.number(low)} {'đến' if self.language == 'vi' else 'to'} {self.number(high)}"

    def interval(self, value):
        return self.range(value["at_least"], value["at_most"])


def run(program, *arguments):
    done = subprocess.run([program, *arguments], capture_output=True, text=True)
    if done.returncode != 0 or done.stderr:
        sys.exit(f"check_pages: {' '.join(arguments)}: exit {done.returncode}: {done.stderr[:500]}")
    return done.stdout


# What the page shows, read out of the document as it stands.
READ = """() => {
  const text = element => element ? element.textContent.trim().replace(/\\s+/g, ' ') : null;
  const rows = selector => [...document.querySelectorAll(selector)];
  const cells = row => [...row.querySelectorAll('th,td')].map(text);
  return {
    facts: Object.fromEntries(rows('.facts dd[data-figure]').map(d => [d.dataset.figure, text(d)])),
    attention: Object.fromEntries(rows('h3 span[data-figure]').map(s => [s.dataset.figure,
      [text(s), s.parentElement.nextElementSibling.children.length]])),
    ended: text((document.getElementById('attention-ended') || {}).nextElementSibling) || '',
    steps: rows('tr[data-step]').map(r => [r.dataset.step, cells(r)[1], text(r.lastElementChild)]),
    points: rows('tr[data-day]').map(r => [r.dataset.day, cells(r)[1], cells(r)[2]]),
    quotas: rows('.quota').map(q => ({rule: q.dataset.rule, occurrence: q.dataset.occurrence,
      met: text(q.querySelector('[data-figure=met]')), of: text(q.querySelector('[data-figure=of]')),
      lacking: text(q.querySelector('[data-figure=lacking]')), lists: [...q.querySelectorAll('summary')].map(text),
      readings: q.querySelectorAll('.readings li').length})),
    inspected: rows('tr[data-inspected]').map(r => [r.dataset.inspected, r.dataset.key, cells(r)[1]]),
    since: Object.fromEntries(rows('h3[data-change]').map(h => [h.dataset.change,
      [text(h.querySelector('.number')), h.nextElementSibling.children.length]])),
    sinceFindings: text(document.getElementById('since-findings')),
    notCompared: text(document.getElementById('since-not-compared')),
    dates: rows('tr[data-due]').map(r => [r.dataset.due, r.dataset.rule, cells(r)[3], text(r.lastElementChild)]),
    heat: rows('.heat tbody tr').map(r => [...r.querySelectorAll('td')].map(text)),
    missed: rows('#missed ~ .wide tr[data-rule]').map(r => [r.dataset.rule, ...cells(r).slice(1)]),
    gaps: rows('tr[data-unit]').map(r => [r.dataset.unit, cells(r)[1]]),
    rolls: rows('tr[data-by]').map(r => [r.dataset.by, r.dataset.key, cells(r).slice(1).filter(c => c !== '')]),
    figures: rows('tr[data-id]').map(r => [r.dataset.id, r.dataset.kind, cells(r)[3]]),
    heads: rows('tr[data-head]').map(r => [r.dataset.head, r.querySelector('.v').className.replace('v ', ''), cells(r)[3]]),
    groups: Object.fromEntries(rows('[data-group]').map(s => [s.dataset.group, text(s)])),
    findings: rows('.finding').map(f => f.dataset.fingerprint),
    links: rows('a[href]').map(a => a.getAttribute('href')),
    body: text(document.body),
  };
}"""


class Browser:
    def __init__(self, playwright):
        path = shutil.which("chromium")
        if path is None:
            sys.exit("check_pages: no chromium; scripts/bootstrap --pages installs Debian's")
        self.browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        self.axe = Axe()

    def read(self, path, language):
        """Looks at one file in every way there is, and gives what it shows."""
        address = "file://" + os.path.abspath(path)
        name = os.path.basename(path)
        shown = None
        for width in WIDTHS:
            page = self.browser.new_page(viewport={"width": width, "height": 900})
            asked = []
            page.on("request", lambda request: asked.append(request.url))
            complaints = []
            page.on("console", lambda message: complaints.append(message.text))
            page.goto(address)
            others = [url for url in asked if url != address and not url.startswith("data:")]
            check(not others, f"{name}: asks for {others[:3]}")
            check(not complaints, f"{name}: the browser complains: {complaints[:3]}")
            check(page.evaluate("document.documentElement.scrollWidth") <= width, f"{name}: wider than {width}")
            check(page.evaluate("document.documentElement.lang") == language, f"{name}: language")
            ids = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
            check(len(set(ids)) == len(ids), f"{name}: an id stands twice")
            results = self.axe.run(page).response
            for violation in results["violations"]:
                nodes = [node["html"][:120] for node in violation["nodes"][:3]]
                failures.append(f"{name} at {width}: axe {violation['id']} ({violation['impact']}): {nodes}")
            check(len(results["passes"]) > 15, f"{name}: axe looked at too little")
            if shown is None:
                shown = page.evaluate(READ)
                page.keyboard.press("Tab")
                first = page.evaluate("document.activeElement.className")
                check(first == "skip", f"{name}: the first stop of the keyboard is {first!r}")
                self.print(page, name)
            page.close()
        plain = self.browser.new_context(java_script_enabled=False).new_page()
        plain.goto(address)
        text = re.sub(r"\s+", " ", plain.locator("body").text_content()).strip()
        equal(text, shown["body"], f"{name}: text without JavaScript")
        plain.context.close()
        return shown

    def print(self, page, name):
        document = page.pdf(prefer_css_page_size=True)
        boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([0-9.]+) ([0-9.]+)\s*\]", document)
        check(len(boxes) > 0, f"{name}: no page in print")
        for width, height in boxes:
            near = abs(float(width) - A4[0]) < 1.5 and abs(float(height) - A4[1]) < 1.5
            check(near, f"{name}: a printed page of {width} by {height} points")


def check_committee(shown, data, words):
    rollups = {(row["by"], row["key"]): row for row in data["rollups"]}
    total = rollups["all", None]
    units = data["units"]
    counts = data["counts"]
    conversion = data["conversion"]
    facts = shown["facts"]
    equal(facts["units"], words.number(len(units)), "units in being")
    equal(facts["no_statement"], words.number(sum(u["standing"] == "no_statement" for u in units)), "no statement")
    of = "trên" if words.language == "vi" else "of"
    missed = total["rules"]["nonconform"] + total["rules"]["partial"]
    equal(facts["gaps"], f"{words.number(missed)} {of} {words.number(total['applicable'])}", "requirements not met")
    check(words.interval(total["conform"]) in shown["body"], "the interval of conformity is told")
    check(words.number(total["decided"]) in shown["body"], "how many are decided is told")
    rules = total["rules"]
    equal(rules["conform"] + missed + rules["pending"] + rules["undetermined"] + rules["error"], total["applicable"], "the parts")
    for part in (rules["conform"], missed, rules["pending"], rules["undetermined"] + rules["error"]):
        check(f" {words.number(part)} " in shown["body"], f"the part {part} of the requirements is told")
    # A statement counts as it does for the agency whose it is: of one that shares it, that agency's own duties are not asked.
    distinct = {}
    for u in sorted((u for u in units if u["rules"]), key=lambda u: u["rules"]["not_applicable"], reverse=True):
        distinct[u["statement"]] = u["rules"]
    for verdict in total["rules"]:
        equal(sum(rules[verdict] for rules in distinct.values()), total["rules"][verdict], f"{verdict} over statements")
    for (by, key), row in rollups.items():
        if by not in ("level", "block", "parent"):
            continue
        # Of a statement that several units share the one counts of which most is asked: the agency whose statement it is.
        of_group = {}
        own = [u for u in units if u[by] == key and u["rules"]]
        for u in sorted(own, key=lambda u: u["rules"]["not_applicable"], reverse=True):
            of_group[u["statement"]] = u["rules"]
        for verdict, count in row["rules"].items():
            equal(sum(rules[verdict] for rules in of_group.values()), count, f"{by} {key}: {verdict}")
    late = len(conversion["lateness"]["late"])
    may_be = len(conversion["lateness"]["late_if_not_done"])
    equal(facts["late"], words.range(late, late + may_be), "late")
    equal(facts["not_moving"], words.number(len(conversion["movement"]["not_moving"])), "not moving")

    # The way of the switch, worked out from the units alone.
    switching = [u["conversion"] for u in units if u["conversion"] and u["conversion"]["has_to_switch"]]
    unknown = sum(u["conversion"] is None or u["conversion"]["has_to_switch"] is None for u in units)
    days = sorted(c["declared_on"] for c in switching if c["declared_on"])
    whole = [day for day in days if re.fullmatch(r"\d{4}-\d{2}-\d{2}", day)]
    check(whole == days, "the examples' declarations are of a day")
    way = conversion["burn_up"]
    equal(way["has_to_switch"], {"at_least": len(switching), "at_most": len(switching) + unknown}, "who has to switch")
    equal([(p["on"], p["units"]) for p in way["declared"]],
          [(day, sum(other <= day for other in days)) for day in sorted(set(days))], "declared over time")
    equal(facts["declared"], f"{words.range(len(days), len(days) + unknown)} {of} {words.interval(way['has_to_switch'])}",
          "declared")
    planned = {p["on"]: p["units"] for p in way["planned"]}
    declared = {p["on"]: p["units"] for p in way["declared"]}
    for day, one, other in shown["points"]:
        equal(one, words.number(max([n for on, n in declared.items() if on <= day], default=0)), f"declared by {day}")
        expected = words.number(max([n for on, n in planned.items() if on <= day], default=0)) if planned else ""
        equal(other, expected, f"planned by {day}")
    equal({p[0] for p in shown["points"]}, set(planned) | set(declared), "days of the chart")
    steps = [(s["furthest"] or "", words.number(len(s["units"])), s["units"]) for s in conversion["steps"]]
    for (step, count, codes), row in zip(steps, shown["steps"], strict=False):
        equal(row[:2], [step, count], f"step {step}")
        check(all(code in row[2] for code in codes), f"step {step}: codes")
    lists = conversion["lateness"] | {k: v for k, v in conversion["movement"].items() if k not in ("finished", "moving")}
    lists.pop("not_late")
    lists |= {"without": counts["no_statement"], "unreadable": counts["unreadable"]}
    # Of the units that have ended the page tells those of the year, with what took over.
    lists["ended"] = [u for u in data["ended"] if u["on"][:4] == data["as_of"][:4]]
    for unit in lists["ended"]:
        for told in (unit["code"], unit["name"], unit["successor"], unit["successor_name"]):
            check(told is None or told in shown["ended"], f"the unit that ended {unit['code']}: {told!r} is not told")
    equal(shown["attention"], {k: [words.number(len(v)), len(v)] for k, v in lists.items() if v}, "units to look at")

    told = [q for q in data["quotas"] if not q["history"] and q["verdict"] not in ("not_in_force", "not_applicable")]
    equal(len(shown["quotas"]), len(told), "shares told")
    for quota, row in zip(told, shown["quotas"]):
        equal([row["rule"], row["occurrence"]], [quota["rule"], quota["occurrence"] or ""], "share")
        if quota["met"] is None:
            continue
        equal(row["met"], words.interval(quota["met"]), f"{quota['rule']}: met")
        equal(row["of"], words.interval(quota["of"]), f"{quota['rule']}: of")
        equal(row["readings"], len(quota["readings"]), f"{quota['rule']}: readings")
        short = quota["lacking"]["at_most"] > 0
        equal(row["lacking"], words.interval(quota["lacking"]) if short else None, f"{quota['rule']}: lacking")
        sizes = [quota["missing"] if short else [], quota["open"], quota["unlisted"]]
        equal([int(re.sub(r"\D", "", s.rsplit("(", 1)[1])) for s in row["lists"]], [len(s) for s in sizes if s],
              f"{quota['rule']}: lists")

    for group in data["deadlines"]:
        rows = [r for r in shown["dates"] if r[0] == group["due"] and r[1] == group["rule"]]
        check(any(r[2] == words.number(len(group["units"])) and all(u in r[3] for u in group["units"]) for r in rows),
              f"deadline {group['due']} {group['rule']}")
    equal(len(shown["dates"]), len(data["deadlines"]), "dates told")

    letters = LETTERS[words.language] | SAME_LETTERS
    equal(len(shown["heat"]), len(units), "rows of the map")
    for unit, row in zip(units, shown["heat"]):
        for group, cell in zip(data["clause_groups"], row, strict=True):
            found = (unit["groups"] or {}).get(group["key"])
            equal(cell, letters[found["verdict"]] if found else "", f"{unit['code']} × {group['key']}")
            if found:
                worst = next(v for v in WORST if v in found["rules"])
                equal(found["verdict"], worst, f"{unit['code']} × {group['key']}: the worst of its rules")
    for unit in units:
        for verdict, count in (unit["rules"] or {}).items():
            if verdict in APPLICABLE:
                grouped = sum(g["rules"].get(verdict, 0) for g in unit["groups"].values())
                equal(grouped, count, f"{unit['code']}: {verdict} over the groups")

    for row, missed in zip(shown["missed"], data["missed"]):
        equal(row, [missed["rule"]] + [words.number(missed[k]) for k in ("missing", "pending", "undetermined", "conform", "applicable")],
              "missed")
        equal(sum(missed[k] for k in ("missing", "pending", "undetermined", "conform")), missed["applicable"], "missed adds up")
        equal(sum(missed["rule"] in (u["missed"] or []) for u in units), missed["missing"], f"{missed['rule']}: by unit")
    equal(len(shown["missed"]), min(20, len(data["missed"])), "requirements told")
    equal(shown["gaps"], [[u["code"], words.number(len(u["missed"]))] for u in units if u["missed"]], "gaps by unit")

    made = data["inspections"]
    forms = {key: count for part, key, count in shown["inspected"] if part == "forms"}
    equal({f["form"]: words.number(f["inspections"]) for f in made["forms"]}, {k: v for k, v in forms.items() if "not" not in k},
          "inspections by form")
    equal({key: count for part, key, count in shown["inspected"] if part == "not_met"},
          {h["head"] or "": words.number(h["points"]) for h in made["not_met"] if h["points"]}, "points not met by head")
    equal({key: count for part, key, count in shown["inspected"] if part == "ratings"},
          {r["rating"]: words.number(len(r["units"])) for r in made["ratings"]}, "the province's own ratings")
    check_since(shown, data, words)

    check(len(shown["rolls"]) > 0, "roll-ups are told")
    for by, key, cells in shown["rolls"]:
        row = rollups[by, key or None]
        rules = row["rules"]
        parts = [rules["nonconform"] + rules["partial"], rules["pending"], rules["undetermined"] + rules["error"]]
        equal(rules["conform"] + sum(parts), row["applicable"], f"{by} {key} adds up")
        expected = [words.interval(row["conform"])] + [words.number(n) for n in parts + [row["applicable"]]]
        if by in ("level", "block", "parent"):
            expected = [words.number(row["units"]), words.number(row["no_statement"])] + expected
        if row["applicable"] == 0:
            check(not any(char.isdigit() for char in cells[-1]), f"{by} {key}: nothing to count is words")
        else:
            equal(cells, expected, f"{by} {key}")
    for figure in data["figures"]:
        rows = {kind: count for id, kind, count in shown["figures"] if id == figure["id"]}
        for row in figure["rows"]:
            equal(rows.get(row["kind"] or ""), words.number(row["count"]), f"{figure['id']} {row['kind']}")
        if figure["open"]:
            equal(rows.get("?"), words.number(figure["open"]), f"{figure['id']}: open")


def check_since(shown, data, words):
    """What changed since the snapshot, where the run was held against one."""
    since = data.get("since")
    if since is None:
        equal(shown["since"], {}, "no changes without a snapshot")
        return
    groups = since["units"] | {"moved": [u for u in since["units"]["moved"] if u not in since["units"]["declared"]]}
    equal(shown["since"], {k: [words.number(len(v)), len(v)] for k, v in groups.items() if v}, "units that changed")
    compared = {k: v for k, v in since["findings"].items() if k != "not_compared"}
    for direction, count in compared.items():
        check(words.number(count) in (shown["sinceFindings"] or ""), f"findings {direction}")
    left = since["findings"]["not_compared"]
    check((shown["notCompared"] is not None) == (left > 0), "whether findings were not compared")
    check(left == 0 or f" {words.number(left)} " in shown["notCompared"], "findings not compared")


def check_agency(shown, data, words):
    """The report on one statement against `check -f json`."""
    subject = data["subjects"][0]
    findings = [f for f in subject["findings"] if f["level"] != "history"]
    counted = subject["summary"]
    applicable = words.number(counted["coverage"]["applicable"])
    of = "trên" if words.language == "vi" else "of"
    missed = counted["rules"]["nonconform"] + counted["rules"]["partial"]
    equal(shown["facts"]["missed"], f"{words.number(missed)} {of} {applicable}", "requirements not met")
    equal(shown["facts"]["decided"], f"{words.number(counted['coverage']['decided'])} {of} {applicable}", "decided")
    conformity = counted["conformity"]
    check(words.range(conformity["at_least"], conformity["at_most"]) in shown["body"], "the interval of conformity")
    overdue = sum(f["timing"]["state"] == "overdue" and not f["history"] for f in findings)
    equal(shown["facts"]["overdue"], words.number(overdue), "overdue")
    groups = {
        "failed": lambda f: f["verdict"] == "error", "nonconform": lambda f: f["verdict"] == "nonconform",
        "overdueIfNotDone": lambda f: f["verdict"] == "undetermined" and (f["timing"]["days"] or 0) < 0 and f["rule"] not in ORDERS,
        "partial": lambda f: f["verdict"] == "partial", "pending": lambda f: f["verdict"] == "pending",
    }
    live = [f for f in findings if not f["history"]]
    for name, holds in groups.items():
        count = sum(map(holds, live))
        equal(shown["groups"].get(name), words.number(count) if count else None, f"findings: {name}")
    heads = [head for checklist in subject["checklists"] for head in checklist["heads"]]
    equal([h[:2] for h in shown["heads"]], [[h["id"], h["verdict"] or "not_applicable"] for h in heads], "heads")
    for head, row in zip(heads, shown["heads"]):
        numbers = sorted(int(n) for n in re.findall(r"(\d+)(?: ·|$)", row[2]))
        equal(numbers, sorted(n for n in head["rules"].values() if n), f"head {head['id']}")
    known = {f["fingerprint"] for f in subject["findings"]}
    check(set(shown["findings"]) <= known, "every finding of the page is in the JSON")
    check(subject["input"]["sha256"] in shown["body"], "the digest of the statement")


def check_links(folder, shown, name):
    for link in shown["links"]:
        if link.startswith("#"):
            continue
        check(not re.match(r"[a-z]+:", link), f"{name}: a link out: {link}")
        check(os.path.exists(os.path.join(folder, link)), f"{name}: the link {link} leads nowhere")


def portfolio(browser, program, register, day, scratch, store=None):
    held = ["--store", store] if store else []
    for language in ("vi", "en"):
        folder = os.path.join(scratch, language)
        os.makedirs(folder, exist_ok=True)
        page, data = os.path.join(folder, "page.html"), os.path.join(folder, "page.json")
        run(program, "portfolio", register, "--as-of", day, "--lang", language, "--fail-on", "none", "-f", f"html={page}",
            "-f", f"json={data}", "--pages", os.path.join(folder, "units"), *held)
        with open(data, encoding="utf-8") as file:
            report = json.load(file)
        size = os.path.getsize(page)
        check(size <= PAGE_LIMIT, f"the committee's page has {size} bytes")
        words = Words(language)
        shown = browser.read(page, language)
        check_committee(shown, report, words)
        check_links(folder, shown, "page")
        names = sorted(os.listdir(os.path.join(folder, "units")))
        equal(len(names), len(report["units"]), "pages of units")
        largest = max(names, key=lambda name: os.path.getsize(os.path.join(folder, "units", name)))
        check(os.path.getsize(os.path.join(folder, "units", largest)) <= UNIT_LIMIT, f"{largest} is too large")
        of_unit = {"largest": largest, "first": names[0]}
        bare = [u["code"] for u in report["units"] if u["standing"] != "assessed"]
        if bare:
            of_unit["without"] = next(n for n in names if n.startswith(bare[0]))
        for name in sorted(set(of_unit.values())):
            unit = browser.read(os.path.join(folder, "units", name), language)
            check_links(os.path.join(folder, "units"), unit, name)
        for unit in [u for u in report["units"] if u["statement"]][:1]:
            statement = os.path.join(os.path.dirname(register), unit["statement"])
            profile = report["context"]["profile"]
            found = json.loads(run(program, "check", statement, "--as-of", day, "--profile", profile, "--fail-on", "none",
                                   "-f", "json"))
            own = browser.read(os.path.join(folder, "units", unit["code"] + ".html"), language)
            check_agency(own, found, words)


def agency(browser, program, statement, day, scratch):
    for language in ("vi", "en"):
        page, data = (os.path.join(scratch, f"agency-{language}.{kind}") for kind in ("html", "json"))
        run(program, "check", statement, "--as-of", day, "--profile", "kiem-tra-dieu-36", "--lang", language, "--fail-on", "none",
            "-f", f"html={page}", "-f", f"json={data}")
        check(os.path.getsize(page) <= UNIT_LIMIT, "the report on a statement is too large")
        shown = browser.read(page, language)
        with open(data, encoding="utf-8") as file:
            check_agency(shown, json.load(file), Words(language))
    # Several statements in one document.
    page = os.path.join(scratch, "agencies.html")
    run(program, "check", "examples/tinh-mau/ban-khai", "--as-of", "2021-03-01", "--fail-on", "none", "-f", f"html={page}")
    browser.read(page, "vi")


def main():
    program = sys.argv[1]
    register, day = sys.argv[2:4] if len(sys.argv) > 3 else ("examples/tinh-mau/register.yaml", "2021-03-01")
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = Browser(playwright)
        portfolio(browser, program, register, day, scratch)
        # Held against a snapshot of an earlier day, with inspections, ratings and records in the year.
        store = os.path.join(scratch, "history.sqlite")
        run(program, "snapshot", register, "--as-of", "2025-06-29", "--store", store)
        portfolio(browser, program, register, "2025-12-31", os.path.join(scratch, "later"), store)
        agency(browser, program, "examples/so-mau/statement.yaml", "2025-06-30", scratch)
        browser.browser.close()
    for failure in failures[:40]:
        print(f"check_pages: {failure}", file=sys.stderr)
    if failures:
        sys.exit(f"check_pages: {len(failures)} failures")
    print("check_pages: the pages are what the JSON says, and axe finds nothing")


if __name__ == "__main__":
    main()
