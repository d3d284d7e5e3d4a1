"""What the command line shows of reserves; readable at 80 columns and without colour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from semesta.basics import shown
from semesta.basics.words import Lang, Words
from semesta.planning.reserves.mack import INSTALL
from semesta.planning.reserves.reserves import Held, Reserves
from semesta.report.reserves import told
from semesta.report.reserves.blocks import printed_triangle

if TYPE_CHECKING:
    from rich.console import Group
    from rich.table import Table

MARK = "⚠"
"""Beside what is too young or small to be relied on; the first table and the notes say which it is."""
TRIANGLES = 2
"""So many triangles are shown; the others are in the files."""


def summary(found: Reserves, lang: Lang) -> Group:
    from rich.console import Group
    from rich.text import Text

    parts: list[object] = [Text(told.TITLE.said(lang), style="bold"), "", _claims(found, lang)]
    if any(one.ratio for one in found.held):
        parts += ["", _ratios(found, lang)]
    for one in found.held[:TRIANGLES]:
        parts += ["", *_triangle(one, lang)]
    if len(found.held) > TRIANGLES:
        more = Words(
            "Segitiga lainnya ada dalam berkas hasil (--out).", "The other triangles are in the files (--out)."
        )
        parts += ["", more.said(lang)]
    if found.scholarships is not None:
        star = "" if found.scholarships.verified else "*"
        years = _table(
            (("Tahun bayar", "Paid in"), ("Hanya jenjangnya", "This level"), ("Paling banyak", "At most")), lang
        )
        for year, least, most in found.scholarships.by_year():
            years.add_row(str(year), shown.rupiah(least, lang) + star, shown.rupiah(most, lang) + star)
        parts += ["", Text(told.scholarships(found.scholarships, lang)), years]
    return Group(*parts, "", *(Text(f"· {note}") for note in told.all_notes(found, lang, INSTALL)))  # type: ignore[arg-type]


def _claims(found: Reserves, lang: Lang) -> Table:
    heads = (
        ("Program · segmen", "Programme"),
        ("Kasus", "Cases"),
        ("Dilaporkan, Rp juta", "Reported, Rp m"),
        ("Belum dilaporkan, Rp juta (90 %)", "Not reported yet, Rp m (90%)"),
    )
    table = _table(heads, lang)
    table.columns[0].no_wrap = True
    for one in found.held:
        cases = shown.count(one.triangle.cases, lang)
        table.add_row(told.scope(one), cases, told.reported(one, lang), told.unreported(one, lang))
    return table


def _ratios(found: Reserves, lang: Lang) -> Table:
    heads = (
        ("Program · segmen", "Programme"),
        ("Iuran, Rp juta", "Contributions, Rp m"),
        ("Kas", "Cash"),
        ("Menurut kejadian", "By event"),
        ("Dengan beasiswa", "With scholarships"),
    )
    table = _table(heads, lang)
    for column in (table.columns[0], *table.columns[2:]):
        column.no_wrap = True
    for one in found.held:
        if one.ratio:
            table.add_row(
                told.scope(one) + (f" {MARK}" if one.triangle.mark else ""),
                told.earned(one.ratio, lang),
                told.cash(one.ratio, lang),
                told.by_event(one.ratio, lang),
                told.with_scholarships(one.ratio, lang),
            )
    return table


def _triangle(one: Held, lang: Lang) -> list[object]:
    from rich.text import Text

    heads, rows, unit = printed_triangle(one, lang)
    step = told.STEPS[one.printed.step]
    title = Words(
        f"{told.scope_marked(one, 'id')}: {unit} menurut {step.id} kejadian; kolom: {step.id} sesudahnya",
        f"{told.scope_marked(one, 'en')}: {unit} by {step.en} of the event; columns: {step.en}s after it",
    )
    table = _table([(head, head) for head in heads], lang)
    for row in rows:
        table.add_row(*row)
    return [Text(title.said(lang), style="bold"), table]


def _table(heads: Sequence[tuple[str, str]], lang: Lang) -> Table:
    from rich.table import Table

    table = Table(box=None, header_style="bold", padding=(0, 1, 0, 0))
    for number, head in enumerate(heads):
        table.add_column(Words(*head).said(lang), justify="left" if number == 0 else "right")
    return table
