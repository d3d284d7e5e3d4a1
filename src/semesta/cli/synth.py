"""semesta synth: made-up lists of people with known truth."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    import datetime as dt

    from semesta.basics.words import Lang, Words
    from semesta.synth.making import Wish

FULL_CHUNK, LEAN_CHUNK = 50_000, 250_000
"""Persons made at a time: full ones carry two years of payments each, so that fewer of them fill the memory."""

FIRST_YEAR, LAST_YEAR = 2018, 2030


def synth(
    place: Annotated[str, typer.Option(help="Kabupaten/kota, provinsi, atau 00 untuk seluruh Indonesia.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder hasil; belum ada atau kosong.")],
    workers: Annotated[int, typer.Option(min=1, help="Baris daftar pekerja.")] = 50_000,
    seed: Annotated[int, typer.Option(help="Benih acak: benih yang sama memberi data yang sama.")] = 1,
    form: Annotated[Literal["parquet", "csv", "xlsx"], typer.Option("--format", help="Bentuk berkas.")] = "parquet",
    participants: Annotated[
        int | None,
        typer.Option(min=0, help="Baris daftar peserta; tanpa isian: dua pertiga lebih banyak dari yang cocok."),
    ] = None,
    coverage: Annotated[float, typer.Option(min=0.0, max=1.0, help="Bagian pekerja yang menjadi peserta.")] = 0.6,
    damage: Annotated[
        Literal["light", "real", "heavy"], typer.Option(help="Kerusakan data: light, real, heavy.")
    ] = "real",
    as_of: Annotated[str, typer.Option("--as-of", help="Tanggal data, misalnya 2025-12-31.")] = "2025-12-31",
    months: Annotated[int, typer.Option(min=1, help="Banyaknya bulan pembayaran.")] = 24,
    people_only: Annotated[
        bool, typer.Option("--people-only", help="Hanya pekerja dan peserta dengan NIK angka, untuk uji beban besar.")
    ] = False,
    chunk: Annotated[int | None, typer.Option(min=1, help="Orang sekali jalan; mengatur memori, bukan isinya.")] = None,
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")] = "id",
) -> None:
    """Orang rekaan yang mirip nyata, dengan kebenaran yang diketahui. (Made-up people with known truth.)

    Contoh: semesta synth --place 36.72 --workers 50000 --seed 7 -o contoh
    """
    from semesta.cli.shown import stopped
    from semesta.synth.making import Wish

    wish = Wish(_place(place, lang), workers, seed, participants, coverage, damage, _day(as_of, lang), months)
    try:
        rows = _written(wish, output, form, people_only, chunk or (LEAN_CHUNK if people_only else FULL_CHUNK))
    except (ValueError, OSError) as wrong:
        raise stopped(_told(wrong, output).said(lang)) from None
    for table, count in rows.items():
        typer.echo(f"{table:<20} {count:>12,}".replace(",", "." if lang == "id" else ","))
    typer.echo(output)


def _written(
    wish: Wish, output: Path, form: Literal["parquet", "csv", "xlsx"], people_only: bool, chunk: int
) -> dict[str, int]:
    """The rows written of each table, counted up in a terminal while they are made."""
    from rich.console import Console
    from rich.progress import Progress, TextColumn, TimeElapsedColumn

    from semesta.synth.lean import made_lean
    from semesta.synth.making import made
    from semesta.synth.written import write

    tables = made_lean(wish, chunk=chunk) if people_only else made(wish, chunk=chunk)
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), TextColumn("{task.completed:,.0f}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        tasks = {}

        def tell(table: str, rows: int) -> None:
            if table not in tasks:
                tasks[table] = bar.add_task(table, total=None)
            bar.update(tasks[table], completed=rows)

        return write(tables, output, wish=wish, form=form, progress=tell)


def _place(text: str, lang: Lang) -> str:
    from semesta.basics.places import PLACES
    from semesta.basics.words import Words
    from semesta.cli.shown import stopped

    found = PLACES.find("ID" if text == "00" else text)
    if found is not None:
        return found.code
    near = ", ".join(f"{place.title.said(lang)} ({place.code})" for place in PLACES.nearest(text))
    said = Words(f"wilayah tidak dikenal: {text}", f"unknown place: {text}").said(lang)
    maybe = Words(". Mungkin: ", ". Perhaps: ").said(lang)
    raise stopped(said + (maybe + near if near else ""))


def _day(text: str, lang: Lang) -> dt.date:
    """The day of the data, in years of which both the law and the holidays are known."""
    import datetime as dt

    from semesta.basics.words import Words
    from semesta.cli.shown import stopped

    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        day = dt.date.min
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return day
    years = f"{FIRST_YEAR}–{LAST_YEAR}"
    said = Words(
        f"--as-of {text}: tulis seperti 2025-12-31, tahun {years}",
        f"--as-of {text}: write it like 2025-12-31, years {years}",
    )
    raise stopped(said.said(lang))


def _told(wrong: ValueError | OSError, output: Path) -> Words:
    """Why nothing was written."""
    from semesta.basics.os_errors import not_written
    from semesta.basics.words import Words
    from semesta.synth.identity import TooManyPeople
    from semesta.synth.plan import NoRegency, TooFewParticipants

    match wrong:
        case FileExistsError():
            return Words(f"{output} sudah berisi. Pilih folder lain.", f"{output} is not empty. Choose another folder.")
        case TooManyPeople():
            return Words(
                "Terlalu banyak orang untuk wilayah ini: seri NIK rekaan tidak cukup.",
                "Too many people for this place: the synthetic serials do not suffice.",
            )
        case TooFewParticipants(least=least):
            return Words(
                f"--participants paling sedikit {least}: sebanyak itu pekerja yang menjadi peserta.",
                f"--participants is at least {least}: so many workers are members.",
            )
        case NoRegency():
            return Words("Di wilayah itu tidak ada kabupaten/kota.", "There is no regency in that place.")
        case OSError():
            return not_written(output, wrong)
        case _:
            raise wrong


COMMAND = ("synth", synth)
