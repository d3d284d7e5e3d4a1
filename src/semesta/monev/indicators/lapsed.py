"""Registered but no longer paid for."""

import datetime as dt
from dataclasses import replace

from semesta.basics.words import Words
from semesta.monev.figure import Figure
from semesta.monev.figures import Figures, difference
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.nodes import BY_MEMBER, member_nodes
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    registered, active = figures.persons.members(node, "registered"), figures.persons.members(node, "active")
    if registered is not None and active is not None and not figures.persons.of_one_scope(registered, active):
        active = active.refusing("scope", OTHER_SCOPE)
    made = difference(figures, "lapsed", node, "persons", registered, active)
    if (
        made.value is None
        or registered is None
        or active is None
        or not (_is_unknown_of(registered) and _is_unknown_of(active))
    ):
        return made
    # Who may not be a member at all may not be active either: of both numbers the same people are left out.
    least = _most(registered) - _most(active)
    return replace(made, low=min(max(least, 0), made.value))


def _is_unknown_of(figure: Figure) -> bool:
    """Whether a figure is uncertain for nothing but people of whom it is not known; certain ones are too."""
    return all(cell.unsure is not None for cell in figure.cells if cell.upper != cell.amount)


def _most(figure: Figure) -> int | float:
    return figure.high if figure.high is not None else figure.amount or 0


OTHER_SCOPE = Words(
    "tidak dihitung: terdaftar dan aktif diketahui untuk kelompok atau sumber dana yang berbeda",
    "not made: registered and active are known for different groups or sources of money",
)


INDICATOR = Indicator(
    name="lapsed",
    title=Words("Tidak aktif lagi", "Lapsed"),
    why=Words(
        "Terdaftar tetapi iurannya berhenti: perlindungannya putus.",
        "Registered, but contributions stopped: cover is broken.",
    ),
    formula=Words("terdaftar − aktif", "registered − active"),
    never=Words("disebut keluar: sebagian hanya menunggak", "called departures: some are only in arrears"),
    unit="persons",
    direction="lower",
    law="Inpres 2/2021; UU 24/2011 Pasal 14–17; UU 40/2004",
    owner=STEWARDS,
    review=dt.date(2027, 6, 30),
    value=value,
    nodes=member_nodes("registered", "active"),
    tables=("members",),
    breakdowns=BY_MEMBER,
)
