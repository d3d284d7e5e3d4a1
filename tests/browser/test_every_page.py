"""What holds on every page: found by following links from the first, each kind of page once, wide and narrow."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urljoin

import pytest
from looking import WIDTHS, Seen, look
from playwright.sync_api import BrowserContext

MOST_PAGES, OF_A_KIND = 80, 4
PARTS = ("vega", "map", "problems", "figures", "message")
"""What makes one page of a kind worth a look when another was seen."""


@pytest.fixture(scope="module")
def seen(first, office, browser) -> Seen:
    """Every kind of page, as the person with all roles and as the public see it."""
    told = Seen()
    public = browser.new_context(base_url=office.address)
    for context, start in ((public, "/santunan/"), (public, "/masuk/"), (public, "/masuk/tautan/"), (first, "/")):
        for address in _addresses(context, office.address, start, told):
            for width, colours in WIDTHS.items():
                look(context, address, width, colours, told)
    public.close()
    return told


def _addresses(context: BrowserContext, base: str, start: str, told: Seen) -> Iterator[str]:
    """Addresses of pages, one of each kind: those that differ in numbers alone are of one kind, unless one has more to it."""
    asked: Counter[str] = Counter()
    kinds: set[tuple[str, frozenset[str]]] = set()
    waiting = [start]
    while waiting and len(kinds) < MOST_PAGES:
        path = waiting.pop(0)
        if asked[_kind(path)] == OF_A_KIND or path.startswith(("/api/", "/static/")):
            continue
        asked[_kind(path)] += 1
        answer = context.request.get(path)
        if not answer.ok:
            told.broken.append(f"{path}: {answer.status}")
        if "text/html" not in answer.headers.get("content-type", ""):
            continue
        text = answer.text()
        links = (urljoin(f"{base}{path}", link) for link in re.findall(r'<a\b[^>]*\bhref="([^"#?]+)', text))
        waiting += [one for one in (link.removeprefix(base) for link in links) if one.startswith("/")]
        kind = _kind(path), frozenset(part for part in PARTS if f'class="{part}' in text)
        if kind not in kinds:
            kinds.add(kind)
            yield path


def _kind(path: str) -> str:
    return re.sub(r"\d[\d.-]*", "N", path)


def _each(lines: list[str]) -> str:
    return "\n".join(lines)


def test_each_look_finds_what_it_looks_for(browser, office):
    context, told = browser.new_context(base_url=office.address), Seen()
    page = (
        '<html lang="id"><title>x</title><h1>x</h1><img src="data:,"><p style="width: 2000px">x</p><script>1</script>'
    )
    policy = {"content-security-policy": "script-src 'self'", "content-type": "text/html"}
    context.route("**/rusak/", lambda route: route.fulfill(body=page, headers=policy))
    look(context, "/rusak/", 360, "light", told)
    context.close()
    assert "Content Security Policy" in _each(told.said)
    assert told.too_wide
    assert "image-alt" in _each(told.barriers)


def test_pages_are_found_by_their_links(seen):
    assert len(seen.pages) >= 2 * 40, _each(seen.pages)


def test_no_link_leads_nowhere(seen):
    assert not seen.broken, _each(seen.broken)


def test_no_page_breaks_its_own_policy_or_says_an_error(seen):
    assert not seen.said, _each(seen.said)


def test_no_page_is_wider_than_the_window(seen):
    assert not seen.too_wide, _each(seen.too_wide)


def test_no_page_has_a_serious_barrier_in_light_or_dark(seen):
    assert not seen.barriers, _each(seen.barriers)
