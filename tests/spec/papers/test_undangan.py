"""Undangan: what, when, where, who, and what to bring; nothing else."""

from __future__ import annotations

import datetime as dt

import pytest
from report_text import whole_text
from rounds_made import CITY, DAY, MEETING, Rows, group, round_of, small

from semesta.report.content import Document, Fields, Lines, Listed
from semesta.report.laporan.draft import Draft
from semesta.report.letters.data_request import requests
from semesta.report.letters.invitation import invitation, lacking
from semesta.report.minutes.official import BLANK


def invited(*institutions: str, **meeting: object) -> dict[str, Rows]:
    present = [{"place": CITY, "date": DAY, "institution": name} for name in institutions]
    return {"meeting": [MEETING | meeting], "population": [group("rentan", 9)], "attendance": present}


def facts(document: Document) -> dict[str, str]:
    return dict(next(block for block in document.blocks if isinstance(block, Fields) and block.indented).fields)


def addressee(document: Document) -> str:
    return [block for block in document.blocks if isinstance(block, Lines)][1].lines[0]


def test_the_letter_says_day_venue_and_subject_as_they_were_written() -> None:
    said = facts(invitation(round_of(invited()), "id"))
    assert said["Hari, tanggal"] == "Rabu, 17 Juli 2024"
    assert said["Tempat"] == "Aula kota"
    assert said["Acara"] == "Rapat monitoring dan evaluasi"


@pytest.mark.parametrize(
    ("written", "said"),
    [("09.00 WIB sampai selesai", "09.00 WIB sampai selesai"), ("09:00:00", "09.00"), (None, BLANK)],
)
def test_the_hour_is_as_written_and_a_line_to_fill_in_where_it_is_not_known(written: str | None, said: str) -> None:
    assert facts(invitation(round_of(invited(starts=written)), "id"))["Pukul"] == said


def test_of_several_meetings_it_is_the_last_also_one_that_lies_ahead() -> None:
    rows = invited() | {"meeting": [MEETING, MEETING | {"date": dt.date(2024, 9, 2), "venue": "Ruang lain"}]}
    assert facts(invitation(round_of(rows), "id"))["Tempat"] == "Ruang lain"


def test_several_institutions_stand_on_a_list_each_once_and_one_alone_is_addressed() -> None:
    several = invitation(round_of(invited("Kejaksaan Negeri", 'Dinas "A"/B & <C>', "Kejaksaan Negeri")), "id")
    assert addressee(several) == "Yth. (daftar undangan terlampir)"
    [asked] = [block for block in several.blocks if isinstance(block, Listed) and "Kejaksaan Negeri" in block.items]
    assert asked.items == ("Kejaksaan Negeri", 'Dinas "A"/B & <C>')
    assert addressee(invitation(round_of(invited("Kejaksaan Negeri")), "id")) == "Yth. Kejaksaan Negeri"


def test_where_nobody_is_named_the_addressee_is_a_line_to_fill_in() -> None:
    assert addressee(invitation(round_of(invited()), "id")) == f"Yth. {BLANK}"


def test_the_letter_lists_the_data_to_bring_by_who_holds_them() -> None:
    rows = round_of(invited())
    said = whole_text(invitation(rows, "id"))
    for request in requests(Draft(rows, "id")):
        assert request.holder.lower() in said.lower()


def test_without_a_meeting_there_is_no_invitation_and_the_sheet_to_fill_in_is_named() -> None:
    why = lacking(round_of({"population": [group("rentan", 9)]}))
    assert why is not None
    assert "lembar Rapat" in why.id
    assert lacking(round_of(small())) is None


def test_another_signatory_takes_neither_rank_nor_name_from_the_row_for_all_papers() -> None:
    office = {
        "place": CITY,
        "post": "Kepala Dinas",
        "name": "Nama Contoh",
        "rank": "Pembina",
        "number": "1/A",
        "to": "X",
    }
    own = {"place": CITY, "document": "undangan", "post": "Sekretaris Daerah", "number": "005/2"}
    said = repr(invitation(round_of(invited() | {"kantor": [office, own]}), "id").blocks)
    assert "Sekretaris Daerah" in said
    assert "005/2" in said
    assert "Nama Contoh" not in said
    assert "Pembina" not in said
    assert "1/A" not in said
