"""semesta admin: what who runs an office does on its machine. Thin: each asks web."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

SUMMARY = """Urusan pengelola: kunci, bundel, dan penghapusan. (For who runs the office.)

Contoh: semesta admin purge --dry-run"""
admin = typer.Typer(help=SUMMARY, no_args_is_help=True)


@admin.command("key")
def key() -> None:
    """Tunjukkan kunci publik kantor ini; dibuat bila belum ada. (This office's public key, made when there is none.)

    Contoh: semesta admin key
    """
    from semesta.rounds.signing import fingerprint, own_key, public_key
    from semesta.web.home import home

    public = public_key(own_key(home() / "key.pem"))
    typer.echo(public)
    typer.echo(f"Sidik jari (fingerprint): {fingerprint(public)}", err=True)


@admin.command("purge")
def purge(
    home: Annotated[
        Path | None, typer.Option("--home", help="Folder data; bawaan: SEMESTA_HOME atau ~/.semesta.")
    ] = None,
    only_tell: Annotated[bool, typer.Option("--dry-run", help="Hanya sebutkan apa yang akan dihapus.")] = False,
) -> None:
    """Hapus daftar orang dan identitas yang waktunya habis; angka tetap. (Delete lists of people whose time is over.)

    Contoh: semesta admin purge --dry-run
    """
    import os

    if home is not None:
        os.environ["SEMESTA_HOME"] = str(home)
    from semesta.web.office import purged_today

    typer.echo(purged_today(only_tell=only_tell))


@admin.command("trust")
def trust(
    place: Annotated[str, typer.Argument(help="Kode wilayah, misalnya 36; berlaku juga untuk semua di bawahnya.")],
    public: Annotated[str, typer.Argument(help="Kunci publik kantor pengirim: baris dari semesta admin key.")],
    holder: Annotated[str, typer.Option(help="Kantor pemegang kunci.")],
) -> None:
    """Percayai kunci kantor lain untuk wilayahnya. (Trust another office's key for its place.)

    Contoh: semesta admin trust 36 dZzunZtJWMOvS4OleNvJgEpfqFb6uW2wIbe10ERURvE= --holder "Disnaker Banten"
    """
    from semesta.web.office import trusted

    _told(lambda: trusted(place, public, holder))


@admin.command("export")
def export(
    round_id: Annotated[int, typer.Argument(metavar="PUTARAN", help="Nomor putaran yang sudah diterima.")],
    out: Annotated[Path, typer.Option("--out", help="Folder tujuan.")] = Path(),
    who: Annotated[str, typer.Option("--as", help="Nama pengguna yang mengirim; bawaan: pengguna pertama.")] = "",
) -> None:
    """Tulis bundel sebuah putaran, ditandatangani kantor ini. (Write the signed bundle of a round.)

    Contoh: semesta admin export 7 --out kirim/
    """
    from semesta.web.office import exported

    _told(lambda: exported(round_id, out, who))


@admin.command("import")
def take(
    file: Annotated[Path, typer.Argument(metavar="BUNDEL", help="Berkas .zip dari kantor lain.", exists=True)],
    who: Annotated[str, typer.Option("--as", help="Nama pengguna yang menerima; bawaan: pengguna pertama.")] = "",
) -> None:
    """Terima bundel kantor lain sebagai putaran wilayahnya. (Take another office's bundle as a round.)

    Contoh: semesta admin import semesta-36-2025-12-22.zip
    """
    from semesta.web.office import taken

    _told(lambda: taken(file, who))


def _told(done: Callable[[], str]) -> None:
    """Says what was done, or in one line why it was not."""
    from semesta.web.actions.refused import Refused

    try:
        typer.echo(done())
    except Refused as refused:
        typer.echo(f"{refused.said.id} ({refused.said.en})", err=True)
        raise typer.Exit(2) from None


COMMAND = ("admin", admin)
