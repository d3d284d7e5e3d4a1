"""What is over is deleted by itself: former texts, replaced scans, files that nobody names; once a day, without anybody asking."""

from __future__ import annotations

import datetime as dt
import os
import zipfile
from pathlib import Path

import polars as pl
import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from planned import FISHERS

from semesta.rounds.snapshot import is_whole, kept
from semesta.web import chapters, plans
from semesta.web.actions import jobs, meetings, pools, purging, records, scenarios, uploads
from semesta.web.actions.matters import NOT_STATED
from semesta.web.actions.purging_records import long_ago
from semesta.web.backup import restoring
from semesta.web.backup.backing_up import back_up
from semesta.web.doctor import holdings
from semesta.web.doctor.told import Level
from semesta.web.kept import KEPT
from semesta.web.models import Event, Job, Record, Revision, Round, Scan, Scenario, Upload
from semesta.web.roles import Role
from semesta.web.work import papers
from semesta.web.work import pools as pools_made
from semesta.web.work.plan import make_plan
from semesta.web.work.purge import purge_daily
from semesta.web.work.tell import Failed

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


RECAP = "Kabupaten/Kota,Kelompok,Jumlah pekerja,Tanggal data"
RECAP_ROW = "Kota Cilegon,Nelayan,1100,2026-03-01"
MANY = ",".join(f"Lain {number}" for number in range(12))


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("NIK", "3672014107840001"),
        ("No. KK", "3672010101100001"),
        ("Nama Lengkap", "Contoh Satu"),
        ("Nama ahli waris", "Contoh Satu"),
        (f"{MANY},NIK", f"{',' * 12}3672014107840001"),
    ],
)
def test_a_sheet_of_figures_with_a_column_that_names_people_is_deleted_in_time_as_a_list(
    officer, round_with, header, cell
):
    texts = {
        "population.csv": f"{header},{RECAP}\n{cell},{RECAP_ROW}\n",
        "population 2.csv": f"Nama,{RECAP}\nKelurahan,{RECAP_ROW}\n",
    }
    round = round_with(texts, by=officer)
    data, recap = (Upload.objects.get(round=round, name=name) for name in texts)
    assert (data.holds_people, data.delete_on is not None, recap.holds_people) == (True, True, False)
    purging.purge(data.delete_on, by=None)
    assert not uploads.stored(data.sha256).exists()
    assert uploads.stored(recap.sha256).exists()


# ---- families


SURVEY = "Kabupaten/Kota,Kelompok,Jumlah Anggota Keluarga,Jumlah Pencari Nafkah,Pengeluaran Rumah Tangga,Jumlah keluarga,Tanggal data"
FAMILIES = [f"Kota Cilegon,Nelayan,4,1,{3_100_000 + number},,2026-03-01" for number in range(6)]
ALIKE = "Kota Cilegon,Nelayan,5,2,4500000,40,2026-03-01"
CARDS = "NIK,Nama Lengkap,No KK,Kabupaten/Kota,Pengeluaran Rumah Tangga\n" + "".join(
    f"36720141078400{n:02},Contoh {'ABCDEFGH'[n]},36720101011000{n // 2:02},Kota Cilegon,{3_200_000 + n // 2 * 100_000}\n"
    for n in range(1, 8)
)


def sheet(name: str, rows: list[str]) -> str:
    return f"{name}{SURVEY}\n" + "".join(f"{row}\n" for row in rows)


def families_kept(round: Round) -> list[int]:
    """What each household of the round spends, as its measurement has it."""
    frame = chapters.measured.__wrapped__(round.snapshots.get(is_current=True).sha256).dataset.frame(
        "household_spending"
    )
    return [] if frame is None else sorted(frame["spending"].to_list())


@pytest.mark.parametrize("name", ["", "Nama,"])
def test_a_survey_of_single_families_is_a_list_with_or_without_names_and_one_of_many_alike_is_not(
    officer, round_with, name
):
    cell = "Contoh Satu," if name else ""
    texts = {
        "survei.csv": sheet(name, [cell + row for row in FAMILIES]),
        "strata.csv": sheet(name, [cell + ALIKE]),
    }
    round = round_with(texts, by=officer)
    survey, strata = (Upload.objects.get(round=round, name=name) for name in texts)
    assert (survey.holds_people, survey.legal_basis, strata.holds_people) == (True, NOT_STATED, False)
    assert survey.delete_on is not None


def test_rows_of_single_families_go_with_their_list_and_nothing_else_of_a_measurement_does(officer, round_with):
    texts = {
        "survei.csv": sheet("", FAMILIES),
        "strata.csv": sheet("", [ALIKE]),
        "rekap.csv": f"{RECAP}\n{RECAP_ROW}\n",
    }
    round = round_with(texts, by=officer)
    snapshot = round.snapshots.get()
    before = chapters.measured.__wrapped__(snapshot.sha256)
    assert families_kept(round) == [*range(3_100_000, 3_100_006), 4_500_000]
    survey = Upload.objects.get(round=round, name="survei.csv")
    gone = purging.purge(survey.delete_on, by=None)
    after = chapters.measured.__wrapped__(snapshot.sha256)
    assert (gone.snapshots, families_kept(round)) == (1, [4_500_000])
    assert (after.values, after.findings, after.dataset.deleted) == (
        before.values,
        before.findings,
        {"household_spending"},
    )
    assert before.dataset.frames["population"].equals(after.dataset.frames["population"])
    assert is_whole(Path(settings.HOME) / "snapshots", snapshot.sha256)
    assert [told.found.en for told in holdings.snapshots() if told.level is not Level.WELL] == []
    assert Event.objects.get(action="purge_upload").detail["snapshots"] == 1
    assert purging.purge(survey.delete_on, by=None) == purging.Purged()


def test_families_counted_from_cards_go_with_the_cards_from_every_measurement_of_the_round(
    officer, round_with, measured_now
):
    round = round_with({"kk.csv": CARDS, "rekap.csv": f"{RECAP}\n{RECAP_ROW}\n"}, by=officer)
    uploads.add_upload(
        round, by=officer, name="rekap2.csv", content=[f"{RECAP}\nKota Cilegon,Petani,9,2026-03-01\n".encode()]
    )
    measured_now(round, officer)
    folder = Path(settings.HOME) / "snapshots"
    names = [one.sha256 for one in round.snapshots.all()]
    assert len(set(names)) == 2
    assert families_kept(round)
    cards = Upload.objects.get(round=round, name="kk.csv")
    assert purging.purge(cards.delete_on, by=None).snapshots == 2
    assert families_kept(round) == []
    assert [pl.read_parquet(folder / name / "tables" / "household_spending.parquet").height for name in names] == [0, 0]


def test_a_measurement_that_two_rounds_share_keeps_its_families_as_long_as_one_may_keep_its_list(officer, round_with):
    texts = {"survei.csv": sheet("", FAMILIES)}
    first, second = (round_with(texts, by=officer) for _ in range(2))
    assert first.snapshots.get().sha256 == second.snapshots.get().sha256
    Upload.objects.filter(round=first).update(delete_on=TODAY)
    assert purging.purge(TODAY, by=None).snapshots == 0
    assert len(families_kept(second)) == 6
    Upload.objects.filter(round=second).update(delete_on=TODAY)
    assert purging.purge(TODAY, by=None).snapshots == 1
    assert families_kept(second) == []


def test_a_round_whose_lists_are_gone_is_not_measured_to_other_figures_until_somebody_decides(
    officer, round_with, measured_now
):
    round = round_with({"survei.csv": sheet("", FAMILIES), "rekap.csv": f"{RECAP}\n{RECAP_ROW}\n"}, by=officer)
    snapshot = round.snapshots.get()
    survey = Upload.objects.get(round=round, name="survei.csv")
    purging.purge(survey.delete_on, by=None)
    with pytest.raises(Failed, match="deleted in time"):
        measured_now(round, officer)
    uploads.remove_upload(Upload.objects.get(pk=survey.pk), by=officer)
    Job.objects.update(state="failed")
    measured_now(round, officer)
    assert round.snapshots.get(is_current=True).pk != snapshot.pk


def test_a_list_given_again_after_its_deletion_is_measured_again_to_the_same(officer, round_with, measured_now):
    content = sheet("", FAMILIES)
    round = round_with({"survei.csv": content}, by=officer)
    snapshot, survey = round.snapshots.get(), Upload.objects.get(round=round)
    purging.purge(survey.delete_on, by=None)
    assert families_kept(round) == []
    again, is_new = uploads.add_upload(round, by=officer, name="survei.csv", content=[content.encode()])
    assert (is_new, again.pk != survey.pk) == (True, True)
    measured_now(round, officer)
    assert round.snapshots.get(is_current=True).sha256 == snapshot.sha256
    assert len(families_kept(round)) == 6
    assert is_whole(Path(settings.HOME) / "snapshots", snapshot.sha256)


def test_an_archive_made_after_a_deletion_holds_whole_measurements_without_the_families(officer, round_with, tmp_path):
    round = round_with({"survei.csv": sheet("", FAMILIES), "strata.csv": sheet("", [ALIKE])}, by=officer)
    purging.purge(Upload.objects.get(round=round, name="survei.csv").delete_on, by=None)
    name = round.snapshots.get().sha256
    back_up(tmp_path / "a.zip", lambda what, done: None)
    restoring.check(tmp_path / "a.zip", lambda what, done: None)
    with zipfile.ZipFile(tmp_path / "a.zip") as held:
        held.extractall(tmp_path / "b")
    (there,) = (tmp_path / "b").rglob(name)
    assert is_whole(there.parent, name)
    assert kept(there.parent, name).dataset.frames["household_spending"]["spending"].to_list() == [4_500_000]


# ---- what stood in faulty cells


LIST = "NIK,Nama Lengkap,Tanggal lahir,Kabupaten/Kota,Kelompok,Per tanggal\n3672014107840001,Siti Rahmawati,17/07/1984,Kota Cilegon,Nelayn,2026-03-01\n"


def test_faulty_cells_of_lists_are_told_to_who_may_read_lists_until_the_list_is_deleted(
    officer, round_with, person, signed_in
):
    round = round_with({"daftar.csv": LIST}, by=officer)
    snapshot, address = round.snapshots.get(), reverse("round", args=[round.pk])
    stored = (Path(settings.HOME) / "snapshots" / snapshot.sha256 / "measured.json").read_text()
    assert "Nelayn" not in stored
    assert "Nelayn" in signed_in(officer).get(address).content.decode()
    reader = person("pembaca", Role.READER, "36.72")
    assert "Nelayn" not in signed_in(reader).get(address).content.decode()
    purging.purge(Upload.objects.get(round=round).delete_on, by=None)
    page = signed_in(officer).get(address).content.decode()
    assert "Nelayn" not in page
    assert "sudah dihapus pada waktunya" in page


# ---- papers


def aged(days: int) -> None:
    """All papers as if they had been made so many days ago."""
    then = (timezone.now() - dt.timedelta(days=days)).timestamp()
    for path in sorted((Path(settings.HOME) / "papers").rglob("*"), reverse=True):
        os.utime(path, (then, then))


def papers_there() -> set[str]:
    return {path.name for path in (Path(settings.HOME) / "papers").iterdir()}


def made_of(scenario: Scenario, by, other: Scenario | None = None) -> str:
    """Runs the plan; the folder of what came out."""
    job = scenarios.ask_plan(scenario, other, by=by, lang="id")
    make_plan(job, lambda words, done: None)
    Job.objects.filter(pk=job.pk).update(state="done")
    return plans.inputs(scenario, other).folder("id").parent.parent.name


def test_papers_of_a_plan_go_a_day_after_what_they_were_made_of_is_past(officer, tmp_path, settings):
    settings.HOME = tmp_path
    for name in ("files", "papers", "identities"):
        (tmp_path / name).mkdir()
    first, other, gone = (
        scenarios.make_scenario(by=officer, text=FISHERS.replace("300", kept)) for kept in ("300", "400", "500")
    )
    before = made_of(first, officer)
    ended = made_of(gone, officer)
    scenarios.end_scenario(gone, by=officer)
    first = scenarios.change_scenario(first, by=officer, text=FISHERS.replace("300", "310"), revision=1)
    now, compared = made_of(first, officer), made_of(first, officer, other)
    (tmp_path / "papers" / now / "0.0.1" / "id").mkdir(parents=True)
    assert purging.purge(TODAY, by=None).leftovers == 0
    assert papers_there() == {before, ended, now, compared}
    aged(2)
    assert purging.purge(TODAY, by=None).leftovers == 3
    assert papers_there() == {now, compared}
    assert not (tmp_path / "papers" / now / "0.0.1").exists()
    assert (plans.inputs(first).folder("id") / plans.BLOCKS).is_file()


def test_papers_of_a_round_go_a_day_after_it_was_measured_to_something_else(
    officer, round_with, measured_now, tmp_path, settings
):
    settings.HOME = tmp_path
    for name in ("files", "papers", "identities", "snapshots"):
        (tmp_path / name).mkdir()
    round = round_with({"rekap.csv": f"{RECAP}\n{RECAP_ROW}\n"}, by=officer)
    former = papers.folder_of(round.snapshots.get().sha256, "id")
    papers.put(former / "laporan.pdf", b"%PDF")
    uploads.add_upload(
        round, by=officer, name="rekap2.csv", content=[f"{RECAP}\nKota Cilegon,Petani,9,2026-03-01\n".encode()]
    )
    measured_now(round, officer)
    current = papers.folder_of(round.snapshots.get(is_current=True).sha256, "id")
    papers.put(current / "laporan.pdf", b"%PDF")
    drawn = {"years": 10, "scenarios": 1000, "seed": 1, "expect": "own"}
    pools.ask_pools(round, by=officer, lang="id", **drawn)
    pooled = pools_made.folder_of(round.snapshots.get(is_current=True).sha256, lang="id", **drawn)
    papers.put(pooled / "halaman.json", b"[]")
    papers.put(tmp_path / "papers" / "gotong-royong-lama" / "1" / "id" / "halaman.json", b"[]")
    aged(2)
    purging.purge(TODAY, by=None)
    assert papers_there() == {folder.parent.parent.name for folder in (current, pooled)}
