"""The rows of docs/seeds.md, taken apart: number, figures, homes."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl

ROOT = Path(__file__).parents[3]
_ROW = re.compile(r"\| ([AB]\d+) \| (.+?) \| (.*?) ?\| (.+) \|")


@dataclass(frozen=True)
class SeedRow:
    """One thing an article says. `homes` are (kind, rest) pairs such as ("table", "members.registered")."""

    number: str
    figures: tuple[str, ...]
    homes: tuple[tuple[str, str], ...]

    def named(self, kind: str) -> list[str]:
        return [rest for found, rest in self.homes if found == kind]


def seed_rows() -> list[SeedRow]:
    lines = (ROOT / "docs" / "seeds.md").read_text(encoding="utf-8").splitlines()
    found = [match for line in lines if (match := _ROW.fullmatch(line))]
    return [SeedRow(m[1], tuple(m[3].split("; ")) if m[3] else (), _homes(m[4])) for m in found]


def _homes(cell: str) -> tuple[tuple[str, str], ...]:
    return tuple((kind, rest) for kind, _, rest in (token.partition(":") for token in re.findall(r"`([^`]+)`", cell)))


def example_rows(claim: str) -> list[dict[str, str]]:
    """The rows of an example that `folder/table?column=value&…` means; an empty value asks for an empty cell."""
    path, _, query = claim.partition("?")
    wanted = parse_qsl(query, keep_blank_values=True, separator="&")
    with (ROOT / "examples" / f"{path}.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if all(row[column] == value for column, value in wanted)]
