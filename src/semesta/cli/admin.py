"""semesta admin: what who runs an office does on its machine. Thin: each asks web."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

admin = typer.Typer(help="Urusan pengelola: kunci dan bundel. (For who runs the office.)", no_args_is_help=True)


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


COMMAND = ("admin", admin)
