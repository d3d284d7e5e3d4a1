"""Every address there is, also those that are still to come: who is not signed in gets no further, and who has no role sees nothing."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import URLPattern, reverse

from semesta.web.models import Event
from semesta.web.urls import urlpatterns

pytestmark = pytest.mark.django_db

OPEN = {"sign_in", "sign_in_code", "by_link", "sign_out", "language", "entitlement"} | {
    "public",
    "public_round",
    "public_csv",
    "public_json",
    "public_package",
}
"""For everybody; of these the public ones show only what was published."""
OWN = {"settings", "own_codes", "tokens", "to_fill_in"}
"""What is one's own, or of nobody: for who is signed in, with a role or without."""
LISTS = {"rounds", "reports", "plans", "compare", "overview"}
"""Lists that are empty for who has no role."""
PATTERNS = [one for one in urlpatterns if isinstance(one, URLPattern)]


def address(pattern: URLPattern) -> str:
    """The address with a number, a word or a name for each part that stands open."""
    kinds = {name: type(each).__name__ for name, each in pattern.pattern.converters.items()}
    filled = {name: 7 if kind == "IntConverter" else "rapat" for name, kind in kinds.items()}
    return reverse(pattern.name, kwargs=filled)


@pytest.mark.parametrize("pattern", [one for one in PATTERNS if one.name not in OPEN], ids=lambda one: one.name)
def test_who_is_not_signed_in_is_asked_to(pattern):
    for method in ("get", "post"):
        answer = getattr(Client(), method)(address(pattern))
        assert answer.status_code == 405 or answer.url.startswith("/masuk/")


@pytest.mark.parametrize("pattern", [one for one in PATTERNS if one.name not in OPEN | OWN], ids=lambda one: one.name)
def test_who_has_no_role_sees_nothing_and_changes_nothing(pattern, person, signed_in):
    browser = signed_in(person("tanpa-peran"))
    shown = browser.get(address(pattern)).status_code
    assert shown in (403, 404, 405) or (pattern.name in LISTS and shown == 200)
    done = Event.objects.exclude(action="code_failed")  # a wrong code is told of, whoever wrote it
    before = done.count()
    browser.post(address(pattern))
    assert done.count() == before


def test_nobody_sends_more_than_may_be_and_who_is_not_signed_in_sends_no_files(person, signed_in, settings):
    def sent(browser: Client, path: str, size: int) -> int:
        return browser.generic("POST", path, b"x" * size, "application/octet-stream").status_code

    few = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    settings.LARGEST_REQUEST = 2 * few
    browser = signed_in(person("tanpa-peran"))
    assert (sent(Client(), "/masuk/", few), sent(Client(), "/masuk/", few + 1)) == (200, 413)
    assert (sent(browser, "/bundel/terima/", few + 1), sent(browser, "/bundel/terima/", 2 * few + 1)) == (302, 413)
    assert (sent(Client(), "/api/bundles", few + 1), sent(Client(), "/api/bundles", 2 * few + 1)) == (401, 413)
