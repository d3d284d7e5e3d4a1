"""The office that sends a paper, by the sheet `kantor`: letterhead, fields, signature; empty fields stay placeholders of the SRIKANDI form."""

from __future__ import annotations

from typing import Literal

from semesta.basics.words import Words
from semesta.report.content import Letterhead, Paragraph, Signature
from semesta.report.laporan.draft import Draft, Row
from semesta.report.laporan.long_cells import shortened
from semesta.tables.kantor import LONGEST_LINE
from semesta.tables.table import FILE

ONLY_FOR = {"number": ("", "laporan"), "to": ("", "laporan", "nota-dinas", "telaahan-staf")}
"""What a row without a paper does not say for all: two papers never have one number, and letters go to other readers
than the report and the notes that go with it."""

SIGNATORY = ("post", "name", "rank", "nip")
"""One person's: a paper that somebody else signs takes none of them from the row for all papers."""


def office(draft: Draft, paper: str = "") -> Row:
    """What the sheet `kantor` says for a paper by name ("" is the report); empty when it says nothing.

    A row that names the paper comes first, and what it leaves empty is taken from the row that names none.
    """
    rows = draft.rows("kantor")
    rows = [row for row in rows if row.get("place") in (draft.measured.place, None)] or rows
    general = next((row for row in rows if not row.get("document")), {})
    own = next((row for row in rows if paper and row.get("document") == paper), {})
    if any(said(own, column) for column in SIGNATORY):
        general = {k: v for k, v in general.items() if k not in (*SIGNATORY, "from")}
    of_all = {k: v for k, v in general.items() if paper in ONLY_FOR.get(k, (paper,))}
    return of_all | {column: value for column, value in own.items() if value not in (None, "")}


def field_of(row: Row, column: str, placeholder: str) -> str:
    """What the sheet says, or the placeholder; never an invented name."""
    return said(row, column) or f"${{{placeholder}}}"


def said(row: Row, column: str) -> str:
    """What the sheet says, "" where it says nothing."""
    written = row.get(column)
    return str(written).strip() if written not in (None, "") else ""


FILLED_IN = Words(
    "diisi aplikasi SRIKANDI ketika naskah didaftarkan; yang sudah pasti dapat diisi pada lembar kantor",
    "filled in by SRIKANDI, the state's registry of documents; what is known already may be put on the sheet kantor",
)
"""What a reader is told of ${…}: a field of the form on which official documents are sent, not a fault."""
MARKED = "${…}"


SIGNED_HERE = "${ttd_pengirim}"
"""Stands in the space to sign in every case: an office that names its signatory may still sign by SRIKANDI."""


def letterhead(draft: Draft, paper: str = "") -> Letterhead:
    """Its lines by the sheet, of one that would fill the page the beginning; and its picture."""
    row = office(draft, paper)
    picture = draft.measured.dataset.pictures.get((str(row.get(FILE)), said(row, "logo")))
    lines = (shortened(said(row, column), LONGEST_LINE) for column in ("government", "office_name", "address"))
    return Letterhead(*lines, picture)


def paper_size(draft: Draft, paper: str = "") -> Literal["a4", "f4"]:
    """A4 unless the sheet says F4, which offices also call folio."""
    return "f4" if said(office(draft, paper), "paper").lower() in ("f4", "folio") else "a4"


def signature(draft: Draft, paper: str = "") -> Signature:
    """Of whoever sends the paper, by the sheet `kantor`; what it does not say stays a placeholder."""
    row = office(draft, paper)
    return Signature(
        ", ".join(filter(None, [said(row, "city"), "${tanggal_naskah}"])),
        field_of(row, "post", "jabatan_pengirim"),
        field_of(row, "name", "nama_pengirim"),
        said(row, "rank"),
        field_of(row, "nip", "nip_pengirim"),
        SIGNED_HERE,
    )


def placeholder_note(draft: Draft) -> Paragraph:
    """What a reader is told of the placeholders, once in a paper."""
    return Paragraph(draft.say("Tanda", "The sign") + f" {MARKED}: {draft.said(FILLED_IN)}.")
