"""A recap by account and month has columns of the list of payments, but its rows are nobody's."""

import pytest
from person_rows import read_people
from workbooks import causes, errors, xlsx

RECAP = ["NPP", "Nama Akun", "Bulan", "Jumlah Peserta", "Aktif", "Iuran"]
ROW = ["BB000001", "OPD Satu", "2025-01", 10, 9, 168000]


@pytest.mark.parametrize(("sheet", "kind"), [("Rekap", None), ("Pembayaran", None), ("Rekap", "payments")])
def test_it_is_no_list_of_payments_and_what_it_is_is_asked(tmp_path, sheet, kind):
    dataset = read_people(tmp_path, xlsx({sheet: [RECAP, ROW]}), kind=kind)
    assert dataset.frames["payments"].height == 0
    assert [p.fault.cause for p in dataset.problems if p.is_error] == ["says_nobody"]


def test_with_its_place_it_is_billing(tmp_path):
    rows = [[*RECAP[:-1], "Tagihan", "Wilayah"], [*ROW, "Kota Cilegon"]]
    frame = read_people(tmp_path, xlsx({"Rekap": rows}), kind=None).frames["billing"]
    assert frame.select("account_no", "opd", "persons_billed", "billed").rows() == [
        ("BB000001", "OPD Satu", 10, 168000)
    ]


def test_payments_of_people_known_by_the_number_of_their_account_alone_are_a_list(tmp_path):
    rows = [["ID peserta", "BLTH", "Iuran"], ["p1", "2025-01", 16800]]
    dataset = read_people(tmp_path, xlsx({"Rekap": rows}), kind=None)
    assert (dataset.frames["payments"].height, errors(dataset), "says_nobody" in causes(dataset)) == (1, [], False)
