"""semesta admin: what who runs an office does on its machine. Thin: each asks web."""

from __future__ import annotations

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


COMMAND = ("admin", admin)
