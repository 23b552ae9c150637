"""Counts what is in the three files of the Towns Fund, without a line of Waymark: for funding-import.spec.ts.

    python3 test/integration/count-funding.py ../shared/data > test/integration/funding-counts.json
"""
import csv, json, sys
from collections import Counter
from pathlib import Path

data = Path(sys.argv[1])


def rows(name):
    with open(data / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))[1:]


def amount(cell):
    cell = cell.strip().replace(",", "")
    return None if cell in ("", "-") else int(cell)


def money(cells):
    total, adds_up = 0, 0
    given = Counter()
    for rdel, cdel, whole in (map(amount, c) for c in cells):
        total += whole or 0
        adds_up += None not in (rdel, cdel, whole) and rdel + cdel == whole
        given["noTotal"] += whole is None
        given["totalZero"] += whole == 0 and (rdel or 0) + (cdel or 0) > 0
        given["partsZero"] += (rdel, cdel) == (0, 0) and (whole or 0) > 0
        given["differs"] += bool(whole) and (rdel or 0) + (cdel or 0) not in (0, whole)
    return {"total": total, "addsUp": adds_up, **given}


grants = rows("funding/towns_fund_grant_awarded.csv")
places = rows("funding/towns_fund_place_to_la.csv")
joined = rows("derived/towns_fund_by_place_and_la.csv")
print(json.dumps({
    "grants": {"rows": len(grants), "byFund": Counter("FHSF" if r[0].startswith("HS-") else "Town Deals" for r in grants), **money(r[1:4] for r in grants)},
    "places": {"rows": len(places), "byFund": Counter(r[0] for r in places), "councils": len({r[2] for r in places})},
    "joined": {"rows": len(joined), "byFund": Counter(r[0] for r in joined), "codes": len({r[3] for r in joined}), **money(r[5:8] for r in joined)},
}, indent=1))
