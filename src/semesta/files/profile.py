"""What the headers of a sender's lists mean, kept in a file and used again for the next list of the same sender."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from semesta.basics.problem import Problem
from semesta.basics.words import Words
from semesta.files.sheet_faults import UNKNOWN_HEADER
from semesta.tables.dataset import Dataset
from semesta.tables.table import Table

_HEAD = """# Arti judul kolom pada daftar dari pengirim ini. Kiri: judul di berkas; kanan: kolom Semesta, "" bila tidak dibaca.
# Perbaiki bila ada yang keliru, lalu jalankan lagi dengan --profile berkas ini.
# (What the headers of this sender's lists mean. Right: Semesta's column, "" when not read. Mend and run again.)
"""


class ProfileError(ValueError):
    """A profile that cannot be used; `words` says why."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.id)
        self.words = words


@dataclass(frozen=True, slots=True)
class Profile:
    """The table that the lists hold, and the name of a column by header, "" for headers that are not read."""

    table: str
    titles: Mapping[str, str]


def profile_of(path: Path, tables: Mapping[str, Table]) -> Profile:
    """The profile in a file.

    Raises:
        ProfileError: no readable YAML of this form, an unknown table, or columns that the table has not.
    """
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError):
        raise _wrong(path, "bukan berkas YAML yang dapat dibaca", "no readable YAML file") from None
    if not isinstance(found, dict) or not isinstance(found.get("columns"), dict):
        raise _wrong(path, "tidak memuat table dan columns", "lacks table and columns")
    table = tables.get(str(found.get("table")))
    if table is None:
        known = ", ".join(tables)
        raise _wrong(path, f"table tidak dikenal; yang ada: {known}", f"unknown table; there are: {known}")
    titles = {str(title): str(name or "") for title, name in found["columns"].items()}
    unknown = sorted(set(titles.values()) - {"", *(column.name for column in table.columns)})
    if unknown:
        raise _wrong(path, f"kolom tidak dikenal: {', '.join(unknown)}", f"unknown columns: {', '.join(unknown)}")
    return Profile(table.name, titles)


def _wrong(path: Path, said_id: str, said_en: str) -> ProfileError:
    return ProfileError(Words(f"{path.name}: {said_id}.", f"{path.name}: {said_en}."))


def written(dataset: Dataset, table: Table) -> str:
    """The profile of what was read, as a file: every header with the column it was taken for, unknown ones with ""."""
    titles = [pair for file in dataset.files for pair in file.titles.items()]
    taken = {title: name for title, name in titles if name}
    unknown = dict.fromkeys(title for title, name in titles if title not in taken)
    said = {p.value: p for p in dataset.problems if p.fault.cause == UNKNOWN_HEADER}
    lines = [f"  {_quoted(title)}: {name}" for title, name in taken.items() if title]
    lines += [f'  {_quoted(title)}: ""{_hint(said.get(title), table)}' for title in unknown]
    return "\n".join([f"{_HEAD}table: {table.name}", "columns:", *(lines or ["  {}"])]) + "\n"


def _quoted(title: str) -> str:
    return yaml.safe_dump(title, allow_unicode=True, default_style='"', width=10_000).strip()


def _hint(problem: Problem | None, table: Table) -> str:
    """The columns that an unknown header may mean, as a remark; "" where nothing was said of it by itself."""
    near: Sequence[str] = [c.name for c in table.columns if problem and c.title.id in problem.fault.how_to_fix.id]
    return f"  # mungkin: {', '.join(near)}" if near else ""
