"""The rows of lists that may be linked or masked, and what is said of those that may not: none is lost without a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import polars as pl

    from semesta.basics.places import PlaceList
    from semesta.basics.words import Lang, Words
    from semesta.cli.reading import Reading
    from semesta.tables.dataset import Dataset
    from semesta.tables.table import Table


@dataclass(frozen=True)
class Linkable:
    """The rows of a table, how many rows its lists have, how many of them were set aside, and what is to be said of them."""

    frame: pl.DataFrame
    read: int
    set_aside: int
    notes: tuple[Words, ...]


def linkable(
    table: str, files: Sequence[Path], place: str | None, places: PlaceList, lang: Lang, *, as_json: bool
) -> Linkable:
    """The rows of lists of one table; ends the command where there is no list, or no row of it can be used."""
    import datetime as dt

    from semesta.cli.reading import Reading, say_unplaced, shown_progress
    from semesta.files.read import read
    from semesta.files.unplaced import NO_VILLAGES, lacks_villages

    asked = Reading.asked(table, place, None, places, lang)
    with shown_progress() as progress:
        dataset = read(
            files,
            today=dt.date.today(),  # noqa: DTZ011
            places=places,
            tables=asked.tables,
            place=asked.place,
            progress=progress,
        )
    found = usable(asked.tables[table], dataset, files, lang, as_json=as_json)
    say_unplaced(dataset, lang)
    if lacks_villages(found.frame, places):
        typer.echo(f"{asked.tables[table].title.said(lang)}: {NO_VILLAGES.said(lang)}", err=True)
    _say_outside(found.frame["place"], asked, places, lang)
    return found


def _say_outside(homes: pl.Series, asked: Reading, places: PlaceList, lang: Lang) -> None:
    """Says that most people of a list live outside the place that was asked for."""
    known = homes.drop_nulls()
    away = known.is_in([code for code in known.unique() if places.is_apart(code, asked.place)]).sum()
    if not asked.place or 2 * away <= len(known):
        return
    (table,) = asked.tables.values()
    name, title = places[asked.place].title.said(lang), table.title.said(lang)
    typer.echo(
        f"PERINGATAN: {title}: {away} dari {len(known)} baris tinggal di luar {name}"
        if lang == "id"
        else f"WARNING: {title}: {away} of {len(known)} rows live outside {name}",
        err=True,
    )


def usable(table: Table, dataset: Dataset, files: Sequence[Path], lang: Lang, *, as_json: bool = False) -> Linkable:
    """The rows of a table that was read; ends the command where there is none but some were set aside, or no list at all."""
    from semesta.cli.problems import stopped_with_problems

    if table.name not in dataset.frames:
        why = (f"tidak ada {table.title.id.lower()} yang terbaca", f"no {table.name} could be read")
        raise stopped_with_problems(dataset, lang, as_json=as_json, why=why)
    frame, read, aside = dataset.frames[table.name], dataset.read[table.name], dataset.set_aside[table.name]
    if aside and not frame.height:
        said = _none_left(table, dataset, files)
        raise stopped_with_problems(dataset, lang, as_json=as_json, why=(said.id, said.en))
    return Linkable(frame, read, aside, tuple(_noted(table, dataset, files)))


def _none_left(table: Table, dataset: Dataset, files: Sequence[Path]) -> Words:
    from semesta.basics.shown import count
    from semesta.basics.words import Words

    rows = dataset.set_aside[table.name]
    return Words(
        f"{table.title.id}: semua {count(rows, 'id')} baris disisihkan, sebabnya di atas; tidak ada yang ditulis. ",
        f"{table.title.en}: all {count(rows, 'en')} rows were set aside, as said above; nothing was written. ",
    ) + _how_to_see(table, files)


def _noted(table: Table, dataset: Dataset, files: Sequence[Path]) -> list[Words]:
    """What is wrong with the lists: files given twice, columns not read, rows set aside, files that could not be read, cells that are errors."""
    from semesta.basics.shown import count
    from semesta.basics.words import Words, joined
    from semesta.files.said import error_groups, said_errors, said_given_twice, said_unread

    groups = error_groups(dataset.problems)
    before = [*said_given_twice(dataset.problems), *said_unread(dataset.problems)]
    aside, read = dataset.set_aside[table.name], dataset.read[table.name]
    if not groups and not aside:
        return before
    lead = Words(f"{table.title.id}: ", f"{table.title.en}: ") + (
        Words(
            f"{count(aside, 'id')} dari {count(read, 'id')} baris disisihkan, tidak dipakai",
            f"{count(aside, 'en')} of {count(read, 'en')} rows were set aside and are not used",
        )
        if aside
        else Words("semua baris dipakai, ada isian yang galat", "all rows are used, some cells are wrong")
    )
    parts = [lead, *([said_errors(groups)] if groups else []), _how_to_see(table, files)]
    return [*before, joined(parts, ". ")]


def _how_to_see(table: Table, files: Sequence[Path]) -> Words:
    import shlex

    from semesta.basics.words import Words

    command = f"semesta check {' '.join(shlex.quote(str(file)) for file in files)} --as {table.aliases[0]}"
    return Words(f"Rincian tiap baris: {command}", f"Row by row: {command}")
