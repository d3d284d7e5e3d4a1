"""A scenario: a place and its years, whom to cover and who pays, the money there is, what is to be reached, what is assumed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

from semesta.basics.lists import FUNDINGS
from semesta.basics.places import PLACES, PlaceList
from semesta.basics.words import Words, same
from semesta.law.case_files import entries
from semesta.law.faults import InputError, NoLawOnDate
from semesta.law.law import LAW, Law
from semesta.law.scenario import supposed
from semesta.planning.aims import Money, Target, money_of, targets_of
from semesta.planning.assumptions import assumptions
from semesta.planning.cover import Group, groups_of
from semesta.planning.faults import PlanFault, Unplannable
from semesta.planning.fields import Assumed, Fields
from semesta.planning.written import year_of

LONGEST = 30
"""Years a scenario may span: beyond, not even the direction of law and population is known."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """Everything a plan is made from. The same scenario and law make the same plan."""

    name: str
    place: str
    first: int
    last: int
    groups: tuple[Group, ...]
    money: tuple[Money, ...] = ()
    targets: tuple[Target, ...] = ()
    growth: Assumed | None = None
    """By how much the population grows a year, as a part; None keeps it as it is, and says so."""
    wage_growth: Assumed | None = None
    leaving: Assumed | None = None
    """The part of those covered who leave within a year: death, age, another employer; None leaves that out."""
    assumptions: Mapping[str, Assumed] = field(default_factory=dict)
    """What is put in the place of a value of `planning.assumptions`, by its name there."""
    supposes: tuple[Mapping[str, Any], ...] = ()
    """What-if law: steps of `since` and `values`."""
    asked: Mapping[str, Any] = field(default_factory=dict)
    """By the name of a part (planning/parts) what its reader made of its field; parts that are not there were not asked for."""
    seed: int = 1

    @property
    def years(self) -> range:
        return range(self.first, self.last + 1)


def template() -> str:
    """A scenario with everything in it, commented, that can be run as it is; at its end how each part is asked for."""
    from semesta.planning.parts import parts  # parts read scenarios themselves

    text = files("semesta.planning").joinpath("scenario.yaml").read_text(encoding="utf-8")
    asked = [part.example.strip() or f"# {part.name}: {{}}  # {part.title.id} · {part.title.en}" for part in parts()]
    return "\n".join([text, PARTS, *asked]) + "\n"


PARTS = """# 6. Bagian yang dihitung bila diminta: hapus tanda # dan satu spasi di depan barisnya.
# (Parts that are made when asked for: take away # and one space before each line.)"""


def read_scenario(given: Path | str, *, law: Law = LAW, places: PlaceList = PLACES) -> Scenario:
    """The scenario that a file or a text holds.

    Raises:
        Unplannable: with every fault at once, each with its field.
    """
    fields = Fields(mapping(given))
    scenario = _scenario(fields, law, places)
    fields.close()
    if not fields.faults:
        fields.faults += [*_without_law(scenario, law), *_other_level(scenario)]
    if fields.faults:
        raise Unplannable(dict.fromkeys(fields.faults))
    return scenario


def mapping(given: Path | str) -> Mapping[str, Any]:
    """The fields that a YAML file or text holds.

    Raises:
        Unplannable: it cannot be read, or holds something else.
    """
    file = given if isinstance(given, Path) else Path("rencana.yaml")
    fix = Words("mulai dari contoh: semesta plan new", "begin with the example: semesta plan new")
    try:
        text = given.read_text(encoding="utf-8-sig") if isinstance(given, Path) else given
    except (OSError, ValueError) as error:
        why = same(getattr(error, "strerror", None) or "") or NO_TEXT
        why = Words("berkasnya tidak ada", "there is no such file") if isinstance(error, FileNotFoundError) else why
        raise Unplannable(
            [PlanFault(str(given), "", Words("tidak dapat dibaca: ", "cannot be read: ") + why, fix)]
        ) from None
    found, is_list = entries(text, file)
    if len(found) == 1 and not is_list and isinstance(found[0], Mapping):
        return found[0]
    why = found[0] if isinstance(found[0], Words) else Words("harus satu skenario", "must hold one scenario")
    raise Unplannable([PlanFault(file.name, "", why, fix)])


NO_TEXT = Words(
    "bukan teks UTF-8; di Notepad: Simpan sebagai, Penyandian UTF-8",
    "is no text in UTF-8; in Notepad: Save as, Encoding UTF-8",
)
OF_A_ROUND = Words(
    "; wilayah dari places.csv suatu putaran: jalankan dengan --round PUTARAN",
    "; a place from a round's places.csv: run with --round ROUND",
)


def _place(fields: Fields, places: PlaceList) -> str:
    """The code of the place; of a code that is not known, that a round may add it."""
    found = fields.code("place", places)
    if fields.is_faulty("place") and re.fullmatch(r"[\d.]+", fields.text("place")):
        *before, wrong = fields.faults
        fields.faults[:] = [*before, replace(wrong, how_to_fix=wrong.how_to_fix + OF_A_ROUND)]
    return found


def _scenario(fields: Fields, law: Law, places: PlaceList) -> Scenario:
    from semesta.planning.parts import parts  # parts read scenarios themselves

    first, last = _years(fields)
    years = range(first, last + 1)
    supposes = tuple(_supposed(fields, law))
    own = fields.inside("assumptions")
    growth = fields.assumed("growth", kind="rate")
    return Scenario(
        name=fields.text("name"),
        place=_place(fields, places),
        first=first,
        last=last,
        groups=tuple(groups_of(fields, years, growth.value.high if growth else 0.0)),
        money=tuple(money_of(fields, years)),
        targets=tuple(targets_of(fields, years)),
        growth=growth,
        wage_growth=fields.assumed("wage_growth", kind="rate"),
        leaving=fields.assumed("leaving", kind="rate"),
        assumptions=dict(assumptions_of(own)) if own else {},
        supposes=supposes,
        asked={part.name: part.read(inside) for part in parts() if (inside := fields.inside(part.name))},
        seed=fields.whole("seed", 1),
    )


def _years(fields: Fields) -> tuple[int, int]:
    if not fields.has("years"):
        fields.fault("years", None, Words("belum diisi", "is missing"), YEARS)
        return UNREAD
    if said := _YEARS.fullmatch(str(fields.written["years"]).strip()):
        first, last = int(said[1]), int(said[2] or said[1])
    else:
        inside = fields.inside("years") if isinstance(fields.written["years"], Mapping) else None
        if inside is None:
            fields.fault("years", fields.written["years"], Words("bukan tahun", "is no year"), YEARS)
            return UNREAD
        first, last = (inside.whole(name, least=1) for name in ("first", "last"))
        inside.close()
    if not first or not last:
        return UNREAD
    if year_of(first) is None or not first <= last < first + LONGEST:
        told = Words(f"harus naik, paling lama {LONGEST} tahun", f"must rise, over at most {LONGEST} years")
        fields.fault("years", f"{first}–{last}", told, YEARS)
        return UNREAD
    return first, last


UNREAD = 1, 0
"""No years: of what is said of single ones nothing can be held against them, nor is told for it."""
_YEARS = re.compile(r"(\d{4})(?:\s*[-–]\s*(\d{4}))?")
"""One year, or the first and the last: 2027, "2027-2030"."""


YEARS = Words("tulis misalnya 2027-2029", "write it as 2027-2029")


def assumptions_of(fields: Fields) -> Iterator[tuple[str, Assumed]]:
    """The scenario's own values of assumptions that are kept with Semesta, by their names."""
    kept = assumptions()
    for name in map(str, fields.written):
        if name not in kept:
            there = Words("tidak ada asumsi bernama demikian", "there is no assumption of that name")
            fields.fault(name, None, there, Words("yang ada: ", "there are: ") + same(", ".join(kept)))
            continue
        found = fields.assumed(name, kind="share" if kept[name].unit == "share" else "number")
        if found is not None:
            yield name, found


def _supposed(fields: Fields, law: Law) -> Iterator[Mapping[str, Any]]:
    steps = [one.written for one in fields.each("law")]
    try:
        supposed(law, steps)
    except InputError as wrong:
        for problem in wrong.problems:
            fields.fault("law", None, problem, Words("lihat semesta law list", "see semesta law list"))
    yield from steps


def _without_law(scenario: Scenario, law: Law) -> Iterator[PlanFault]:
    """Years before the law of the programmes."""
    day = dt.date(scenario.first, 1, 1)
    try:
        law.value("cover_price_per_month", date=day, segment="BPU", package="JKK+JKM", funding="apbd", sector="other")
    except NoLawOnDate as absent:
        yield PlanFault(
            "years.first",
            str(scenario.first),
            Words(absent.said("id"), absent.said("en")),
            Words("mulai pada tahun yang ada hukumnya", "begin in a year that has law"),
        )


def _other_level(scenario: Scenario) -> Iterator[PlanFault]:
    """Money of a source while its people are paid for by one above or below it: the two would never be held together."""
    payers = dict.fromkeys(payer.funding for group in scenario.groups for payer in group.payers)
    for number, money in enumerate(scenario.money, 1):
        near = [f for f in payers if FUNDINGS.is_within(f, money.funding) or FUNDINGS.is_within(money.funding, f)]
        if near and money.funding not in payers:
            told = Words(f"yang membayar ditulis {near[0]}", f"those who pay are written as {near[0]}")
            yield PlanFault(
                f"money[{number}].funding", money.funding, told, Words("samakan sumbernya", "make them agree")
            )
