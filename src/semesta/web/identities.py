"""Who is meant: the one place of the office where names and numbers of people stand, apart from the files they came in.

A file for each upload, so that it goes when its upload goes: `identities/<round>/<upload>.parquet`, and beside it what was corrected.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import polars as pl
from django.conf import settings

from semesta.web.models import Matter, Upload

KEPT = ("nik", "name", "birth_date", "sex", "kk", "phone", "address", "village")
"""The columns of a person that an office needs to find them."""
TO_REGISTER = ("birth_place", "mother_name", "occupation", "wage", "district", "place", "programmes")
"""What it needs beside them to register somebody; kept of those not registered alone."""


def keep_identities(upload: Upload, rows: pl.DataFrame) -> None:
    """Writes the identities of an upload anew: `token`, KEPT and TO_REGISTER, as text. Corrections beside it stay."""
    place = _place(upload)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    aside = place.with_suffix(".part")
    with open(os.open(aside, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as file:
        rows.write_parquet(file)
    os.replace(aside, place)


def identities(matters: Iterable[Matter]) -> dict[int, dict[str, str]]:
    """By id of the row who it is about, corrections laid over; rows whose identities are gone, or that are about nobody, lack.

    Who asks must have recorded that they did.
    """
    by_upload: dict[int, list[Matter]] = {}
    for matter in matters:
        if matter.upload_id is not None:
            by_upload.setdefault(matter.upload_id, []).append(matter)
    found: dict[int, dict[str, str]] = {}
    for those in by_upload.values():
        place = _place(those[0].upload)
        if not place.is_file():
            continue
        wanted = [matter.token for matter in those]
        rows = pl.scan_parquet(place).filter(pl.col("token").is_in(wanted)).collect()
        whose = {row.pop("token"): row for row in rows.to_dicts()}
        corrected = _corrections(those[0].upload)
        for matter in those:
            if matter.token in whose:
                found[matter.pk] = {**whose[matter.token], **corrected.get(matter.token, {})}
    return found


def keep_correction(matter: Matter, field: str, value: str) -> None:
    """Adds what an identity should say; the last word on a field holds."""
    place = _place(matter.upload).with_suffix(".jsonl")
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open(os.open(place, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600), "a", encoding="utf-8") as file:
        file.write(json.dumps({"token": matter.token, "field": field, "value": value}) + "\n")


def forget(upload: Upload) -> bool:
    """Deletes the identities of an upload and their corrections; whether there were any."""
    there = [path for path in (_place(upload), _place(upload).with_suffix(".jsonl")) if path.is_file()]
    for path in there:
        path.unlink()
    return bool(there)


def forget_all_but(round_id: int, uploads: Iterable[int]) -> None:
    """Deletes the identities of uploads that are no longer in the round."""
    kept = {str(number) for number in uploads}
    folder = Path(settings.HOME) / "identities" / str(round_id)
    for path in folder.glob("*") if folder.is_dir() else ():
        if path.stem not in kept:
            path.unlink() if path.is_file() else shutil.rmtree(path)


def _corrections(upload: Upload) -> Mapping[str, Mapping[str, Any]]:
    place = _place(upload).with_suffix(".jsonl")
    made: dict[str, dict[str, str]] = {}
    for line in place.read_text(encoding="utf-8").splitlines() if place.is_file() else ():
        told = json.loads(line)
        made.setdefault(told["token"], {})[told["field"]] = told["value"]
    return made


def _place(upload: Upload) -> Path:
    return Path(settings.HOME) / "identities" / str(upload.round_id) / f"{upload.pk}.parquet"
