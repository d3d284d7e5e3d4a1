"""What several commands show: places with a user's additions, near names, and one line when a command stops."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from semesta.basics.places import PlaceList
    from semesta.basics.words import Lang
    from semesta.planning.faults import Unplannable


T = TypeVar("T")


def nearest(text: str, titles: dict[str, str]) -> str:
    """The names whose titles look most like the text, for "Mungkin: …"; titles point to names."""
    from difflib import get_close_matches

    plain = {title.lower(): name for title, name in titles.items()}
    close = get_close_matches(text.lower(), list(plain), n=4, cutoff=0.5)
    return ", ".join(dict.fromkeys(plain[title] for title in close))


def stopped(line: str) -> typer.Exit:
    """Says in one line why a command cannot go on; raise what comes back."""
    typer.echo(line, err=True)
    return typer.Exit(2)


def stopped_by(wrong: Unplannable, lang: Lang, file: Path | None = None) -> typer.Exit:
    """Says every fault with its field and the name of the file it is in, and that nothing was written; raise what comes back."""
    from semesta.basics.words import Words

    for fault in wrong.faults:
        where = "" if file is None or fault.field in (str(file), file.name) else f"{file.name}: "
        typer.echo(f"{where}{fault.said(lang)}", err=True)
    return stopped(Words("Tidak ada yang ditulis.", "Nothing was written.").said(lang))


def of_file(file: Path | None, read: Callable[[Path], Mapping[str, T]], lang: Lang) -> Mapping[str, T]:
    """What a file of planning holds, nothing of no file; ends the command where it cannot be used."""
    from semesta.planning.faults import Unplannable

    try:
        return read(file) if file is not None else {}
    except Unplannable as wrong:
        raise stopped_by(wrong, lang, file) from None


def places_of(files: Sequence[Path], lang: Lang = "id") -> PlaceList:
    """All places, with those of the places.csv in folders to be read and beside files; which were used is said."""
    from semesta.basics.place_rows import PlaceFileError
    from semesta.basics.places import PLACES
    from semesta.files.read import places_files

    known = PLACES
    for path in places_files(files):
        before = len(known.added)
        try:
            known = known.with_file(path)
        except PlaceFileError as error:
            raise stopped(f"{path}: {error.words.said(lang)}") from None
        count = len(known.added) - before
        typer.echo(f"{path}: {count} wilayah dipakai" if lang == "id" else f"{path}: {count} places used", err=True)
    return known
