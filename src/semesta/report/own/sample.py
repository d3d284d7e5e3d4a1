"""A template to begin with: every part of a document in its place, to be dressed in an office's letterhead and type."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from semesta.report.word_fields import fixed_zip

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

SIGNED = (
    "{{ p.tempat_tanggal }}",
    "{{ p.sebagai }}",
    "{{ p.jabatan }}",
    "{{ p.tanda_tangan }}",
    "{{ p.nama }}",
    "{{ p.pangkat }}",
    "{{ 'NIP ' ~ p.nip if p.nip else '' }}",
)


def sample() -> bytes:
    """The template as DOCX; it fits every paper that has a Word document."""
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    word = docx.Document()
    word.sections[0].header.paragraphs[0].add_run("{{ tanda }}").bold = True
    for text in ("{{ pemerintah|upper }}", "{{ kantor|upper }}", "{{ alamat }}"):
        word.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.CENTER
    title = word.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run("{{ judul|upper }}").bold = True
    _loop(word, "satu", "kepala", "{{ satu.nama }}\t: {{ satu.isi }}")
    _body(word)
    word.add_paragraph("{%p for p in penanda_tangan %}")
    for text in SIGNED:
        word.add_paragraph(text).paragraph_format.left_indent = docx.shared.Cm(8)
    word.add_paragraph("{%p endfor %}")
    _copies(word)
    out = io.BytesIO()
    word.save(out)
    return fixed_zip(out.getvalue())


def _loop(word: WordDocument, item: str, items: str, text: str, style: str | None = None) -> None:
    word.add_paragraph(f"{{%p for {item} in {items} %}}")
    word.add_paragraph(text, style=style)
    word.add_paragraph("{%p endfor %}")


def _body(word: WordDocument) -> None:
    """Every piece of the document by its kind; a tag with `p`, `tr` or `tc` takes its paragraph, row or cell away."""
    word.add_paragraph("{%p for b in isi %}")
    word.add_paragraph('{%p if b.jenis == "judul" %}')
    word.add_paragraph("{{ b.teks }}", style="Heading 2")
    word.add_paragraph('{%p elif b.jenis == "butir" %}')
    _loop(word, "satu", "b.butir", "{{ satu }}", "List Bullet")
    word.add_paragraph('{%p elif b.jenis == "tabel" %}')
    word.add_paragraph("{{ b.teks }}", style="Caption")
    _table(word)
    _loop(word, "satu", "b.catatan", "{{ satu }}")
    word.add_paragraph("{%p else %}")
    word.add_paragraph("{{ b.teks }}")
    word.add_paragraph("{%p endif %}")
    word.add_paragraph("{%p endfor %}")


def _table(word: WordDocument) -> None:
    """Rows and columns as many as the document has: tags in rows and cells of their own, which go."""
    table = word.add_table(rows=4, cols=3, style="Table Grid")
    head, opened, row, closed = table.rows
    for made, columns in ((head, "b.kolom"), (row, "baris")):
        texts = (f"{{%tc for sel in {columns} %}}", "{{ sel }}", "{%tc endfor %}")
        for cell, text in zip(made.cells, texts, strict=True):
            cell.text = text
    opened.cells[0].text = "{%tr for baris in b.baris %}"
    closed.cells[0].text = "{%tr endfor %}"


def _copies(word: WordDocument) -> None:
    word.add_paragraph("{%p if tembusan %}")
    word.add_paragraph("Tembusan:")
    _loop(word, "satu", "tembusan", "{{ satu }}", "List Number")
    word.add_paragraph("{%p endif %}")
