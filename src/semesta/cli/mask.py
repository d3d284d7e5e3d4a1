"""semesta mask: a list with keyed hashes in place of people, for linking without showing them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from semesta.basics.words import Words
    from semesta.cli.linkable import Linkable


def mask(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Daftar pekerja atau peserta.")],
    secret_file: Annotated[Path, typer.Option(help="Berkas rahasia pertukaran ini; kedua pengirim memakai yang sama.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Hasil, Parquet.")],
    kind: Annotated[
        str | None, typer.Option("--as", help="pekerja atau peserta; tanpa ini dikenali dari judul.")
    ] = None,
    place: Annotated[
        str | None, typer.Option(help="Wilayah daftar, misalnya 36.72: kecamatan dengan nama dicari kodenya di sana.")
    ] = None,
    new_secret: Annotated[
        bool, typer.Option("--new-secret", help="Buat berkas rahasia baru; berkas yang ada tidak ditimpa.")
    ] = False,
    lang: Annotated[Literal["id", "en"], typer.Option(help="Bahasa: id atau en.")] = "id",
) -> None:
    """Ganti identitas dengan sandi berkunci untuk pertukaran. (Keyed hashes for exchange.)

    Ini pseudonimisasi, bukan anonim: siapa pun yang memegang rahasia dapat mencoba semua NIK satu kota. Padanannya hanya yang persis.
    Yang tidak dilindungi: docs/padanan.md.

    Contoh: semesta mask pekerja.xlsx --secret-file rahasia.txt --new-secret -o pekerja-bersandi.parquet
    """
    from semesta.cli.outputs import only_parquet, spare_inputs
    from semesta.cli.shown import stopped
    from semesta.people.link.faults import LinkError

    spare_inputs([file, secret_file], [output], lang)
    if other := only_parquet(output):
        raise stopped(other.said(lang))
    try:
        if new_secret:
            _make_secret(secret_file, lang)
        rows, notes = _masked(file, secret_file, output, kind, place, lang)
    except LinkError as wrong:
        raise stopped(wrong.said.said(lang)) from None
    typer.echo(f"{rows} baris bersandi: {output}" if lang == "id" else f"{rows} masked rows: {output}")
    for note in notes:
        typer.echo(f"- {note.said(lang)}")


def _make_secret(path: Path, lang: Literal["id", "en"]) -> None:
    """A secret that only its owner may read; one that is there already stays."""
    import os
    import secrets

    from semesta.basics.os_errors import not_written
    from semesta.cli.shown import stopped

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise stopped(
            f"{path}: sudah ada, tidak ditimpa" if lang == "id" else f"{path}: exists, not overwritten"
        ) from None
    except OSError as error:
        raise stopped(not_written(path, error).said(lang)) from None
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32) + "\n")


def _masked(
    file: Path, secret_file: Path, output: Path, kind: str | None, place: str | None, lang: Literal["id", "en"]
) -> tuple[int, Sequence[Words]]:
    """Writes the masked list whole or not at all; gives its rows, and what is to be said of others."""
    from semesta.basics.os_errors import not_written
    from semesta.cli.shown import stopped
    from semesta.people.mask import masked, secret_in

    secret = secret_in(secret_file)
    found = _found(file, kind, place, lang)
    frame = masked(found.frame, secret)
    aside = output.with_name(f".{output.name}.sebagian")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        frame.write_parquet(aside)
        aside.replace(output)
    except OSError as error:
        raise stopped(not_written(output, error).said(lang)) from None
    finally:
        aside.unlink(missing_ok=True)
    return frame.height, found.notes


def _found(file: Path, kind: str | None, place: str | None, lang: Literal["id", "en"]) -> Linkable:
    """The one list in a file that can be masked; ends the command where there is none, or more than one."""
    import datetime as dt

    from semesta.cli.linkable import usable
    from semesta.cli.problems import stopped_with_problems
    from semesta.cli.reading import Reading, say_unplaced
    from semesta.cli.shown import places_of, stopped
    from semesta.files.read import read

    places = places_of([file], lang)
    asked = Reading.asked(kind, place, None, places, lang)
    tables = {name: table for name, table in asked.tables.items() if name in ("workers", "participants")}
    today = dt.date.today()  # noqa: DTZ011
    dataset = read([file], today=today, places=places, tables=tables or asked.tables, place=asked.place)
    found = [name for name in dataset.frames if name in tables]
    if len(found) > 1:
        both = (
            "pekerja dan peserta dalam satu berkas; pilih dengan --as",
            "workers and participants in one file; choose by --as",
        )
        raise stopped(f"{file}: {both[lang == 'en']}")
    if not found:
        why = ("bukan daftar pekerja atau peserta", "neither workers nor participants")
        raise stopped_with_problems(dataset, lang, as_json=False, why=why)
    say_unplaced(dataset, lang)
    return usable(tables[found[0]], dataset, [file], lang)


COMMAND = ("mask", mask)
