"""What both typesetters are told: widths of columns, places to break, pages that turn."""

from __future__ import annotations

import io
import re

import pypdf
import pytest
import typst
from sample_document import LONG_WORD, document, signature, table

from semesta.report import flow
from semesta.report.content import Box, Heading, PageBreak, Paragraph, Table, TableColumn
from semesta.report.measure import BREAK, CELL_INSET, breakable, grid, shortened, text_width
from semesta.report.theme import fonts, theme
from semesta.report.typeset_pdf import pdf

ROOM, HEIGHT = theme().text_width("a4"), theme().text_height("a4")


def printed_width(text: str, weight: str) -> float:
    source = "#set page(width: auto, height: auto, margin: 0pt)\n#set text(font: sys.inputs.font, size: 10pt, weight: sys.inputs.weight)\n#text(sys.inputs.said)"
    said = {"font": theme().family, "weight": weight, "said": text}
    made = typst.compile(source.encode(), format="pdf", font_paths=[fonts()], ignore_system_fonts=True, sys_inputs=said)
    return float(pypdf.PdfReader(io.BytesIO(made)).pages[0].mediabox.width)


@pytest.mark.parametrize("weight", ["regular", "bold"])
@pytest.mark.parametrize(
    "text",
    [
        "Rp8.590.480.457.660",
        "belum ada data (dipegang BPJS)",
        "KABUPATEN/KOTA",
        "mmmwww",
        "32,35 %",
        "Jumlah – Seluruhnya…",
    ],
)
def test_the_width_of_a_text_is_never_taken_for_less_than_it_is_nor_for_much_more(text, weight):
    printed = printed_width(text, weight)
    assert printed <= text_width(text, 10, bold=weight == "bold") <= printed * 1.25


def columns(*aligns: str) -> tuple[TableColumn, ...]:
    return tuple(TableColumn(f"Kolom {n}", align) for n, align in enumerate(aligns))


def test_columns_fill_the_text_width():
    for made in (table(), table(3, total=False), Table("1", "c", columns("left", "right"), (("a", "1"),))):
        assert sum(grid(made, room=ROOM, height=HEIGHT).widths) == pytest.approx(ROOM)


def test_a_column_of_figures_is_wide_enough_for_its_widest_figure():
    made = table()
    fitted = grid(made, room=ROOM, height=HEIGHT)
    assert fitted.widths[4] - 2 * CELL_INSET >= text_width("Rp8.590.480.457.660", fitted.size, bold=True)


def test_an_ordinary_word_is_not_broken_in_a_full_table():
    cells = (
        "ditetapkan",
        "Ketenagakerjaan",
        "dibandingkan",
        "Penyelenggaraan",
        "belum ada data",
        "tidak dapat diperbandingkan",
    )
    made = Table("1", "c", columns(*["left"] * 3, *["right"] * 3), (cells,))
    fitted = grid(made, room=ROOM, height=HEIGHT)
    for cell, width in zip(cells, fitted.widths, strict=True):
        assert breakable(cell, width - 2 * CELL_INSET, fitted.size) == cell


def test_a_heavier_column_of_words_gets_more_of_the_room():
    words = "kata " * 60
    made = Table("1", "c", (TableColumn("a", weight=1), TableColumn("b", weight=3)), ((words, words),))
    light, heavy = grid(made, room=ROOM, height=HEIGHT).widths
    assert heavy > light


def test_a_table_of_many_long_figures_shrinks_before_a_figure_breaks():
    made = Table("1", "c", columns("left", *["right"] * 5), (("Kab. Serang", *["Rp8.590.480.457"] * 5),))
    fitted = grid(made, room=ROOM, height=HEIGHT)
    assert theme().type["table_least"] <= fitted.size < theme().type["table"]
    assert all(
        width - 2 * CELL_INSET >= text_width("Rp8.590.480.457", fitted.size, bold=True) for width in fitted.widths[1:]
    )


def test_a_word_too_long_breaks_at_its_joints_first_and_is_otherwise_as_typed():
    assert breakable("kabupaten/kota", text_width("kabupaten/", 10, bold=True), 10) == f"kabupaten/{BREAK}kota"
    assert breakable("kabupaten/kota", 500, 10) == "kabupaten/kota"
    assert breakable(LONG_WORD, 100, 10).replace(BREAK, "") == LONG_WORD


def test_a_number_has_no_joints():
    assert breakable("Rp8.590.480", text_width("Rp8.590", 10), 10).count(BREAK) == len("Rp8.590.480") - 1


def test_a_line_too_long_is_cut_with_a_sign_of_it():
    assert shortened("satu dua tiga", text_width("satu dua…", 9), 9) == "satu dua…"
    assert shortened("satu\ndua", 500, 9) == "satu dua"


def kinds(blocks: list) -> list[tuple[bool, int]]:
    return [(section.landscape, len(section.blocks)) for section in flow.sections(document(blocks))]


WIDE = table(2, landscape=True)
TEXT = Paragraph("Tiga dari lima aksi selesai.")


def test_heading_and_lead_turn_with_a_wide_table():
    assert kinds([TEXT, Heading(1, "Bab"), Heading(2, "Matriks"), TEXT, WIDE, TEXT]) == [
        (False, 1),
        (True, 4),
        (False, 1),
    ]
    assert kinds([Heading(2, "Matriks"), TEXT, Box("Catatan."), WIDE]) == [(True, 4)]


def test_a_long_text_before_a_wide_table_stays_upright():
    assert kinds([Heading(2, "Matriks"), *[TEXT] * 4, WIDE]) == [(False, 5), (True, 1)]
    assert kinds([TEXT, WIDE]) == [(False, 1), (True, 1)]


def test_two_wide_tables_share_their_pages():
    assert kinds([WIDE, Heading(2, "Lagi"), WIDE]) == [(True, 3)]


def test_a_page_break_beside_a_turned_page_is_dropped_and_others_are_kept():
    assert kinds([TEXT, PageBreak(), WIDE, PageBreak(), TEXT, PageBreak(), TEXT]) == [(False, 1), (True, 1), (False, 3)]


def test_only_texts_go_with_a_signature():
    assert flow.kept_with_next((TEXT, signature())) == {0}
    assert flow.kept_with_next((WIDE, signature())) == set()


def test_a_total_never_stands_alone_on_a_page():
    for count in range(20, 34):
        made = Table(
            "1", "c", columns("left", "right"), tuple((f"baris{n}", "1") for n in range(count)), ("Jumlah", "9")
        )
        printed = [
            page.extract_text()
            for page in pypdf.PdfReader(io.BytesIO(pdf(document([TEXT] * 8 + [made], cover=False)))).pages
        ]
        (with_total,) = [text for text in printed if "Jumlah" in text]
        assert re.search(rf"baris{count - 1}\b", with_total)
