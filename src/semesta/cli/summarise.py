"""semesta summarise: lists of people that stand in Parquet, on one machine or a cluster, to summary tables."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from semesta.basics.words import Words


def summarise(
    place: Annotated[str, typer.Option(help="Wilayah baris yang tidak menyebutnya; ID untuk nasional.")],
    as_of: Annotated[str, typer.Option("--as-of", help="Orang dihitung menurut keadaan tanggal ini.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder hasil: satu Parquet per tabel rekap.")],
    workers: Annotated[list[str] | None, typer.Option(help="Daftar pekerja: berkas, folder, atau s3a://…")] = None,
    participants: Annotated[list[str] | None, typer.Option(help="Daftar peserta.")] = None,
    payments: Annotated[list[str] | None, typer.Option(help="Pembayaran iuran.")] = None,
    claim_cases: Annotated[list[str] | None, typer.Option(help="Kasus klaim.")] = None,
    link: Annotated[
        str | None,
        typer.Option(help="Folder hasil semesta link, atau s3a://…; tanpa ini NIK yang sama, dijaga tanggal lahir."),
    ] = None,
    engine: Annotated[Literal["polars", "duckdb", "spark"], typer.Option(help="Mesin hitung.")] = "duckdb",
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")] = "id",
) -> None:
    """Hitung daftar orang dalam Parquet menjadi tabel rekap, tiap orang satu kali. (Lists of people to summary tables.)

    Hasilnya dibaca semesta monev; tidak ada nama atau NIK di dalamnya.

    Contoh: semesta summarise --place ID --as-of 2025-12-31 --workers pekerja --participants peserta -o rekap
    """
    from semesta.basics.day import DayError, day
    from semesta.cli.outputs import spare_folders, spare_inputs
    from semesta.cli.shown import stopped
    from semesta.engines.engine import EngineError
    from semesta.engines.engine import engine as of_name
    from semesta.tables.registry import TABLES

    asked = {"workers": workers, "participants": participants, "payments": payments, "claim_cases": claim_cases}
    lists: dict[str, list[str]] = {name: given for name, given in asked.items() if given}
    if link is not None:
        found = link.rstrip("/")
        lists |= {"pairs": [f"{found}/pasangan.parquet"], "clusters": [f"{found}/orang.parquet"]}
    if not {"workers", "participants", "payments", "claim_cases"} & set(lists):
        raise stopped(Words("Sebutkan sekurangnya satu daftar.", "Name at least one list.").said(lang))
    given = [at for each in lists.values() for at in each]
    spare_inputs(given, [out / f"{name}.parquet" for name in TABLES], lang)
    spare_folders(given, out, lang)
    try:
        written = _written(lists, _place(place), day(as_of).value, engine, out)
    except DayError:
        raise stopped(Words(f"bukan tanggal: {as_of}", f"not a date: {as_of}").said(lang)) from None
    except EngineError as wrong:
        raise stopped(wrong.said.said(lang)) from None
    except of_name(engine).failures() as wrong:
        raise stopped(str(wrong).strip().splitlines()[0]) from None
    for path, rows in written.items():
        typer.echo(f"{rows:>10} {path}")


def _place(text: str) -> str:
    from semesta.basics.places import PLACES
    from semesta.engines.engine import EngineError

    found = PLACES.find(text)
    if found is None:
        raise EngineError(Words(f"wilayah tidak dikenal: {text}", f"unknown place: {text}"))
    return found.code


def _written(lists, place, as_of, engine, out):  # type: ignore[no-untyped-def]
    """The rows of each table that was written, by its path; nothing is in place before everything is made."""
    from semesta.basics.os_errors import not_written
    from semesta.engines.engine import EngineError, is_address, opened, written
    from semesta.people.summarise import summaries

    far = [at for given in lists.values() for at in given if is_address(at) and not at.startswith("file://")]
    if far and engine != "spark":
        said = (
            f"{far[0]}: alamat seperti ini hanya dengan --engine spark",
            f"{far[0]}: such an address needs --engine spark",
        )
        raise EngineError(Words(*said))
    found = summaries({name: opened(given, engine) for name, given in lists.items()}, place=place, as_of=as_of)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EngineError(not_written(out, error)) from None
    rows = {}
    for name, frame in found.items():
        with written(frame, out / f"{name}.parquet", "polars"):
            pass
        rows[out / f"{name}.parquet"] = frame.height
    return rows


COMMAND = ("summarise", summarise)
