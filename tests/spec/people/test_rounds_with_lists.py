"""A round of workbooks and lists of people together: counted, kept apart from given totals, and said how it is known."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from pypdf import PdfReader
from typer.testing import CliRunner

from semesta.basics.places import PLACES
from semesta.cli.main import app
from semesta.monev.measured import Measured
from semesta.monev.value import Value
from semesta.report.laporan.content import laporan
from semesta.report.laporan.figures import warning
from semesta.rounds.merging import merged
from semesta.rounds.report import written_report
from semesta.rounds.run import counted_round, measured_round, read_round

TODAY = dt.date(2024, 8, 1)
DAY = "2024-07-31"
CILEGON = "36.72"
AT_LEAST = "paling sedikit"

Row = dict[str, Any]


FIRST = ("Aluna", "Bening", "Cempaka", "Dahayu", "Elok", "Fajarina", "Gendis", "Harum", "Indurasmi", "Jelita")
LAST = ("Contohwati", "Misalkan", "Umpamasari", "Rekaanti", "Peragawati")


def born(number: int) -> dt.date:
    return dt.date(1970 + number * 3 % 30, 1 + number * 5 % 12, 1 + number * 7 % 28)


def nik(number: int) -> str:
    """The NIK of a woman of Cilegon."""
    return f"367201{born(number).day + 40}{born(number):%m%y}{number * 37 + 1:04d}"


def name(number: int) -> str:
    return f"{FIRST[number % 10]} {LAST[number % 5]}{'ku' * (number // 10)}"


def worker(number: int, **cells: Any) -> Row:
    return {
        "NIK": nik(number),
        "Nama Lengkap": name(number),
        "Tgl Lahir": f"{born(number):%d/%m/%Y}",
        "Kab/Kota": "Kota Cilegon",
        "Kelompok": "Nelayan",
        "per tanggal": DAY,
    } | cells


def participant(number: int, **cells: Any) -> Row:
    return {
        "nik": nik(number),
        "name": name(number).upper(),
        "birth_date": born(number).isoformat(),
        "segment": "BPU",
        "programmes": "JKK JKM",
        "funding": "apbd.kabkota",
        "active_until": "2024-07",
        "as_of": DAY,
    } | cells


def folder_of(folder: Path, **tables: list[Row]) -> Path:
    for name, rows in tables.items():
        columns = list(dict.fromkeys(column for row in rows for column in row))
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(rows)
    return folder


def round_of(folder: Path, *, place: str | None = None, **tables: list[Row]) -> Measured:
    dataset = read_round([folder_of(folder, **tables)], today=TODAY)
    return measured_round(dataset, today=TODAY, place=place)


def head(measured: Measured, indicator: str, **codes: str) -> Value:
    found = next(measured.of(indicator, place=measured.place, **codes), None)
    assert found is not None
    return found


def told(value: Value) -> str:
    return "; ".join(note.id for note in value.notes)


def text_of(measured: Measured) -> str:
    return str(laporan(measured, "id").blocks)


# ---- the levels of knowing


def test_our_list_returned_with_a_status_gives_coverage_without_linking(tmp_path: Path):
    rows = [worker(n, **{"Status BPJS": s}) for n, s in enumerate(["aktif", "aktif", "tidak aktif", "belum terdaftar"])]
    measured = round_of(tmp_path, pekerja=rows)
    assert (head(measured, "coverage").numerator, head(measured, "coverage").denominator) == (2, 4)
    assert head(measured, "registered").value == 3
    assert "dikembalikannya" in text_of(measured)


def test_lists_and_an_extract_are_linked_and_the_report_says_so(tmp_path: Path):
    measured = round_of(
        tmp_path, pekerja=[worker(n) for n in range(1, 6)], peserta=[participant(n) for n in range(1, 4)]
    )
    coverage = head(measured, "coverage")
    assert (coverage.numerator, coverage.denominator) == (3, 5)
    assert "menyandingkan daftar pekerja" in text_of(measured)


def test_an_extract_by_office_gives_coverage_at_least(tmp_path: Path):
    held = [participant(n, office="Cilegon") for n in range(1, 4)]
    coverage = head(round_of(tmp_path, pekerja=[worker(n) for n in range(1, 6)], peserta=held), "coverage")
    assert AT_LEAST in told(coverage)
    assert "kantor cabang" in told(coverage)


def test_members_who_stopped_paying_are_registered_and_not_active(tmp_path: Path):
    held = [participant(1), participant(2, active_until="2024-01")]
    measured = round_of(tmp_path, pekerja=[worker(1), worker(2)], peserta=held)
    assert (head(measured, "registered").value, head(measured, "active").value) == (2, 1)


def test_payments_decide_who_is_active_where_the_extract_does_not_say(tmp_path: Path):
    held = [participant(n, active_until=None) for n in (1, 2)]
    paid = [{"nik": nik(1), "month": "2024-07", "amount": 16_800, "programmes": "JKK JKM", "paid_on": "2024-07-05"}]
    measured = round_of(tmp_path, pekerja=[worker(1), worker(2)], peserta=held, pembayaran=paid)
    assert (head(measured, "registered").value, head(measured, "active").value) == (2, 1)
    assert head(measured, "contributions").value == 16_800


def test_payments_beside_our_own_list_tell_who_is_active_at_least(tmp_path: Path):
    paid = [{"nik": nik(n), "month": "2024-07", "amount": 16_800, "paid_on": "2024-07-05"} for n in (1, 2)]
    paid.append({"nik": nik(3), "month": "2023-07", "amount": 16_800, "paid_on": "2023-07-05"})
    people = [worker(n, segmen="BPU") for n in range(1, 6)]
    measured = round_of(tmp_path, pekerja=people, pembayaran=paid)
    registered, active = head(measured, "registered"), head(measured, "active")
    assert (registered.value, registered.high, active.value, active.high) == (3, 5, 2, 5)
    assert "hanya diketahui dari daftar pembayaran iuran" in text_of(measured)


def test_a_recap_per_account_gives_bounds_and_no_names(tmp_path: Path):
    bills = [
        {"place": CILEGON, "account_no": n, "month": "2024-07", "persons_billed": persons, "billed": 100, "paid": paid}
        for n, persons, paid in (("1", 333, 100), ("2", 333, 100), ("3", 200, 0))
    ]
    population = [{"place": CILEGON, "persons": 1000, "as_of": DAY}]
    measured = round_of(tmp_path, billing=bills, population=population)
    active = head(measured, "active")
    assert (active.low, active.high) == (333, 666)
    assert head(measured, "registered").high == 866
    assert head(measured, "coverage").value == 0.333
    assert "rekap tagihan per akun" in text_of(measured)


def test_a_list_alone_tells_the_population_and_leaves_members_missing(tmp_path: Path):
    measured = round_of(tmp_path, pekerja=[worker(1), worker(2)])
    assert head(measured, "population").value == 2
    assert head(measured, "coverage").value is None
    assert "belum diketahui" in text_of(measured)


# ---- with what was given


def test_a_given_population_stays_the_headline_and_the_list_stands_beside_it(tmp_path: Path):
    given = [{"place": CILEGON, "group": "rentan.nelayan", "persons": 332, "as_of": DAY}]
    measured = round_of(tmp_path, population=given, pekerja=[worker(n) for n in range(1, 6)], peserta=[participant(1)])
    assert head(measured, "population").value == 332
    assert head(measured, "population", universe="list").value == 5
    coverage = head(measured, "coverage", universe="pemda")
    assert (coverage.numerator, coverage.denominator) == (1, 332)
    assert "daftar nama" in told(coverage)


def test_given_members_are_never_added_to_those_found_on_a_list(tmp_path: Path):
    given = [{"place": CILEGON, "group": "rentan.nelayan", "registered": 300, "active": 250, "as_of": DAY}]
    measured = round_of(tmp_path, members=given, pekerja=[worker(1), worker(2)], peserta=[participant(1)])
    assert (head(measured, "registered").value, head(measured, "active").value) == (300, 250)
    assert head(measured, "coverage", universe="list").numerator == 1


def test_a_given_total_of_contributions_wins_and_payments_split_it(tmp_path: Path):
    given = [{"place": CILEGON, "period": "2024-06/2024-07", "amount": 1_000_000}]
    paid = [
        {"nik": nik(1), "month": month, "amount": 10_000, "programmes": programme}
        for month in ("2024-06", "2024-07")
        for programme in ("JKK", "JKM")
    ]
    measured = round_of(tmp_path, contributions=given, pembayaran=paid)
    assert head(measured, "contributions").value == 1_000_000
    assert head(measured, "contributions", programme="JKK", period="2024-06/2024-07").value == 20_000


def test_people_in_two_groups_do_not_make_the_total_look_contradicted(tmp_path: Path):
    rows = [worker(1), worker(1, Kelompok="Petani"), worker(2), worker(3, Kelompok="Ketua RT/RW")]
    measured = round_of(tmp_path, pekerja=rows)
    assert head(measured, "population").value == 3
    assert not measured.findings


def counted(*rows: Row) -> pl.DataFrame:
    columns = ["place", "office", "period", "segment", "programme", "funding", "payer", "source"]
    return pl.DataFrame(list(rows), schema=dict.fromkeys(columns, pl.String) | {"amount": pl.Int64}, orient="row")


@pytest.mark.parametrize(
    ("row", "stays"),
    [
        ({"period": "2024"}, False),
        ({"period": "2024", "programme": "JKK"}, True),
        ({"period": "2023/2024"}, False),
        ({"period": "2024-01"}, True),
        ({"period": "2023"}, True),
        ({"place": "36.73", "period": "2024"}, True),
        ({"place": "36", "period": "2024"}, False),
    ],
)
def test_a_counted_row_adds_to_a_given_one_or_is_left_out(row: Row, stays: bool):
    given = counted({"place": CILEGON, "period": "2024", "amount": 9}).with_columns(year=pl.lit(None, pl.Int64))
    both, left_out = merged(given, counted({"place": CILEGON, "amount": 1} | row), "contributions", PLACES)
    assert (both.height, left_out) == ((2, 0) if stays else (1, 1))


def test_a_counted_row_that_only_overlaps_with_given_ones_is_left_out():
    given = counted({"place": CILEGON, "period": "2024", "programme": "JKK", "amount": 9})
    given = given.with_columns(year=pl.lit(None, pl.Int64))
    _, left_out = merged(
        given, counted({"place": CILEGON, "period": "2024", "segment": "BPU"}), "contributions", PLACES
    )
    assert left_out == 1


# ---- the place and the day of a round of lists


def test_a_stray_row_from_elsewhere_does_not_make_the_round_national(tmp_path: Path):
    rows = [*(worker(n) for n in range(1, 20)), worker(20, **{"Kab/Kota": "Kota Medan"})]
    measured = round_of(tmp_path, pekerja=rows)
    assert measured.place == CILEGON
    assert head(measured, "population").value == 19
    assert "1 baris daftar menyebut tempat tinggal di luar wilayah ini" in text_of(measured)


def test_the_day_of_a_round_is_the_latest_in_its_lists(tmp_path: Path):
    measured = round_of(tmp_path, pekerja=[worker(1)], peserta=[participant(1, as_of="2024-06-30")])
    assert measured.as_of == dt.date(2024, 7, 31)


@pytest.mark.parametrize(
    ("cells", "said"), [({"per tanggal": None}, "--as-of"), ({"Kab/Kota": None, "per tanggal": DAY}, "--place")]
)
def test_lists_without_day_or_place_say_which_option_is_needed(tmp_path: Path, cells: Row, said: str):
    folder = folder_of(tmp_path, pekerja=[worker(n, **cells) for n in (1, 2)])
    result = CliRunner().invoke(app(), ["monev", str(folder), "--out", str(tmp_path / "out")])
    assert result.exit_code == 2
    assert said in result.output
    assert not (tmp_path / "out").exists()


def test_lists_that_say_no_day_are_asked_for_one_and_told_which_it_cannot_precede(tmp_path: Path):
    members = [participant(1, as_of=None, registered_on="2024-05-02")]
    folder = folder_of(tmp_path, pekerja=[worker(1, **{"per tanggal": None})], peserta=members)
    result = CliRunner().invoke(app(), ["monev", str(folder), "--out", str(tmp_path / "out")])
    assert result.exit_code == 2
    assert "tanggal hari ini tidak dipakai" in result.output
    assert "Yang terdaftar terakhir: 2 Mei 2024" in result.output
    assert not (tmp_path / "out").exists()


# ---- privacy


def texts_in(path: Path) -> str:
    """Everything a reader could find in a file of a report."""
    if path.suffix == ".pdf":
        return "\n".join(page.extract_text() for page in PdfReader(path).pages)
    if path.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as parts:
            return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    return path.read_text(encoding="utf-8")


def test_no_name_and_no_nik_of_a_list_is_in_any_file_of_the_report(tmp_path: Path):
    bad = worker(7, **{"Tgl Lahir": "31/02/1985", "NIK": nik(7)[:13]})
    lists = {"pekerja": [*(worker(n) for n in range(1, 7)), bad], "peserta": [participant(n) for n in range(1, 4)]}
    measured = round_of(tmp_path, **lists)
    for path in written_report(measured, tmp_path / "out").values():
        text = texts_in(path)
        assert not any(nik(n)[:10] in text for n in range(1, 8))
        assert not any(part.lower() in text.lower() for part in (*FIRST, *LAST))


def test_every_list_stands_in_the_manifest_with_its_purpose_and_the_day_to_delete_it(tmp_path: Path):
    measured = round_of(tmp_path, pekerja=[worker(1, OPD="Dinas Perikanan")], peserta=[participant(1)])
    manifest = json.loads(written_report(measured, tmp_path / "out")["manifest.json"].read_text(encoding="utf-8"))
    assert manifest["members_known_by"] == "linked"
    assert {kept["table"]: kept["rows"] for kept in manifest["lists"]} == {"workers": 1, "participants": 1}
    for kept in manifest["lists"]:
        assert kept["delete_on"] == "2026-08-01"
        assert kept["purpose"]
    assert "Dinas Perikanan" in text_of(measured)
    assert "1 Agustus 2026" in text_of(measured)


def test_what_comes_back_from_a_round_holds_no_list(tmp_path: Path):
    measured = round_of(tmp_path, pekerja=[worker(1)], peserta=[participant(1)])
    assert not {"workers", "participants"} & set(measured.dataset.frames)


def test_stopping_while_people_are_counted_leaves_nothing_behind(tmp_path: Path):
    folder = folder_of(tmp_path, pekerja=[worker(1)], peserta=[participant(1)])
    dataset = read_round([folder], today=TODAY)
    before = sorted(tmp_path.rglob("*"))

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        counted_round(dataset, today=TODAY, progress=stop)
    assert sorted(tmp_path.rglob("*")) == before


def test_of_whom_nothing_is_known_neither_the_registered_nor_the_active_are_lapsed_for_certain(tmp_path: Path):
    said = ["aktif", "aktif", "tidak aktif", "sudah terdaftar", None, "belum terdaftar"]
    measured = round_of(tmp_path, pekerja=[worker(n, **{"Status BPJS": s}) for n, s in enumerate(said)])
    lapsed = head(measured, "lapsed")
    assert (lapsed.low, lapsed.value, lapsed.high) == (1, 2, 3)


def test_a_partial_figure_of_people_says_what_makes_it_so(tmp_path: Path):
    rows = [worker(n, **{"Status BPJS": s}) for n, s in enumerate(["aktif", None, "belum terdaftar"])]
    coverage = head(round_of(tmp_path, pekerja=rows), "coverage")
    assert warning(coverage, "id") == "dari sebagian orang belum diketahui terdaftar atau aktifnya"
    held = [participant(n, office="Cilegon") for n in range(1, 4)]
    (tmp_path / "kantor").mkdir()
    by_office = round_of(tmp_path / "kantor", pekerja=[worker(n) for n in range(1, 6)], peserta=held)
    assert warning(head(by_office, "coverage"), "id") == "peserta menurut kantor cabang, pekerja menurut domisili"
