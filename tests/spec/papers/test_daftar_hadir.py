"""Daftar hadir: the list to sign, for a meeting held or still to come."""

from __future__ import annotations

import pytest
from example_papers import example
from report_text import tables
from rounds_made import CITY, DAY, MEETING, group, round_of
from sample_document import LONG_WORD, NASTY
from test_pdf import pages, squeezed, words_beyond_the_page

from semesta.report.content import Fields
from semesta.report.minutes.attendance_list import LEAST, MOST, ROOM, SPARE, attendance_list
from semesta.report.typeset_pdf import pdf


def of(*present, **more):
    rows = [{"place": CITY, "date": DAY} | row for row in present]
    return attendance_list(round_of({"population": [group("rentan", 10)], "attendance": rows} | more), "id")


def test_institutions_that_are_known_stand_in_it_with_their_post_and_the_names_are_left_open():
    (table,) = tables(attendance_list(example("cilegon-2024"), "id"))

    assert table.rows[0] == ("1", "", "Dinas Tenaga Kerja Kota Cilegon", "Kepala Dinas", "1.")
    assert {row[1] for row in table.rows} == {""}
    assert table.row_height == ROOM


def test_there_is_always_room_for_those_who_come_unannounced():
    few, many = (tables(of(*[{"institution": f"Dinas {n}"} for n in range(count)]))[0] for count in (1, 200))

    assert len(few.rows) == LEAST
    assert len(many.rows) == 200 + SPARE


@pytest.mark.parametrize(("persons", "rows"), [(None, 1), (0, 1), (1, 1), (3, 3), (1_000_000, MOST)])
def test_an_institution_has_a_row_for_each_of_its_people(persons, rows):
    (table,) = tables(of({"institution": "BPS", "role": "Narasumber: Kepala BPS", "persons": persons}))
    own = [row for row in table.rows if row[2] == "BPS"]

    assert len(own) == rows
    assert [row[3] for row in own] == ["Kepala BPS", *[""] * (rows - 1)]


def test_who_signs_below_one_another_signs_left_and_right_in_turn():
    (table,) = tables(of({"institution": "BPS"}))

    assert [row[-1].strip() for row in table.rows[:3]] == ["1.", "2.", "3."]
    assert [row[-1].startswith("\u2003") for row in table.rows[:3]] == [False, True, False]


def test_a_meeting_that_is_not_known_leaves_lines_to_fill_in():
    fields = next(block for block in of({"institution": "BPS"}).blocks if isinstance(block, Fields)).fields

    assert {value.strip("…") for _, value in fields} == {""}
    assert [name for name, _ in fields] == ["Rapat", "Hari, tanggal", "Pukul", "Tempat"]


def test_strange_and_long_names_are_whole_and_run_off_no_page():
    present = [{"institution": f"{NASTY} {n}"} for n in range(20)] + [
        {"institution": LONG_WORD, "role": f"Kepala {LONG_WORD}"}
    ]
    made = pdf(of(*present, meeting=[MEETING | {"title": NASTY, "venue": LONG_WORD}]))
    text = squeezed(" ".join(pages(made)))

    assert text.count(squeezed(NASTY)) >= 21
    assert text.count(LONG_WORD) >= 3
    assert words_beyond_the_page(made) == []
