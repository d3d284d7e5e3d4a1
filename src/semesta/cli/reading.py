"""What a command is told of the files it reads: which table, about which place, by which profile; and how far it has come."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from semesta.basics.places import PlaceList
    from semesta.basics.words import Lang, Words
    from semesta.tables.dataset import Dataset
    from semesta.tables.table import Table


@dataclass(frozen=True)
class Reading:
    """The tables that may be in the files, the code of the place they are about, and what headers mean by a profile."""

    tables: Mapping[str, Table]
    place: str
    titles: Mapping[str, str]

    @classmethod
    def asked(cls, kind: str | None, place: str | None, profile: Path | None, places: PlaceList, lang: Lang) -> Reading:
        """What the options say; ends the command where they say nothing known."""
        from semesta.cli.shown import stopped
        from semesta.files.profile import ProfileError, profile_of
        from semesta.tables.registry import EVERY_TABLE

        table = _table_asked(kind, lang)
        titles: Mapping[str, str] = {}
        if profile and profile.exists():
            try:
                known = profile_of(profile, EVERY_TABLE)
            except ProfileError as error:
                raise stopped(error.words.said(lang)) from None
            titles, table = known.titles, table or EVERY_TABLE[known.table]
        found = places.find(place) if place else None
        if place and not found:
            raise stopped(f"wilayah tidak dikenal: {place}" if lang == "id" else f"unknown place: {place}")
        return cls({table.name: table} if table else EVERY_TABLE, found.code if found else "", titles)


def _table_asked(kind: str | None, lang: Lang) -> Table | None:
    from semesta.cli.shown import stopped
    from semesta.tables.registry import EVERY_TABLE, people_table

    table = (people_table(kind) or EVERY_TABLE.get(kind)) if kind else None
    if kind and table is None:
        known = "pekerja, peserta, pembayaran, klaim, kematian, keluarga, anak"
        raise stopped(
            f"--as: {kind} tidak dikenal; yang ada: {known}, atau nama tabel (semesta tables)"
            if lang == "id"
            else f"--as: {kind} is unknown; there are: {known}, or the name of a table (semesta tables)"
        )
    return table


def kept_profile(path: Path, dataset: Dataset, asked: Reading) -> Words | None:
    """Writes what headers were taken for where no profile stands yet; says where it is. None where one is there."""
    from semesta.basics.os_errors import not_written
    from semesta.basics.words import Words
    from semesta.files.profile import written

    table = next((asked.tables[name] for name in dataset.read if asked.tables[name].of_people), None)
    if path.exists() or table is None:
        return None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written(dataset, table), encoding="utf-8", newline="\n")
    except OSError as error:
        return not_written(path, error)
    return Words(
        f"Arti judul kolom disimpan: {path}. Perbaiki bila keliru; dipakai pada pemeriksaan berikutnya.",
        f"What headers mean is kept in {path}. Mend it where it is wrong; the next check uses it.",
    )


def say_unplaced(dataset: Dataset, lang: Lang) -> None:
    """Says which names of places no code was found for, and what would help: commands that only count errors leave no other trace."""
    import typer

    from semesta.files.problems import grouped
    from semesta.files.unplaced import CAUSES

    for group in grouped(p for p in dataset.problems if p.fault.cause in CAUSES):
        files = ", ".join(dict.fromkeys(spot.file for spot in group.spots))
        said = f"{group.headline.said(lang)}: {'; '.join(group.values)}. {group.how_to_fix.said(lang)}"
        typer.echo(f"{files}: {said}", err=True)


@contextmanager
def shown_progress() -> Iterator[Callable[[str, float], None]]:
    """A bar in the terminal that goes when reading ends; nothing where the output goes elsewhere."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    bar = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    with bar:
        task = bar.add_task("", total=1.0)
        yield lambda name, share: bar.update(task, description=name, completed=share)
