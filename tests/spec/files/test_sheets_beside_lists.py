"""What lies beside a list in its workbook: recaps are set aside and said, lists are never. All people here are made up."""

import pytest
from person_rows import HEADER, SITI, read_people
from workbooks import causes, errors, xlsx

RECAPS = [
    [["REKAP"], ["No", "Uraian", "Jumlah"], [1, "Nelayan", 2]],
    [["Kecamatan", "Kelurahan", "Jumlah"], ["Ciwandan", "Tegal Ratu", 2]],
]


@pytest.mark.parametrize("recap", RECAPS)
@pytest.mark.parametrize("order", [1, -1])
def test_a_recap_beside_a_list_is_set_aside_with_a_warning_that_names_it(tmp_path, recap, order):
    sheets = dict([("Nelayan", [HEADER, SITI]), ("Rekap", recap)][::order])
    dataset = read_people(tmp_path, xlsx(sheets))
    assert [(p.fault.cause, p.is_error, p.sheet, p.value) for p in dataset.problems] == [
        ("sheet_set_aside", False, "Rekap", "Rekap")
    ]
    assert dataset.read == {"workers": 1}


@pytest.mark.parametrize(("recap", "cause"), [(RECAPS[0], "no_header_row"), (RECAPS[1], "missing_column")])
def test_a_workbook_with_a_recap_alone_is_an_error(tmp_path, recap, cause):
    assert errors(read_people(tmp_path, xlsx({"Rekap": recap}))) == [cause]


def test_a_second_list_whose_header_is_not_understood_stays_an_error(tmp_path):
    without_header = xlsx({"Ciwandan": [HEADER, SITI], "Grogol": [SITI, SITI]})
    assert errors(read_people(tmp_path, without_header)) == ["no_header_row"]
    without_name = xlsx({"Ciwandan": [HEADER, SITI], "Grogol": [["NIK", "Kelurahan"], [SITI[0], "Gerem"]]})
    assert "missing_column" in causes(read_people(tmp_path, without_name))
