"""An office with the examples, people who signed in to it, and a browser that remembers everything that went wrong."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parent))
import chromium

STARTS_WITHIN, MEASURES_WITHIN = 90, 120
"""Seconds."""


class Office:
    """A running office: its address, and the link of its first person."""

    def __init__(self, address: str, link: str) -> None:
        self.address, self.link = address, link


@pytest.fixture(scope="session")
def office(tmp_path_factory) -> Iterator[Office]:
    """`semesta serve` in an empty folder, with the examples and a worker."""
    folder = tmp_path_factory.mktemp("kantor")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = folder / "kata.txt"
    with said.open("w") as out:
        command = [sys.executable, str(Path(__file__).with_name("office.py")), str(port)]
        surroundings = {**os.environ, "SEMESTA_HOME": str(folder / "home"), "PYTHONUNBUFFERED": "1"}
        running = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=out, stderr=out, env=surroundings)
        try:
            yield Office(f"http://127.0.0.1:{port}", _link(said, port))
        finally:
            running.stdin.close()
            running.wait(40)


def _link(said: Path, port: int) -> str:
    """The link that the start prints, once the server answers."""
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until:
        found = re.search(r"http://\S+/masuk/tautan/#\S+", said.read_text())
        with socket.socket() as tried:
            if found and tried.connect_ex(("127.0.0.1", port)) == 0:
                return found[0]
        time.sleep(0.3)
    raise AssertionError(f"the office did not start:\n{said.read_text()}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # Containers give a browser no namespace for its sandbox; it visits our own pages alone.
        started = playwright.chromium.launch(executable_path=chromium.program(), args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def first(office, browser) -> Iterator[BrowserContext]:
    """The browser of who started the office: signed in by the link, allowed everything, the examples measured."""
    context = browser.new_context(base_url=office.address, viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(office.link)
    page.wait_for_url(f"{office.address}/")
    _measured(page)
    page.close()
    yield context
    context.close()


def _measured(page: Page) -> None:
    """Waits until the worker has measured every example: their days come from their data."""
    until = time.monotonic() + MEASURES_WITHIN
    while time.monotonic() < until:
        rounds = page.request.get("/api/rounds").json()["items"]
        if rounds and all(one["as_of"] for one in rounds):
            return
        time.sleep(1)
    raise AssertionError("the examples were not measured in time")


@pytest.fixture
def somebody(office, browser, first) -> Iterator[Callable[..., Page]]:
    """The page of a new person, let in by the administrator and signed in by the link they were given."""
    contexts = []

    def made(username: str, role: str, place: str) -> Page:
        page = first.new_page()
        page.goto("/pengaturan/pengguna/baru/")
        page.fill("#username", username)
        page.select_option("#role", role)
        page.fill("#place", place)
        page.click("main button.main")
        link = page.locator("#link").input_value()
        page.close()
        context = browser.new_context(base_url=office.address)
        contexts.append(context)
        own = context.new_page()
        own.goto(link)
        own.wait_for_url(f"{office.address}/")
        return own

    yield made
    for context in contexts:
        context.close()
