"""semesta reserve: what events that already happened will still cost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    import datetime as dt

    import polars as pl

    from semesta.basics.words import Lang
    from semesta.planning.reserves.scholarships import Outstanding
    from semesta.planning.reserves.triangle import Triangle
    from semesta.report.reserves.document import Held, Reserves


def reserve(
    claims: Annotated[
        Path, typer.Argument(metavar="KLAIM", help="Parquet atau CSV: event_date, filed_on atau paid_on, amount.")
    ],
    children: Annotated[
        Path | None, typer.Option(help="Anak dari kematian yang diketahui: claim, event_date, level, year, born.")
    ] = None,
    contributions: Annotated[
        str | None, typer.Option(help="Iuran satu program selama bulan-bulan itu, bagi rasionya.")
    ] = None,
    programme: Annotated[str | None, typer.Option(help="Hanya program ini, misalnya JKM.")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help="Dihitung sampai hari ini, misalnya 2025-12-31.")] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Folder hasil: PDF, DOCX, XLSX, JSON.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Keluaran JSON.")] = False,
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")] = "id",
) -> None:
    """Klaim yang sudah terjadi tetapi belum dilaporkan, dan beasiswa yang masih dibayar. (Claims incurred but not reported.)

    Contoh: semesta reserve claims.parquet
    """
    import datetime as dt

    from semesta.cli.outputs import spare_inputs, written
    from semesta.report import machine
    from semesta.report.reserves.document import NAMES, as_data, files

    if out is not None:
        spare_inputs([path for path in (claims, children) if path], [out / name for name in NAMES], lang)
    today = dt.date.today()  # noqa: DTZ011
    found = _found(claims, children, contributions, programme, _day(as_of, today, lang), lang)
    paths = written(files(found, lang, today=today), out, lang) if out is not None else []
    if as_json:
        typer.echo(machine.as_json(as_data(found)).decode(), nl=False)
        return
    _show(found, lang)
    for path in paths:
        typer.echo(path)


def _day(text: str | None, today: dt.date, lang: Lang) -> dt.date:
    import datetime as dt

    from semesta.basics.words import Words
    from semesta.cli.shown import stopped

    if text is None:
        return today
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        said = Words(f"--as-of {text}: tulis misalnya 2025-12-31.", f"--as-of {text}: write it as 2025-12-31.")
        raise stopped(said.said(lang)) from None


def _found(
    claims: Path, children: Path | None, contributions: str | None, programme: str | None, day: dt.date, lang: Lang
) -> Reserves:
    from semesta.basics.words import Words
    from semesta.cli.shown import stopped
    from semesta.planning.faults import Unplannable
    from semesta.planning.fields import rupiah_of
    from semesta.planning.reserves.mack import is_installed
    from semesta.planning.reserves.triangle import cases_of, triangles
    from semesta.report.reserves.document import Reserves

    try:
        cases = cases_of(claims)
    except Unplannable as wrong:
        raise stopped("\n".join(fault.said(lang) for fault in wrong.faults)) from None
    found = [one for one in triangles(cases, day) if programme in (None, one.programme)]
    if not found:
        said = Words("Tidak ada klaim yang dapat dipakai.", "No claim can be used.")
        raise stopped(said.said(lang))
    earned = None if contributions is None else rupiah_of(contributions)
    if contributions is not None and (not earned or len(found) > 1):
        said = Words(
            "--contributions: jumlah rupiah di atas nol bagi satu program; pilih dengan --programme.",
            "--contributions: rupiah above zero of one programme; choose it by --programme.",
        )
        raise stopped(said.said(lang))
    held = tuple(_held(one, cases, earned) for one in found)
    return Reserves(day, held, _scholarships(children, day, lang), is_installed())


def _held(one: Triangle, cases: pl.DataFrame, earned: int | None) -> Held:
    import polars as pl

    from semesta.planning.reserves.mack import developed, is_installed
    from semesta.report.reserves.document import Held

    paid = cases.filter(
        pl.col("programme") == one.programme, pl.col("paid_on").is_between(one.first, one.as_of)
    ).get_column("amount")
    return Held(one, developed(one) if is_installed() else None, round(paid.sum()), earned)


def _scholarships(path: Path | None, day: dt.date, lang: Lang) -> Outstanding | None:
    from semesta.cli.shown import stopped
    from semesta.law.faults import NoLawOnDate
    from semesta.planning.faults import Unplannable
    from semesta.planning.reserves.scholarships import outstanding, pupils_of

    if path is None:
        return None
    try:
        return outstanding(pupils_of(path), day)
    except Unplannable as wrong:
        raise stopped("\n".join(fault.said(lang) for fault in wrong.faults)) from None
    except NoLawOnDate as absent:
        raise stopped(f"{absent.said(lang)}.") from None


def _show(found: Reserves, lang: Lang) -> None:
    from rich.console import Console
    from rich.table import Table

    from semesta.report.reserves.document import HEADS, notes, rows, scholarships_told

    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    for number, head in enumerate(HEADS):
        table.add_column(head.said(lang), justify="left" if number == 0 else "right")
    for row in rows(found, lang):
        table.add_row(*row)
    console = Console(highlight=False)
    console.print(table)
    for note in notes(found, lang):
        console.print(f"· {note}", markup=False)
    if found.scholarships is not None:
        console.print(scholarships_told(found.scholarships, lang))


COMMAND = ("reserve", reserve)
