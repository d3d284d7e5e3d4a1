"""What the command line shows of a plan: need by source, money, targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from semesta.basics import lists, shown
from semesta.basics.places import PLACES, PlaceList
from semesta.basics.words import Lang, Words
from semesta.planning.compared import Compared
from semesta.planning.in_words import counted
from semesta.planning.plan import Plan
from semesta.report.laporan import naming
from semesta.report.rencana.beside import said
from semesta.report.rencana.names import UNKNOWN, funding

if TYPE_CHECKING:
    from rich.console import Group
    from rich.table import Table

MOST_FIELDS = 12
"""Differences told on the screen."""


def summary(plan: Plan, lang: Lang, places: PlaceList = PLACES) -> Group:
    """The plan in one screen, for Rich; readable at 80 columns and without colour."""
    from rich.console import Group
    from rich.text import Text

    scenario = plan.scenario
    name = " · ".join(filter(None, [naming.name(places, scenario.place, lang), scenario.name]))
    return Group(Text(name, style="bold"), "", _balances(plan, lang), *_short(plan, lang), *_targets(plan, lang), "")


def _balances(plan: Plan, lang: Lang) -> Table:
    from rich.table import Table

    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    heads = (
        ("Tahun", "Year"),
        ("Sumber dana", "Funding"),
        ("Orang", "Persons"),
        ("Kebutuhan", "Need"),
        ("Dana", "Money"),
    )
    for number, head in enumerate(heads):
        table.add_column(Words(*head).said(lang), justify="left" if number < 2 else "right")
    unknown = UNKNOWN.said(lang)
    for one in plan.budget.balances:
        money = unknown if one.money is None else shown.rupiah(one.money, lang)
        source = funding(one.funding, lang)
        table.add_row(str(one.year), source, shown.count(one.persons, lang), shown.rupiah(one.need, lang), money)
    return table


def _short(plan: Plan, lang: Lang) -> list[str]:
    """In which years money falls short, and by how much; nothing where none is known."""
    if not any(one.money is not None for one in plan.budget.balances):
        return []
    years = {year: shown.rupiah_short(amount, lang) for year, amount in plan.budget.shortages().items()}
    last = plan.scenario.last
    if not years:
        return [
            Words(
                f"\nDana yang diketahui cukup sampai {last}.", f"\nThe money that is known is enough until {last}."
            ).said(lang)
        ]
    each = ", ".join(f"{year} {amount}" for year, amount in years.items())
    return [Words(f"\nDana kurang: {each}.", f"\nMoney falls short: {each}.").said(lang)]


def _targets(plan: Plan, lang: Lang) -> list[str]:
    said = []
    for one in plan.paths:
        last, name = one.steps[-1], lists.TARGET_DOCUMENTS[one.target.document].title
        planned, wanted = shown.count(last.planned, lang), counted(last.wanted_range, lang)
        told = Words(
            f"\n{name.id} {last.year}: sasaran {wanted} orang, rencana ini mencapai {planned}",
            f"\n{name.en} {last.year}: {wanted} persons to be covered, this plan reaches {planned}",
        )
        said.append(told.said(lang))
    return said


def compared_shown(compared: Compared, lang: Lang) -> Group:
    """The figures of both plans beside each other, and in what their scenarios differ."""
    from rich.console import Group

    heading = Words("Yang berbeda dalam kedua skenario:", "What the two scenarios say otherwise:").said(lang)
    told = [
        f"- {one.title.said(lang)}: {one.first_said.said(lang)} → {one.other_said.said(lang)}"
        for one in compared.otherwise[:MOST_FIELDS]
    ]
    if rest := len(compared.otherwise) - len(told):
        told.append(Words(f"- dan {rest} isian lain", f"- and {rest} more").said(lang))
    return Group(_figures(compared, lang), *(["", heading, *told] if told else []), "")


def _figures(compared: Compared, lang: Lang) -> Table:
    from rich.table import Table

    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("")
    for head in (*compared.names, Words("Selisih", "Difference").said(lang)):
        table.add_column(head, justify="right")
    for one in compared.figures:
        numbers = [
            said(one, one.first, lang),
            said(one, one.other, lang),
            said(one, one.difference, lang, difference=True),
        ]
        table.add_row(one.title.said(lang), *numbers)
    return table
