"""semesta pool: what the years may bring to offices and to their pool, and what two totals imply."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    import datetime as dt

    from semesta.basics.words import Lang
    from semesta.monev.measured import Measured
    from semesta.planning.deficit import Expectation
    from semesta.planning.fields import Assumed
    from semesta.planning.implied import Implied
    from semesta.planning.pooling.of_round import OwnPool
    from semesta.planning.pooling.pooled import Pooled

OWN, PUBLISHED = ("sendiri", "own"), ("terbit", "published")
"""Words of --expect that name no ratio."""


def pool(
    inputs: Annotated[
        list[Path] | None, typer.Argument(metavar="BERKAS", help="Putaran: folder atau berkas iuran dan klaim.")
    ] = None,
    years: Annotated[int, typer.Option(min=1, max=50, help="Tahun ke depan.")] = 10,
    scenarios: Annotated[int, typer.Option(min=100, max=1_000_000, help="Banyaknya skenario.")] = 10_000,
    seed: Annotated[int, typer.Option(min=0, help="Benih acak; benih sama, hasil sama.")] = 1,
    fast: Annotated[bool, typer.Option("--fast", help="Pendekatan cepat bagi kantor dengan banyak kasus.")] = False,
    expect: Annotated[
        str, typer.Option(help="Manfaat dibanding iuran yang diharapkan: sendiri, terbit, atau misalnya 0.9.")
    ] = "sendiri",
    programme: Annotated[str | None, typer.Option(help="Hanya program ini: JKK, JKM atau JKP.")] = None,
    contributions: Annotated[str | None, typer.Option(help="Tanpa berkas: jumlah iuran.")] = None,
    claims: Annotated[str | None, typer.Option(help="Tanpa berkas: jumlah manfaat.")] = None,
    month: Annotated[str | None, typer.Option(help="Bulan hukum yang dipakai, misalnya 2024-07.")] = None,
    ages: Annotated[
        Path | None, typer.Option("--ages", help="Umur peserta: rencana dengan claims.ages, atau YAML berisi ages.")
    ] = None,
    assumptions: Annotated[
        Path | None,
        typer.Option("--assumptions", help="Asumsi sendiri: rencana dengan assumptions, atau YAML berisi assumptions."),
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Folder hasil: PDF, DOCX, XLSX, JSON.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Keluaran JSON.")] = False,
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")] = "id",
) -> None:
    """Gotong royong antarkantor, tahun demi tahun, atau arti dua jumlah. (What a pool carries, or two totals mean.)

    Contoh: semesta pool putaran --years 10 --scenarios 10000 --seed 1
    """
    import datetime as dt
    from functools import partial

    from semesta.cli.measuring import measured_of
    from semesta.cli.outputs import spare_inputs, written
    from semesta.cli.shown import of_file, places_of
    from semesta.planning.assumptions_file import read_assumptions
    from semesta.planning.deficit import published
    from semesta.planning.pooling.ages import read_ages
    from semesta.planning.pooling.drawing import exact
    from semesta.planning.pooling.drawing import fast as quick
    from semesta.planning.pooling.of_totals import of_totals
    from semesta.planning.pooling.pooled import pooled
    from semesta.planning.pooling.prospect import Draws
    from semesta.report import machine
    from semesta.report.pooled.document import NAMES, as_data, files

    if out is not None:
        spare_inputs([*(inputs or []), ages, assumptions], [out / name for name in NAMES], lang)
    today = dt.date.today()  # noqa: DTZ011
    on, only, named = _month(month, lang), _programme(programme, lang), _ratio(expect, lang)
    members = of_file(ages, read_ages, lang)
    replaced = of_file(assumptions, read_assumptions, lang)
    measured: Measured | None = None
    if inputs:
        measured = measured_of(inputs, places_of(inputs, lang), lang)
        draws = Draws(years, scenarios, seed, quick if fast else exact)
        expected = published if expect in PUBLISHED else lambda programme, segment, year: named
        draw = partial(
            pooled, measured, draws, expect=expected, programme=only, month=on, ages=members, replaced=replaced
        )
        found = _drawn(draw, measured, only, lang)
    else:
        found = of_totals(_totals(contributions, claims, on, only, replaced, lang), named, members, replaced)
    paths = written(files(found, lang, today=today, measured=measured), out, lang) if out is not None else []
    if as_json:
        typer.echo(machine.as_json(as_data(found, lang)).decode(), nl=False)
        return
    _show(found, lang)
    for path in paths:
        typer.echo(path)


def _month(text: str | None, lang: Lang) -> dt.date | None:
    import datetime as dt

    from semesta.basics.period import Period
    from semesta.basics.words import Words
    from semesta.cli.shown import stopped

    if text is None:
        return None
    try:
        start = Period.parse(text).start
    except ValueError:
        start = None
    if start is None:
        said = Words(f"--month {text}: tulis bulan, misalnya 2024-07.", f"--month {text}: write a month, as 2024-07.")
        raise stopped(said.said(lang))
    return dt.date(start.year, start.month, 1)


def _programme(text: str | None, lang: Lang) -> str:
    from semesta.basics.lists import RISK_PROGRAMMES
    from semesta.basics.words import Words
    from semesta.cli.shown import stopped

    code = (text or "").upper()
    if code and code not in RISK_PROGRAMMES:
        known = ", ".join(RISK_PROGRAMMES)
        said = Words(
            f"--programme {text}: pilih {known}; JHT dan JP ialah tabungan peserta, tidak digotong bersama.",
            f"--programme {text}: choose {known}; JHT and JP are members' own savings and are not shared.",
        )
        raise stopped(said.said(lang))
    return code


def _drawn(draw: Callable[..., Pooled], measured: Measured, programme: str, lang: Lang) -> Pooled:
    """The pools, while a bar of each shows how far it is."""
    from rich.console import Console
    from rich.progress import Progress, TaskID

    from semesta.cli.shown import stopped_by
    from semesta.planning.faults import Unplannable
    from semesta.report.pooled.told import scope

    tasks: dict[str, TaskID] = {}
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:

        def told(own: OwnPool, share: float, of_all: float) -> None:
            name = scope(own, lang)
            if name not in tasks:
                tasks[name] = bar.add_task(name, total=1.0)
            bar.update(tasks[name], completed=share)

        try:
            found = draw(progress=told)
        except Unplannable as wrong:
            raise stopped_by(wrong, lang) from None
    if not found.prospects and not found.parted:
        raise _no_pool(found, measured, programme, lang)
    return found


def _no_pool(found: Pooled, measured: Measured, programme: str, lang: Lang) -> typer.Exit:
    from semesta.basics.words import Words
    from semesta.cli.shown import stopped

    for why in found.lacking:
        typer.echo(why.said(lang), err=True)
    paid_in, paid_out = (measured.headline(name) for name in ("contributions", "claims_paid"))
    totals = "--contributions … --claims … --month …"
    if paid_in and paid_out and paid_in.value and paid_out.value and paid_in.node.period == paid_out.node.period:
        totals = f"--contributions {paid_in.value} --claims {paid_out.value} --month {measured.as_of:%Y-%m}"
    said = Words(
        "Tidak ada kumpulan, tidak ada yang ditulis. Perlu iuran dan klaim satu program (JKK, JKM atau JKP) untuk periode yang sama; "
        "lembarnya: semesta template monev.",
        "No pool, and nothing was written. It takes contributions and claims of one programme (JKK, JKM or JKP) over the same period; "
        "their sheets: semesta template monev.",
    )
    if programme in ("", "JKM"):
        said += Words(
            f" Arti dua jumlah saja: semesta pool {totals}", f" What two totals alone mean: semesta pool {totals}"
        )
    return stopped(said.said(lang))


def _ratio(text: str, lang: Lang) -> Expectation | None:
    """The ratio that the user names; None where own experience or what was published is asked for."""
    from semesta.basics import shown
    from semesta.basics.words import LANGS, Words
    from semesta.cli.shown import stopped
    from semesta.planning.pooling.prospect import ratio
    from semesta.planning.written import amount_of

    if text in (*OWN, *PUBLISHED):
        return None
    value = amount_of(text)
    if value is None or not 0 < value < 100:
        said = Words(
            f"--expect {text}: pilih sendiri, terbit, atau angka di atas nol, misalnya 0.9 atau 90%.",
            f"--expect {text}: choose own, published, or a number above zero, as 0.9 or 90%.",
        )
        raise stopped(said.said(lang))
    id_, en = (shown.share(value, each, 1) for each in LANGS)
    said = Words(f"asumsi pemakai: manfaat {id_} dari iuran", f"the user's assumption: claims {en} of contributions")
    return ratio(value, said)


def _totals(
    contributions: str | None,
    claims: str | None,
    month: dt.date | None,
    programme: str,
    replaced: Mapping[str, Assumed],
    lang: Lang,
) -> Implied:
    from semesta.basics import shown
    from semesta.basics.words import Words
    from semesta.cli.shown import stopped
    from semesta.law.faults import NoLawOnDate
    from semesta.law.law import LAW
    from semesta.planning.implied import implied
    from semesta.planning.written import rupiah_of

    paid_in, paid_out = rupiah_of(contributions), rupiah_of(claims)
    if not paid_in or not paid_out or month is None:
        said = Words(
            "Beri berkas putaran, atau --contributions dan --claims di atas nol dengan --month, misalnya "
            "--contributions 480457660 --claims 790000000 --month 2024-07.",
            "Give files of a round, or --contributions and --claims above zero with --month, as "
            "--contributions 480457660 --claims 790000000 --month 2024-07.",
        )
        raise stopped(said.said(lang))
    if programme not in ("", "JKM"):
        said = Words(
            f"--programme {programme}: dua jumlah hanya dapat dibaca bagi JKM, atau tanpa --programme bagi JKK dan JKM bersama; santunan "
            "program lain tidak tetap.",
            f"--programme {programme}: two totals can be read of JKM alone, or without --programme of JKK and JKM together; other "
            "programmes pay no fixed sum.",
        )
        raise stopped(said.said(lang))
    try:
        found = implied(LAW, paid_in, paid_out, month, programme, replaced)
    except NoLawOnDate as absent:
        raise stopped(f"{absent.said(lang)}.") from None
    if not any(one.months for one in found.prices):
        least = min(one.price for one in found.prices)
        said = Words(
            f"--contributions {contributions}: di bawah iuran satu orang sebulan, {shown.rupiah(least, 'id')} menurut hukum {month.year}; "
            "tulis jumlah iuran seluruhnya dalam rupiah.",
            f"--contributions {contributions}: below the price of one person and month, {shown.rupiah(least, 'en')} by the law of "
            f"{month.year}; write all contributions in rupiah.",
        )
        raise stopped(said.said(lang))
    return found


def _show(found: Pooled, lang: Lang) -> None:
    from rich.console import Console

    from semesta.report.pooled.terminal import summary

    Console(highlight=False).print(summary(found, lang))


COMMAND = ("pool", pool)
