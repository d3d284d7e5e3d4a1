"""What semesta link does with --lists: the lists to act on, and the day of which they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from semesta.basics.words import Words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    import polars as pl

    from semesta.basics.places import PlaceList
    from semesta.basics.words import Lang
    from semesta.cli.linkable import Linkable
    from semesta.people.link import Linked


def day_of_lists(read: Mapping[str, Linkable], as_of: str | None) -> dt.date:
    """The day that was asked for, or the latest on which the lists say that something was so; never silently today.

    Raises:
        LinkError: it is none, or there is none.
    """
    import datetime as dt

    from semesta.basics.day import DayError, day
    from semesta.people.link import LinkError
    from semesta.rounds.linked import day_of

    frames, today = {table: one.frame for table, one in read.items()}, dt.date.today()  # noqa: DTZ011
    try:
        found = day(as_of).value if as_of else day_of(frames, today)
    except DayError:
        said = f"bukan tanggal: {as_of}. Contoh: 2024-07-17", f"not a date: {as_of}. Example: 2024-07-17"
        raise LinkError(Words(*said)) from None
    if found is None:
        raise LinkError(
            Words(
                "--lists: daftarnya tidak menyebut keadaan per tanggal berapa; tambahkan --as-of TANGGAL, yaitu tanggal data ditarik. "
                "Tidak ada yang ditulis.",
                "--lists: the lists do not say on which day this was so; add --as-of DAY, the day of the extract. Nothing was written.",
            )
        )
    return found


def written_lists(
    found: Linked,
    frames: dict[str, pl.DataFrame],
    out: Path,
    place: str | None,
    places: PlaceList,
    day: dt.date,
    lang: Lang,
) -> Words:
    """Writes the lists to act on beside the pairs; says how many there are, and of which day, or why there are none."""
    import datetime as dt

    from semesta.basics import shown
    from semesta.basics.os_errors import not_written
    from semesta.people.link import LinkError
    from semesta.rounds.linked import write_lists
    from semesta.rounds.lists import NoPlace

    where = places.find(place) if place else None
    code, today = where.code if where else None, dt.date.today()  # noqa: DTZ011
    try:
        written = write_lists(found, frames, out, as_of=day, today=today, place=code, places=places, lang=lang)
    except NoPlace:
        return Words(
            "Daftar untuk ditindaklanjuti tidak ditulis: tidak ada baris yang menyebut wilayah. Tambahkan --place WILAYAH.",
            "No lists to act on were written: no row says a place. Add --place PLACE.",
        )
    except OSError as error:
        raise LinkError(not_written(out, error)) from None
    return Words(
        f"Daftar untuk ditindaklanjuti: {len(written)}, keadaan per {shown.day(day, 'id')}: {out / 'daftar'}",
        f"Lists to act on: {len(written)}, as of {shown.day(day, 'en')}: {out / 'daftar'}",
    )
