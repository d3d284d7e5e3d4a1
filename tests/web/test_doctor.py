"""semesta admin doctor says what is wrong with an office and what to do, and nothing where nothing is."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from semesta.web.actions import uploads
from semesta.web.actions.recorded import recorded
from semesta.web.actions.rounds import make_round
from semesta.web.backup.backing_up import back_up
from semesta.web.doctor import database, folder, holdings, seeing, work
from semesta.web.doctor.told import Level
from semesta.web.models import Event, Job, Snapshot, Upload
from semesta.web.roles import Role


def faults(check, *asked) -> list[tuple[Level, str]]:
    return [(told.level, told.found.en) for told in check(*asked) if told.level is not Level.WELL]


@pytest.fixture
def own_home(tmp_path, settings) -> Path:
    """A folder of an office that no other test writes into."""
    settings.HOME = tmp_path
    for name in ("files", "snapshots", "identities"):
        (tmp_path / name).mkdir()
    return tmp_path


@pytest.fixture
def upload(person, own_home) -> Upload:
    officer = person("petugas", Role.OFFICER, "36.72")
    round = make_round(by=officer, place="36.72", title="Monev", kind="meeting")
    return uploads.add_upload(round, by=officer, name="data.csv", content=[b"wilayah;jumlah\n36.72;1\n"])[0]


# ---- the folder


def test_a_folder_and_keys_that_others_can_read_are_wrong(tmp_path, monkeypatch):
    monkeypatch.delenv("SEMESTA_SECRET_KEY", raising=False)
    tmp_path.chmod(0o700)
    (tmp_path / "secret").write_text("x" * 60)
    (tmp_path / "secret").chmod(0o600)
    assert faults(folder.folder, tmp_path) == faults(folder.keys, tmp_path) == []
    tmp_path.chmod(0o755)
    (tmp_path / "secret").chmod(0o644)
    (tmp_path / "key.pem").write_text("bukan kunci")
    assert [level for level, _ in faults(folder.folder, tmp_path)] == [Level.WRONG]
    assert len(faults(folder.keys, tmp_path)) == 3


def test_a_short_secret_key_is_wrong_wherever_it_comes_from(tmp_path, monkeypatch):
    monkeypatch.setenv("SEMESTA_SECRET_KEY", "rahasia")
    assert "too short" in faults(folder.keys, tmp_path)[0][1]


@pytest.mark.parametrize(("free", "level"), [(10**8, Level.WRONG), (10**9, Level.MIND), (10**11, Level.WELL)])
def test_little_room_is_said_before_there_is_none(free, level, tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda path: shutil._ntuple_diskusage(10**12, 10**12 - free, free))
    assert [told.level for told in folder.room(tmp_path)] == [level]


# ---- the database and what it names


@pytest.mark.django_db
def test_an_office_in_order_has_no_fault_but_that_it_was_never_archived(upload, tmp_path_factory):
    assert [told.found.en for told in seeing.seen_inside() if told.level is not Level.WELL] == [
        "this office was never archived"
    ]
    back_up(tmp_path_factory.mktemp("cadangan") / "a.zip", lambda what, done: None)
    assert {told.level for told in seeing.seen_inside()} == {Level.WELL}


@pytest.mark.django_db
def test_files_that_are_gone_changed_or_nobodys_are_told_apart(upload, own_home):
    given = uploads.stored(upload.sha256)
    loose, _ = uploads.kept_bytes([b"lepas"])
    given.write_bytes(b"lain")
    assert [level for level, _ in faults(holdings.uploads)] == [Level.WRONG, Level.MIND]
    assert loose in faults(holdings.uploads)[1][1]
    given.unlink()
    assert "uploads gone: 1" in faults(holdings.uploads)[0][1]


@pytest.mark.django_db
def test_a_changed_measurement_is_found_by_its_hash(round_of, settings):
    snapshot = Snapshot.objects.get(round=round_of("cilegon-2024", "36.72"))
    assert faults(holdings.snapshots) == []
    whole = Path(settings.HOME) / "snapshots" / snapshot.sha256 / "measured.json"
    content = whole.read_bytes()
    whole.write_bytes(content.replace(b"2024", b"2023", 1))
    assert "snapshots changed: 1" in faults(holdings.snapshots)[0][1]
    whole.write_bytes(content)
    Snapshot.objects.update(sha256="0" * 64)
    assert "snapshots gone: 1" in faults(holdings.snapshots)[0][1]


@pytest.mark.django_db
def test_people_past_their_day_and_identities_without_their_list_are_wrong(upload, own_home):
    Upload.objects.update(holds_people=True, purpose="x", legal_basis="y", delete_on=timezone.localdate())
    assert [level for level, _ in faults(holdings.overdue)] == [Level.WRONG]
    kept = own_home / "identities" / "1" / f"{upload.pk}.parquet"
    kept.parent.mkdir()
    kept.write_bytes(b"x")
    assert faults(holdings.identities) == []
    Upload.objects.update(purged_at=timezone.now())
    assert [level for level, _ in faults(holdings.identities)] == [Level.WRONG]


@pytest.mark.django_db
def test_an_audit_that_lost_its_guard_is_wrong():
    drop = (
        "DROP TRIGGER event_no_update" if connection.vendor == "sqlite" else "DROP TRIGGER event_no_change ON web_event"
    )
    assert faults(database.audit) == []
    with connection.cursor() as cursor:
        cursor.execute(drop)
    assert "audit can be changed" in faults(database.audit)[0][1]


@pytest.mark.django_db
def test_a_clock_behind_the_latest_event_is_wrong():
    with recorded("x", by=None):
        pass
    assert faults(database.clock) == []
    future = Event(action="x")
    Event._meta.get_field("at").auto_now_add = False
    try:
        future.at = timezone.now() + dt.timedelta(days=1)
        future.save()
    finally:
        Event._meta.get_field("at").auto_now_add = True
    assert "clock is behind" in faults(database.clock)[0][1]


@pytest.mark.django_db
def test_work_that_nobody_does_is_said():
    now = timezone.now()
    Job.objects.create(kind="measure", input_hash="1", state="running", heartbeat=now - dt.timedelta(minutes=2))
    Job.objects.create(kind="measure", input_hash="2")
    Job.objects.filter(state="waiting").update(asked_at=now - dt.timedelta(hours=1))
    assert [text for _, text in faults(work.jobs)] == [
        "jobs without a sign of life: 1",
        "jobs that nobody takes: 1",
    ]


# ---- the command


def test_the_command_ends_with_1_where_something_is_wrong_and_makes_no_office(tmp_path):
    env = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "SEMESTA_HOME")}
    done = subprocess.run(
        [sys.executable, "-m", "semesta", "admin", "doctor", "--home", str(tmp_path / "tidak-ada")],
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, "tidak ada kantor" in done.stdout) == (1, True)
    assert not (tmp_path / "tidak-ada").exists()


def test_a_database_out_of_reach_is_said_and_not_more(tmp_path):
    (tmp_path / "files").mkdir()
    env = {**os.environ, "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/x"}
    done = subprocess.run(
        [sys.executable, "-m", "semesta", "admin", "doctor", "--home", str(tmp_path), "--lang", "en"],
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert "out of reach" in done.stdout.splitlines()[-2]
