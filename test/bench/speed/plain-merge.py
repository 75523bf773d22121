"""The merge that somebody would write instead: every workbook of a folder read, its rows stacked, one workbook written.

Outcome codes are tidied, timescales read roughly, empty cells counted, and a matrix of directorates by outcomes goes on a second sheet.
Nothing is checked, mapped, compared with an earlier plan or kept for the next. Prints one line of JSON.
"""

import glob
import json
import os
import re
import sys
import time

import openpyxl
import pandas

FIRST_HEADING = "What we have committed to"
COLUMNS = ["Commitment", "Lead", "Timescale", "Measure", "Outcomes"]


def rows_of(path):
    """The rows below the headings of each sheet that has them, as one table a sheet."""
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    for sheet in book:
        rows = list(sheet.iter_rows(values_only=True))
        head = next((at for at, row in enumerate(rows) if row and row[0] == FIRST_HEADING), None)
        if head is None:
            continue
        table = pandas.DataFrame([row[:5] for row in rows[head + 1 :] if row and row[0]], columns=COLUMNS)
        table["Directorate"] = sheet.title
        table["File"] = os.path.basename(path)
        yield table


def codes(text):
    return ",".join(sorted({f"SO{digit}" for digit in re.findall(r"S[O0]\s*([1-6])", text)}))


def main(folder, result):
    started = time.perf_counter()
    paths = sorted(glob.glob(os.path.join(folder, "*.xlsx")))
    plan = pandas.concat([table for path in paths for table in rows_of(path)])
    plan["Outcomes"] = plan["Outcomes"].fillna("").astype(str).map(codes)
    months = plan["Timescale"].astype(str).str.replace("'", "20")
    plan["Due"] = pandas.to_datetime(months, errors="coerce", format="%B %Y")
    plan["Missing"] = plan[["Lead", "Timescale", "Measure"]].isna().sum(axis=1)
    by_outcome = plan.assign(Outcomes=plan["Outcomes"].str.split(",")).explode("Outcomes")
    matrix = by_outcome.pivot_table(index="Directorate", columns="Outcomes", values="Commitment", aggfunc="count")
    with pandas.ExcelWriter(result, engine="openpyxl") as writer:
        plan.to_excel(writer, sheet_name="All", index=False)
        matrix.to_excel(writer, sheet_name="Matrix")
    print(json.dumps({"rows": len(plan), "seconds": time.perf_counter() - started}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
