"""The frame of an official letter: letterhead, its fields, who signs, mark and size of paper."""

from __future__ import annotations

from collections.abc import Iterable

from semesta.basics.words import capital
from semesta.report.content import Block, Document, Fields, Lines, Paragraph, Signature
from semesta.report.laporan import cells, naming
from semesta.report.laporan.draft import Draft
from semesta.report.laporan.method import is_provisional
from semesta.report.laporan.office import (
    field_of,
    letterhead,
    office,
    paper_size,
    said,
    signature,
)

Blocks = list[Block]


def letter(draft: Draft, paper: str, title: str, blocks: Iterable[Block], *, headed: bool = False) -> Document:
    """The document around these blocks. `headed` papers have their title in the middle; others begin with their fields."""
    blocks = tuple(blocks)
    return Document(
        lang=draft.lang,
        title=title,
        subtitle="",
        place=draft.place,
        date="",
        letterhead=letterhead(draft, paper),
        blocks=blocks,
        mark="KONSEP · SEMENTARA" if is_provisional(draft) else "KONSEP",
        paper=paper_size(draft, paper),
        cover=False,
        centred=headed,
        letter=not headed,
        footer=_footer(draft, blocks),
        made_on=draft.measured.as_of,
    )


def _footer(draft: Draft, blocks: tuple[Block, ...]) -> str:
    """What a placeholder is where one stands among the blocks; in the foot, since the text goes out as it is."""
    if "${" in repr(blocks):
        return draft.say(
            "Tanda ${…}: diisi SRIKANDI atau lembar kantor", "${…}: filled in by SRIKANDI or the sheet kantor"
        )
    return draft.say("Disusun dengan Semesta dari data yang diserahkan", "Made with Semesta from the data given")


def head_of_government(draft: Draft) -> str:
    """Whom an office of the place writes to: "Wali Kota Cilegon", "Gubernur Banten"."""
    return draft.said(naming.head_by_name(draft.measured.place, draft.measured.places))


def note_fields(draft: Draft, paper: str, subject: str, attached: str) -> Fields:
    """The head of a note within the office: to, from, copies, day, number, class, what is attached, subject."""
    row, lang = office(draft, paper), draft.lang
    copies = "; ".join(cells.items(said(row, "copies")))
    fields = {
        "Yth." if lang == "id" else "To": said(row, "to") or capital(head_of_government(draft)),
        draft.say("Dari", "From"): said(row, "from") or field_of(row, "post", "jabatan_pengirim"),
        draft.say("Tembusan", "Copies"): copies,
        draft.say("Tanggal", "Date"): "${tanggal_naskah}",
        draft.say("Nomor", "Number"): field_of(row, "number", "nomor_naskah"),
        draft.say("Sifat", "Class"): field_of(row, "classification", "sifat"),
        draft.say("Lampiran", "Attached"): attached,
        draft.say("Hal", "Subject"): f"**{subject}**",
    }
    return Fields(tuple((name, value) for name, value in fields.items() if value), ruled=True)


def letter_fields(draft: Draft, paper: str, subject: str, attached: str) -> Blocks:
    """The head of a letter to others: place and day to the right, then number, class, what is attached, subject."""
    row = office(draft, paper)
    place_and_day = ", ".join(filter(None, [said(row, "city"), "${tanggal_naskah}"]))
    fields = (
        (draft.say("Nomor", "Number"), field_of(row, "number", "nomor_naskah")),
        (draft.say("Sifat", "Class"), field_of(row, "classification", "sifat")),
        (draft.say("Lampiran", "Attached"), attached),
        (draft.say("Hal", "Subject"), f"**{subject}**"),
    )
    return [Lines((place_and_day,), "right"), Fields(tuple(field for field in fields if field[1]))]


def signed(draft: Draft, paper: str, *, dated: bool = False) -> Signature:
    """Who signs; a letter has its day above, so it does not come again beside the post."""
    whole = signature(draft, paper)
    return Signature(
        whole.place_and_date if dated else "",
        f"{whole.post.rstrip(',')},",
        whole.name,
        whole.rank,
        whole.nip,
        whole.sign,
    )


def copies(draft: Draft, paper: str) -> Blocks:
    """Who gets a copy, under the signature of a letter."""
    named = cells.items(said(office(draft, paper), "copies"))
    if not named:
        return []
    listed = [f"{number}. {name}" for number, name in enumerate(named, 1)] if len(named) > 1 else named
    return [Lines((draft.say("Tembusan:", "Copies:"), *listed))]


def paragraphs(*texts: str) -> Blocks:
    return [Paragraph(text) for text in texts if text]
