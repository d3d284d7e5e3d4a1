"""semesta synth: made-up lists of people with known truth."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from semesta.basics.words import Words
    from semesta.synth.making import Wish


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
    chunk: Annotated[int, typer.Option(min=1, help="Baris sekali jalan; tidak mengubah isinya.")] = 250_000,
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")] = "id",
) -> None:
    """Orang rekaan yang mirip nyata, dengan kebenaran yang diketahui. (Made-up people with known truth.)

    Contoh: semesta synth --place 36.72 --workers 50000 --seed 7 -o contoh
    """
    from semesta.basics.places import PLACES
    from semesta.basics.words import Words
    from semesta.synth.identity import TooManyPeople
    from semesta.synth.making import Wish

    found = PLACES.find("ID" if place == "00" else place)
    if found is None:
        _stop(Words(f"Wilayah “{place}” tidak dikenal.", f"No place is called “{place}”."), lang)
    wish = Wish(found.code, workers, seed, participants, coverage, damage, _day(as_of, lang), months)
    try:
        rows = _written(wish, output, form, people_only, chunk)
    except FileExistsError:
        _stop(
            Words(f"{output} sudah berisi. Pilih folder lain.", f"{output} is not empty. Choose another folder."), lang
        )
    except TooManyPeople:
        _stop(
            Words(
                "Terlalu banyak orang untuk wilayah ini: seri NIK rekaan tidak cukup.",
                "Too many people for this place: the synthetic serials do not suffice.",
            ),
            lang,
        )
    except ValueError as wrong:
        _stop(_asked_too_little(wrong), lang)
    for table, count in rows.items():
        typer.echo(f"{table:<20} {count:>12,}".replace(",", "." if lang == "id" else ","))
    typer.echo(output)


def _written(
    wish: Wish, output: Path, form: Literal["parquet", "csv", "xlsx"], people_only: bool, chunk: int
) -> dict[str, int]:
    from rich.console import Console
    from rich.progress import Progress, TextColumn, TimeElapsedColumn

    from semesta.synth.lean import made_lean
    from semesta.synth.making import made
    from semesta.synth.written import write

    tables = made_lean(wish, chunk=chunk) if people_only else made(wish, chunk=chunk)
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), TextColumn("{task.completed:,.0f}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        tasks: dict[str, object] = {}

        def tell(table: str, rows: int) -> None:
            if table not in tasks:
                tasks[table] = bar.add_task(table, total=None)
            bar.update(tasks[table], completed=rows)  # type: ignore[arg-type]

        return write(tables, output, wish=wish, form=form, progress=tell)


def _day(text: str, lang: Literal["id", "en"]):  # type: ignore[no-untyped-def]
    import datetime as dt

    from semesta.basics.words import Words

    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        _stop(Words(f"--as-of {text}: tulis seperti 2025-12-31.", f"--as-of {text}: write it like 2025-12-31."), lang)


def _asked_too_little(wrong: ValueError) -> Words:
    from semesta.basics.words import Words

    (least,) = wrong.args
    if isinstance(least, int):
        return Words(
            f"--participants paling sedikit {least}: sebanyak itu pekerja yang menjadi peserta.",
            f"--participants is at least {least}: so many workers are members.",
        )
    return Words(f"Di {least} tidak ada kabupaten/kota.", f"There is no regency in {least}.")


def _stop(said: Words, lang: Literal["id", "en"]):  # type: ignore[no-untyped-def]
    from rich.console import Console

    Console(stderr=True, soft_wrap=True, highlight=False).print(said.said(lang), markup=False)
    raise typer.Exit(2)


COMMAND = ("synth", synth)
