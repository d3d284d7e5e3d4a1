"""Keyed hashes in place of people, for two offices that may not show each other their lists: exact linking only.

This is pseudonymisation, not anonymity. Whoever holds the secret can hash all likely NIKs of a city in under a minute and so
knows everyone. docs/padanan.md says what is protected and what is not.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import polars as pl

from semesta.basics.place_names import CODE_PATTERN
from semesta.basics.words import Words
from semesta.people.clean import cleaned
from semesta.people.link.faults import LinkError

NIK_HASH, PERSON_HASH = "nik_hash", "person_hash"
LEAST_SECRET = 32
"""Bytes that a secret must have at least."""

KEPT = (
    "place", "district", "group", "segment", "programmes", "funding", "payer", "wadah_kind", "status", "bpjs_status", "active_until", "as_of",
)  # fmt: skip
"""What may stay beside the hashes: what counting needs. No id, sex, year of birth, village or account: together they name people.

Places are codes, none below the district.
"""

_DEEPEST = {"place": "36.72", "district": "36.72.01"}
"""How deep a code of each column may go."""

_NIK_DIGITS = 16


def secret_in(path: Path) -> bytes:
    """The secret of an exchange.

    Raises:
        LinkError: no such file, or too short to withstand trying.
    """
    try:
        secret = path.read_bytes().strip()
    except OSError as error:
        said = f"{path}: {error.strerror or error}"
        raise LinkError(Words(f"rahasia tidak terbaca: {said}", f"the secret cannot be read: {said}")) from None
    if len(secret) < LEAST_SECRET or len(set(secret)) < LEAST_SECRET // 4:
        raise LinkError(
            Words(
                f"{path}: rahasia terlalu lemah; sedikitnya {LEAST_SECRET} karakter acak (semesta mask --new-secret membuatnya)",
                f"{path}: the secret is too weak; at least {LEAST_SECRET} random characters (semesta mask --new-secret makes one)",
            )
        )
    return secret


def masked(frame: pl.DataFrame, secret: bytes) -> pl.DataFrame:
    """The list with hashes in place of identities, in the order of the hashes, so that its own order tells nothing.

    Args:
        frame: workers or participants as they are read.
        secret: known to both senders of an exchange and to nobody who links; fresh for each exchange.

    Returns:
        nik_hash and person_hash (name as it sounds, birth date and regency; 64 hexadecimal digits, null where something is
        missing), and the columns of `KEPT` that the list has.
    """
    ready = cleaned(frame.with_columns(id=pl.int_range(pl.len()).cast(pl.String)))
    niks = ready.select(pl.when(pl.col("nik").str.len_bytes() == _NIK_DIGITS).then("nik"))["nik"]
    person = ready.select(person=pl.concat_str("phs", "dob_text", "kab", separator="|"))["person"]
    hashes = {
        NIK_HASH: pl.Series(list(_hashes(niks, b"nik", secret)), dtype=pl.String),
        PERSON_HASH: pl.Series(list(_hashes(person, b"person", secret)), dtype=pl.String),
    }
    frame = frame.with_columns(_code_of(name, len(code)) for name, code in _DEEPEST.items() if name in frame.columns)
    known = [name for name in KEPT if name in frame.columns and frame[name].null_count() < frame.height]
    # Of a list that tells nothing that is kept the hashes are all that is left.
    return pl.DataFrame(hashes).hstack(frame.select(known)).sort(*hashes, *known, nulls_last=True)


def _code_of(column: str, length: int) -> pl.Expr:
    """The code of a place cut to a length; null for a name, which another list may write otherwise."""
    return pl.when(pl.col(column).str.contains(CODE_PATTERN)).then(pl.col(column).str.slice(0, length)).alias(column)


def _hashes(texts: pl.Series, kind: bytes, secret: bytes) -> Iterator[str | None]:
    """HMAC-SHA256 of each text, each kind by a key of its own: equal digits of two kinds do not show."""
    keyed = hmac.new(secret, kind, sha256).digest()
    for text in texts:
        yield None if text is None else hmac.digest(keyed, text.encode(), "sha256").hex()


def is_masked(path: Path) -> bool:
    """Whether a file holds hashes of ours."""
    if path.suffix.lower() != ".parquet" or not path.is_file():
        return False
    try:
        return {NIK_HASH, PERSON_HASH} <= set(pl.read_parquet_schema(path))
    except (OSError, pl.exceptions.PolarsError):
        return False
