"""Temuan, cases and what is kept of people: shown masked, unmasked with an event, corrected beside the list, deleted in time."""

from __future__ import annotations

import datetime as dt
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from semesta.web import identities
from semesta.web.actions import matters as actions
from semesta.web.actions import purging, uploads
from semesta.web.actions import rounds as round_actions
from semesta.web.actions.refused import Refused
from semesta.web.models import Case, Correction, Event, Matter, Round, Upload
from semesta.web.roles import Role

pytestmark = pytest.mark.django_db

NAMES = ("SITI RAHMAWATI", "BUDI HARTONO", "DEWI ANGGRAINI", "JOKO PRASETYO")
NIKS = ("3672014507908642", "3672011203753011", "3672015008853017", "3672010101903019")
WORKERS = (
    "nik;nama;tanggal lahir;jenis kelamin;kode_kab;kelompok;instansi pengirim;status bpjs;per tanggal\n"
    f"{NIKS[0]};{NAMES[0]};1990-07-05;P;36.72;nelayan;Dinas Perikanan;belum terdaftar;2025-07-31\n"
    f"{NIKS[2]};{NAMES[2]};1985-08-10;P;36.72;nelayan;Dinas Sosial;belum terdaftar;2025-07-31\n"
    f"{NIKS[3]};{NAMES[3]};1990-01-01;L;36.72;nelayan;Dinas Sosial;aktif;2025-07-31\n"
)
PARTICIPANTS = (
    "id;nik;nama;tanggal lahir;jenis kelamin;kode_kab;segmen;program;status;lunas sampai bulan;tanggal terdaftar\n"
    f"p1;{NIKS[1]};{NAMES[1]};1975-03-12;L;36.72;BPU;JKK JKM;aktif;2025-07;2023-01-10\n"
    f"p2;{NIKS[3]};{NAMES[3]};1990-01-01;L;36.72;BPU;JKK JKM;aktif;2025-07;2023-01-10\n"
)
DEATHS = f"nik;nama;tanggal lahir;jenis kelamin;tanggal meninggal;kecelakaan kerja\n{NIKS[1]};{NAMES[1]};1975-03-12;L;2025-06-03;tidak\n"
CLAIMS = f"no klaim;id peserta;nik;nama;program;tanggal kejadian;tanggal lengkap;status klaim\nk1;p2;{NIKS[3]};{NAMES[3]};JKK;2025-05-02;2025-05-12;lengkap\n"
WORKERS_ONLY = {"pekerja.csv": WORKERS}
FILES = {**WORKERS_ONLY, "peserta.csv": PARTICIPANTS, "kematian.csv": DEATHS, "klaim.csv": CLAIMS}


@pytest.fixture
def lists(person, measured_now):
    """A measured round with small lists in 36.72: two not registered, one death never claimed for, one claim late."""

    def made(files=WORKERS_ONLY, *, round: Round | None = None, **declared) -> Round:
        officer = person("petugas", Role.OFFICER, "36.72")
        round = round or round_actions.make_round(by=officer, place="36.72", title="Monev", kind="meeting")
        said = {
            "holds_people": True,
            "purpose": "monev",
            "legal_basis": "tugas kewenangan",
            "delete_on": timezone.localdate() + dt.timedelta(days=300),
        }
        for name, text in files.items():
            uploads.add_upload(round, by=officer, name=name, content=[text.encode()], **(declared or said))
        measured_now(round, officer)
        return round

    return made


@pytest.fixture
def a_case(person) -> Case:
    return Case.objects.create(
        place="36.72",
        token="AAAAAAAAAA",
        initials="Q. Z.",
        happening="meninggal",
        happened_on=dt.date(2025, 6, 3),
        facts={"segment": "BPU", "months_paid": 14},
        delete_on=dt.date(2030, 1, 1),
        opened_by=person("petugas", Role.OFFICER, "36.72"),
    )


def of(finding: str) -> list[Matter]:
    return list(Matter.objects.filter(finding=finding, is_current=True))


def test_a_measured_round_leaves_its_findings_as_masked_rows(lists):
    lists(FILES)
    found = of("unregistered")
    assert [(m.nik, m.initials, m.birth_year, m.sex, m.group, m.office) for m in found] == [
        ("3672••••••••••••", "S. R.", 1990, "P", "rentan.nelayan", "Dinas Perikanan"),
        ("3672••••••••••••", "D. A.", 1985, "P", "rentan.nelayan", "Dinas Sosial"),
    ]
    assert [len(of(name)) for name in ("death_unclaimed", "claim_late")] == [1, 1]


def test_identities_stand_in_a_file_of_their_upload_for_the_owner_of_the_office_alone(lists):
    round = lists()
    upload = round.uploads.get(name="pekerja.csv")
    kept = Path(settings.HOME) / "identities" / str(round.pk) / f"{upload.pk}.parquet"
    assert pl.read_parquet(kept)["name"].to_list() == [NAMES[0], NAMES[2]]
    assert kept.stat().st_mode & 0o077 == 0
    assert kept.parent.stat().st_mode & 0o077 == 0


def test_measuring_again_keeps_tokens_and_what_was_done(lists, person, measured_now):
    round = lists()
    first = of("unregistered")
    actions.finish_matter(first[0], by=person("petugas"), note="sudah didaftarkan")
    measured_now(round, person("petugas"))
    again = of("unregistered")
    assert [m.token for m in again] == [m.token for m in first]
    assert again[0].done_at is not None
    assert again[0].note == "sudah didaftarkan"


def test_a_row_that_is_no_longer_found_says_so_and_keeps_its_history(lists, person):
    round = lists()
    gone = of("unregistered")[0]
    uploads.remove_upload(round.uploads.get(name="pekerja.csv"), by=person("petugas"))
    lists({"pekerja.csv": WORKERS.replace(";belum terdaftar;", ";aktif;", 1)}, round=round)
    gone.refresh_from_db()
    assert not gone.is_current
    assert [m.initials for m in of("unregistered")] == ["D. A."]


def test_a_list_that_nobody_declared_gets_an_end_and_asks_for_its_basis(lists, person, signed_in):
    round = lists({"pekerja.csv": WORKERS}, holds_people=False)
    upload = round.uploads.get()
    assert upload.holds_people
    assert upload.delete_on is not None
    browser = signed_in(person("petugas"))
    assert "belum punya dasar hukum" in browser.get(reverse("processing")).content.decode()
    browser.post(reverse("declare_uploads"), {"purpose": "monev", "legal_basis": "PKS 12/2025"})
    upload.refresh_from_db()
    assert upload.legal_basis == "PKS 12/2025"


def test_no_list_is_kept_longer_than_lists_may_be(lists, person):
    upload = lists().uploads.first()
    far = timezone.localdate() + dt.timedelta(days=3000)
    with pytest.raises(Refused):
        actions.declare_people(upload, by=person("petugas"), purpose="monev", legal_basis="tugas", delete_on=far)
    said = {"holds_people": True, "purpose": "monev", "legal_basis": "tugas", "delete_on": far}
    with pytest.raises(Refused, match="at most"):
        uploads.add_upload(upload.round, by=person("petugas"), name="lagi.csv", content=[b"nik\n1\n"], **said)


# ---- the pages


def test_the_page_counts_filters_and_speaks_both_languages(lists, person, signed_in):
    lists()
    browser = signed_in(person("petugas"))
    page = browser.get(reverse("matters")).content.decode()
    assert "Belum terdaftar" in page
    assert "S. R." in page
    one = browser.get(reverse("matters"), {"kantor": "Dinas Sosial", "temuan": "unregistered"}).content.decode()
    assert "D. A." in one
    assert "S. R." not in one
    browser.post(reverse("language"), {"lang": "en", "back": "/"})
    assert "Not registered" in browser.get(reverse("matters")).content.decode()


PAGES = ("matter", "unmask_matter", "change_matter", "open_case")


@pytest.mark.parametrize("name", PAGES)
def test_a_row_is_for_who_works_in_its_place(name, lists, person, signed_in, client):
    lists()
    address = reverse(name, kwargs={"matter_id": of("unregistered")[0].pk})
    asked = "get" if name == "matter" else "post"
    assert (
        getattr(signed_in(person("lain", Role.OFFICER, "36.71", sees_identity=True)), asked)(address).status_code == 404
    )
    assert getattr(signed_in(person("pembaca", Role.READER, "36.72")), asked)(address).status_code == 403
    assert getattr(client, asked)(address)["Location"].startswith(reverse("sign_in"))


@pytest.mark.parametrize("name", ["matters", "cases", "processing"])
def test_lists_are_for_roles_that_may_see_them_and_hold_only_rows_of_their_places(
    name, lists, a_case, person, signed_in, client
):
    lists()
    mine = signed_in(person("petugas")).get(reverse(name)).content.decode()
    other = signed_in(person("lain", Role.OFFICER, "36.71")).get(reverse(name)).content.decode()
    told = {"matters": "Dinas Perikanan", "cases": "Q. Z.", "processing": "pekerja.csv"}[name]
    assert told in mine
    assert told not in other
    assert signed_in(person("pembaca", Role.READER, "36.72")).get(reverse(name)).status_code == 403
    assert client.get(reverse(name)).status_code == 302


def test_a_verifier_reads_lists_and_changes_nothing(lists, person, signed_in):
    lists()
    browser = signed_in(person("pemeriksa", Role.VERIFIER, "36.72"))
    matter = of("unregistered")[0]
    assert browser.get(reverse("matter", kwargs={"matter_id": matter.pk})).status_code == 200
    answer = browser.post(reverse("change_matter", kwargs={"matter_id": matter.pk}), {"apa": "selesai", "catatan": "x"})
    assert answer.status_code == 403


def test_assigned_done_and_opened_again(lists, person, signed_in):
    lists()
    officer, matter = person("petugas"), of("unregistered")[0]
    browser, address = signed_in(officer), reverse("change_matter", kwargs={"matter_id": matter.pk})
    browser.post(address, {"apa": "tugas", "petugas": officer.pk})
    assert browser.post(address, {"apa": "selesai", "catatan": ""}).status_code == 422
    assert browser.post(address, {"apa": "selesai", "catatan": f"NIK {NIKS[0]}"}).status_code == 422
    browser.post(address, {"apa": "selesai", "catatan": "didaftarkan"})
    matter.refresh_from_db()
    assert (matter.assigned_to, matter.done_by, matter.note) == (officer, officer, "didaftarkan")
    browser.post(address, {"apa": "buka"})
    matter.refresh_from_db()
    assert matter.done_at is None


def test_nobody_is_given_a_row_of_a_place_they_do_not_work_for(lists, person):
    lists()
    with pytest.raises(Refused):
        actions.assign_matter(of("unregistered")[0], by=person("petugas"), to=person("lain", Role.OFFICER, "36.71"))


# ---- identity


def test_identity_is_shown_to_who_may_see_it_and_each_look_is_recorded(lists, person, signed_in):
    lists()
    matter = of("unregistered")[0]
    address = reverse("unmask_matter", kwargs={"matter_id": matter.pk})
    assert NAMES[0] not in signed_in(person("petugas")).post(address).content.decode()
    assert not Event.objects.filter(action="unmask").exists()
    seeing = person("melihat", Role.OFFICER, "36.72", sees_identity=True)
    answer = signed_in(seeing).post(address)
    assert NAMES[0] in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    event = Event.objects.get(action="unmask")
    assert (event.by, event.subject_id) == (seeing, matter.pk)
    assert NAMES[0] not in signed_in(seeing).get(reverse("matter", kwargs={"matter_id": matter.pk})).content.decode()


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_exports_are_masked_and_with_identities_only_for_who_may(form, lists, person, signed_in):
    round = lists()
    asked = {"putaran": round.pk, "bentuk": form}
    masked = signed_in(person("petugas")).post(reverse("export_matters"), asked)
    refused = signed_in(person("petugas")).post(reverse("export_matters"), {**asked, "identitas": "ya"})
    seeing = signed_in(person("melihat", Role.OFFICER, "36.72", sees_identity=True))
    whole = seeing.post(reverse("export_matters"), {**asked, "identitas": "ya"})
    assert refused.status_code == 302
    assert "S. R." in text_of(masked, form)
    assert not any(secret in text_of(masked, form) for secret in (*NAMES, *NIKS))
    assert all(secret in text_of(whole, form) for secret in (NAMES[0], NIKS[0]))
    events = Event.objects.filter(action="export_matters").order_by("id")
    assert [event.detail["identity"] for event in events] == [False, True]


def text_of(answer, form: str) -> str:
    if form == "csv":
        return answer.content.decode("utf-8-sig")
    sheet = load_workbook(io.BytesIO(answer.content)).active
    return "\n".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)


def test_a_cell_that_looks_like_a_formula_stays_text_in_an_export(lists, person, signed_in):
    evil = WORKERS.replace("Dinas Perikanan", "=1+1")
    round = lists({"pekerja.csv": evil})
    answer = signed_in(person("petugas")).post(reverse("export_matters"), {"putaran": round.pk, "bentuk": "csv"})
    assert ";'=1+1;" in answer.content.decode("utf-8-sig")


def test_a_correction_lies_beside_the_list_and_its_identity_not_in_the_database(lists, person):
    round = lists()
    matter, officer = of("unregistered")[0], person("melihat", Role.OFFICER, "36.72", sees_identity=True)
    folder = Path(settings.HOME) / "snapshots" / round.snapshots.get(is_current=True).sha256
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    actions.correct_matter(matter, by=officer, field="name", value="SITI RAHMAYANTI", since=dt.date(2025, 8, 1))
    assert Correction.objects.get().value == "S. R."
    assert identities.identities([matter])[matter.pk]["name"] == "SITI RAHMAYANTI"
    assert before == {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("field", "value"),
    [("nik", "123"), ("nik", "3672019999990001"), ("birth_date", "kemarin"), ("sex", "X"), ("group", "xyz"), ("phone", "1"), ("name", "S1")],
)  # fmt: skip
def test_a_correction_that_cannot_be_is_refused(field, value, lists, person):
    lists()
    with pytest.raises(Refused):
        actions.correct_matter(
            of("unregistered")[0], by=person("petugas"), field=field, value=value, since=dt.date(2025, 8, 1)
        )
    assert not Correction.objects.exists()


# ---- cases


def test_a_case_of_an_unclaimed_death_goes_from_the_event_to_the_money(lists, person, signed_in):
    lists(FILES)
    browser = signed_in(person("petugas"))
    assert "1 kematian" in re.sub(r"\s+", " ", browser.get(reverse("cases")).content.decode())
    browser.post(reverse("open_cases"))
    browser.post(reverse("open_cases"))
    case = Case.objects.get()
    assert (case.happening, case.happened_on, case.initials) == ("meninggal", dt.date(2025, 6, 3), "B. H.")
    address = reverse("change_case", kwargs={"case_id": case.pk})
    assert browser.post(address, {"apa": "tanggal", "complete_on": "2025-07-01"}).status_code == 422
    assert browser.post(address, {"apa": "tanggal", "filed_on": "2025-06-01"}).status_code == 422
    browser.post(address, {"apa": "tanggal", "filed_on": "2025-06-30", "complete_on": "2025-07-01"})
    page = browser.get(reverse("case", kwargs={"case_id": case.pk})).content.decode()
    assert "4 Juli 2025" in page
    assert "Lewat batas" in page
    browser.post(address, {"apa": "dokumen", "dokumen": ["Akta kematian", "bukan dokumen"]})
    days = {"filed_on": "2025-06-30", "complete_on": "2025-07-01", "paid_on": "2025-07-03", "amount_paid": "42.000.000"}
    browser.post(address, {"apa": "tanggal", **days})
    case.refresh_from_db()
    assert list(case.documents) == ["Akta kematian"]
    assert (case.paid_on, case.amount_paid) == (dt.date(2025, 7, 3), 42_000_000)
    page = browser.get(reverse("case", kwargs={"case_id": case.pk})).content.decode()
    assert "Dibayar dalam 2 dari 3 hari kerja" in re.sub(r"\s+", " ", page)


def test_a_case_written_by_hand_keeps_initials_where_a_name_was_written(person, signed_in):
    browser = signed_in(person("petugas", Role.OFFICER, "36.72"))
    told = {"place": "36.72", "initials": NAMES[0], "happening": "meninggal", "date": "2025-06-03", "segment": "BPU", "months_paid": "14"}  # fmt: skip
    answer = browser.post(reverse("new_case"), told)
    case = Case.objects.get()
    assert answer["Location"] == reverse("case", kwargs={"case_id": case.pk})
    assert case.initials == "S. R."
    assert "Rp42.000.000" in browser.get(answer["Location"]).content.decode()
    assert browser.post(reverse("new_case"), {**told, "place": "36.71"}).status_code == 422
    assert browser.post(reverse("new_case"), {**told, "date": "2999-01-01"}).status_code == 422


@pytest.mark.parametrize("name", ["case", "case_facts", "change_case"])
def test_a_case_is_for_who_works_in_its_place(name, a_case, person, signed_in, client):
    address = reverse(name, kwargs={"case_id": a_case.pk})
    asked = "post" if name == "change_case" else "get"
    assert getattr(signed_in(person("petugas")), asked)(address).status_code in (200, 302)
    assert getattr(signed_in(person("lain", Role.OFFICER, "36.71")), asked)(address).status_code == 404
    assert getattr(signed_in(person("pembaca", Role.READER, "36.72")), asked)(address).status_code == 403
    assert getattr(client, asked)(address)["Location"].startswith(reverse("sign_in"))


# ---- deleted in time


def test_purging_takes_bytes_identities_and_what_rows_showed_and_leaves_figures_and_the_audit(lists, person):
    round = lists(FILES)
    lists(
        {"lain.csv": WORKERS},
        round=round_actions.make_round(by=person("petugas"), place="36.72", title="Lain", kind="meeting"),
    )
    figures = round.snapshots.get(is_current=True).figures.count()
    today = timezone.localdate()
    Upload.objects.filter(round=round).update(delete_on=today)
    shared, own = (round.uploads.get(name=name).sha256 for name in ("pekerja.csv", "kematian.csv"))
    gone = purging.purge(today, by=None)
    assert gone.uploads == len(FILES)
    assert uploads.stored(shared).is_file()
    assert not uploads.stored(own).is_file()
    assert not list((Path(settings.HOME) / "identities" / str(round.pk)).glob("*"))
    kept = Matter.objects.filter(round=round, upload__isnull=False)
    assert kept.exists()
    assert not kept.exclude(initials="", nik="", reason={}, detail={}, birth_year=None).exists()
    assert round.snapshots.get(is_current=True).figures.count() == figures
    assert Event.objects.filter(action="purge_upload").count() == len(FILES)
    assert purging.purge(today, by=None) == purging.Purged()


def test_nothing_is_purged_before_its_day(lists):
    lists()
    assert purging.purge(timezone.localdate(), by=None) == purging.Purged()


def test_a_list_taken_out_of_its_round_is_purged_at_once(lists, person):
    upload = lists().uploads.get(name="pekerja.csv")
    uploads.remove_upload(upload, by=person("petugas"))
    assert purging.purge(timezone.localdate(), by=None).uploads == 1
    assert not uploads.stored(upload.sha256).is_file()


def test_a_case_keeps_nothing_of_a_family_after_its_day(lists, person, signed_in):
    lists(FILES)
    signed_in(person("petugas")).post(reverse("open_cases"))
    Case.objects.update(delete_on=timezone.localdate())
    purging.purge(timezone.localdate(), by=None)
    case = Case.objects.get()
    assert (case.initials, case.facts, case.documents) == ("", {}, {})
    page = signed_in(person("petugas")).get(reverse("case", kwargs={"case_id": case.pk}))
    assert page.status_code == 200


def test_what_a_run_that_was_cut_off_left_is_taken_away_after_a_day(db):
    left = Path(settings.HOME) / "files" / ".ukur-sisa"
    left.mkdir()
    (left / "pekerja.csv").write_text(WORKERS, encoding="utf-8")
    purging.purge(timezone.localdate(), by=None)
    assert left.exists()
    for path in (left / "pekerja.csv", left):
        os.utime(path, (0, 0))
    purging.purge(timezone.localdate(), by=None)
    assert not left.exists()


def test_the_command_tells_what_it_would_delete_before_it_does(tmp_path):
    asked = [sys.executable, "-m", "semesta", "admin", "purge", "--home", str(tmp_path / "kantor")]
    clean = {name: value for name, value in os.environ.items() if name not in ("SEMESTA_HOME", "DATABASE_URL")}
    for more, told in ((["--dry-run"], "0 daftar orang dan 0 kasus akan dihapus"), ([], "Angka tetap")):
        done = subprocess.run([*asked, *more], capture_output=True, text=True, env=clean, check=False, timeout=60)
        assert done.returncode == 0
        assert told in done.stdout


def test_rows_of_a_round_without_its_lists_are_no_longer_found_and_their_identities_are_gone(lists, person):
    round = lists()
    budget = "wilayah;tahun;kelompok;status;jumlah\n36.72;2025;rentan.nelayan;apbd;100000000\n"
    uploads.remove_upload(round.uploads.get(name="pekerja.csv"), by=person("petugas"))
    lists({"anggaran.csv": budget}, round=round, holds_people=False)
    assert not Matter.objects.filter(round=round, is_current=True).exists()
    assert not list((Path(settings.HOME) / "identities" / str(round.pk)).glob("*"))


# ---- registration

COMPLETE = (
    "nik;nama;tanggal lahir;jenis kelamin;nama ibu kandung;no hp;penghasilan;kode_kab;status bpjs;per tanggal\n"
    f"{NIKS[0]};{NAMES[0]};1990-07-05;P;SRI WAHYUNI;086012345678;1200000;36.72;belum terdaftar;2025-07-31\n"
    f"{NIKS[2]};{NAMES[2]};1985-08-10;P;;;;36.72;belum terdaftar;2025-07-31\n"
    f"3672010101503019;TUA SEKALI;1950-01-01;L;IBU;086012345679;1200000;36.72;belum terdaftar;2025-07-31\n"
)


def taken(answer) -> dict[str, str]:
    """By sheet its cells as text."""
    book = load_workbook(io.BytesIO(answer.content))
    return {s.title: "\n".join(str(cell) for row in s.iter_rows(values_only=True) for cell in row) for s in book}


def test_the_registration_file_holds_who_is_ready_and_who_lacks_what(lists, person, signed_in):
    round = lists({"pekerja.csv": COMPLETE})
    seeing = person("melihat", Role.OFFICER, "36.72", sees_identity=True)
    ready = next(one for one in of("unregistered") if one.initials == "S. R.")
    actions.correct_matter(ready, by=seeing, field="name", value="SITI RAHMAWATI A", since=dt.date(2025, 8, 1))
    answer = signed_in(seeing).post(reverse("register_matters"), {"putaran": round.pk})
    sheets = taken(answer)
    assert all(
        text in sheets["Siap didaftarkan"] for text in (NIKS[0], "SITI RAHMAWATI A", "SRI WAHYUNI", "05-07-1990")
    )
    assert NAMES[2] in sheets["Belum lengkap"]
    assert "melewati batas usia" in sheets["Belum lengkap"]
    assert "TUA SEKALI" not in str(sheets)
    assert "no-store" in answer["Cache-Control"]
    assert Event.objects.get(action="export_matters").detail == {
        "rows": 3,
        "form": "pendaftaran",
        "identity": True,
        "round": round.pk,
        "finding": "unregistered",
    }


def test_who_is_done_is_not_registered_again(lists, person, signed_in):
    round = lists({"pekerja.csv": COMPLETE})
    seeing = person("melihat", Role.OFFICER, "36.72", sees_identity=True)
    actions.finish_matter(next(one for one in of("unregistered") if one.initials == "S. R."), by=seeing, note="sudah")
    assert NIKS[0] not in str(taken(signed_in(seeing).post(reverse("register_matters"), {"putaran": round.pk})))


def test_the_registration_file_is_for_who_may_see_identities(lists, person, signed_in, client):
    round = lists()
    asked = (reverse("register_matters"), {"putaran": round.pk})
    assert signed_in(person("petugas")).post(*asked)["Location"] == reverse("matters")
    assert "minta" in signed_in(person("petugas")).get(reverse("matters")).content.decode()
    assert signed_in(person("lain", Role.OFFICER, "36.71", sees_identity=True)).post(*asked).status_code == 302
    assert signed_in(person("pembaca", Role.READER, "36.72")).post(*asked).status_code == 403
    assert client.post(*asked)["Location"].startswith(reverse("sign_in"))
    assert not Event.objects.filter(action="export_matters").exists()


@pytest.mark.parametrize("number", ["²", "9" * 30])
def test_whoever_is_no_number_is_given_nothing(lists, person, signed_in, number):
    lists()
    matter = of("unregistered")[0]
    asked = {"apa": "tugas", "petugas": number}
    assert signed_in(person("petugas")).post(f"/temuan/{matter.pk}/ubah/", asked).status_code == 302
    matter.refresh_from_db()
    assert matter.assigned_to is None
