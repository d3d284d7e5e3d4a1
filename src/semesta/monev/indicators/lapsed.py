"""Registered but no longer paid for."""

import datetime as dt

from semesta.basics.words import Words
from semesta.monev.figures import Figures, difference
from semesta.monev.indicator import STEWARDS, Indicator
from semesta.monev.nodes import BY_MEMBER, member_nodes
from semesta.monev.value import Node, Value


def value(figures: Figures, node: Node) -> Value | None:
    registered, active = figures.persons.members(node, "registered"), figures.persons.members(node, "active")
    if registered is not None and active is not None and not figures.persons.of_one_scope(registered, active):
        active = active.refusing("scope", OTHER_SCOPE)
    return difference(figures, "lapsed", node, "persons", registered, active)


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
