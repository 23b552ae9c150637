"""
Counts the rows of every file of figures in ../shared/data, knowing nothing of Waymark: Python's csv module and the rules below.
Run it by hand from the project's root; published-files-import.spec.ts compares the importer with what it prints.

    python3 test/integration/count-published-rows.py > test/integration/published-row-counts.json

A row is missing where none of its figures is a number, and rejected where its area has no code. A sum of several rows is one figure. Commas of thousands are no part of a
number. `total` is the sum of all figures, `intervals` how many have both limits.
"""
import csv
import json
import math
import re
import sys
from pathlib import Path

DATA = Path("../shared/data")

# file or folder, column(s) of figures, lower limit, upper limit, key of a sum
LAYOUTS = [
    ("ons/current", ["observation"], "lci_95", "uci_95", None),
    ("ons/earlier-releases", ["observation", "value"], "lower", "upper", None),
    ("derived/4g_series.csv", ["value"], None, None, None),
    ("derived/gigabit_series.csv", ["value"], None, None, None),
    ("derived/towns_fund_by_place_and_la.csv", ["rdel_gbp", "cdel_gbp", "total_gbp"], None, None, "gss_code"),
    ("housing/non_decent_las.csv", ["number_dwellings", "number_non_decent", "percent_non_decent"], None, None, None),
    ("deprivation/imd2019_official_lad_summary.csv", ["imd "], None, None, None),
    ("funding/luf_priority_category_2021.csv", ["priority category"], None, None, None),
]


def number(text):
    try:
        value = float(text.replace(",", ""))
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def count(path, figures, lower, upper, key):
    with open(path, encoding="utf-8-sig", newline="") as file:
        header, *rows = [row for row in csv.reader(file) if row]
    names = [name.strip().lower() for name in header]
    columns = [i for i, name in enumerate(names) if any(name == one or (one == "imd " and name.startswith(one)) for one in figures)]
    limits = [next((i for i, name in enumerate(names) if start and name.startswith(start)), None) for start in (lower, upper)]
    code = next((i for i, name in enumerate(names) if name in ("areacd", "gss_code", "ons_code") or name.endswith("code (2019)")), None)
    rejected = [row for row in rows if code is not None and not re.fullmatch(r"[A-Z]\d{8}|TL[A-Z]\w{0,2}", row[code].strip())]
    rows = [row for row in rows if row not in rejected]
    found = {"rows": len(rows) + len(rejected), "rejected": len(rejected), "missing": 0, "figures": 0, "valued": 0, "intervals": 0}
    values = []
    for row in rows:
        numbers = [number(row[i]) for i in columns]
        found["missing"] += all(one is None for one in numbers)
        found["figures"] += len(numbers)
        found["intervals"] += all(i is not None and number(row[i]) is not None for i in limits)
        values += [one for one in numbers if one is not None]
    found["valued"] = len(values)
    if key is not None:
        areas = {row[names.index(key)] for row in rows}
        found["figures"] = found["valued"] = len(areas) * len(columns)
    found["total"] = math.fsum(values)
    return found


def main():
    found = {}
    for place, *rules in LAYOUTS:
        paths = sorted((DATA / place).glob("*.csv")) if (DATA / place).is_dir() else [DATA / place]
        for path in paths:
            found[str(path.relative_to(DATA))] = count(path, *rules)
    json.dump(found, sys.stdout, indent=2)
    print()


main()
