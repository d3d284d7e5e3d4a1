"""A sample of pairs for a person to judge, as a workbook, and what that person wrote into it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import polars as pl

from semesta.basics.words import LANGS, Words
from semesta.people.link.faults import LinkError
from semesta.people.link.linking import Linked
from semesta.people.link.review import Decision

BANDS = (0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 1.01)
"""Pairs are taken evenly from these bands of probability: where the model doubts, a judgement tells most."""

SHOWN = {
    "nik": Words("NIK", "NIK"),
    "name": Words("Nama", "Name"),
    "birth_date": Words("Tanggal lahir", "Birth date"),
    "sex": Words("JK", "Sex"),
    "village": Words("Desa/kelurahan", "Village"),
}
QUESTION = Words("Orang yang sama? (ya/tidak/ragu)", "Same person? (yes/no/in doubt)")
ANSWERS = ("ya", "tidak", "ragu")
"""What the list of the column to fill in offers; of a pair in doubt nothing is learnt."""
_HEAD = Words(
    "Pilih ya, tidak atau ragu pada kolom terakhir; yang kosong dianggap belum diperiksa. "
    "Berkas ini memuat data pribadi: hapus setelah dipakai.",
    "Choose yes (ya), no (tidak) or in doubt (ragu) in the last column; what is empty counts as not looked at. "
    "This file holds personal data: delete it after use.",
)
_DOUBT = frozenset({"ragu", "raguragu", "entah", "doubt", "indoubt", "unsure"})
_YES = frozenset({"ya", "y", "yes", "sama", "benar", "1", "true"})
_NO = frozenset({"tidak", "t", "no", "n", "bukan", "salah", "beda", "0", "false", "tdk"})
_ASKED = ("Orang yang sama?", "Same person?")
_WORKER, _PARTICIPANT = "id pekerja", "id peserta"


def sampled(linked: Linked, size: int) -> pl.DataFrame:
    """worker_id, participant_id, probability: so many pairs of the second stage, evenly from the bands, the same on every run."""
    judged = linked.reasons.join(
        linked.pairs.filter(pl.col("stage") == "nik").select("worker_id", "participant_id"),
        on=["worker_id", "participant_id"],
        how="anti",
    ).filter(pl.col("probability") >= BANDS[0])
    band = pl.sum_horizontal((pl.col("probability") >= edge).cast(pl.Int8) for edge in BANDS[1:-1])
    mixed = judged.with_columns(band=band, mixed=pl.struct("worker_id", "participant_id").hash(seed=1))
    ranked = mixed.sort("mixed").with_columns(nth=pl.int_range(pl.len()).over("band")).sort("nth", "band", "mixed")
    return (
        ranked.head(size)
        .select("worker_id", "participant_id", "probability")
        .sort("probability", "worker_id", "participant_id", descending=[True, False, False])
    )


def write_sample(path: Path, sample: pl.DataFrame, workers: pl.DataFrame, participants: pl.DataFrame) -> None:
    """Writes a workbook with both rows of each pair one below the other, and a column to fill in.

    Args:
        workers, participants: the tables with their identities and `id`.
    """
    import xlsxwriter

    sides = [_side(sample, frame, key) for frame, key in ((workers, "worker_id"), (participants, "participant_id"))]
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet("Sampel")
        bold = book.add_format({"bold": True})
        sheet.write_string(0, 0, _HEAD.id)
        heads = [
            _WORKER,
            _PARTICIPANT,
            *(f"{title.id} ({who})" for title in SHOWN.values() for who in ("pekerja", "peserta")),
            QUESTION.id,
        ]
        for column, head in enumerate(heads):
            sheet.write_string(1, column, head, bold)
            sheet.set_column(column, column, max(12, len(head)))
        for number, row in enumerate(sample.iter_rows(named=True)):
            cells = [side[name][number] for name in SHOWN for side in sides]
            for column, cell in enumerate([row["worker_id"], row["participant_id"], *cells]):
                sheet.write_string(number + 2, column, cell or "")
        sheet.data_validation(
            2,
            len(heads) - 1,
            max(2, sample.height + 1),
            len(heads) - 1,
            {
                "validate": "list",
                "source": list(ANSWERS),
                "error_title": "ya, tidak atau ragu",
                "error_message": "Pilih ya, tidak atau ragu dari daftar.",
            },
        )
        sheet.freeze_panes(2, 2)


def _side(sample: pl.DataFrame, frame: pl.DataFrame, key: str) -> pl.DataFrame:
    """What one list says of each pair, as text."""
    texts = [
        pl.col(name).cast(pl.String) if name in frame.columns else pl.lit(None, pl.String).alias(name) for name in SHOWN
    ]
    known = frame.select(pl.col("id").cast(pl.String).alias(key), *texts).unique(key, keep="first", maintain_order=True)
    return sample.select(key).join(known, on=key, how="left", maintain_order="left")


def decisions_in(path: Path) -> list[Decision]:
    """What was written into a sample; rows left empty or in doubt are left out.

    Raises:
        LinkError: no such file, not one of our samples, or answers that are none, named by their rows.
    """
    from semesta.files.faults import RefusedError
    from semesta.files.limits import content_of
    from semesta.files.workbook import grids_of

    try:
        grids = [grid for grid in grids_of(content_of(path), path.name) if not isinstance(grid, str)]
    except RefusedError as refused:
        raise LinkError(Words(f"{path.name}: ", f"{path.name}: ") + refused.fault.how_to_fix) from None
    for grid in grids:
        rows = list(zip(*(list(column) for column in grid.columns), strict=True))
        found = next((number for number, row in enumerate(rows) if row[:2] == (_WORKER, _PARTICIPANT)), None)
        if found is not None:
            return _decisions(path.name, rows[found], list(enumerate(rows[found + 1 :], start=found + 2)))
    raise LinkError(Words(f"{path.name}: bukan sampel dari semesta link", f"{path.name}: not a sample of semesta link"))


def _decisions(file: str, heads: Sequence[object], rows: Sequence[tuple[int, Sequence[object]]]) -> list[Decision]:
    """What the rows, each with its number in the sheet, say of their pairs."""
    asked = next((n for n, head in enumerate(heads) if str(head).strip().startswith(_ASKED)), len(heads) - 1)
    answers = [(number, row, _plain(row[asked])) for number, row in rows]
    if wrong := list(_wrong(answers, asked)):
        ids, ens = (", ".join(getattr(one, lang) for one in wrong) for lang in LANGS)
        raise LinkError(
            Words(
                f"{file}: pada kolom terakhir pilih ya, tidak atau ragu; tidak terbaca: {ids}",
                f"{file}: choose ya, tidak or ragu in the last column; not understood: {ens}",
            )
        )
    return [Decision(_id(row[0]), _id(row[1]), answer in _YES) for _, row, answer in answers if answer in _YES | _NO]


def _id(cell: object) -> str:
    """An id as it was written; a program for sheets makes a number of "12"."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _plain(answer: object) -> str:
    return re.sub(r"[^a-z0-9]", "", str(answer if answer is not None else "").lower())


def _wrong(answers: Sequence[tuple[int, Sequence[object], str]], asked: int) -> Iterator[Words]:
    """The rows whose answer is none, or that lost the ids of their pair."""
    for number, row, answer in answers:
        if answer and answer not in _YES | _NO | _DOUBT:
            yield Words(f"baris {number} “{row[asked]}”", f"row {number} “{row[asked]}”")
        elif answer in _YES | _NO and (row[0] is None or row[1] is None):
            yield Words(f"baris {number} tanpa id", f"row {number} without ids")
