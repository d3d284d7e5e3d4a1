"""semesta reserve: what events that already happened will still cost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from semesta.basics.places import PlaceList
    from semesta.basics.words import Lang
    from semesta.planning.reserves.cases import Cases
    from semesta.planning.reserves.ratios import Earned, Key
    from semesta.planning.reserves.scholarships import Outstanding
    from semesta.rounds.reserving import Lists
    from semesta.tables.dataset import Dataset


def reserve(
    claims: Annotated[
        list[Path],
        typer.Argument(
            metavar="KLAIM",
            help="Daftar kasus klaim (Excel, CSV, Parquet), atau putaran: folder, atau beberapa berkas.",
        ),
    ],
    children: Annotated[
        Path | None, typer.Option(help="Daftar anak dari kematian yang diketahui: beasiswa yang masih dibayar.")
    ] = None,
    contributions: Annotated[
        str | None, typer.Option(help="Iuran satu program selama bulan-bulan kejadian; putaran memuatnya sendiri.")
    ] = None,
    programme: Annotated[
        str | None, typer.Option(help="Hanya program ini, misalnya JKM; juga program daftar yang tidak menyebutnya.")
    ] = None,
    start: Annotated[str | None, typer.Option("--from", help="Kejadian sejak bulan ini, misalnya 2022-01.")] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="Dihitung sampai hari ini; bawaan: bulan terakhir dalam daftar.")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Folder hasil: PDF, DOCX, XLSX, JSON.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Keluaran JSON.")] = False,
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")] = "id",
) -> None:
    """Klaim yang sudah terjadi tetapi belum dilaporkan, dan beasiswa yang masih dibayar. (Claims incurred but not reported.)

    Contoh: semesta reserve klaim.xlsx
    Contoh: semesta reserve klaim.xlsx --children anak.xlsx --out hasil
    """
    import datetime as dt

    from semesta.basics.words import Words
    from semesta.cli.outputs import spare_inputs, written
    from semesta.cli.shown import places_of, stopped
    from semesta.planning.reserves.reserves import reserves
    from semesta.report import machine
    from semesta.report.reserves.data import as_data
    from semesta.report.reserves.document import NAMES, files

    if out is not None:
        spare_inputs([*claims, children], [out / name for name in NAMES], lang)
    today = dt.date.today()  # noqa: DTZ011
    asked = _programme(programme, lang)
    days = _day("--as-of", as_of, lang), _day("--from", start, lang)
    if days[0] is not None and days[0] > today:
        raise stopped(Words(f"--as-of {as_of}: sesudah hari ini.", f"--as-of {as_of}: after today.").said(lang))
    places = places_of([*claims, *([children] if children else [])], lang)
    lists = _lists(claims, asked, today, places, lang, as_json=as_json)
    cases = _cases(lists, asked, days, today, lang)
    owed = _children(lists, children, cases.until, today, places, lang, as_json=as_json)
    earned = _earned(lists, cases, contributions, places, lang)
    found = reserves(cases, owed, earned=earned, of_round=lists.is_round)
    paths = written(files(found, lang, today=today), out, lang) if out is not None else []
    if as_json:
        typer.echo(machine.as_json(as_data(found)).decode(), nl=False)
        return
    from rich.console import Console

    from semesta.report.reserves.terminal import summary

    Console(highlight=False).print(summary(found, lang))
    for path in paths:
        typer.echo(path)


def _day(option: str, text: str | None, lang: Lang) -> dt.date | None:
    """The last day of what was written, or of --from the first; a month or a day."""
    from semesta.basics.period import Period
    from semesta.basics.words import Words
    from semesta.cli.shown import stopped

    if text is None:
        return None
    try:
        period = Period.parse(text)
    except ValueError:
        said = Words(
            f"{option} {text}: tulis misalnya 2025-12-31 atau 2025-12.",
            f"{option} {text}: write it as 2025-12-31 or 2025-12.",
        )
        raise stopped(said.said(lang)) from None
    return period.end if option == "--as-of" else period.start or period.end


def _programme(text: str | None, lang: Lang) -> str:
    """The code of a programme of risks; empty where none is asked for."""
    from semesta.basics.lists import RISK_PROGRAMMES
    from semesta.basics.words import Words
    from semesta.cli.shown import stopped

    code = (text or "").strip().upper()
    if text is not None and code not in RISK_PROGRAMMES:
        known = ", ".join(RISK_PROGRAMMES)
        said = Words(f"--programme {text}: pilih dari {known}.", f"--programme {text}: choose from {known}.")
        raise stopped(said.said(lang))
    return code


def _lists(
    claims: Sequence[Path], programme: str, today: dt.date, places: PlaceList, lang: Lang, *, as_json: bool
) -> Lists:
    from semesta.cli.problems import stopped_with_problems
    from semesta.cli.reading import shown_progress
    from semesta.rounds.reserving import read_claims

    with shown_progress() as progress:
        lists = read_claims(claims, today=today, places=places, programme=programme, progress=progress)
    if lists.cases is None:
        why = (
            "Tidak ada kasus klaim yang dapat dibaca; tidak ada yang ditulis. Templatnya: semesta template klaim.",
            "No claim case could be read; nothing was written. Its template: semesta template klaim.",
        )
        raise stopped_with_problems(lists.dataset, lang, as_json=as_json, why=why)
    _say_problems(lists.dataset, ("claim_cases",), lang)
    return lists


def _cases(
    lists: Lists, programme: str, days: tuple[dt.date | None, dt.date | None], today: dt.date, lang: Lang
) -> Cases:
    import polars as pl

    from semesta.basics import shown
    from semesta.basics.words import Words
    from semesta.cli.shown import stopped
    from semesta.planning.reserves.cases import REASONS, cases_of

    frame = lists.cases
    assert frame is not None
    if programme:
        frame = frame.filter(pl.col("programme") == programme)
    aside = lists.dataset.set_aside.get("claim_cases", 0)
    cases = cases_of(frame, as_of=days[0], first=days[1], today=today, set_aside=aside)
    if cases.rows.is_empty():
        why = "; ".join(
            f"{shown.count(count, lang)} {REASONS[reason].said(lang)}" for reason, count in cases.left_out.items()
        )
        said = Words(
            "Tidak ada klaim yang dapat dipakai; tidak ada yang ditulis", "No claim can be used; nothing was written"
        )
        raise stopped(f"{said.said(lang)}{': ' if why else ''}{why}.")
    return cases


def _children(
    lists: Lists, path: Path | None, until: dt.date, today: dt.date, places: PlaceList, lang: Lang, *, as_json: bool
) -> Outstanding | None:
    from semesta.cli.problems import stopped_with_problems
    from semesta.planning.reserves.scholarships import outstanding, pupils_of
    from semesta.rounds.reserving import CHILDREN, read_children

    frame = lists.children
    if path is not None:
        dataset = read_children(path, today=today, places=places)
        frame = dataset.frame(CHILDREN)
        if frame is None:
            why = (
                "Tidak ada anak yang dapat dibaca; tidak ada yang ditulis. Templatnya: semesta template anak.",
                "No child could be read; nothing was written. Its template: semesta template anak.",
            )
            raise stopped_with_problems(dataset, lang, as_json=as_json, why=why)
        _say_problems(dataset, (CHILDREN,), lang)
    return None if frame is None else outstanding(pupils_of(frame), until)


def _say_problems(dataset: Dataset, tables: Sequence[str], lang: Lang) -> None:
    """Every error of the lists with its place, value and cure; how many rows were set aside."""
    from dataclasses import replace

    from rich.console import Console

    from semesta.cli.problems import print_groups
    from semesta.rounds.reserving import problems_of

    wrong = problems_of(dataset)
    if wrong:
        read = {name: dataset.read[name] for name in tables if name in dataset.read}
        print_groups(Console(stderr=True, highlight=False), replace(dataset, problems=wrong, read=read), lang)


def _earned(lists: Lists, cases: Cases, contributions: str | None, places: PlaceList, lang: Lang) -> dict[Key, Earned]:
    """Contributions that were told, else those of the round."""
    from semesta.basics.words import Words
    from semesta.cli.shown import stopped
    from semesta.planning.reserves.reserves import earned_of_all
    from semesta.planning.reserves.triangle import triangles
    from semesta.planning.written import rupiah_of
    from semesta.rounds.reserving import contributions as of_round

    found = triangles(cases)
    if contributions is None:
        return of_round(lists, cases, [(one.programme, one.segment) for one in found], places)
    amount = rupiah_of(contributions)
    if not amount or len(found) > 1:
        said = Words(
            "--contributions: jumlah rupiah di atas nol bagi satu program dan segmen; pilih dengan --programme, atau beri putaran "
            "dengan lembar iuran.",
            "--contributions: rupiah above zero of one programme and segment; choose it by --programme, or give a round with a "
            "sheet of contributions.",
        )
        raise stopped(said.said(lang))
    return dict(earned_of_all(cases, found, amount))


COMMAND = ("reserve", reserve)
