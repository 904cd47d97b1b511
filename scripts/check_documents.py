"""Reads documents that the program wrote with python-docx, which knows nothing of it, and fills a template made with it.

usage: check_documents.py PROGRAM FOLDER

Writes the documents of the examples to FOLDER, in both languages. Where LibreOffice (soffice) is installed it has to open each of them and
print it to PDF as well.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys

import docx
from docx.oxml.ns import qn
from docx.shared import Mm

PROGRAM, FOLDER = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
AGENCY, REGISTER = "examples/chi-cuc-mau/statement.yaml", "examples/tinh-mau/register.yaml"
ARTICLE_36 = ["a", "b", "c", "d", "đ", "e", "g"], ["a", "b", "c", "d", "đ", "e"]


def write(name, *arguments):
    path = FOLDER / name
    kind = "docx-corrective" if "corrective" in name else "docx"
    command = [PROGRAM, *arguments, "--fail-on", "none", "-f", f"{kind}={path}"]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 0 and not run.stdout, (command, run)
    return path


def rows(table):
    return [[cell.text for cell in row.cells] for row in table.rows]


def check_common(document, language, day):
    styles = document.styles
    assert styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == {"vi": "vi-VN", "en": "en-GB"}[language]
    fonts = styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:rFonts')}")
    assert {fonts.get(qn(f"w:{kind}")) for kind in ("ascii", "hAnsi", "cs", "eastAsia")} == {"Times New Roman"}
    for name in ("Title", "Heading 1", "Table Text", "Table Head", "Table Number", "Note"):
        assert name in styles, name
    used = {paragraph.style.name for paragraph in document.paragraphs}
    assert "Heading 1" in used and "Title" in used, used
    assert document.core_properties.created.date().isoformat() == day
    for section in document.sections:
        size = sorted((round(section.page_width / Mm(1)), round(section.page_height / Mm(1))))
        assert size == [210, 297], size
        assert "PAGE" in section.header._element.xml
        width = section.page_width - section.left_margin - section.right_margin
    for table in document.tables:
        heads = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
        texts = [cell.text for cell in table.rows[0].cells]
        # A table without a head is one of names and values.
        assert heads == [len(texts) > 2] + [False] * (len(heads) - 1), texts
        if len(texts) > 2:
            assert texts[0] in ("STT", "No."), texts
            assert all(cell.paragraphs[0].style.name == "Table Head" for cell in table.rows[0].cells)
        grid = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid]
        assert abs(sum(grid) * 635 - width) < 1000, (sum(grid) * 635, width)
    text = "\n".join(cell for table in document.tables for row in rows(table) for cell in row)
    iso = re.findall(r"\b\d{4}-\d{2}-\d{2}\b", text)
    vietnamese = re.findall(r"\b\d{2}/\d{2}/\d{4}\b", text)
    return text, iso, vietnamese


def check_agency(path, language):
    document = docx.Document(path)
    check_common(document, language, "2026-11-10")
    heads = [p.text.split(". ")[0] for p in document.paragraphs if p.style.name == "Heading 2"]
    wanted = [f"36.{clause + 1}.{point}" for clause, points in enumerate(ARTICLE_36) for point in points]
    assert heads[:13] == wanted, heads
    glance = rows(document.tables[1])
    assert [row[0] for row in glance[1:]] == [str(number) for number in range(1, 14)]
    assert [row[1] for row in glance[1:]] == wanted and all(row[3] for row in glance)
    opening = "Tính đến ngày 10/11/2026" if language == "vi" else "As of 2026-11-10"
    assert any(p.text == opening for p in document.paragraphs)
    for section in document.sections:
        assert "10/11/2026" in section.footer.paragraphs[0].text or language == "en"


def check_corrective(path, language):
    document = docx.Document(path)
    check_common(document, language, "2026-01-05")
    facts = dict(rows(document.tables[0]))
    found = rows(document.tables[1])
    assert "05/BB-KT" in facts.values() and len(found) == 4, (facts, found)
    assert all(len(row) == 6 and row[2] == "" and row[3] == "" for row in found[1:]), found
    if language == "vi":
        assert facts["Hạn báo cáo khắc phục"].startswith("18/01/2026"), facts
        assert any("không phải mẫu biểu chính thức" in p.text for p in document.paragraphs)


def check_inspected(path, language):
    """What inspectors concluded stands beside the verdict on the statement, at a glance and under each head."""
    document = docx.Document(path)
    check_common(document, language, "2025-12-31")
    glance = rows(document.tables[1])
    assert len(glance[0]) == 6 and len(glance) == 14, glance[0]
    differs = {"vi": "Khác với bản khai", "en": "Differs from the statement"}[language]
    assert all("BB-2025-1" in row[4] for row in glance[1:]), glance
    assert any(differs in row[4] for row in glance[1:]) and not all(differs in row[4] for row in glance[1:]), glance
    told = {"vi": "Kết luận của đoàn kiểm tra (BB-2025-1", "en": "Inspectors' conclusion (BB-2025-1"}[language]
    assert sum(p.text.startswith(told) for p in document.paragraphs) == 13


def check_corrective_template():
    """A letter of the agency's own, its table filled point by point."""
    form = docx.Document()
    form.add_paragraph("{{agency.name}} báo cáo theo biên bản {{inspection.record}} ngày {{inspection.signed_on}}; hạn {{due}}.")
    table = form.add_table(rows=2, cols=3, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, ("STT", "Nội dung", "Nguyên nhân")):
        cell.text = text
    for cell, text in zip(table.rows[1].cells, ("{{#points}}{{number}}", "{{found}}", "{{cause}}{{/points}}")):
        cell.text = text
    form.save(FOLDER / "corrective-form.docx")
    inspected = ["check", "examples/so-mau", "--as-of", "2026-01-05", "--profile", "kiem-tra-dieu-36"]
    path = write("corrective-filled.docx", *inspected, "--template", str(FOLDER / "corrective-form.docx"))
    filled = docx.Document(path)
    assert filled.paragraphs[0].text.endswith("biên bản 05/BB-KT ngày 18/11/2025; hạn 18/01/2026."), filled.paragraphs[0].text
    found = rows(filled.tables[0])
    assert [row[0] for row in found] == ["STT", "1", "2", "3"] and all(row[1] and not row[2] for row in found[1:]), found


def check_summary(path, language):
    document = docx.Document(path)
    _, iso, vietnamese = check_common(document, language, "2021-06-30")
    assert document.sections[0].page_width > document.sections[0].page_height
    assert (vietnamese and not iso) if language == "vi" else (iso and not vietnamese)
    table = rows(document.tables[0])[1:]
    blocks = [row[0] for row in table if len(set(row)) == 1]
    numerals = [block.split(". ")[0] for block in blocks[:-1]]
    assert numerals == ["I", "II", "III", "IV", "V"], blocks
    units = [row for row in table if len(set(row)) > 1]
    assert [row[0] for row in units] == [str(number) for number in range(1, len(units) + 1)], units
    # The columns of requirements add up, for every agency that has a statement.
    counted = [[int(cell.replace(".", "").replace(",", "")) for cell in row[-5:]] for row in units if row[-1]]
    assert counted and all(sum(row[:4]) == row[4] for row in counted), counted
    text = "\n".join(" ".join(row) for table in document.tables for row in rows(table))
    reading = "Cách hiểu: " if language == "vi" else "Reading: "
    assert reading in text, "other readings of a share are not told"
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    wanted = ("Số liệu báo cáo", "Kiểm tra năm 2021") if language == "vi" else ("Figures to report", "Inspections of 2021")
    assert all(any(part in heading for heading in headings) for part in wanted), headings


def check_ended():
    """The agencies that ended within the year, as the JSON of the same run has them; a template's own list too."""
    command = ["portfolio", REGISTER, "--as-of", "2025-12-31"]
    report = subprocess.run([PROGRAM, *command, "--fail-on", "none", "-f", "json"], capture_output=True, text=True, check=True)
    ended = [unit for unit in json.loads(report.stdout)["ended"] if unit["on"].startswith("2025-")]
    assert len(ended) == 2, ended
    wanted = {
        "vi": [[unit["name"], unit["code"], "/".join(reversed(unit["on"].split("-"))), f"{unit['successor_name']} ({unit['successor']})"]
               for unit in ended],
        "en": [[unit["name"], unit["code"], unit["on"], f"{unit['successor_name']} ({unit['successor']})"] for unit in ended],
    }
    for language, heading in (("vi", "Không còn hoạt động trong năm"), ("en", "Ended within the year")):
        document = docx.Document(write(f"ended-{language}.docx", *command, "--lang", language))
        assert any(p.text == f"II. {heading}" for p in document.paragraphs if p.style.name == "Heading 1"), heading
        found = [rows(table)[1:] for table in document.tables if rows(table)[0][-1] in ("Hợp nhất vào", "Taken over by")]
        assert [[row[1:] for row in table] for table in found] == [wanted[language]], (found, wanted)
    form = docx.Document()
    form.add_paragraph("{{#ended}}")
    form.add_paragraph("{{name}}|{{code}}|{{on}}|{{successor}}")
    form.add_paragraph("{{/ended}}")
    form.save(FOLDER / "ended-form.docx")
    filled = docx.Document(write("ended-filled.docx", *command, "--template", str(FOLDER / "ended-form.docx")))
    assert [p.text.split("|") for p in filled.paragraphs if p.text] == wanted["vi"], [p.text for p in filled.paragraphs]


def check_template():
    """A form as a clerk makes it: fields split by the word processor, a table row, a header, a picture's place."""
    form = docx.Document()
    form.sections[0].header.paragraphs[0].text = "{{agency.code}}"
    paragraph = form.add_paragraph("Cơ quan: ")
    for piece in ("{", "{agency", ".na", "me}}", " (tính đến ngày {{as", "_of}})"):
        paragraph.add_run(piece).bold = piece.startswith("{{")
    form.add_paragraph("Nội dung a: {{head.36.1.a.verdict}}; đ: {{head.36.1.đ.verdict}}")
    table = form.add_table(rows=2, cols=3, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, ("STT", "Nội dung", "Kết luận")):
        cell.text = text
    for cell, text in zip(table.rows[1].cells, ("{{#heads}}{{number}}", "{{id}} {{title}}", "{{verdict}}{{/heads}}")):
        cell.text = text
    form.save(FOLDER / "form.docx")
    path = write("filled.docx", "check", AGENCY, "--as-of", "2026-11-10", "--template", str(FOLDER / "form.docx"))
    filled = docx.Document(path)
    assert filled.sections[0].header.paragraphs[0].text == "MAU-02"
    assert filled.paragraphs[0].text == "Cơ quan: Chi cục Đo lường Mẫu tỉnh Ví Dụ (tính đến ngày 10/11/2026)"
    assert len(filled.tables[0].rows) == 14 and "{" not in "".join(sum(rows(filled.tables[0]), []))
    # An unknown field stops the run, and nothing is written.
    form.add_paragraph("{{agency.nmae}}")
    form.save(FOLDER / "wrong.docx")
    wrong = FOLDER / "not-written.docx"
    command = [PROGRAM, "check", AGENCY, "--as-of", "2026-11-10", "-f", f"docx={wrong}", "--template", str(FOLDER / "wrong.docx")]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 2 and "{{agency.name}}" in run.stderr and not wrong.exists(), run
    summary = docx.Document()
    summary.add_paragraph("{{#blocks}}")
    summary.add_paragraph("{{numeral}}. {{name}} ({{total.units}})")
    table = summary.add_table(rows=2, cols=2, style="Table Grid")
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "STT", "Cơ quan"
    table.rows[1].cells[0].text, table.rows[1].cells[1].text = "{{#units}}{{number}}", "{{name}}{{/units}}"
    summary.add_paragraph("{{/blocks}}")
    summary.save(FOLDER / "table-form.docx")
    path = write("table.docx", "portfolio", REGISTER, "--as-of", "2021-06-30", "--template", str(FOLDER / "table-form.docx"))
    filled = docx.Document(path)
    assert len(filled.tables) == 5 and [p.text for p in filled.paragraphs if p.text][0].startswith("I. ")
    numbers = [row[0] for table in filled.tables for row in rows(table)[1:]]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)], numbers


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    for language in ("vi", "en"):
        lang = ["--lang", language]
        check_agency(write(f"agency-{language}.docx", "check", AGENCY, "--as-of", "2026-11-10", *lang), language)
        inspected = ["check", "examples/so-mau", "--as-of", "2026-01-05", "--profile", "kiem-tra-dieu-36", *lang]
        check_corrective(write(f"corrective-{language}.docx", *inspected), language)
        record = ["examples/tinh-mau/ban-khai/so-c.yaml", "examples/tinh-mau/kiem-tra/so-c-2025.yaml"]
        seen = ["check", *record, "--as-of", "2025-12-31", "--profile", "kiem-tra-dieu-36", *lang]
        check_inspected(write(f"inspected-{language}.docx", *seen), language)
        check_summary(write(f"summary-{language}.docx", "portfolio", REGISTER, "--as-of", "2021-06-30", *lang), language)
    check_ended()
    check_template()
    check_corrective_template()
    written = sorted(FOLDER.glob("*.docx"))
    if shutil.which("soffice"):
        profile = (FOLDER / "profile").resolve().as_uri()
        command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", FOLDER, *written]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        for path in written:
            assert path.with_suffix(".pdf").read_bytes().startswith(b"%PDF-"), path
        print(f"documents: {len(written)} read and printed")
    else:
        print(f"documents: {len(written)} read; LibreOffice is not installed, so none was printed")


main()
