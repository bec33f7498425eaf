"""Makes the official list of places anew (core/planmonitor/places/places.tsv) from its named source and the table of later acts.

Usage: python build_places.py WHEEL

WHEEL is the file that `pip download --no-deps vietnamadminunits==1.0.4` fetches; another one is refused. Taken from it are its
lists of places and which place became which: all successors of each, never the one it would choose. Its reading of names is not used.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from zipfile import ZipFile

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "core"))

from planmonitor.names import as_compared  # noqa: E402 - the checkout's own core
from planmonitor.places.listed import KINDS  # noqa: E402
from planmonitor.places.register import ACTS, PLACES, key_of  # noqa: E402

SOURCE = "vietnamadminunits-1.0.4-py3-none-any.whl"
SHA256 = "737ee3662e877290386c1c45ed4d71f2e5fae34ab6fb9c64bfb4cb74b216ea35"
TABLES = "vietnamadminunits/data/dataset.db"
SUCCESSORS = "vietnamadminunits/data/converter_2025.json"
NOW = "SELECT provinceKey, province, provinceCode, wardKey, ward, wardCode FROM admin_units ORDER BY provinceCode, wardCode"
BEFORE = """SELECT provinceKey, province, provinceCode, districtKey, district, districtCode, wardKey, ward, wardCode FROM admin_units_legacy
ORDER BY provinceCode, districtCode, wardCode"""


class Line(NamedTuple):
    """A line of the list: a place as it was for a time."""

    code: str
    kind: str
    name: str
    within: str
    since: str
    until: str = ""
    act: str = ""
    successors: tuple[str, ...] = ()
    unchecked: str = ""

    def text(self) -> str:
        """Return it as it stands in the file; the last cell is what it is found by."""
        return "\t".join([*self[:7], " ".join(self.successors), self.unchecked, key_of(f"{self.kind} {self.name}")])


class Source(NamedTuple):
    """What the wheel says."""

    now: list[dict[str, str]]
    before: list[dict[str, str]]
    successors: Mapping[str, Any]


def read_source(wheel: Path) -> Source:
    """Return what is taken from the wheel; another file than the one named above is refused."""
    if sha256(wheel.read_bytes()).hexdigest() != SHA256:
        sys.exit(f"{wheel} is not {SOURCE} with SHA-256 {SHA256}.")
    with ZipFile(wheel) as held, TemporaryDirectory() as scratch:
        tables = sqlite3.connect(held.extract(TABLES, scratch))
        tables.row_factory = sqlite3.Row
        now, before = ([{name: row[name] or "" for name in row.keys()} for row in tables.execute(query)] for query in (NOW, BEFORE))  # noqa: SIM118
        tables.close()
        return Source(now, before, json.loads(held.read(SUCCESSORS)))


def parted(full: str) -> tuple[str, str]:
    """Return kind and name of a place: "Đặc khu Côn Đảo" is a "đặc khu" called "Côn Đảo"."""
    for kind in KINDS:
        if full.lower().startswith(f"{kind} "):
            return kind, " ".join(full[len(kind) :].split())
    raise ValueError(full)


def successors_of(source: Source) -> dict[str, set[str]]:
    """Return the codes of all places that each former commune became part of, by what the source calls it."""
    codes = {(row["provinceKey"], row["wardKey"]): row["wardCode"] for row in source.now}
    became: dict[str, set[str]] = defaultdict(set)
    for province, wards in source.successors["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, former in wards.items():
            for name in former:
                became[name].add(codes[province, ward])
    for province, divided in source.successors["DICT_PROVINCE_WARD_DIVIDED"].items():
        for name, pieces in divided.items():
            became[name] |= {codes[province, piece["newWardKey"]] for piece in pieces}
    return became


def former_lines(source: Source, until: str) -> Iterator[Line]:
    """Yield the provinces, districts and communes that were ended with the day before the list was drawn up."""
    became = successors_of(source)
    provinces = {row["provinceKey"]: row["provinceCode"] for row in source.now}
    whole = {former: provinces[new] for new, names in source.successors["DICT_PROVINCE"].items() for former in names}
    districts: dict[str, tuple[str, str]] = {}
    pieces: dict[str, set[str]] = defaultdict(set)
    communes = []
    for row in source.before:
        successors = became["_".join((row["provinceKey"], row["districtKey"], row["wardKey"]))]
        districts[row["districtCode"]] = row["district"], row["provinceCode"]
        pieces[row["districtCode"]] |= successors
        if row["wardCode"]:
            communes.append(Line(row["wardCode"], *parted(row["ward"]), row["districtCode"], "", until, "", tuple(sorted(successors))))
    for code, (name, key) in sorted({row["provinceCode"]: (row["province"], row["provinceKey"]) for row in source.before}.items()):
        yield Line(code, *parted(name), "", "", until, "", (whole[key],))
    for code, (name, province) in sorted(districts.items()):
        yield Line(code, *parted(name), province, "", until, "", tuple(sorted(pieces[code])))
    yield from sorted(communes)


def present_lines(source: Source, acts: Mapping[str, Any]) -> Iterator[Line]:
    """Yield the places of the list, each with what later acts made of it."""
    since, number = str(acts["list"]["in_force"]), acts["list"]["number"]
    first = {row["provinceCode"]: Line(row["provinceCode"], *parted(row["province"]), "", since, "", number) for row in source.now}
    first |= {row["wardCode"]: Line(row["wardCode"], *parted(row["ward"]), row["provinceCode"], since, "", number) for row in source.now}
    lines = {code: [line] for code, line in first.items()}
    for act in acts["acts"]:
        lay_over(lines, act)
    for code in sorted(lines, key=lambda code: (len(code), code)):
        yield from lines[code]


def lay_over(lines: dict[str, list[Line]], act: Mapping[str, Any]) -> None:
    """Change the kind of the places that an act names; where it does not name all, mark those that may be meant."""
    for code, name in act["places"].items():
        *earlier, last = lines[code]
        if as_compared(last.name) != as_compared(name) or last.kind == act["kind"] or act.get("within", last.within) != last.within:
            raise ValueError(f"{act['number']}: {code} {name} is {last}")
        ended = last._replace(until=str(act["in_force"] - timedelta(days=1)))
        lines[code] = [*earlier, ended, last._replace(kind=act["kind"], since=str(act["in_force"]), act=act["number"])]
    if len(act["places"]) != act.get("changes", len(act["places"])):
        for code, (*earlier, last) in lines.items():
            if last.within == act["within"] and code not in act["places"] and last.kind not in {act["kind"], "đặc khu"}:
                lines[code] = [*earlier, last._replace(unchecked=act["number"])]


def list_of_places(source: Source, acts: Mapping[str, Any]) -> str:
    """Return the text of the list: the places there are, and after them those that were."""
    last_day: date = acts["list"]["in_force"] - timedelta(days=1)
    lines = [*present_lines(source, acts), *former_lines(source, str(last_day))]
    return "".join(f"{line.text()}\n" for line in lines)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    PLACES.write_text(list_of_places(read_source(Path(sys.argv[1])), tomllib.loads(ACTS.read_text(encoding="utf-8"))), encoding="utf-8", newline="\n")
