"""Reads files a second time, with openpyxl, LibreOffice or Python's own csv, and never with the program's reader.

A request is a line of JSON on stdin, {"path": ..., "how": "openpyxl" | "libreoffice" | "csv"}; the answer is a line of JSON on stdout,
{"by": ..., "sheets": [{"name": ..., "cells": [[row, column, kind, value], ...]}]} or {"error": ...}. Rows and columns count from 0.
"""

import codecs
import csv
import io
import json
import math
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import warnings
from datetime import date, datetime, time, timedelta

SECONDS_TO_CONVERT = 60
DAYS_TO_1904 = 1462
ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def plain(value, data_type):
    """Kind and raw value of a cell; None for an empty one."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return ["boolean", value]
    if data_type == "e":
        return ["error", str(value)]
    if isinstance(value, (datetime, date, time, timedelta)):
        from openpyxl.utils.datetime import to_excel

        return ["number", to_excel(value)]
    if isinstance(value, (int, float)):
        return ["number", value] if math.isfinite(value) else ["text", str(value)]
    return ["text", ESCAPE.sub(lambda code: chr(int(code[1], 16)), str(value))]


def prepare_openpyxl():
    """What openpyxl makes of a file on its own account is taken back: dates of serial numbers, which lose digits, texts without an escape,
    nothing under a merge, the address of a link as a text, and sheets of dialogs and macros as worksheets."""
    import openpyxl.reader.excel as excel
    import openpyxl.worksheet._reader as reader
    from openpyxl.cell.text import Text
    from openpyxl.reader.workbook import WorkbookParser
    from openpyxl.utils.datetime import CALENDAR_MAC_1904
    from openpyxl.xml.constants import SHEET_MAIN_NS
    from openpyxl.xml.functions import iterparse

    def serial(value, epoch, timedelta=False):
        return value + DAYS_TO_1904 if epoch == CALENDAR_MAC_1904 and not timedelta else value

    def strings(source):
        tag = "{%s}si" % SHEET_MAIN_NS
        return [Text.from_tree(node).content for _, node in iterparse(source) if node.tag == tag]

    every = WorkbookParser.find_sheets

    def worksheets(parser):
        return ((sheet, link) for sheet, link in every(parser) if link.Type.endswith(("/worksheet", "/chartsheet")))

    reader.from_excel = serial
    reader.WorksheetReader.bind_merged_cells = lambda self: None
    reader.WorksheetReader.bind_hyperlinks = lambda self: None
    excel.read_string_table = strings
    WorkbookParser.find_sheets = worksheets


def by_openpyxl(path):
    import openpyxl

    with open(path, "rb") as file:
        book = openpyxl.load_workbook(file, data_only=True, keep_links=False)
    if not book.worksheets:
        # Of a workbook in the strict form it knows no sheet.
        raise ValueError("openpyxl finds no worksheet")
    return [{"name": sheet.title, "cells": cells_of(sheet)} for sheet in book.worksheets]


def cells_of(sheet):
    found = []
    for (row, column), cell in sheet._cells.items():
        value = plain(cell._value, cell.data_type)
        if value is not None:
            found.append([row - 1, column - 1, *value])
    return found


def by_libreoffice(path):
    folder = tempfile.mkdtemp()
    try:
        # A short plain name: LibreOffice takes some characters of a path for a pattern.
        copied = os.path.join(folder, "book" + os.path.splitext(path)[1].lower())
        shutil.copyfile(path, copied)
        out = os.path.join(folder, "out")
        command = [os.environ.get("SOFFICE", "soffice"), "--headless", "-env:UserInstallation=file://" + PROFILE]
        command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, copied]
        run(command)
        made = os.path.join(out, "book.xlsx")
        if not os.path.exists(made):
            raise ValueError("LibreOffice does not open it")
        return by_openpyxl(made)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run(command):
    """The program that is called starts another, which does the work; both are stopped when the time is over."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        process.wait(SECONDS_TO_CONVERT)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise


def decoded(data):
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        # Five bytes of Windows-1252 stand for nothing; they stay.
        codecs.register_error("stay", lambda fault: (chr(fault.object[fault.start]), fault.start + 1))
        return data.decode("cp1252", errors="stay")


def by_csv(path):
    """With the separator that gives most lines the same number of fields, more than one."""
    with open(path, "rb") as file:
        text = decoded(file.read())
    if re.search("[\x00-\x08\x0e-\x1f]", text[:4096]):
        raise ValueError("that is no text")
    csv.field_size_limit(1 << 30)
    # Of marks that do as well the comma counts.
    best = max((parsed(text, mark) for mark in ",;\t|"), key=fitness)
    cells = [[row, column, "text", field] for row, fields in enumerate(best) for column, field in enumerate(fields) if field != ""]
    return [{"name": os.path.splitext(os.path.basename(path))[0], "cells": cells}]


def parsed(text, mark):
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))


def fitness(rows):
    """The share of lines that have as many fields as most lines, 0 where that is one field."""
    widths = [len(fields) for fields in rows if fields]
    common = max(set(widths), key=widths.count, default=0)
    return widths.count(common) / len(widths) if common > 1 else 0


HOW = {"openpyxl": by_openpyxl, "libreoffice": by_libreoffice, "csv": by_csv}


def main():
    warnings.simplefilter("ignore")
    try:
        prepare_openpyxl()
    except ImportError:
        pass  # each file says that it is not installed; csv goes without
    for line in sys.stdin:
        request = json.loads(line)
        try:
            answer = {"by": request["how"], "sheets": HOW[request["how"]](request["path"])}
        except Exception as error:  # whatever it is, the other files go on
            answer = {"error": f"{type(error).__name__}: {error}"[:300]}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    PROFILE = tempfile.mkdtemp()
    try:
        main()
    finally:
        shutil.rmtree(PROFILE, ignore_errors=True)
