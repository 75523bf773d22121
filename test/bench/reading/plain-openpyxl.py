"""The checks of a priority table as a short script would do them, to set the add-in's time and memory beside.

What it does: opens the workbook in openpyxl's fastest mode, finds the row of headings by their usual words, takes what is below as themes and
actions, and looks for the faults named in CHECKED with one pattern each.

What it does not: other words for a heading, two tables on a sheet, merged or stacked headers, dates that Excel changed, leads in a merged cell,
hidden sheets, ranges and titles of outcomes, figures read out of measures, repairs, and the codes that are not in CHECKED.
"""

import collections
import json
import re
import resource
import sys
import time

import openpyxl

HEADINGS = {
    "what we have committed to": "commitment",
    "led by": "lead",
    "timescale": "timescale",
    "measure": "measure",
    "shared outcome": "outcome",
}
CHECKED = [
    "missing-lead",
    "missing-timescale",
    "missing-measure",
    "missing-outcome",
    "unknown-outcome",
    "mistyped-outcome",
    "duplicate-outcome",
    "untidy-outcome",
    "unreadable-timescale",
    "timescale-without-year",
    "provisional-timescale",
    "vague-measure",
    "measure-not-observable",
    "lead-not-a-person",
    "cost-contradicted",
    "past-without-status",
    "duplicate-commitment",
]
PLAN_YEAR, PLAN_MONTH = 2025, 1
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()

MONTH = re.compile(r"\b(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b[\s.,'’-]*(\d{4}|\d{2})?", re.I)
YEAR = re.compile(r"\b20\d\d\b|\b\d\d/\d\d\b")
WHEN = re.compile(r"\b(?:ongoing|on-going|continuous|annual|quarter|q[1-4]|year|month|spring|summer|autumn|winter|once|when|tbc)", re.I)
PROVISIONAL = re.compile(r"\b(?:provisional|tbc|to be confirmed|expected)\b", re.I)
OUTCOME = re.compile(r"\bS([O0])\s*\.?-?\s*(\d)", re.I)
VAGUE = re.compile(r"^\W*(?:tbc|to be|as per|in development)|in development\W*$", re.I)
SEEN = re.compile(
    r"\d|%|\b(?:number|rate|proportion|increase|reduc|plan|report|strateg|polic|in place|complete|deliver|establish|launch|publish|train)",
    re.I,
)
TEAM = re.compile(r"\b(?:team|unit|group|board|partnership|tbc)\b", re.I)
NO_COST = re.compile(r"^(?:none|nil|no cost|£0)$", re.I)
MONEY = re.compile(r"£\s?\d|subject to funding|dependent on|funded to", re.I)


def words(value):
    return "" if value is None else str(value).strip()


def rows_of(sheet):
    """Each action of a sheet as a dictionary of its fields."""
    columns = None
    for cells in sheet.iter_rows(values_only=True):
        texts = [words(value) for value in cells]
        named = {HEADINGS[text.lower()]: at for at, text in enumerate(texts) if text.lower() in HEADINGS}
        if len(named) >= 3 and "commitment" in named:
            columns = named
        elif columns is not None:
            row = {field: texts[at] if at < len(texts) else "" for field, at in columns.items()}
            if row["commitment"] and any(text for field, text in row.items() if field != "commitment"):
                yield row


def outcome_codes(text):
    if not text:
        return ["missing-outcome"]
    found = OUTCOME.findall(text)
    digits = [int(digit) for _, digit in found]
    codes = []
    if not found or any(digit < 1 or digit > 6 for digit in digits):
        codes.append("unknown-outcome")
    if any(letter == "0" for letter, _ in found):
        codes.append("mistyped-outcome")
    if len(set(digits)) < len(digits):
        codes.append("duplicate-outcome")
    if digits != sorted(digits) or not re.fullmatch(r"S[O0]\d(?:,\s*S[O0]\d)*", text):
        codes.append("untidy-outcome")
    return codes


def timescale_codes(text):
    if not text:
        return ["missing-timescale"]
    months = MONTH.findall(text)
    codes = []
    if not months and not YEAR.search(text) and not WHEN.search(text):
        codes.append("unreadable-timescale")
    if months and not any(year for _, year in months) and not YEAR.search(text):
        codes.append("timescale-without-year")
    if PROVISIONAL.search(text):
        codes.append("provisional-timescale")
    dated = [(int(year) + (2000 if len(year) == 2 else 0), MONTHS.index(name[:3].lower()) + 1) for name, year in months if year]
    if dated and max(dated) < (PLAN_YEAR, PLAN_MONTH):
        codes.append("past-without-status")
    return codes


def row_codes(row):
    codes = timescale_codes(row.get("timescale", "")) + outcome_codes(row.get("outcome", ""))
    lead, measure = row.get("lead", ""), row.get("measure", "")
    if not lead:
        codes.append("missing-lead")
    elif TEAM.search(lead):
        codes.append("lead-not-a-person")
    if not measure:
        codes.append("missing-measure")
    elif VAGUE.search(measure):
        codes.append("vague-measure")
    elif not SEEN.search(measure):
        codes.append("measure-not-observable")
    if NO_COST.match(row.get("cost", "")) and MONEY.search(" ".join(row.values())):
        codes.append("cost-contradicted")
    return codes


def main(path):
    started, cpu = time.perf_counter(), time.process_time()
    findings = collections.Counter({code: 0 for code in CHECKED})
    seen, actions = set(), 0
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    for sheet in book.worksheets:
        for row in rows_of(sheet):
            actions += 1
            findings.update(row_codes(row))
            plain = re.sub(r"\W+", " ", row["commitment"].lower()).strip()
            if plain in seen:
                findings["duplicate-commitment"] += 1
            seen.add(plain)
    print(
        json.dumps(
            {
                "actions": actions,
                "findings": findings,
                "seconds": time.perf_counter() - started,
                "cpuSeconds": time.process_time() - cpu,
                "peakMegabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            }
        )
    )


if __name__ == "__main__":
    main(sys.argv[1])
