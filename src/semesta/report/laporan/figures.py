"""A value as a figure: number with unit, what it is measured against, since when, what it rests on, and the warning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from semesta.basics import shown
from semesta.basics.words import Lang, Words
from semesta.monev.registry import INDICATORS
from semesta.monev.value import Value
from semesta.report.content import KeyFigure
from semesta.report.laporan import naming
from semesta.tables.registry import TABLES

if TYPE_CHECKING:
    from semesta.monev.measured import Measured

UNITS = {
    "persons": Words("orang", "persons"),
    "cases": Words("kasus", "cases"),
    "person_months": Words("orang-bulan", "person-months"),
    "months": Words("bulan", "months"),
    "places": Words("daerah", "governments"),
    "regulations": Words("regulasi", "regulations"),
    "heirs": Words("ahli waris", "heirs"),
    "commitments": Words("komitmen", "commitments"),
    "actions": Words("rencana aksi", "actions"),
    "per_1000_person_years": Words("per 1.000 orang-tahun", "per 1,000 person-years"),
    "rupiah_per_case": Words("per kasus", "per case"),
}

POOL = ("balance", "claims_ratio", "gives", "takes", "pool_result", "pool_carried")
"""Neutral figures: never a light nor a warning's colour; what limits them is said in plain words."""

MIXED = Words("campuran program, tidak dapat dinilai", "mixed programmes, cannot be judged")

_HELD_BY = {
    "coverage": "members",
    "active": "members",
    "gap": "members",
    "lapsed": "members",
    "person_months": "billing",
    "poor_covered": "members",
    "target_attainment": "members",
    "target_gap": "members",
}
"""Who holds what is wanting where every table of the indicator has rows and still nothing can be made of them."""


def bare(value: int | float, unit: str, lang: Lang, *, against: int | float | None = None) -> str:
    """A number without the name of its unit, as it stands in a table under a heading that names it."""
    if unit == "share":
        return shown.share(value, lang, _decimals(against))
    if unit == "ratio":
        return shown.share(value, lang, 1)
    if unit.startswith("rupiah"):
        return shown.rupiah(round(value), lang)
    return shown.count(value, lang) if isinstance(value, int) else shown.decimal(value, lang, 1)


def _decimals(against: int | float | None) -> int:
    """A share of few has no decimals: 3 of 8 regions are 38 %, not 37,50 %."""
    if against is None:
        return 1
    return 2 if against >= 10_000 else 1 if against >= 200 else 0


def full(value: int | float, unit: str, lang: Lang, *, against: int | float | None = None) -> str:
    """A number with its unit, exact: "377.162 orang", "Rp480.457.660"."""
    number = bare(value, unit, lang, against=against)
    return f"{number} {UNITS[unit].said(lang)}" if unit in UNITS else number


def short(value: int | float, unit: str, lang: Lang, *, against: int | float | None = None) -> str:
    """A number as a headline has it: amounts in millions or billions."""
    if not unit.startswith("rupiah"):
        return full(value, unit, lang, against=against)
    number = shown.rupiah_short(round(value), lang)
    return f"{number} {UNITS[unit].said(lang)}" if unit in UNITS else number


def cell(value: Value | None, lang: Lang, *, but: tuple[str, ...] = ()) -> str:
    """A value in a table: the number, with a star that leads to its note, or why there is none.

    `but` are statuses that get no star because they are said of the whole table.
    """
    if value is None:
        return naming.STATUSES["missing"].said(lang)
    if value.value is None:
        return reason(value, lang)
    doubts = [status for status in value.status if status not in ("ok", "missing", *but)]
    return bare(value.value, value.unit, lang, against=value.denominator) + ("*" if doubts else "")


def reason(value: Value, lang: Lang) -> str:
    """Why there is no number, in few words; never a bare dash and never 0."""
    if "withheld" in value.status:
        return Words("ditutup", "withheld").said(lang)
    if "mixed" in value.status:
        return MIXED.said(lang)
    if "scope_mismatch" in value.status:
        return Words("tidak dapat diperbandingkan", "not comparable").said(lang)
    return naming.STATUSES["missing"].said(lang)


def holder(indicator: str, measured: Measured) -> Words:
    """Who holds the data that the indicator still wants."""
    wanted = INDICATORS[indicator].tables
    absent = [table for table in wanted if measured.dataset.frame(table) is None]
    return TABLES[absent[0] if absent else _HELD_BY.get(indicator, [*wanted, "members"][0])].holder


SET_ASIDE = Words(
    "diberikan, tetapi semua barisnya salah dan disisihkan", "given, but every row was faulty and set aside"
)


def only_set_aside(table: str, measured: Measured) -> bool:
    """Whether rows of a table were given of which none may enter a figure: not the same as not given."""
    data = measured.dataset
    return data.frame(table) is None and data.set_aside.get(table, 0) > 0


def missing(indicator: str, measured: Measured, lang: Lang) -> str:
    """ "belum ada data (dipegang BPJS Ketenagakerjaan)"; where rows were given and none is usable, that."""
    if any(only_set_aside(table, measured) for table in INDICATORS[indicator].tables):
        return SET_ASIDE.said(lang)
    held = holder(indicator, measured)
    return (Words("belum ada data (dipegang ", "no data yet (held by ") + held + Words(")", ")")).said(lang)


def against(value: Value, lang: Lang) -> str:
    """What a share or ratio was made from: "122.019 dari 377.162 orang"; empty for plain amounts."""
    if value.numerator is None or value.denominator is None or value.unit not in ("share", "ratio"):
        return ""
    unit = _part_unit(value)
    said = Words("dari", "of") if value.unit == "share" else Words("terhadap", "against")
    return f"{bare(value.numerator, unit, lang)} {said.said(lang)} {full(value.denominator, unit, lang)}"


def _part_unit(value: Value) -> str:
    """The unit of numerator and denominator of a share: of money, of persons, or of what is counted."""
    parts = INDICATORS[value.indicator].tables
    if value.indicator in ("collection_rate", "realised_share", "claims_ratio", "recovery_rate"):
        return "rupiah"
    return "persons" if {"population", "members"} & set(parts) else ""


def bounds(value: Value, lang: Lang) -> str:
    """ "paling sedikit 1.000, paling banyak 1.500" where the value is uncertain; otherwise empty."""
    said = []
    if value.low is not None and value.low != value.high:
        said.append(
            Words("paling sedikit ", "at least ").said(lang)
            + bare(value.low, value.unit, lang, against=value.denominator)
        )
    if value.high is not None and value.low != value.high:
        said.append(
            Words("paling banyak ", "at most ").said(lang)
            + bare(value.high, value.unit, lang, against=value.denominator)
        )
    return ", ".join(said)


def since(value: Value, lang: Lang) -> str:
    """The day, period or budget year that the value speaks of."""
    period = value.node.period
    if len(period) == 4 and "budgets" in INDICATORS[value.indicator].tables:
        return Words(f"TA {period}", f"budget year {period}").said(lang)
    return naming.when(period, lang)


def rests_on(value: Value, lang: Lang) -> str:
    """The only source by name, or how many there are."""
    if not value.sources:
        return ""
    if len(value.sources) == 1:
        only = value.sources[0]
        return Words("Sumber: ", "Source: ").said(lang) + (only if len(only) <= 70 else only[:69] + "…")
    return Words(f"{len(value.sources)} sumber", f"{len(value.sources)} sources").said(lang)


def warning(value: Value, lang: Lang) -> str:
    """What must be known before the figure is used, in few words."""
    if all(status in ("ok", "missing") for status in value.status):
        return ""
    return naming.statuses(value, lang)


def key_figure(value: Value, measured: Measured, lang: Lang, title: Words | None = None) -> KeyFigure:
    """A value as a key figure of the first page."""
    told = (title or INDICATORS[value.indicator].title).said(lang)
    as_of = since(value, lang)
    if value.value is None:
        said = reason(value, lang) if "missing" not in value.status else missing(value.indicator, measured, lang)
        return KeyFigure(told, said, since=as_of)
    number = short(value.value, value.unit, lang, against=value.denominator)
    warned = warning(value, lang)
    said_plainly = warned if value.indicator in POOL else ""
    told_against = " · ".join(filter(None, (against(value, lang), bounds(value, lang), said_plainly)))
    return KeyFigure(told, number, told_against, as_of, rests_on(value, lang), "" if said_plainly else warned)
