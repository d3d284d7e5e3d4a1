"""JKP in a bill: what the government adds, and what becomes JKP of the contributions for JKK and JKM."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from semesta.basics.shown import day as shown_day
from semesta.basics.shown import rupiah
from semesta.basics.words import LANGS, Words, joined, same
from semesta.law.asked import programmes_of
from semesta.law.items import Due, Facts, Item, Schedule, of_segment
from semesta.law.lines import dues

if TYPE_CHECKING:
    from semesta.law.law import Law

WITHIN = {"JKK": Item("jkp_from_jkk", "JKP", "employer"), "JKM": Item("jkp_from_jkm", "JKP", "employer")}
LEFT = {"JKK": "jkk_contribution_left", "JKM": "jkm_contribution_left"}
GOVERNMENT = Item("jkp_government_contribution", "JKP", "government")


def jkp_lines(case: Facts, law: Law, on: dt.date) -> list[Due]:
    """What the programme receives for the month, less what another line of the same bill holds already.

    Its parts of JKK and JKM are no new money: they are lines where those programmes are not asked for, and are told in
    words where they are, so that nothing is counted twice and the employer's bill stays what it is.
    """
    asked = programmes_of(case, [])
    inputs = {name: value for name, value in case.items() if name in law.book.inputs}
    items = [*(item for programme, item in WITHIN.items() if programme not in asked), GOVERNMENT]
    lines = [_unknown_part(line, law, on, inputs) for item in items for line in dues(item, case, inputs, law, on)]
    told = [_told(programme, law, on, inputs) for programme in WITHIN if programme in asked]
    lines[-1] = replace(lines[-1], because=joined([lines[-1].because, *told], "\n"))
    return [_doubted(line, law, on) for line in lines]


def _unknown_part(line: Due, law: Law, on: dt.date, inputs: dict[str, object]) -> Due:
    """The line; of an employer with halved JKK, with why its part of JKK is not known."""
    given: dict[str, object] = inputs
    halved = law.value("has_labour_intensive_relief", date=on, **given).value  # type: ignore[arg-type]
    if line.amount is not None or not halved:
        return line
    note = Words(
        "bagian JKK untuk JKP selama keringanan padat karya diatur tersendiri dalam PP 7/2025 Pasal 10, yang isinya belum ditemukan",
        "during the labour-intensive relief PP 7/2025 Pasal 10 sets the part of JKK for JKP apart; what it says was not found",
    )
    return replace(line, verified=False, because=note)


def _told(programme: str, law: Law, on: dt.date, inputs: dict[str, object]) -> Words:
    """What of the programme's line becomes JKP, and what is left of it."""
    facts: dict[str, object] = {**inputs, "jkp_member": True}
    part, left = law.values([WITHIN[programme].rule, LEFT[programme]], date=on, **facts)  # type: ignore[arg-type]
    if part.value is None or left.value is None:
        return Words(
            f"berapa dari iuran {programme} menjadi iuran JKP belum diketahui",
            f"how much of the {programme} contribution becomes JKP is not known",
        )
    amounts = {lang: (rupiah(int(part.value), lang), rupiah(int(left.value), lang)) for lang in LANGS}
    return Words(
        "dari iuran {0}, {1} menjadi iuran JKP dan {2} tetap iuran {0}".format(programme, *amounts["id"]),
        "of the {0} contribution, {1} becomes JKP and {2} stays {0}".format(programme, *amounts["en"]),
    )


def _doubted(line: Due, law: Law, on: dt.date) -> Due:
    """The line, not verified in a month within which its law changes: which month is the first was not found."""
    following = (on + dt.timedelta(days=31)).replace(day=1)
    within = [day for day in law.book.changes([line.rule]) if on < day < following]
    if not within:
        return line
    note = Words(
        f"hukumnya berubah pada {shown_day(within[0], 'id')}; bulan iuran pertamanya belum ditemukan, dipakai hukum tanggal 1",
        f"the law changes on {shown_day(within[0], 'en')}; its first month was not found, the law of the 1st is taken",
    )
    return replace(line, verified=False, because=line.because + same("\n") + note)


CONTRIBUTION = Schedule(
    name="jkp_lines",
    programme="JKP",
    payer="government",
    law="PP 37/2021 Pasal 11 jo. PP 6/2025",
    title=Words(
        "Iuran JKP dari pemerintah pusat dan dari iuran JKK dan JKM",
        "JKP contribution of the central government and out of JKK and JKM",
    ),
    function=jkp_lines,
    applies=of_segment("PU"),
)
