"""Headers with two names for what a column holds, such as "ALAMAT / KAMPUNG"."""

import pytest
from person_rows import people
from workbooks import causes


def read(tmp_path, title, cell, other=("JK", "L")):
    header = ["NO", "NIK", "NAMA", other[0], title]
    return people(tmp_path, [header, [1, "3672011505858001", "Budi Santoso", other[1], cell]])


@pytest.mark.parametrize(
    "title",
    ["ALAMAT / KAMPUNG", "Alamat/Kampung", "KAMPUNG / ALAMAT", "Alamat / Desa / Kecamatan", "ALAMAT RUMAH / DESA"],
)
def test_what_may_be_an_address_or_a_place_in_it_is_an_address(tmp_path, title):
    frame, dataset = read(tmp_path, title, "Kp. Sawah RT 02")
    assert frame["address"].to_list() == ["Kp. Sawah RT 02"]
    assert "unknown_header" not in causes(dataset)
    assert "near_header" in causes(dataset)


@pytest.mark.parametrize(
    ("title", "column", "cell"),
    [("KAMPUNG / DUSUN", "village", "Sawah"), ("UPAH / PENGHASILAN", "wage", "1200000"), ("PEKERJAAN / JABATAN", "occupation", "nelayan")],
)  # fmt: skip
def test_two_names_of_one_thing_are_that_thing(tmp_path, title, column, cell):
    frame, dataset = read(tmp_path, title, cell)
    assert str(frame[column].to_list()[0]) == cell
    assert "unknown_header" not in causes(dataset)


@pytest.mark.parametrize("title", ["UPAH / ALAMAT", "KECAMATAN / DESA"])
def test_names_of_two_things_are_not_taken_for_either(tmp_path, title):
    frame, dataset = read(tmp_path, title, "Sawah")
    assert not {"address", "village", "district", "wage"} & {
        name for name in frame.columns if frame[name][0] is not None
    }
    assert "unknown_header" in causes(dataset)


def test_an_address_of_its_own_goes_before_one_with_two_names(tmp_path):
    frame, dataset = read(tmp_path, "ALAMAT / KAMPUNG", "Sawah", other=("ALAMAT", "Jl. Merdeka 1"))
    assert frame["address"].to_list() == ["Jl. Merdeka 1"]
    assert "unknown_header" in causes(dataset)
