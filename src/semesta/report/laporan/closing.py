"""The end of the report: closing sentence, place and date, signature; empty fields stay placeholders of the SRIKANDI form."""

from __future__ import annotations

from semesta.basics.words import Words
from semesta.report.content import Block, Heading, Letterhead, Paragraph, Signature
from semesta.report.laporan.draft import Draft, Row


def office(draft: Draft) -> Row:
    """The row of the sheet `kantor` that belongs to the round's place; empty when there is none."""
    rows = draft.rows("kantor")
    own = [row for row in rows if row.get("place") in (draft.measured.place, None)]
    return next(iter(own or rows), {})


def field_of(row: Row, column: str, placeholder: str) -> str:
    """What the sheet says, or the placeholder; never an invented name."""
    written = row.get(column)
    return str(written).strip() if written not in (None, "") else f"${{{placeholder}}}"


FILLED_IN = Words(
    "diisi aplikasi SRIKANDI ketika naskah didaftarkan; yang sudah pasti dapat diisi pada lembar kantor",
    "filled in by SRIKANDI, the state's registry of documents; what is known already may be put on the sheet kantor",
)
"""What a reader is told of ${…}: a field of the form on which official documents are sent, not a fault."""
MARKED = "${…}"


def letterhead(draft: Draft) -> Letterhead:
    row = office(draft)
    said = {column: str(row.get(column) or "") for column in ("government", "office_name", "address")}
    return Letterhead(said["government"], said["office_name"], said["address"])


def signature(draft: Draft) -> Signature:
    """Of whoever sends the paper, by the sheet `kantor`; what it does not say stays a placeholder."""
    row = office(draft)
    city = str(row.get("city") or "").strip()
    return Signature(
        ", ".join(filter(None, [city, "${tanggal_naskah}"])),
        field_of(row, "post", "jabatan_pengirim"),
        field_of(row, "name", "nama_pengirim"),
        str(row.get("rank") or ""),
        field_of(row, "nip", "nip_pengirim"),
        "" if row.get("name") else "${ttd_pengirim}",
    )


def placeholder_note(draft: Draft) -> Paragraph:
    """What a reader is told of the placeholders, once in a paper."""
    return Paragraph(draft.say("Tanda", "The sign") + f" {MARKED}: {draft.said(FILLED_IN)}.")


def closing(draft: Draft) -> list[Block]:
    sentence = draft.say(
        "Demikian laporan ini disampaikan sebagai bahan pengambilan keputusan.",
        "This report is submitted as a basis for decisions.",
    )
    heading = [] if draft.is_brief else [Heading(1, draft.say("Penutup", "Closing"))]
    return [*heading, Paragraph(sentence), signature(draft), placeholder_note(draft)]
