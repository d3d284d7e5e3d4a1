"""semesta pool: what the years may bring to offices and to their pool, and what two totals imply."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from semesta.basics.words import Lang
    from semesta.monev.measured import Measured
    from semesta.planning.deficit import Deficit, Expectation
    from semesta.planning.implied import Implied
    from semesta.planning.pooling.of_round import OwnPool
    from semesta.planning.pooling.prospect import Draws, Prospect
    from semesta.report.pooled.document import Pooled


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
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Folder hasil: PDF, DOCX, XLSX, JSON.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Keluaran JSON.")] = False,
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")] = "id",
) -> None:
    """Gotong royong antarkantor, tahun demi tahun, atau arti dua jumlah. (What a pool carries, or two totals mean.)

    Contoh: semesta pool putaran --years 10 --scenarios 10000 --seed 1
    """
    import datetime as dt

    from semesta.cli.outputs import spare_inputs, written
    from semesta.planning.pooling.drawing import exact
    from semesta.planning.pooling.drawing import fast as quick
    from semesta.planning.pooling.prospect import Draws
    from semesta.report import machine
    from semesta.report.pooled.document import NAMES, as_data, files

    if out is not None:
        spare_inputs(inputs or [], [out / name for name in NAMES], lang)
    today = dt.date.today()  # noqa: DTZ011
    on = _month(month, lang)
    measured: Measured | None = None
    if inputs:
        measured = _measured(inputs, today, lang)
        draws = Draws(years, scenarios, seed, quick if fast else exact)
        found = _pools(measured, draws, expect, programme, on or measured.as_of.replace(day=1), lang)
    else:
        found = _of_totals(contributions, claims, on, expect, lang)
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


def _measured(inputs: Sequence[Path], today: dt.date, lang: Lang) -> Measured:
    from semesta.basics.words import Words
    from semesta.cli.problems import stopped_with_problems
    from semesta.cli.shown import places_of, stopped
    from semesta.monev.measure import NoDay, NothingUsable
    from semesta.people.link.faults import LinkError
    from semesta.rounds.lists import NoPlace
    from semesta.rounds.run import Unusable, measured_round, read_round

    places = places_of(inputs, lang)
    dataset = read_round(list(inputs), today=today, places=places)
    try:
        return measured_round(dataset, places=places, today=today)
    except (Unusable, NothingUsable):
        why = ("Tidak ada baris yang dapat dipakai.", "No row can be used.")
        raise stopped_with_problems(dataset, lang, as_json=False, why=why) from None
    except LinkError as error:
        raise stopped(error.said.said(lang)) from None
    except (NoDay, NoPlace):
        said = Words("Data tidak menyebut tanggal atau wilayah.", "The data name no day or no place.")
        raise stopped(said.said(lang)) from None


def _pools(measured: Measured, draws: Draws, expect: str, programme: str | None, month: dt.date, lang: Lang) -> Pooled:
    from rich.console import Console
    from rich.progress import Progress

    from semesta.law.law import LAW
    from semesta.planning.pooling.of_round import own_pools
    from semesta.planning.pooling.prospect import prospect, together
    from semesta.report.pooled.document import Pooled

    owns = [one for one in own_pools(measured) if programme is None or one.node.programme == programme.upper()]
    if not owns:
        raise _no_pool(lang)
    made: list[Prospect] = []
    with Progress(console=Console(stderr=True), transient=True) as bar:
        for own in owns:
            name = " ".join(filter(None, (own.node.programme, own.node.segment, own.node.funding)))
            task = bar.add_task(name, total=1.0)
            expectation = _expectation(expect, own.node.programme, own.node.segment, month.year, lang)
            try:
                made.append(
                    prospect(
                        own,
                        draws,
                        law=LAW,
                        month=month,
                        expectation=expectation,
                        progress=lambda share, task=task: bar.update(task, completed=share),  # type: ignore[misc]
                    )
                )
            except ValueError as error:
                raise _not_drawn(own, error, lang) from None
    by_programme = [
        [one for one in made if one.own.node.programme == code and one.own.node.segment and not one.own.node.funding]
        for code in dict.fromkeys(one.own.node.programme for one in made)
    ]
    joined = tuple(tuple(together(each, draws.seed, draws.scenarios)) for each in by_programme if len(each) > 1)
    return Pooled(measured.place, tuple(made), joined)


def _no_pool(lang: Lang) -> typer.Exit:
    from semesta.basics.words import Words
    from semesta.cli.shown import stopped

    said = Words(
        "Tidak ada kumpulan: perlu iuran dan klaim satu program (JKK, JKM atau JKP) dari paling sedikit dua kantor cabang atau "
        "wilayah, untuk periode yang sama dan jelas awalnya. Lembarnya: semesta template monev. Untuk dua jumlah saja: "
        "semesta pool --contributions … --claims … --month ….",
        "No pool: contributions and claims of one programme (JKK, JKM or JKP) are needed from two branches or regions or more, "
        "for the same period with a known start. Its sheets: semesta template monev. Of two totals alone: "
        "semesta pool --contributions … --claims … --month ….",
    )
    return stopped(said.said(lang))


def _not_drawn(own: OwnPool, error: ValueError, lang: Lang) -> typer.Exit:
    from semesta.basics.words import Words
    from semesta.cli.shown import stopped
    from semesta.report.pooled.told import scope

    name = scope(own, lang)
    said = Words(
        f"{name}: tidak dapat diperkirakan; iuran tiap anggota harus di atas nol dan harus ada klaim, atau beri --expect.",
        f"{name}: no outlook; each member's contributions must be above zero and there must be a claim, or give --expect.",
    )
    return stopped(said.said(lang))


def _expectation(text: str, programme: str, segment: str, year: int, lang: Lang) -> Expectation | None:
    """The ratio that is to be expected: None for the pool's own."""
    from semesta.basics.words import Words
    from semesta.cli.shown import stopped
    from semesta.planning.deficit import published
    from semesta.planning.fields import amount_of
    from semesta.planning.pooling.prospect import ratio

    if text in ("sendiri", "own"):
        return None
    if text in ("terbit", "published"):
        found = published(programme, segment, year)
        if found is None:
            said = Words(
                f"{programme} {segment}: belum ada rasio terbit; beri --expect dengan angka, misalnya 0.9.",
                f"{programme} {segment}: no published ratio; give --expect a number, as 0.9.",
            )
            raise stopped(said.said(lang))
        return found
    value = amount_of(text)
    if value is None or not 0 < value < 100:
        said = Words(
            f"--expect {text}: pilih sendiri, terbit, atau angka di atas nol, misalnya 0.9 atau 90%.",
            f"--expect {text}: choose own, published, or a number above zero, as 0.9 or 90%.",
        )
        raise stopped(said.said(lang))
    return ratio(value, Words("asumsi pemakai", "the user's assumption").said(lang))


def _of_totals(contributions: str | None, claims: str | None, month: dt.date | None, expect: str, lang: Lang) -> Pooled:
    from semesta.basics.words import Words
    from semesta.cli.shown import stopped
    from semesta.law.faults import NoLawOnDate
    from semesta.law.law import LAW
    from semesta.planning.fields import rupiah_of
    from semesta.planning.implied import implied
    from semesta.report.pooled.document import Pooled

    paid_in, paid_out = rupiah_of(contributions), rupiah_of(claims)
    if not paid_in or not paid_out or month is None:
        said = Words(
            "Beri berkas putaran, atau --contributions dan --claims di atas nol dengan --month, misalnya "
            "--contributions 480457660 --claims 790000000 --month 2024-07.",
            "Give files of a round, or --contributions and --claims above zero with --month, as "
            "--contributions 480457660 --claims 790000000 --month 2024-07.",
        )
        raise stopped(said.said(lang))
    try:
        found = implied(LAW, paid_in, paid_out, month)
    except NoLawOnDate as absent:
        raise stopped(f"{absent.said(lang)}.") from None
    return Pooled("", implied=found, parts=_parts(found, "terbit" if expect == "sendiri" else expect, lang))


def _parts(found: Implied, expect: str, lang: Lang) -> Deficit | None:
    """The difference in parts, as if all claims were deaths under JKM; None where they are less than one."""
    from semesta.planning.deficit import deficit

    expectation = _expectation(expect, "JKM", "BPU", found.month.year, lang)
    if expectation is None or round(found.deaths) == 0:
        return None
    return deficit(found.contributions, found.claims, round(found.deaths), found.terms, expectation)


def _show(found: Pooled, lang: Lang) -> None:
    from rich.console import Console

    from semesta.report.pooled.terminal import summary

    Console(highlight=False).print(summary(found, lang))


COMMAND = ("pool", pool)
