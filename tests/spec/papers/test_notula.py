"""Notula: what is known of the meeting, and room for what only its participants know."""

from __future__ import annotations

from example_papers import example
from report_text import between, tables, whole_text
from rounds_made import CITY, DAY, MEETING, group, rich, round_of
from sample_document import NASTY
from test_pdf import pages, squeezed, words_beyond_the_page

from semesta.report.content import Fields, Heading, Signatures
from semesta.report.minutes.notes import LEAST_SPEAKERS, lacking, notes
from semesta.report.typeset_pdf import pdf

LONG = ("Uraian panjang dengan / garis " * 200)[:5000].strip()


def fields_of(document):
    return dict(next(block for block in document.blocks if isinstance(block, Fields)).fields)


def headings_of(document):
    return [f"{block.number} {block.text}" for block in document.blocks if isinstance(block, Heading)]


def test_the_meeting_of_cilegon_is_named_with_day_venue_and_hosts_and_the_hour_is_left_open():
    fields = fields_of(notes(example("cilegon-2024"), "id"))

    assert fields["Hari, tanggal"] == "Rabu, 17 Juli 2024"
    assert fields["Tempat"] == "Zuka Resto Iga Konro"
    assert fields["Penyelenggara"] == "Dinas Tenaga Kerja Kota Cilegon, BPJS Ketenagakerjaan"
    assert fields["Pukul"].strip("…") == ""


def test_sections_are_numbered_in_one_row_and_only_those_of_which_something_is_known_are_there():
    whole = headings_of(notes(round_of(rich()), "id"))
    few = headings_of(notes(round_of({"meeting": [MEETING], "population": [group("rentan", 10)]}), "id"))

    assert [said.split(".")[0] for said in whole] == [str(n) for n in range(1, len(whole) + 1)]
    assert few == ["1. Pembukaan", "2. Tujuan", "3. Data yang dipaparkan", "4. Pembahasan"]


def test_what_was_said_is_left_to_whoever_took_the_minutes_but_the_speakers_who_are_known_are_named():
    table = next(table for table in tables(notes(example("banten-2022"), "id")) if table.row_height)
    speakers = [row[0] for row in table.rows if row[0]]

    assert len(speakers) == 3
    assert speakers[1] == "Narasumber: Asisten Daerah Bidang Perekonomian dan Pembangunan, Pemerintah Provinsi Banten"
    assert len(table.rows) == 3 + LEAST_SPEAKERS
    assert {cell for row in table.rows for cell in row[1:]} == {""}


def test_commitments_and_what_is_still_to_be_settled_stand_at_the_end():
    made = notes(example("banten-2022"), "id")

    assert headings_of(made)[-2:] == ["8. Kesimpulan dan tindak lanjut", "9. Angka yang masih perlu diselaraskan"]
    assert between(made, "Angka yang masih perlu diselaraskan")


def test_chair_and_notary_sign_without_a_name():
    both = next(
        block for block in notes(example("cilegon-2024"), "id").blocks if isinstance(block, Signatures)
    ).signatures

    assert [one.party for one in both] == ["Pemimpin rapat", "Notulis"]
    assert {one.name.strip("…") for one in both} == {""}


def test_a_round_without_a_meeting_has_no_minutes_and_says_who_knows_of_it():
    why = lacking(example("banten-2025"))

    assert why is not None
    assert "Rapat" in why.id
    assert "Penyelenggara rapat" in why.id


def test_long_texts_and_strange_names_are_whole_and_run_off_no_page():
    held = MEETING | {"title": NASTY, "opened_by": LONG, "purpose": LONG}
    present = [{"place": CITY, "date": DAY, "institution": NASTY, "role": f"Narasumber: {LONG}"}]
    made = pdf(notes(round_of({"meeting": [held], "attendance": present, "population": [group("rentan", 10)]}), "id"))
    text = squeezed(" ".join(pages(made)))

    assert text.count("panjang") == 4 * LONG.count("panjang")
    assert text.count(squeezed(NASTY)) >= 3
    assert words_beyond_the_page(made) == []


def test_it_can_be_had_in_english():
    assert "The meeting was opened by" in whole_text(notes(example("cilegon-2024"), "en"))
