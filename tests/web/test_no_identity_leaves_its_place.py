"""A whole city worked through in the office, then every trace of it searched for every NIK and name on its lists.

A failure names the place that leaked and how many values, never whose.
"""

from __future__ import annotations

import datetime as dt
import logging
import re
from pathlib import Path

import polars as pl
import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from semesta.rounds.run import read_round
from semesta.tables.registry import PEOPLE
from semesta.web.actions import matters as actions
from semesta.web.actions import purging, uploads
from semesta.web.actions import rounds as round_actions
from semesta.web.models import Case, Event, Matter, Upload
from semesta.web.roles import Role

pytestmark = pytest.mark.django_db

CITY = Path(__file__).parents[2] / "examples" / "kota-contoh"
MAY_HOLD_IDENTITIES = ("files", "identities")


class Browsing(Client):
    """A browser that remembers each address it was sent to."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.pages: list[str] = []

    def request(self, **request):
        self.addresses.append(f"{request.get('PATH_INFO')}?{request.get('QUERY_STRING', '')}")
        answer = super().request(**request)
        self.addresses.append(answer.headers.get("Location", ""))
        return answer

    def seen(self, address: str, **asked) -> None:
        self.pages.append(self.get(address, asked).content.decode())


def secrets_of(paths: list[Path]) -> tuple[set[str], set[str]]:
    """Every number of ten digits or more and every name of two words or more of the lists, in small letters."""
    dataset = read_round(paths, today=timezone.localdate())
    frames = [frame for name in PEOPLE if (frame := dataset.frame(name)) is not None]

    def values(*columns: str) -> set[str]:
        return {
            str(value) for frame in frames for c in columns if c in frame.columns for value in frame[c].drop_nulls()
        }

    numbers = {re.sub(r"\D", "", value) for value in values("nik", "kk", "kpj", "phone")}
    names = {value.lower() for value in values("name", "mother_name", "address") if len(value.split()) > 1}
    return {number for number in numbers if len(number) >= 10}, names


def database() -> str:
    """All rows of all tables but sessions, as text."""
    told = []
    for model in apps.get_models():
        if model is not Session:
            told += [repr(row) for row in model.objects.values_list()]
    return "\n".join(told)


def as_text(path: Path) -> str:
    """What stands in a file; Parquet is compressed, so its rows."""
    if path.suffix == ".parquet":
        return "\n".join(str(row) for row in pl.read_parquet(path).iter_rows())
    return path.read_bytes().decode("utf-8", "replace")


def leaks(text: str, secrets: tuple[set[str], set[str]]) -> int:
    numbers, names = secrets
    low = text.lower()
    digits = set(re.findall(r"\d{10,}", text))
    return sum(any(number in run for run in digits) for number in numbers) + sum(name in low for name in names)


@pytest.fixture
def worked(person, measured_now, caplog):
    """Kota Contoh measured, looked at, corrected, unmasked and taken along; and who did all that."""
    caplog.set_level(logging.DEBUG)
    officer = person("petugas", Role.OFFICER, "36.72", sees_identity=True)
    round = round_actions.make_round(by=officer, place="36.72", title="Monev Kota Contoh", kind="meeting")
    paths = [path for path in sorted(CITY.iterdir()) if path.suffix in (".csv", ".xlsx") and path.name != "places.csv"]
    for path in paths:
        uploads.add_upload(round, by=officer, name=path.name, content=[path.read_bytes()])
    measured_now(round, officer)
    browser = Browsing()
    browser.force_login(officer, backend="semesta.web.readers.Backend")
    work_through(browser, officer, round)
    return browser, officer, round, paths


def work_through(browser: Browsing, officer, round) -> None:
    browser.seen(reverse("round", kwargs={"round_id": round.pk}))
    browser.seen(reverse("matters"), status="semua")
    for number in range(1, 10):
        browser.seen(reverse("matters"), halaman=number)
    for finding in Matter.objects.order_by().values_list("finding", flat=True).distinct():
        matter = Matter.objects.filter(finding=finding).first()
        browser.seen(reverse("matter", kwargs={"matter_id": matter.pk}))
        browser.post(reverse("unmask_matter", kwargs={"matter_id": matter.pk}))
        told = {"apa": "selesai", "catatan": "sudah dihubungi"}
        browser.post(reverse("change_matter", kwargs={"matter_id": matter.pk}), told)
    matter = Matter.objects.filter(finding="unregistered")[1]
    actions.correct_matter(matter, by=officer, field="name", value="Nama Yang Benar", since=dt.date(2026, 1, 1))
    for form in ("csv", "xlsx"):
        browser.post(reverse("export_matters"), {"bentuk": form, "identitas": "ya", "status": "semua"})
        masked = browser.post(reverse("export_matters"), {"bentuk": form, "status": "semua"})
        browser.pages.append(masked.content.decode("utf-8-sig") if form == "csv" else "")
    browser.post(reverse("open_cases"))
    browser.seen(reverse("cases"))
    browser.seen(reverse("case", kwargs={"case_id": Case.objects.first().pk}))
    browser.seen(reverse("processing"))


def test_no_nik_and_no_name_is_anywhere_but_in_the_uploads_and_the_identity_store(worked, caplog):
    browser, _, round, paths = worked
    secrets = secrets_of(paths)
    assert min(map(len, secrets)) > 500
    assert len(browser.pages) > 20
    store = Path(settings.HOME) / "identities" / str(round.pk)
    assert leaks(as_text(next(store.glob("*.parquet"))), secrets) > 0
    traces = {
        "database": database(),
        "events": "\n".join(str(row) for row in Event.objects.values_list("action", "detail")),
        "log": caplog.text,
        "addresses": "\n".join(browser.addresses),
        "masked pages": "\n".join(browser.pages),
    }
    for path in Path(settings.HOME).rglob("*"):
        inside = path.relative_to(settings.HOME).parts[0]
        if path.is_file() and inside not in (*MAY_HOLD_IDENTITIES, "static"):
            traces[str(path.relative_to(settings.HOME))] = as_text(path)
    assert {name: number for name, text in traces.items() if (number := leaks(text, secrets))} == {}
    assert "nama yang benar" not in (traces["database"] + caplog.text).lower()

    Upload.objects.filter(round=round).exclude(delete_on=None).update(delete_on=timezone.localdate())
    Case.objects.update(delete_on=timezone.localdate())
    purging.purge(timezone.localdate(), by=None)
    assert list(store.iterdir()) == []
    shas = list(Upload.objects.filter(round=round, holds_people=True).values_list("sha256", flat=True))
    assert shas
    assert [sha for sha in shas if uploads.stored(sha).exists()] == []
    assert leaks(database(), secrets) == 0
