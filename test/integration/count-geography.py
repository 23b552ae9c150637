"""Counts what is in the published geography, without a line of Waymark: for published-geography.spec.ts.

    python3 test/integration/count-geography.py ../shared/data > counts.json
"""
import csv, json, sys
from pathlib import Path

data = Path(sys.argv[1])


def rows(name):
    with open(data / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


las = rows("geography/la_all_codes.csv")
utlas = rows("geography/utla_all_codes.csv")
cauths = rows("geography/cauth_all_codes.csv")
itl = rows("geography/ons_lad_lau1_itl3_itl2_itl1_2025_lookup.csv")
areas = json.load(open(data / "geography/areas-list.json"))
tree = json.load(open(data / "geography/geo-metadata.json"))

codes = set(areas["areacd"]) | set(tree) | {r["UTLACD"] for r in utlas} | {r["CAUTHCD"] for r in cauths}
codes |= {r[c] for r in las for c in ("LADCD", "LADCD_ACTIVE", "EWCD", "GBCD", "UKCD") if r[c]}
codes |= {r[c] for r in itl for c in ("LAD25CD", "ITL325CD", "ITL225CD", "ITL125CD")}

lists = [rows(f"neighbours/ons_{model}_neighbours.csv") for model in ("global", "economic", "demographic")]
clusters = rows("neighbours/ons_cluster_allocation.csv")
print(json.dumps({
    "areas": len(codes),
    "parishesAndWards": sum(parent is not None for parent in areas["parentcd"]),
    "itlLinks": len({(r["LAD25CD"], r["ITL325CD"]) for r in itl})
    + len({(r["ITL325CD"], r["ITL225CD"]) for r in itl}) + len({(r["ITL225CD"], r["ITL125CD"]) for r in itl}),
    "deadCouncils": sum(r["LADCD"] != r["LADCD_ACTIVE"] for r in las),
    "withYears": sum("start" in area or "end" in area for area in tree.values()),
    "neighbours": sum(1 for rows_ in lists for r in rows_ for n in range(1, 21) if r[str(n)]),
    "classes": sum(r[c] != "[x]" for r in clusters for c in ("Global", "Economic", "Demographic")),
}, indent=2))
