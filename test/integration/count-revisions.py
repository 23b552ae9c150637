"""Counts what published releases changed, without a line of Waymark: cells moved, added and withdrawn, and the largest move.

    python3 test/integration/count-revisions.py ../shared/data
"""
import csv
import json
import sys


def cells(path, digits, indicators):
    """Figures by area and period; of the period only the digits in which the layouts agree (year, or year and month)."""
    with open(path, encoding="utf-8-sig") as file:
        rows = [{name.lower(): text for name, text in row.items()} for row in csv.DictReader(file)]
    found = {}
    for row in rows:
        if row["indicator"] in indicators:
            text = (row.get("value") or row.get("observation") or "").strip()
            found[row["areacd"].strip(), row["period"][:digits]] = None if text in ("", "na") else float(text)
    return found


def revision(earlier, later):
    moved = {key: later[key] - value for key, value in earlier.items() if value is not None and later.get(key) not in (None, value)}
    return {
        "moved": len(moved),
        "added": sum(1 for key, value in later.items() if value is not None and earlier.get(key) is None),
        "withdrawn": sum(1 for key, value in later.items() if value is None and earlier.get(key) is not None),
        "unchanged": sum(1 for key, value in later.items() if value is not None and earlier.get(key) == value),
        "largestMove": max(abs(change) for change in moved.values()),
    }


PAIRS = {
    "gross-median-weekly-pay": ("pay_2024-12.csv", "gross-median-weekly-pay.csv", 7, {"Gross median weekly pay"}),
    "gva-per-hour": ("gva_per_hour_2024-07.csv", "gross-value-added.csv", 4, {"Gross value added per hour worked", "Gross Value Added per hour worked", "GVA per hour worked"}),
    "pupils-at-expected-standard": ("ks2_2024-09.csv", "ks2_2024-12.csv", 4, None),
}

folder = sys.argv[1] + "/ons"


class Any:  # KS2 files hold one indicator, under three names
    def __contains__(self, _):
        return True


counts = {}
for metric, (before, after, digits, indicators) in PAIRS.items():
    names = indicators or Any()
    current = "earlier-releases" if after.startswith("ks2") else "current"
    counts[metric] = revision(cells(f"{folder}/earlier-releases/{before}", digits, names), cells(f"{folder}/{current}/{after}", digits, names))
print(json.dumps(counts, indent=2))
