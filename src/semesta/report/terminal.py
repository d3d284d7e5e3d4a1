"""What the command line shows of a round: place and day, five figures, what does not agree, rows set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from semesta.basics import shown
from semesta.basics.words import Lang, Words
from semesta.files.said import said_of_reading
from semesta.people.findings.registry import FINDINGS
from semesta.report.laporan import figures, naming
from semesta.report.laporan.disagreements import SEVERITIES
from semesta.report.laporan.summary import five

if TYPE_CHECKING:
    from rich.console import Group, RenderableType
    from rich.table import Table

    from semesta.monev.measured import Measured
    from semesta.tables.origin import Origin

MOST_FINDINGS = 5
MARKS = {
    "error": Words("✗ bertentangan", "✗ contradiction"),
    "warning": Words("⚠ periksa", "⚠ check"),
    "info": Words("i catatan", "i note"),
}
"""Severity is a sign and a word; colour only comes on top."""
COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}


def summary(measured: Measured, lang: Lang) -> Group:
    """The round in one screen, for Rich; readable at 80 columns, without colour, and when redirected to a file."""
    from rich.console import Group

    place = naming.name(measured.places, measured.place, lang)
    day = shown.day(measured.as_of, lang)
    parts: list[RenderableType] = [
        _line(place, Words(f"keadaan data {day}", f"data as of {day}").said(lang)),
        "",
        _figures(measured, lang),
    ]
    if measured.findings:
        parts += ["", _findings(measured, lang)]
    if measured.dataset.origin is not None and any(measured.dataset.origin.to_act.values()):
        parts += ["", _to_act(measured.dataset.origin, lang)]
    return Group(*parts, "", _rows(measured, lang), *_reading(measured, lang))


def _line(strong: str, rest: str) -> RenderableType:
    from rich.text import Text

    return Text.assemble((strong, "bold"), " · ", rest)


def _figures(measured: Measured, lang: Lang) -> Table:
    """Name, value, and under the value what it is measured against, since when, and the warning."""
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2), expand=False)
    table.add_column(no_wrap=False, max_width=30)
    table.add_column(overflow="fold")
    for value in five(measured):
        told = figures.key_figure(value, measured, lang)
        rest = " · ".join(filter(None, [told.against, told.since]))
        said = Text.assemble((told.value, "bold"), (f"  {rest}" if rest else "", "dim"))
        if told.warning:
            said.append(f"\n⚠ {told.warning}", "yellow")
        table.add_row(Text(told.name), said)
    return table


def _findings(measured: Measured, lang: Lang) -> Table:
    from rich.table import Table
    from rich.text import Text

    ordered = sorted(measured.findings, key=lambda finding: SEVERITIES[finding.severity])
    table = Table.grid(padding=(0, 2), expand=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row(
        Text(Words("Angka tidak sejalan", "Figures at odds").said(lang), "bold"), shown.count(len(ordered), lang)
    )
    for finding in ordered[:MOST_FINDINGS]:
        table.add_row(
            Text(MARKS[finding.severity].said(lang), COLOURS[finding.severity]), Text(finding.message.said(lang))
        )
    more = len(ordered) - MOST_FINDINGS
    if more > 0:
        table.add_row(
            "",
            Words(
                f"dan {more} lagi: lihat laporan dan temuan.json", f"and {more} more: see the report and temuan.json"
            ).said(lang),
        )
    return table


def _to_act(origin: Origin, lang: Lang) -> Table:
    """The lists of people that have rows, by name and number."""
    from rich.table import Table
    from rich.text import Text

    from semesta.report.person_lists import in_a_line

    table = Table.grid(padding=(0, 2), expand=False)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row("", "", Text(Words("Untuk ditindaklanjuti", "To act on").said(lang), "bold"))
    for name, rows in origin.to_act.items():
        if rows:
            finding = FINDINGS[name]
            units = Text(finding.counts.said(lang), "dim")
            table.add_row(shown.count(rows, lang), units, Text(finding.title.said(lang)))
    for name in ("unregistered", "lapsed"):
        if steps := origin.reckonings.get(name):
            table.add_row("", "", Text(in_a_line(steps, lang), "dim"))
    return table


def _reading(measured: Measured, lang: Lang) -> list[RenderableType]:
    """Files given twice, and errors: of people a row with one stays, and the cell is taken for empty."""
    from rich.text import Text

    return [Text(one.said(lang), "yellow") for one in said_of_reading(measured.dataset.problems)]


def _rows(measured: Measured, lang: Lang) -> RenderableType:
    from rich.text import Text

    aside, read = sum(measured.dataset.set_aside.values()), sum(measured.dataset.read.values())
    counts = shown.count(aside, lang), shown.count(read, lang)
    said = Words(
        f"{counts[0]} dari {counts[1]} baris disisihkan dan tidak masuk hitungan",
        f"{counts[0]} of {counts[1]} rows were set aside and enter no figure",
    )
    return Text(said.said(lang), "yellow" if aside else "")
