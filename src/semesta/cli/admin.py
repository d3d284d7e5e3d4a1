"""semesta admin: what who runs an office does on its machine. Thin: each asks web."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from semesta.basics.words import Words

SUMMARY = """Urusan pengelola: kunci, bundel, dan penghapusan. (For who runs the office.)

Contoh: semesta admin purge --dry-run"""
admin = typer.Typer(help=SUMMARY, no_args_is_help=True)

Home = Annotated[Path | None, typer.Option("--home", help="Folder data; bawaan: SEMESTA_HOME atau ~/.semesta.")]
Language = Annotated[Literal["id", "en"], typer.Option("--lang", help="Bahasa: id atau en.")]


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
    home: Home = None,
    only_tell: Annotated[bool, typer.Option("--dry-run", help="Hanya sebutkan apa yang akan dihapus.")] = False,
) -> None:
    """Hapus daftar orang dan identitas yang waktunya habis; angka tetap. (Delete lists of people whose time is over.)

    Contoh: semesta admin purge --dry-run
    """
    _at(home)
    from semesta.web.office import purged_today

    typer.echo(purged_today(only_tell=only_tell))


@admin.command("backup")
def backup(
    file: Annotated[Path, typer.Argument(metavar="BERKAS", help="Cadangan yang ditulis; belum boleh ada.")],
    home: Home = None,
    lang: Language = "id",
) -> None:
    """Cadangkan seluruh kantor ke satu berkas, juga selagi dipakai. (The whole office in one file, also while in use.)

    Contoh: semesta admin backup cadangan-2026-11-21.zip
    """
    _at(home)
    from semesta.web.office import archived

    _shown(lambda tell: archived(file, tell), lang)


@admin.command("restore")
def restore(
    file: Annotated[Path, typer.Argument(metavar="BERKAS", help="Cadangan dari semesta admin backup.", exists=True)],
    home: Home = None,
    only_check: Annotated[
        bool, typer.Option("--dry-run", help="Hanya periksa cadangan; tidak menulis apa pun.")
    ] = False,
    lang: Language = "id",
) -> None:
    """Pulihkan kantor dari cadangan ke folder kosong, lalu bandingkan. (An archive restored into an empty folder, compared.)

    Contoh: semesta admin restore cadangan-2026-11-21.zip --home kantor-baru
    """
    _at(home)
    from semesta.web.office import restored, whole

    _shown(lambda tell: whole(file, tell) if only_check else restored(file, tell), lang)


@admin.command("doctor")
def doctor(home: Home = None, lang: Language = "id") -> None:
    """Periksa kantor: folder, basis data, audit, berkas, pekerjaan; kode keluar 1 bila ada yang salah. (Check the office.)

    Contoh: semesta admin doctor
    """
    _at(home)
    from semesta.web.doctor.seeing import seen
    from semesta.web.doctor.told import Level
    from semesta.web.home import folder_of_office

    worst = Level.WELL
    for told in seen(folder_of_office()):
        worst = max(worst, told.level)
        to_do = f"\n    → {told.to_do.said(lang)}" if told.to_do else ""
        typer.echo(f"{SIGNS[told.level]} {told.found.said(lang)}{to_do}")
    raise typer.Exit(1 if worst is Level.WRONG else 0)


SIGNS = {0: "✓", 1: "⚠", 2: "✗"}
"""By level of what a check tells."""


@admin.command("reset-codes")
def reset_codes(
    username: Annotated[str, typer.Argument(metavar="NAMA", help="Nama pengguna.")],
    home: Home = None,
) -> None:
    """Hapus kode masuk pengguna yang kehilangan telepon dan kode pemulihannya. (Take away the codes of who lost them.)

    Contoh: semesta admin reset-codes siti
    """
    _at(home)
    from semesta.web.office import without_codes

    _told(lambda: without_codes(username))


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
    with_text: Annotated[
        bool,
        typer.Option("--with-text", help="Sertakan uraian bebas yang sudah Anda baca: tanpa nama dan nomor orang."),
    ] = False,
) -> None:
    """Tulis bundel sebuah putaran, ditandatangani kantor ini. (Write the signed bundle of a round.)

    Contoh: semesta admin export 7 --out kirim/
    """
    from semesta.web.office import exported

    _told(lambda: exported(round_id, out, who, with_text=with_text))


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


def _shown(done: Callable[[Callable[[str, float], None]], Words], lang: Literal["id", "en"]) -> None:
    """Says what was done, with a bar while it is; or in one line why it was not."""
    from semesta.cli.reading import shown_progress
    from semesta.web.actions.refused import Refused

    try:
        with shown_progress() as tell:
            said = done(tell)
    except Refused as refused:
        typer.echo(refused.said.said(lang), err=True)
        raise typer.Exit(2) from None
    except OSError as error:
        typer.echo(": ".join(filter(None, (error.filename, error.strerror))), err=True)
        raise typer.Exit(2) from None
    typer.echo(said.said(lang))


def _at(home: Path | None) -> None:
    """Says where the office is before anything of it is read."""
    import os

    if home is not None:
        os.environ["SEMESTA_HOME"] = str(home)


COMMAND = ("admin", admin)
