"""The API asked at random by its own description: it never breaks, and every answer is one that it describes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.utils import timezone
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from semesta.web.actions.scenarios import make_scenario
from semesta.web.actions.tokens import make_token
from semesta.web.models import Case, Job, Matter, Record
from semesta.web.roles import Role

pytestmark = pytest.mark.django_db
described = schemathesis.openapi.from_wsgi("/api/openapi.json", WSGIHandler())
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    unsupported_method,
]
"""Not that everything well-formed is taken: whether a case of the law or a row of a table is whole, no schema says."""


@pytest.fixture
def there(round_of, person) -> dict[str, int]:
    """An office with something of each kind: its ids by the name of the parameter that asks for them."""
    round = round_of("cilegon-2024", "36.72")
    officer = person("petugas")
    for role in (Role.ADMINISTRATOR, Role.OFFICER, Role.VERIFIER):
        person("petugas", role, "ID")
    cells = {"place": "36.72", "kind": "kendala", "text": "Data ganda"}
    record = Record.objects.create(table="obstacles", place="36.72", data=cells, made_by=officer)
    matter = Matter.objects.create(
        round=round,
        place="36.72",
        finding="death_unclaimed",
        token="BBBBBBBBBB",
        position=0,
        reason={"id": "", "en": ""},
    )
    case = Case.objects.create(
        place="36.72",
        token="AAAAAAAAAA",
        happening="meninggal",
        happened_on=dt.date(2025, 6, 3),
        facts={"segment": "BPU", "months_paid": 14},
        delete_on=dt.date(2030, 1, 1),
        opened_by=officer,
    )
    plan, other = (make_scenario(by=officer, text=f"place: Kota Cilegon\nname: {name}\n") for name in ("A", "B"))
    job = Job.objects.filter(place="36.72").latest("pk")
    kept = {"scenario_id": plan.pk, "other_id": other.pk, "job_id": job.pk}
    return kept | {
        "round_id": round.pk,
        "round": round.pk,
        "record_id": record.pk,
        "matter_id": matter.pk,
        "case_id": case.pk,
    }


@pytest.fixture(autouse=True)
def _one_connection() -> Iterator[None]:
    """Between two requests the connection stays, with what the test has made: Django's own test client does the same."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def secret(there, person) -> str:
    last = timezone.localdate() + dt.timedelta(days=3)
    return make_token(by=person("petugas"), title="uji", scope="work", expires_on=last)[1]


@described.parametrize()
@settings(
    max_examples=20,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
)
def test_every_answer_is_one_that_the_description_tells(case, secret, there):
    for given in (case.path_parameters, case.query):
        for name in {*(given or ())} & {*there}:
            # Of ids that could be half are of something that is there.
            if isinstance(given[name], int) and given[name] % 2:
                given[name] = there[name]
    case.call_and_validate(headers={"Authorization": f"Bearer {secret}"}, checks=CHECKS)
