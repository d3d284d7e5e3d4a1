"""The fields that an office's own template may use, and what each holds for a document of a round."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from semesta.basics import shown
from semesta.basics.words import Words
from semesta.monev.measured import Measured
from semesta.monev.registry import INDICATORS
from semesta.report.content import (
    Block,
    Box,
    Chart,
    Document,
    Fields,
    Heading,
    KeyFigures,
    Lines,
    Listed,
    Paragraph,
    Signature,
    Signatures,
    Table,
)
from semesta.report.laporan import cells, figures
from semesta.report.laporan.content import written
from semesta.report.laporan.decisions import decisions
from semesta.report.laporan.draft import Draft, Row
from semesta.report.laporan.follow_up import status_said
from semesta.report.laporan.office import SIGNED_HERE, field_of, said
from semesta.report.laporan.office import office as office_of
from semesta.report.laporan.summary import five, uncertain


@dataclass(frozen=True, slots=True)
class Field:
    """A field by the name written in the template; with `parts` it is a list whose items have these fields."""

    name: str
    what: Words
    parts: tuple[Field, ...] = ()
    is_list: bool = False


def _text(name: str, id: str, en: str) -> Field:
    return Field(name, Words(id, en))


def _list(name: str, id: str, en: str, *parts: Field) -> Field:
    return Field(name, Words(id, en), parts, is_list=True)


FIELDS: tuple[Field, ...] = (
    _text("pemerintah", "Pemerintah dalam kop.", "The government of the letterhead."),
    _text("kantor", "Perangkat daerah dalam kop.", "The office of the letterhead."),
    _text("alamat", "Alamat dalam kop.", "The address of the letterhead."),
    _text("judul", "Judul naskah.", "The title of the document."),
    _text("subjudul", "Baris di bawah judul.", "The line under the title."),
    _text("wilayah", "Wilayah putaran monev.", "The place of the round."),
    _text("keadaan_data", "Tanggal keadaan data.", "The day of the data."),
    _text("tanda", "KONSEP, sampai seseorang menghapusnya.", "KONSEP (draft), until a person removes it."),
    _text("nomor", "Nomor naskah.", "The number of the document."),
    _text("tanggal", "Tanggal naskah.", "The date of the document."),
    _text("sifat", "Sifat naskah.", "Its classification."),
    _text("kepada", "Jabatan penerima.", "The post of the addressee."),
    _text("dari", "Jabatan pengirim.", "The post of the sender."),
    _list("tembusan", "Tembusan, satu per satu.", "Copies, one by one."),
    _text("tempat", "Tempat penandatanganan.", "Where it is signed."),
    _text("jabatan", "Jabatan penanda tangan.", "The post of the signatory."),
    _text("nama", "Nama penanda tangan.", "The name of the signatory."),
    _text("pangkat", "Pangkat penanda tangan.", "The rank of the signatory."),
    _text("nip", "NIP penanda tangan.", "The NIP of the signatory."),
    _text("tanda_tangan", "Tempat tanda tangan elektronik.", "Where the electronic signature goes."),
    _list(
        "kepala",
        "Baris kepala naskah, misalnya Yth., Dari, Hal.",
        "The lines at the head of the document, such as to, from, subject.",
        _text("nama", "Nama baris.", "The name of the line."),
        _text("isi", "Isi baris.", "What it says."),
    ),
    _list(
        "penanda_tangan",
        "Semua penanda tangan naskah.",
        "Everyone who signs the document.",
        _text("sebagai", "Sebagai apa, misalnya PIHAK KESATU.", "As what, such as PIHAK KESATU."),
        _text("tempat_tanggal", "Tempat dan tanggal.", "Place and date."),
        _text("jabatan", "Jabatan.", "Post."),
        _text("tanda_tangan", "Tempat tanda tangan.", "Where the signature goes."),
        _text("nama", "Nama.", "Name."),
        _text("pangkat", "Pangkat.", "Rank."),
        _text("nip", "NIP.", "NIP."),
    ),
    _list(
        "angka",
        "Lima angka pokok.",
        "The five key figures.",
        _text("nama", "Nama angka.", "Its name."),
        _text("nilai", "Nilai dengan satuan.", "The value with its unit."),
        _text("terhadap", "Terhadap apa diukur.", "What it is measured against."),
        _text("sejak", "Keadaan atau periode.", "The day or period."),
        _text("sumber", "Dasar angka.", "What it rests on."),
        _text("peringatan", "Yang harus diketahui sebelum dipakai.", "What must be known before it is used."),
    ),
    _list(
        "keputusan",
        "Keputusan yang diminta, satu per satu, dengan nomor tabel laporan.",
        "The decisions asked, one by one, with the number of the report's table.",
    ),
    _list("belum_pasti", "Yang belum pasti pada angka pokok.", "What is uncertain in the key figures."),
    _list(
        "komitmen",
        "Komitmen dan tindak lanjut.",
        "Commitments and follow-up.",
        _text("uraian", "Apa.", "What."),
        _text("penanggung_jawab", "Siapa.", "Who."),
        _text("batas_waktu", "Sampai kapan.", "Until when."),
        _text("status", "Sejauh mana.", "How far."),
    ),
    _list(
        "isi",
        "Seluruh isi naskah, bagian demi bagian.",
        "The whole body of the document, piece by piece.",
        _text(
            "jenis",
            "judul, paragraf, butir, tabel, gambar, atau kotak.",
            "judul (heading), paragraf, butir (list), tabel, gambar (chart), or kotak (box).",
        ),
        _text("teks", "Kalimat, judul, atau nama tabel.", "The sentence, the heading or the caption."),
        _list("butir", "Isi daftar, satu per satu.", "The items of a list."),
        _list("kolom", "Judul kolom tabel.", "The headings of a table."),
        _list("baris", "Baris tabel; tiap baris berisi sel.", "The rows of a table, each of cells."),
        _list("catatan", "Catatan dan sumber tabel.", "Notes and source of a table."),
    ),
    Field(
        "indikator",
        Words(
            "Angka pokok tiap indikator menurut namanya, misalnya indikator.coverage; daftarnya: semesta indicators.",
            "The headline of each indicator by name, such as indikator.coverage; for the names: semesta indicators.",
        ),
        tuple(Field(name, card.title) for name, card in INDICATORS.items()),
    ),
)
ADVISED = ("tanda", "isi")
"""Fields without which a template loses what it is for: the mark of a draft, and the content."""


def values(document: Document, measured: Measured, paper: str) -> dict[str, Any]:
    """What every field holds; what the office has not filled in is a placeholder of SRIKANDI, as in our own form."""
    draft = written(measured, document.lang)
    head = document.letterhead
    return {
        "pemerintah": head.government,
        "kantor": head.office,
        "alamat": head.address,
        "judul": document.title,
        "subjudul": document.subtitle,
        "wilayah": document.place,
        "keadaan_data": shown.day(measured.as_of, document.lang),
        "tanda": document.mark,
        **_office(office_of(draft, paper)),
        "kepala": [{"nama": name, "isi": _plain(text)} for name, text in _head(document)],
        "penanda_tangan": [_signed(one) for one in _signatures(document.blocks)],
        "angka": [_figure(draft, value) for value in five(measured)],
        "keputusan": [_plain(text) for text in decisions(draft)],
        "belum_pasti": [_plain(text) for text in uncertain(draft)],
        "komitmen": [_commitment(draft, row) for row in draft.rows("commitments")],
        "isi": list(_body(block for block in document.blocks if block is not _letter_head(document))),
        "indikator": {name: _headline(draft, name) for name in INDICATORS},
    }


def _office(row: Row) -> dict[str, Any]:
    return {
        "nomor": field_of(row, "number", "nomor_naskah"),
        "tanggal": "${tanggal_naskah}",
        "sifat": said(row, "classification"),
        "kepada": said(row, "to"),
        "dari": said(row, "from"),
        "tembusan": cells.items(said(row, "copies")),
        "tempat": said(row, "city"),
        "jabatan": field_of(row, "post", "jabatan_pengirim"),
        "nama": field_of(row, "name", "nama_pengirim"),
        "pangkat": said(row, "rank"),
        "nip": field_of(row, "nip", "nip_pengirim"),
        "tanda_tangan": SIGNED_HERE,
    }


def _head(document: Document) -> list[tuple[str, str]]:
    """The lines under the letterhead: those of a letter, or the facts of another paper."""
    lines = _letter_head(document)
    return list(lines.fields if lines else document.facts.items())


def _letter_head(document: Document) -> Fields | None:
    """The first lines of a letter; lines further in belong to its text."""
    first = next((block for block in document.blocks if isinstance(block, Fields)), None)
    return first if first is not None and not first.indented else None


def _signatures(blocks: Iterable[Block]) -> Iterable[Signature]:
    for block in blocks:
        if isinstance(block, Signature):
            yield block
        elif isinstance(block, Signatures):
            yield from block.signatures


def _signed(one: Signature) -> dict[str, str]:
    return {
        "sebagai": one.party,
        "tempat_tanggal": one.place_and_date,
        "jabatan": one.post,
        "tanda_tangan": one.sign,
        "nama": one.name,
        "pangkat": one.rank,
        "nip": one.nip,
    }


def _figure(draft: Draft, value: Any) -> dict[str, str]:
    told = figures.key_figure(value, draft.measured, draft.lang)
    return {
        "nama": told.name,
        "nilai": told.value,
        "terhadap": told.against,
        "sejak": told.since,
        "sumber": told.rests_on,
        "peringatan": told.warning,
    }


def _headline(draft: Draft, indicator: str) -> str:
    """The number with its unit, or who holds what is wanting for it."""
    value = draft.value(indicator)
    if value is None or value.value is None:
        return figures.missing(indicator, draft.measured, draft.lang)
    return figures.full(value.value, value.unit, draft.lang, against=value.denominator)


def _commitment(draft: Draft, row: Row) -> dict[str, str]:
    return {
        "uraian": cells.text(row, "text", draft.lang),
        "penanggung_jawab": cells.text(row, "responsible", draft.lang, cells.NOT_FIXED),
        "batas_waktu": cells.day(row, "due", draft.lang, cells.NOT_FIXED),
        "status": status_said(draft, row),
    }


def _body(blocks: Iterable[Block]) -> Iterable[Mapping[str, Any]]:
    """The blocks that are read, one after the other; signatures and page breaks are the template's own."""
    for block in blocks:
        match block:
            case Heading():
                yield _piece("judul", " ".join(filter(None, (block.number, block.text))))
            case Paragraph():
                yield _piece("paragraf", block.text)
            case Box():
                yield _piece("kotak", block.text)
            case Listed():
                yield _piece("butir", butir=[_plain(item) for item in block.items])
            case Lines():
                yield _piece("butir", butir=[_plain(line) for line in block.lines])
            case Fields():
                yield _piece("tabel", kolom=[], baris=[[name, _plain(text)] for name, text in block.fields])
            case KeyFigures():
                rows = [
                    [f.name, f.value, "; ".join(filter(None, (f.against, f.since, f.warning)))] for f in block.figures
                ]
                yield _piece("tabel", kolom=[], baris=rows)
            case Table():
                yield _table(block)
            case Chart():
                yield _piece("gambar", f"{block.caption}. {block.text}")
            case _:
                continue


def _table(table: Table) -> Mapping[str, Any]:
    rows = [[_plain(cell) for cell in row] for row in (*table.rows, *([table.total] if table.total else []))]
    notes = [*table.notes, *([table.source] if table.source else [])]
    return _piece("tabel", table.caption, kolom=[c.title for c in table.columns], baris=rows, catatan=notes)


def _piece(kind: str, text: str = "", **lists: list[Any]) -> Mapping[str, Any]:
    return {"jenis": kind, "teks": _plain(text), "butir": [], "kolom": [], "baris": [], "catatan": []} | lists


def _plain(text: str) -> str:
    """Without the stars of bold: a template sets its own type."""
    return text.replace("**", "")
