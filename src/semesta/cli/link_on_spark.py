"""What semesta link does with --engine spark: the lists stay on the cluster, the results are written here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from semesta.basics.words import Lang, Words
    from semesta.people.link import Linked

    Told = Callable[[Words], None]


@dataclass(frozen=True)
class Asked:
    """Addresses of lists, the model they are weighed with, and the place and day for which they are counted, if they are."""

    workers: Sequence[str]
    participants: Sequence[str]
    model: str | None
    reviewed: Path | None
    sample: int
    place: str | None
    as_of: str | None


def link_there(asked: Asked, out: Path, shown: AbstractContextManager[Told], lang: Lang) -> None:
    """Writes the folder of a linking, and the summary tables where a day was asked for.

    Raises:
        LinkError: what was asked for cannot be done. Exit: Spark cannot do it, which is said.
    """
    from semesta.cli.shown import stopped
    from semesta.engines.engine import EngineError
    from semesta.engines.engine import engine as of_name

    _check(asked)
    try:
        _linked(asked, out, shown, lang)
    except EngineError as wrong:
        raise stopped(wrong.said.said(lang)) from None
    except of_name("spark").failures() as wrong:
        said = "Spark tidak dapat membaca atau menghitung" if lang == "id" else "Spark cannot read or compute"
        raise stopped(f"{said}: {_kind(wrong)}") from None


def _check(asked: Asked) -> None:
    from semesta.basics.words import Words
    from semesta.people.link import LinkError

    if asked.sample:
        said = "--sample memuat nama, jadi tidak dibuat pada Spark", "--sample holds names, so Spark makes none"
        raise LinkError(Words(*said))
    if asked.model is None:
        raise LinkError(
            Words(
                "--engine spark memerlukan --model: latih dulu semesta link tanpa Spark pada daftar satu daerah, "
                "lalu pakai DIR/model.json; atau --model bawaan",
                "--engine spark needs --model: train with semesta link without Spark on the lists of one place, "
                "then use DIR/model.json; or --model bawaan",
            )
        )
    if asked.as_of and not asked.place:
        raise LinkError(Words("--as-of memerlukan --place", "--as-of needs --place"))


def _linked(asked: Asked, out: Path, shown: AbstractContextManager[Told], lang: Lang) -> None:
    import tempfile
    import time

    from semesta.cli.reading import Reading
    from semesta.cli.shown import places_of
    from semesta.people.cluster.linking import link_on_spark
    from semesta.people.cluster.reading import Lists
    from semesta.people.link import model_named
    from semesta.people.link.kept import keep
    from semesta.people.link.sample import decisions_in

    assert asked.model is not None
    model = model_named(asked.model)
    day = _day(asked.as_of)
    # A list is a folder of Parquet here, so what is beside it is in the folder above.
    places = places_of([Path(address).parent for address in (*asked.workers, *asked.participants)], lang)
    lists = {name: Reading.asked(name, asked.place, None, places, lang) for name in ("workers", "participants")}
    today = dt.date.today()  # noqa: DTZ011
    started = time.perf_counter()
    with shown as told, tempfile.TemporaryDirectory(prefix="semesta-") as folder:
        workers, participants = (
            Lists(reading.tables[name], today, places, reading.place).read(addresses)
            for (name, reading), addresses in zip(lists.items(), (asked.workers, asked.participants), strict=True)
        )
        decisions = decisions_in(asked.reviewed) if asked.reviewed else []
        found = link_on_spark(workers, participants, model=model, decisions=decisions, progress=told)
        found = _with_rows_set_aside(found, {"workers": asked.workers, "participants": asked.participants})
        seconds = time.perf_counter() - started
        tables = _tables(workers, participants, found, lists["workers"].place, day, Path(folder)) if day else {}
        keep(found, out, seconds=seconds, more=tables)


def _with_rows_set_aside(found: Linked, lists: Mapping[str, Sequence[str]]) -> Linked:
    """The linking with how many rows of the lists were set aside; what is wrong with them semesta check tells."""
    from dataclasses import replace

    from semesta.basics.words import Words
    from semesta.engines.engine import opened
    from semesta.tables.registry import PEOPLE

    aside, notes = {}, []
    for name, addresses in lists.items():
        rows = sum(opened(address, "spark").count() for address in addresses)
        aside[name] = rows - found.summary[name]
        if aside[name]:
            title = PEOPLE[name].title
            said = Words(
                f"{title.id}: {aside[name]} dari {rows} baris disisihkan, tidak dipakai. Sebabnya: semesta check",
                f"{title.en}: {aside[name]} of {rows} rows were set aside and are not used. Why: semesta check",
            )
            notes.append({"id": said.id, "en": said.en})
    summary = found.summary | {"rows_set_aside": aside, "notes": [*notes, *found.summary["notes"]]}
    return replace(found, summary=summary)


def _tables(workers: Any, participants: Any, found: Linked, place: str, day: dt.date, folder: Path) -> dict[str, Path]:
    """The summary tables as files, by name."""
    from semesta.people.cluster.recap import recap

    tables = {}
    for name, frame in recap(workers, participants, found, place=place, as_of=day).items():
        tables[f"{name}.csv"] = folder / f"{name}.csv"
        frame.write_csv(folder / f"{name}.csv")
    return tables


def _day(text: str | None) -> dt.date | None:
    from semesta.basics.words import Words
    from semesta.people.link import LinkError

    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise LinkError(Words(f"--as-of {text}: tulis 2024-07-31", f"--as-of {text}: write 2024-07-31")) from None


def _kind(wrong: Exception) -> str:
    """What went wrong by its kind alone: what Spark says may quote a row."""
    condition = getattr(wrong, "getCondition", None)
    return f"{type(wrong).__name__} {(condition() if condition else None) or ''}".strip()
