"""What is over is deleted by itself: former texts, replaced scans, files that nobody names; once a day, without anybody asking."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from semesta.web.actions import jobs, meetings, purging, records, rounds, uploads
from semesta.web.actions.purging_records import long_ago
from semesta.web.kept import KEPT
from semesta.web.models import Event, Record, Revision, Scan, Upload
from semesta.web.work.purge import purge_daily

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
LONG = timezone.now() - dt.timedelta(days=800)
MEETING = {"place": "36.72", "date": "2025-11-20", "title": "Monev semester II"}


@pytest.fixture
def meeting(officer) -> Record:
    return records.make_record(KEPT["meeting"], by=officer, typed=MEETING, today=TODAY)


def changed(record: Record, by, title: str) -> Record:
    typed = {**MEETING, "title": title}
    return records.change_record(record, by=by, typed=typed, today=TODAY, revision=record.revision)


def test_what_a_record_said_is_deleted_when_what_followed_is_two_years_old(meeting, officer, signed_in):
    changed(changed(meeting, officer, "Kedua"), officer, "Ketiga")
    Revision.objects.filter(number__lte=2).update(at=LONG)
    gone = purging.purge(TODAY, by=None)
    assert gone.texts == 1
    texts = Revision.objects.order_by("number").values_list("data__title", flat=True)
    assert list(texts) == [None, "Kedua", "Ketiga"]
    event = Event.objects.get(action="purge_record")
    assert (event.by, event.detail) == (None, {"texts": 1})
    page = signed_in(officer).get(reverse("record", args=["rapat", meeting.pk])).content.decode()
    assert "dihapus karena waktunya habis" in page
    assert "Monev semester II" not in page
    assert purging.purge(TODAY, by=None) == purging.Purged()


def test_a_record_taken_out_two_years_ago_says_nothing_any_more(meeting, officer, signed_in):
    records.end_record(meeting, by=officer, note="Salah catat")
    assert purging.purge(TODAY, by=None).texts == 0
    Record.objects.update(ended_at=LONG)
    assert purging.purge(TODAY, by=None).texts == 2
    assert (Record.objects.get().data, set(Revision.objects.values_list("note", flat=True))) == ({}, {""})
    assert signed_in(officer).get(reverse("record", args=["rapat", meeting.pk])).status_code == 200


def test_a_replaced_scan_is_deleted_in_time_and_the_one_that_holds_is_not(meeting, officer):
    for text in (b"%PDF-1.4 lama", b"%PDF-1.4 baru"):
        meetings.close_meeting(
            meeting, by=officer, number="BA-1", signed_on=dt.date(2025, 11, 21), name="Budi Santoso.pdf", content=[text]
        )
    Scan.objects.update(added_at=LONG)
    assert purging.purge(TODAY, by=None).scans == 0
    Scan.objects.exclude(replaced_at=None).update(replaced_at=LONG)
    assert purging.purge(TODAY, by=None).scans == 1
    former, current = Scan.objects.order_by("id")
    assert (former.name, former.purged_at is None, current.purged_at) == ("", False, None)
    assert (uploads.stored(former.sha256).exists(), uploads.stored(current.sha256).exists()) == (False, True)
    assert "Budi" not in str(list(Event.objects.filter(action="purge_scan").values()))


def test_files_that_no_row_names_are_deleted_after_a_day():
    sha256, _ = uploads.kept_bytes([b"nik;nama\n"])
    loose, whose = uploads.stored(sha256), Path(settings.HOME) / "identities" / "999999" / "888888.parquet"
    whose.parent.mkdir(parents=True)
    whose.write_bytes(b"x")
    purging.purge(TODAY, by=None)
    assert (loose.exists(), whose.exists()) == (True, True)
    for path in (loose, whose):
        os.utime(path, (0, 0))
    assert purging.purge(TODAY, by=None).leftovers == 2
    assert (loose.exists(), whose.exists()) == (False, False)


def test_deleting_is_asked_for_once_a_day_and_done_as_any_work(person):
    asked = jobs.ask_daily("purge", today=TODAY)
    jobs.take(timezone.now())
    assert jobs.ask_daily("purge", today=TODAY) is None
    assert jobs.ask_daily("purge", today=TODAY + dt.timedelta(days=1)) is not None
    purge_daily(asked, lambda words, done: None)


@pytest.mark.parametrize(
    ("today", "day"),
    [(dt.date(2026, 11, 21), dt.date(2024, 11, 21)), (dt.date(2028, 2, 29), dt.date(2026, 2, 28))],
)
def test_two_years_before_the_last_of_february_is_its_last(today, day):
    assert long_ago(today) == day


SURVEY = "Kabupaten/Kota,Kelompok,Jumlah Anggota Keluarga,Jumlah Pencari Nafkah,Pengeluaran Rumah Tangga,Tanggal data"
ROW = "Kota Cilegon,Nelayan,4,1,3100000,2026-03-01"


@pytest.mark.parametrize(
    ("header", "cell"), [("NIK", "3672014107840001"), ("No. KK", "3672010101100001"), ("Nama Lengkap", "Contoh Satu")]
)
def test_a_sheet_of_figures_with_a_column_that_names_people_is_deleted_in_time_as_a_list(
    officer, measured_now, header, cell
):
    round = rounds.make_round(by=officer, place="36.72", title="Survei", kind="meeting")
    contents = {"survei.csv": f"{header},{SURVEY}\n{cell},{ROW}\n", "rekap.csv": f"Nama,{SURVEY}\nKelurahan,{ROW}\n"}
    for name, content in contents.items():
        uploads.add_upload(round, by=officer, name=name, content=[content.encode()])
    measured_now(round, officer)
    survey, recap = (Upload.objects.get(round=round, name=name) for name in contents)
    assert (survey.holds_people, survey.delete_on is not None, recap.holds_people) == (True, True, False)
    purging.purge(survey.delete_on, by=None)
    assert not uploads.stored(survey.sha256).exists()
    assert uploads.stored(recap.sha256).exists()
