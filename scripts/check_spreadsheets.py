"""Opens the workbooks of the program with openpyxl, fills them in, and reads them back.

Usage: check_spreadsheets.py PROGRAM

With LibreOffice on the machine (soffice) the workbooks are also printed to PDF and saved again by it, and what it saved is read back.
"""

import datetime
import json
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

import openpyxl

LISTS = {"vi": "Danh mục chọn", "en": "Choices"}
QUESTIONS = {"vi": "Câu hỏi", "en": "Questions"}
SHEETS = {
    "vi": ["Tổng quan", "Yêu cầu", "Hạn", "Câu hỏi", "Chuyển đổi", "Nguồn"],
    "en": ["Overview", "Requirements", "Deadlines", "Questions", "Transition", "Sources"],
}
PORTFOLIO = ["Tổng quan", "Cơ quan", "Chuyển đổi", "Tỷ lệ phải đạt", "Cách hiểu khác", "Yêu cầu", "Hạn", "Kiểm tra năm 2021", "Theo nhóm",
             "Câu hỏi", "Nguồn"]


class Fault(Exception):
    """What is wrong."""


def expect(condition, *words):
    if not condition:
        raise Fault(" ".join(str(word) for word in words))


def run(program, *arguments, status=0):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, check=False)
    expect(done.returncode == status, arguments, "ended with", done.returncode, done.stderr[-2000:])
    return done


def check_layout(path, names):
    """Every sheet: names, what is frozen and filtered, paper, and cells that are what they claim to be."""
    book = openpyxl.load_workbook(path)
    expect([name for name in names if name not in book.sheetnames] == [], path, "lacks sheets of", names, book.sheetnames)
    texts = dates = 0
    for sheet in book.worksheets:
        where = f"{path} {sheet.title}"
        expect(len(sheet.title) <= 31, where, "has too long a name")
        expect(sheet.freeze_panes is not None, where, "has no frozen header")
        expect(sheet.page_setup.orientation == "landscape" and sheet.page_setup.paperSize == 9, where, "is not A4 landscape")
        expect(sheet.print_title_rows, where, "does not repeat its header")
        for row in sheet.iter_rows():
            for cell in row:
                expect(cell.data_type != "f", where, cell.coordinate, "is a formula:", cell.value)
                if isinstance(cell.value, str):
                    texts += 1
                    expect(unicodedata.is_normalized("NFC", cell.value), where, cell.coordinate, "is not NFC")
                    expect(cell.number_format == "@", where, cell.coordinate, "is not of the format text")
                if isinstance(cell.value, datetime.datetime):
                    dates += 1
                    expect(cell.number_format == "dd/mm/yyyy", where, cell.coordinate, "is shown as", cell.number_format)
        for rule in sheet.data_validations.dataValidation:
            match = re.fullmatch(r"'(.+)'!\$([A-Z]+)\$(\d+):\$([A-Z]+)\$(\d+)", rule.formula1.lstrip("="))
            expect(match and match[1] in book.sheetnames, where, "chooses from", rule.formula1)
            listed = book[match[1]]
            for number in range(int(match[3]), int(match[5]) + 1):
                expect(listed[f"{match[2]}{number}"].value, where, "chooses from an empty cell of", rule.formula1)
    expect(texts > 100 and dates > 5, path, "has", texts, "texts and", dates, "dates")
    return book


def header(sheet, *names):
    """The row of the header and the columns of some of its names."""
    for row in sheet.iter_rows(max_row=12):
        found = {cell.value: cell.column for cell in row if cell.value in names}
        if len(found) == len(names):
            return row[0].row, [found[name] for name in names]
    raise Fault(f"{sheet.title} has no header with {names}")


def statement_of(folder, program, example):
    """A copy of an example that can be written into."""
    target = folder / Path(example).name
    if target.exists():
        shutil.rmtree(target)
    shutil.copytree(example, target)
    return target / "statement.yaml"


def untouched(program, workbook, target):
    before = {path: path.read_bytes() for path in target.parent.rglob("*") if path.is_file()}
    told = run(program, "import", workbook, "--into", target).stderr
    after = {path: path.read_bytes() for path in target.parent.rglob("*") if path.is_file()}
    expect(before == after, workbook, "changed", target, "though it was untouched")
    expect("Không có gì thay đổi." in told, told)


def check_answers(program, folder):
    """Answers go into the statement; comments stay; wrong cells are named and nothing is written."""
    target = statement_of(folder, program, "examples/kon-tum-so-khcn")
    workbook = folder / "answers.xlsx"
    run(program, "check", target, "--as-of", "2020-06-15", "-f", f"xlsx={workbook}", "--fail-on", "none", "--no-next-failure")
    book = openpyxl.load_workbook(workbook)
    sheet = book[QUESTIONS["vi"]]
    top, (kinds, answers, paths) = header(sheet, "Loại câu trả lời", "Trả lời", "Đường dẫn trong bản khai")
    filled = {}
    for row in range(top + 1, sheet.max_row + 1):
        kind, path = sheet.cell(row, kinds).value, sheet.cell(row, paths).value
        if sheet.cell(row, answers).value is not None or not path or path == "/stated_on":
            continue
        value = {"có hoặc không": "không", "chữ": "=1+1", "số nguyên": 12}.get(kind)
        if kind and kind.startswith("ngày"):
            value = datetime.datetime(2019, 9, 2)
        if value is None:
            continue
        sheet.cell(row, answers).value = value
        sheet.cell(row, answers).data_type = "s" if isinstance(value, str) else sheet.cell(row, answers).data_type
        filled[path] = value
    expect(len(filled) > 3, "only", len(filled), "questions could be answered")
    book.save(workbook)
    before = target.read_text()
    dry = run(program, "import", workbook, "--into", target, "--dry-run")
    expect(dry.stdout.count("\n+") > len(filled) / 2, "the dry run shows too little:", dry.stdout)
    expect(target.read_text() == before, "the dry run wrote")
    run(program, "import", workbook, "--into", target)
    after = target.read_text()
    comments = re.findall(r"#.*", before)
    expect(all(comment in after for comment in comments), "a comment is lost")
    run(program, "check", target, "--as-of", "2020-06-15", "--fail-on", "none", "--no-next-failure")
    untouched(program, workbook, target)

    sheet.cell(top + 1, answers).value = "không phải đường dẫn"
    sheet.cell(top + 1, paths).value = "/qms/khong_co"
    book.save(workbook)
    slip = folder / "slip.xlsx"
    told = run(program, "import", workbook, "--into", target, "--slip", slip, status=1).stderr
    expect(f"!{sheet.cell(top + 1, paths).coordinate}:" in told, told)
    expect(target.read_text() == after, "something was written though a cell is wrong")
    rows = list(openpyxl.load_workbook(slip).worksheets[0].iter_rows(values_only=True))
    expect(any(row[1] == QUESTIONS["vi"] for row in rows), "the slip does not name the sheet:", rows)


def check_list(program, folder):
    """A list of somebody's own: other columns, merged cells, 321 rows; into a table beside a statement."""
    target = statement_of(folder, program, "examples/kon-tum-so-khcn")
    text = target.read_text()
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Danh mục"
    sheet.append(["DANH MỤC THỦ TỤC HÀNH CHÍNH"])
    sheet.merge_cells("A1:D1")
    sheet.append([])
    sheet.append(["TT", "code", "name", "publication.date"])
    for number in range(1, 322):
        if number == 100:
            sheet.append([None, "II. Lĩnh vực khác"])
            sheet.merge_cells(start_row=sheet.max_row, start_column=2, end_row=sheet.max_row, end_column=4)
            sheet.append([])
        name = unicodedata.normalize("NFD", f"Thủ tục thử số {number} ") if number % 2 else f"Thủ tục thử số {number}"
        sheet.append([number, f"9.{number:06}", name, datetime.datetime(2020, 1, 2) if number % 3 else "15/03/2020"])
    workbook = folder / "list.xlsx"
    book.save(workbook)
    if "tthc:" in text:
        run(program, "import", workbook, "--into", target, "--sheet", "Danh mục=qms.tthc")
        lists = target.read_text() + "".join(path.read_text() for path in target.parent.glob("*.csv"))
    else:
        run(program, "import", workbook, "--into", target, "--sheet", "Danh mục=qms.tthc", "--table", "qms.tthc=tthc.csv")
        lists = (target.parent / "tthc.csv").read_text()
    expect(all(f"9.{number:06}" in lists for number in range(1, 322)), "rows are missing")
    expect(unicodedata.is_normalized("NFC", lists), "the list is not NFC")
    expect("Lĩnh vực khác" not in lists, "a heading became an item")
    untouched(program, workbook_with(workbook, folder), target)


def check_findings(program, folder, workbook, target):
    """Nonconformities stand within their audits: the sheet says of which one each row is; an audit may come with its findings."""
    book = openpyxl.load_workbook(workbook)
    sheet = next(s for s in book.worksheets if s["A2"].value == "tuanthu: list/1 /qms/internal_audits/findings")
    audits = next(s for s in book.worksheets if s["A2"].value == "tuanthu: list/1 /qms/internal_audits")
    top, (audit, code, text) = header(sheet, "cuộc đánh giá nội bộ", "số hiệu phát hiện đánh giá", "nội dung phát hiện đánh giá")
    rows = [row for row in range(top + 1, sheet.max_row + 1) if sheet.cell(row, code).value]
    expect(len(rows) > 5, "only", len(rows), "findings")
    _, (held,) = header(audits, "ngày đánh giá nội bộ")
    new = next(row for row in range(top + 1, audits.max_row + 1) if not audits.cell(row, held).value)
    audits.cell(new, held).value = datetime.datetime(2026, 10, 20)
    for row, (day, number) in enumerate([("19/11/2019", "KPH-9"), (datetime.datetime(2026, 10, 20), "KPH-1")], rows[-1] + 1):
        sheet.cell(row, audit).value, sheet.cell(row, code).value, sheet.cell(row, text).value = day, number, f"Phát hiện {number}"
    filled = folder / "findings.xlsx"
    book.save(filled)
    before = target.read_text()
    run(program, "import", filled, "--into", target)
    after = target.read_text()
    untouched(program, filled, target)
    expect("Phát hiện KPH-9" in after and "Phát hiện KPH-1" in after, "a finding is lost")
    added = after.split("held_on: 2026-10-20")[1]
    expect("Phát hiện KPH-1" in added and "KPH-9" not in added, "a finding is within another audit")
    lost = [line for line in before.splitlines() if line not in after.splitlines() and "2019-11-19" not in line]
    expect(lost == [], "lines are lost:", lost)
    target.write_text(before)


def workbook_with(workbook, folder):
    """The list under the name of its list, so that no option is needed."""
    book = openpyxl.load_workbook(workbook)
    book.active.title = "qms.tthc"
    path = folder / "named.xlsx"
    book.save(path)
    return path


def check_injection(program, folder):
    """Text that begins like a formula stays text."""
    target = folder / "injected.yaml"
    target.write_text(
        'tuanthu: statement/1\nstated_on: 2026-10-30\nagency:\n  code: "=CMD()"\n  name: "+84=1"\n  level: provincial_department\n'
        '  parent: "@SUM(1+1)"\n  province: "-2+3"\n')
    workbook = folder / "injected.xlsx"
    run(program, "check", target, "--as-of", "2026-11-21", "-f", f"xlsx={workbook}", "--fail-on", "none", "--no-next-failure")
    book = openpyxl.load_workbook(workbook)
    values = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    for text in ["=CMD()", "@SUM(1+1)", "-2+3"]:
        cells = [cell for cell in values if cell.value == text]
        expect(cells and all(cell.data_type == "s" for cell in cells), text, "is not a text")
    untouched(program, workbook, target)


def check_meeting(book):
    """What is not known stands in the overview, the parts of the requirements add up, and other readings are told."""
    figures = {str(row[0]): row[1] for row in book["Tổng quan"].iter_rows(values_only=True) if row[0]}
    open_rows = [name for name in figures if "chưa biết hết" in name or name.endswith("chưa rõ")]
    expect(len(open_rows) >= 2, "the overview hides what is not known", open_rows)
    parts = [count for name, count in figures.items() if name.startswith("Trong đó: ")]
    expect(len(parts) == 4 and sum(parts) == figures["Yêu cầu áp dụng"], "the requirements do not add up", parts)
    readings = list(book["Cách hiểu khác"].iter_rows(min_row=5, values_only=True))
    expect(any(row[5] == "chưa đáp ứng" and row[6:10] == (6, 6, 9, 9) for row in readings), "no other reading is told")


def check_ended(program, folder, register):
    """Every unit that has ended stands in the workbook, with its day as a day and what took over."""
    workbook, report = folder / "ended.xlsx", folder / "ended.json"
    command = ["portfolio", register, "--as-of", "2025-12-31", "--fail-on", "none"]
    for language, name in (("vi", "Không còn hoạt động"), ("en", "Ended units")):
        run(program, *command, "--lang", language, "-f", f"xlsx={workbook}", "-f", f"json={report}")
        sheet = check_layout(workbook, [name])[name]
        told = [row[1:6] for row in sheet.iter_rows(values_only=True) if isinstance(row[0], int)]
        wanted = [
            (unit["code"], unit["name"], datetime.datetime.fromisoformat(unit["on"]), unit["successor"], unit["successor_name"])
            for unit in json.loads(report.read_text())["ended"]]
        expect(wanted and told == wanted, "the workbook tells", told, "and the JSON", wanted)
        untouched(program, workbook, register)


def check_register(program, folder, register):
    """Units that do not fit together are named by their cells, on the slip too; --skip-bad-cells writes the others."""
    workbook, slip = folder / "register.xlsx", folder / "register-slip.xlsx"
    run(program, "portfolio", register, "--as-of", "2025-12-31", "--fail-on", "none", "-f", f"xlsx={workbook}")
    book = openpyxl.load_workbook(workbook)
    name, sheet = next((s.title, s) for s in book.worksheets if str(s["A2"].value).endswith("/units"))
    top, (codes, parents, successors) = header(sheet, "code", "parent", "successor")
    places = {sheet.cell(row, codes).value: row for row in range(top + 1, sheet.max_row + 1)}
    last = max(row for code, row in places.items() if code)
    sheet.cell(places["SO-A"], parents).value = "CC-A"
    sheet.cell(places["SO-B"], parents).value = "KHONG-CO"
    sheet.cell(places["H-X"], successors).value = "X-9"
    sheet.cell(places["SO-C"], parents).value = "VP"
    for row, (code, parent) in enumerate((("SO-E", "SO-F"), ("SO-F", "KHONG-CO"), ("SO-G", "UB")), last + 1):
        sheet.cell(row, codes).value, sheet.cell(row, parents).value = code, parent
    book.save(workbook)
    bad = {sheet.cell(row, column).coordinate for row, column in (
        (places["SO-A"], parents), (places["SO-B"], parents), (places["H-X"], successors), (last + 2, parents))}
    before = register.read_text()
    told = run(program, "import", workbook, "--into", register, "--slip", slip, status=1).stderr
    expect(bad == set(re.findall(r"!([A-Z]+\d+): lỗi", told)), "named are", told, "and not", bad)
    rows = list(openpyxl.load_workbook(slip).worksheets[0].iter_rows(values_only=True))
    expect(bad == {row[2] for row in rows if row[1] == name}, "the slip names", rows)
    expect(register.read_text() == before, "something was written though cells are wrong")
    told = run(program, "import", workbook, "--into", register, "--skip-bad-cells", status=1).stderr
    expect("Đã ghi 4 thay đổi." in told, told)
    after = register.read_text()
    for words in ("code: SO-C, name: Sở C, block: Sở, level: provincial_department, parent: VP", "code: SO-G", "parent: SO-F"):
        expect(words in after, words, "was not written:", after)
    expect("KHONG-CO" not in after and "X-9" not in after and "parent: CC-A" not in after, "a bad cell was written:", after)
    run(program, "portfolio", register, "--as-of", "2025-12-31", "--fail-on", "none")


def office(folder, workbook, form):
    done = subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", form, "--outdir",
         str(folder / form), str(workbook)], capture_output=True, text=True, timeout=300, check=False)
    made = folder / form / (workbook.stem + "." + form)
    expect(made.exists(), "soffice made no", made, done.stderr)
    return made


def main(program):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = {}
        for language in ["vi", "en"]:
            target = statement_of(folder, program, "examples/so-mau")
            workbook = folder / f"agency-{language}.xlsx"
            command = ["check", target.parent, "--as-of", "2026-11-21", "--fail-on", "none", "--no-next-failure", "--lang", language]
            run(program, *command, "-f", f"xlsx={workbook}")
            run(program, *command, "-f", f"xlsx={folder / 'again.xlsx'}")
            expect(workbook.read_bytes() == (folder / "again.xlsx").read_bytes(), "the bytes do not repeat")
            book = check_layout(workbook, SHEETS[language] + [LISTS[language]])
            sheet = book[QUESTIONS[language]]
            expect(sheet.auto_filter.ref, "the questions have no filter")
            expect(sheet.data_validations.dataValidation, "the questions have no lists to choose from")
            codes = [cell.value for row in book.worksheets[-3].iter_rows() for cell in row]
            expect(codes, "a list is empty")
            untouched(program, workbook, target)
            made[language] = (workbook, target)
        check_findings(program, folder, *made["vi"])
        heads = folder / "heads.xlsx"
        run(program, "check", made["vi"][1].parent, "--as-of", "2026-01-05", "--profile", "kiem-tra-dieu-36", "--fail-on", "none",
            "--no-next-failure", "-f", f"xlsx={heads}")
        sheet = openpyxl.load_workbook(heads)["Nội dung kiểm tra"]
        expect(sheet.page_setup.fitToWidth in (None, 1), "the heads print", sheet.page_setup.fitToWidth, "pages wide")
        tables = [row for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) if "0.000001" in row]
        expect(tables, "the codes with leading noughts are gone")
        register = statement_of(folder, program, "examples/tinh-mau").parent / "register.yaml"
        portfolio = folder / "portfolio.xlsx"
        run(program, "portfolio", register, "--as-of", "2021-03-01", "--fail-on", "none", "-f", f"xlsx={portfolio}")
        check_meeting(check_layout(portfolio, PORTFOLIO))
        untouched(program, portfolio, register)
        check_ended(program, folder, register)
        check_register(program, folder, register)
        check_answers(program, folder)
        check_list(program, folder)
        check_injection(program, folder)
        if shutil.which("soffice"):
            workbook, target = made["en"]
            expect(office(folder, workbook, "pdf").read_bytes().startswith(b"%PDF"), "no PDF")
            saved = folder / "saved"
            saved.mkdir()
            copy = shutil.copy(workbook, saved / "other.ods.xlsx")
            untouched(program, office(folder, Path(copy), "xlsx"), target)
        else:
            print("no soffice here: printing and saving by LibreOffice was not tried", file=sys.stderr)
    print("workbooks: written, opened, filled in and read back")


if __name__ == "__main__":
    try:
        main(str(Path(sys.argv[1]).resolve()))
    except Fault as fault:
        sys.exit(f"check_spreadsheets: {fault}")
