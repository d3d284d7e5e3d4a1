"""A scenario begun with what a round knows: who is paid for, what is budgeted, how many there are, which targets are set.

Nothing is made up: what the round does not say is left to be filled in, and running the scenario then names the field.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from semesta.basics import shown
from semesta.basics.places import PLACES
from semesta.monev.measured import Measured
from semesta.monev.needs import Need

YEARS = 3


def begun(measured: Measured) -> str | None:
    """The text of a scenario for the years after the round's; None where the round does not say who is paid for."""
    needs = [need for need in measured.needs if need.place == measured.place]
    if not needs:
        return None
    first = max(measured.as_of.year, *(need.year for need in needs)) + 1
    parts = (_head(measured, first), _groups(measured, needs), _money(measured, needs, first), _targets(measured), TAIL)
    return "\n".join(line for part in parts for line in part) + "\n"


def _head(measured: Measured, first: int) -> Iterator[str]:
    name = measured.places[measured.place].title.id
    day = shown.day(measured.as_of, "id")
    known = "" if measured.place in PLACES else " --round PUTARAN"  # whose places.csv names the place
    yield f"# Rencana {name}, dimulai dari data putaran per {day}.  semesta plan run rencana.yaml{known} --out hasil"
    yield "# Isian yang kosong harus dilengkapi; penjelasan tiap isian: semesta plan new."
    yield "# (Begun with the round's own figures; what is empty has to be filled in.)"
    yield ""
    yield f"name: Melanjutkan {first - 1}"
    yield f"place: {json.dumps(measured.place)}  # {name}"
    yield f"years: {{first: {first}, last: {first + YEARS - 1}}}"


def _groups(measured: Measured, needs: Iterable[Need]) -> Iterator[str]:
    """Whoever is paid for this year is kept; nobody is added by itself."""
    yield ""
    yield "groups:"
    by_group: dict[str, list[Need]] = {}
    for need in needs:
        by_group.setdefault(need.group, []).append(need)
    for group, found in by_group.items():
        yield f"  - group: {group or 'semua'}"
        yield from _population(measured, group, sum(need.persons for need in found))
        yield "    payers:"
        for need in found:
            source = f"  # sumber: {'; '.join(need.sources)}" if need.sources else ""
            asked = (
                f": {shown.count(need.kept, 'id')} sudah aktif, {shown.count(need.added, 'id')} baru dalam anggaran atau usulan; "
                "kurangi bila tidak disetujui"
                if need.added
                else ""
            )
            yield f"      - funding: {need.funding or '  # isi: siapa yang membayar'}"
            yield f"        kept: {need.persons}  # tahun {need.year}, {need.months} bulan{asked}{source}"
            yield "        added: {}  # isi per tahun, misalnya {" + str(need.year + 1) + ": 100}"


def _population(measured: Measured, group: str, kept: int) -> Iterator[str]:
    """How many there are; only as a remark where more of them are paid for."""
    for value in measured.of("population", place=measured.place, group=group, funding=""):
        if isinstance(value.value, int) and group:
            remark = "" if kept <= value.value else "; lebih sedikit dari yang dibayar, periksa keduanya"
            yield f"    {'# ' if remark else ''}population: {value.value}  # per {value.node.period}{remark}"
            return


def _money(measured: Measured, needs: Iterable[Need], first: int) -> Iterator[str]:
    """The latest budget of each source, which the next one has yet to become."""
    yield ""
    lines = []
    for funding in dict.fromkeys(need.funding for need in needs if need.funding):
        by_year: dict[str, int] = {}
        for value in measured.of("budgeted", place=measured.place, funding=funding, office=""):
            if isinstance(value.value, int):
                by_year.setdefault(value.node.period, value.value)  # the first of a year speaks of all of it
        latest = max((year for year, amount in by_year.items() if amount), default="")
        if latest:
            lines.append(f"  - funding: {funding}")
            lines.append(f"    amounts: {{{first}: {by_year[latest]}}}  # anggaran {latest}; ganti dengan {first}")
    if lines:
        yield "money:"
        yield from lines
    else:
        yield "# money:  # anggaran belum disebut dalam putaran: belum diketahui, bukan nol"


def _targets(measured: Measured) -> Iterator[str]:
    """Targets of coverage of the place itself, where the round knows how many are covered of how many."""
    frame = measured.dataset.frame("targets")
    rows = [] if frame is None else [row for row in frame.to_dicts() if _is_own(row, measured)]
    known = {
        v.node.universe or "pemda": v
        for v in measured.of("coverage", place=measured.place, group="")
        if isinstance(v.numerator, int) and isinstance(v.denominator, int)
    }
    by_document: dict[tuple[str, str], dict[int, float]] = {}
    for row in rows:
        universe = row["universe"] or "pemda"
        if universe in known and row["value"] <= 1:
            by_document.setdefault((row["document"] or "own", universe), {})[row["year"]] = row["value"]
    if by_document:
        yield ""
        yield "targets:"
    for (document, universe), shares in by_document.items():
        value = known[universe]
        yield f"  - document: {document}"
        yield f"    universe: {universe}"
        yield f"    population: {value.denominator}"
        yield f"    covered: {value.numerator}  # per {value.node.period}"
        yield f"    source: {json.dumps('; '.join(value.sources), ensure_ascii=False)}"
        yield f"    shares: {{{', '.join(f'{year}: {share}' for year, share in sorted(shares.items()))}}}"
        yield "    mix:  # isi: siapa yang membayar peserta baru, jumlah part 100 %"
        yield "      - {funding: apbd, part: 100 %}"


def _is_own(row: Mapping[str, Any], measured: Measured) -> bool:
    return row["place"] == measured.place and row["indicator"] == "coverage" and not row["group"]


TAIL = (
    "",
    "# Asumsi, masing-masing dengan sumbernya; tanpa asumsi hitungannya tidak dibuat, dan itu dikatakan:",
    "# growth: {low: , central: , high: , source: }       # pertumbuhan penduduk setahun",
    "# wage_growth: {low: , central: , high: , source: }  # pertumbuhan upah setahun",
    "# leaving: {low: , central: , high: , source: }      # keluar dalam setahun",
)
