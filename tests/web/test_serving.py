"""The office as somebody starts it: real processes on loopback, from an empty folder to the first figures."""

from __future__ import annotations

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing
from http.cookiejar import CookieJar

import pytest

SECONDS = 90


@pytest.fixture
def office(tmp_path):
    """semesta serve on a free port with a folder of its own: its address and the sign-in link it prints."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "semesta", "serve", "--port", str(port), "--home", str(tmp_path), "--no-browser"]
    kept = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "SEMESTA_HOME")}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=kept)
    told = [process.stdout.readline() for _ in range(3)]
    yield f"http://127.0.0.1:{port}", told[1].split()[-1], tmp_path
    process.send_signal(signal.SIGINT)
    process.wait(timeout=20)
    process.stdout.close()


def answered(browser, address, data=None):
    until = time.monotonic() + SECONDS
    while True:
        try:
            with browser.open(address, data=data, timeout=20) as answer:
                return answer.read().decode()
        except urllib.error.URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.3)


def test_an_office_starts_measures_its_examples_and_lets_in_who_holds_the_link_once(office):
    address, link, folder = office
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    page = answered(browser, f"{address}/masuk/tautan/")
    form = {name: re.search(f'name="{name}" value="([^"]+)"', page) for name in ("csrfmiddlewaretoken",)}
    sent = f"csrfmiddlewaretoken={form['csrfmiddlewaretoken'][1]}&token={link.partition('#')[2]}".encode()
    home = answered(browser, f"{address}/masuk/tautan/", sent)
    until = time.monotonic() + SECONDS
    while "Rp480,5" not in home and time.monotonic() < until:
        time.sleep(0.5)
        home = answered(browser, f"{address}/?wilayah=36.72")
    assert "Rp480,5" in home
    stylesheet = re.search(r'href="(/static/semesta\.[0-9a-f]+\.css)"', home)[1]
    assert "--brand" in answered(browser, address + stylesheet)
    with pytest.raises(urllib.error.HTTPError) as spent:
        browser.open(f"{address}/masuk/tautan/", data=sent, timeout=20)
    spent.value.close()
    assert spent.value.code == 403
    with closing(sqlite3.connect(folder / "semesta.sqlite3")) as database:
        assert database.execute("SELECT count(*) FROM web_job WHERE kind = 'purge'").fetchone() == (1,)
    assert oct(folder.stat().st_mode & 0o777) == "0o700"
    assert oct((folder / "secret").stat().st_mode & 0o777) == "0o600"
