"""Berita acara kesepakatan: what a meeting agreed, signed by the parties."""

from __future__ import annotations

from collections.abc import Mapping

from semesta.basics.words import Lang, Words
from semesta.monev.measured import Measured
from semesta.report.minutes.accord import NAME, accord, lacking
from semesta.report.paper import Making, Paper
from semesta.report.typeset import typeset


def _files(measured: Measured, lang: Lang) -> Mapping[str, Making]:
    return typeset(NAME, lambda: accord(measured, lang))


PAPER = Paper(
    name=NAME,
    title=Words("Berita acara kesepakatan", "Accord of the meeting"),
    what=Words(
        "Angka yang disepakati dengan sumbernya dan komitmen rapat, untuk ditandatangani para pihak.",
        "The figures agreed with their sources and the meeting's commitments, for the parties to sign.",
    ),
    tables=(
        "meeting",
        "attendance",
        "commitments",
        "population",
        "members",
        "contributions",
        "claims",
        "billing",
        "budgets",
        "regulations",
        "inpres_actions",
        "handovers",
        "kantor",
    ),
    files=_files,
    lacking=lacking,
)
