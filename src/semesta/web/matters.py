"""The rows of findings as the office keeps them: what a masked list may show, and apart from it who is meant."""

from __future__ import annotations

import base64
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import polars as pl
from django.utils.crypto import salted_hmac

from semesta.basics import masking, nik
from semesta.basics.words import LANGS
from semesta.people.findings.finding import Finding, Found
from semesta.people.people import People
from semesta.tables.table import FILE, ROW, SHEET
from semesta.web.identities import KEPT, TO_REGISTER

MOST_ROWS = 100_000
"""Rows of one finding that are kept to be worked on, as many as its workbook holds."""
SALT = "semesta.temuan"
TOLD_APART_BY = ("kpj", "sponsor", "programme", "event_date", "death_date")
"""What tells rows of one person in one list apart, beside who it is; not the row's number, which moves when others are added."""
UNREGISTERED = "unregistered"
FACTS = ("segment", "months_paid", "wage", "school_levels")


@dataclass(frozen=True)
class Masked:
    """One row: its token, the columns of Matter by name, and the identity that does not stand among them."""

    token: str
    file: str
    shown: Mapping[str, Any]
    identity: Mapping[str, str | None] = field(default_factory=dict)


def masked_rows(found: Found, people: People) -> Iterator[Masked]:
    """The rows of a finding in the order of the files, those of one person together."""
    assert found.rows is not None
    finding, seen = found.finding, Counter[str]()
    for position, row in enumerate(_joined(found, people).head(MOST_ROWS).iter_rows(named=True)):
        known = _token(finding, row)
        seen[known] += 1
        token = known if seen[known] == 1 else _hashed(f"{known}|{seen[known]}")
        told = {
            "position": position,
            "reason": {
                "id": masking.without_numbers(row["reason_id"]),
                "en": masking.without_numbers(row["reason_en"]),
            },
            "detail": _detail(finding, row),
            **(
                _of_person(row)
                if finding.of
                else {"office": masking.without_numbers(str(row.get("sponsor") or ""))[:120]}
            ),
        }
        wanted = (*KEPT, *TO_REGISTER) if finding.name == UNREGISTERED else KEPT
        identity = {name: _text(row.get(f"_{name}")) for name in wanted} if finding.of else {}
        yield Masked(token, str(row.get(FILE) or ""), told, identity)


def _joined(found: Found, people: People) -> pl.DataFrame:
    """The finding's own columns, and those of the person's row, which begin with a line: some bear the same name."""
    assert found.rows is not None
    if not found.finding.of:
        return found.rows
    table = found.finding.table(people).with_row_index("_nth")
    renamed = table.rename({name: f"_{name}" for name in table.columns if name != "id" and not name.startswith("_")})
    joined = found.rows.join(renamed, on="id", how="left", maintain_order="left")
    # Sorted by anything but the file, the order would tell of who they are.
    return joined if "person" in found.rows.columns else joined.sort("_nth")


def _token(finding: Finding, row: Mapping[str, Any]) -> str:
    """A name for the row that holds nothing of it for who has not the office's key."""
    if not finding.of:
        return _hashed("|".join(str(row.get(extra.name)) for extra in finding.extras if extra.kind == "text"))
    of_row = [finding.of, row.get(FILE), row.get(SHEET)]
    of_person = [row.get(f"_{name}") for name in ("nik", "name", "birth_date", *TOLD_APART_BY)]
    return _hashed("|".join("" if part is None else str(part) for part in (*of_row, *of_person)))


def _hashed(text: str) -> str:
    digest = salted_hmac(SALT, text, algorithm="sha256").digest()
    return base64.b32encode(digest)[:10].decode("ascii")


def _of_person(row: Mapping[str, Any]) -> dict[str, Any]:
    born, name = row.get("_birth_date"), row.get("_name")
    return {
        "file": masking.without_numbers(str(row.get(FILE) or ""))[:200],
        "sheet": masking.without_numbers(str(row.get(SHEET) or ""))[:100],
        "row": row.get(ROW),
        "nik": nik.masked(row["_nik"])[:32] if row.get("_nik") else "",
        "initials": masking.masked_name(name)[:20] if name else "",
        "birth_year": born.year if isinstance(born, dt.date) else None,
        "sex": row.get("_sex") or "",
        "village": row.get("_village") or row.get("_district") or row.get("_place") or "",
        "group": row.get("_group") or "",
        "office": _office(row)[:120],
    }


def _office(row: Mapping[str, Any]) -> str:
    """Who can do something about the row: who sent it, the account that pays, or the branch; no person who pays for himself."""
    name = str(row.get("_name") or "").casefold()
    for column in ("_sender", "_sponsor", "_office"):
        value = str(row.get(column) or "")
        if value and value.casefold() != name:
            return masking.without_numbers(value)
    return ""


def _detail(finding: Finding, row: Mapping[str, Any]) -> dict[str, Any]:
    told = {extra.name: _plain(extra.name, row) for extra in finding.extras}
    told |= {name: row[name] for name in FACTS if name in row}
    return {name: value for name, value in told.items() if value is not None}


def _plain(name: str, row: Mapping[str, Any]) -> Any:
    if f"{name}_id" in row:
        return {lang: row[f"{name}_{lang}"] for lang in LANGS}
    value = row[name]
    if isinstance(value, dt.date):
        return value.isoformat()
    return masking.without_numbers(value) if isinstance(value, str) else value


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def as_identities(rows: Sequence[Masked]) -> pl.DataFrame:
    """Token and identity of the rows for the identity store; what a finding does not need is null."""
    schema = {"token": pl.String, **dict.fromkeys((*KEPT, *TO_REGISTER), pl.String)}
    return pl.DataFrame([{"token": row.token, **row.identity} for row in rows], schema)


def together(identities: Iterable[pl.DataFrame]) -> pl.DataFrame:
    """Each token once, with all that any finding told of it."""
    whole = pl.concat(identities)
    return whole.group_by("token", maintain_order=True).agg(pl.exclude("token").drop_nulls().first())
