"""The office started on one machine: database made, pages' files gathered, examples loaded, server and worker run."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from semesta.web.models import User

FIRST_USER = "petugas"
LOOK = 0.3
"""Seconds between looks whether the server still runs."""


def serve_until_stopped(*, port: int, demo: bool, browser: bool, with_worker: bool, tell: Callable[[str], None]) -> int:
    """Serves on 127.0.0.1 until interrupted; the exit code of the server."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "semesta.web.settings")
    django.setup()
    if not _is_free(port):
        tell(f"Port {port} sedang dipakai; coba --port {port + 1}. (In use; try another.)")
        return 2
    prepare()
    user = first_user()
    if demo:
        from semesta.web.examples import load_examples

        load_examples(user)
    link = _link(user, port)
    tell(f"Semesta: http://127.0.0.1:{port}/")
    tell(f"Masuk sekali pakai (sign in, once): {link}")
    tell("Berhenti (stop): Ctrl-C")
    if browser:
        threading.Timer(1.5, webbrowser.open, [link]).start()
    return _run(port, with_worker=with_worker)


def prepare() -> None:
    """Makes or renews the database, and gathers what pages need; the same twice changes nothing."""
    from django.conf import settings
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    write_packages(Path(settings.HOME) / "packages")
    settings.STATICFILES_DIRS = [Path(settings.HOME) / "packages"]
    call_command("collectstatic", verbosity=0, interactive=False)


def write_packages(folder: Path) -> None:
    """The bundle of Vega that draws charts in pages, made from the package that also draws them in documents."""
    import vl_convert

    place = folder / "vega.js"
    made_of = f"/* vl-convert {vl_convert.__version__} */\n"
    if place.is_file() and place.read_text(encoding="utf-8").startswith(made_of):
        return
    folder.mkdir(exist_ok=True)
    aside = place.with_suffix(".part")
    aside.write_text(made_of + vl_convert.javascript_bundle(), encoding="utf-8")
    os.replace(aside, place)


def first_user() -> User:
    """Who signs in first: the one there is, or a new one who may do everything everywhere."""
    from semesta.web.actions.accounts import grant, make_user
    from semesta.web.models import User
    from semesta.web.roles import Role

    known = User.objects.filter(is_active=True).order_by("id").first()
    if known is not None:
        return known
    made = make_user(by=None, username=FIRST_USER, name="Petugas")
    for role in (Role.ADMINISTRATOR, Role.OFFICER, Role.VERIFIER, Role.ANALYST):
        grant(by=None, to=made, role=role, place="ID")
    return made


def _link(user: User, port: int) -> str:
    from semesta.web.actions.accounts import link_token

    return f"http://127.0.0.1:{port}/masuk/tautan/#{link_token(user)}"


def _is_free(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) != 0


def server_command(port: int) -> list[str]:
    """How the web server is started."""
    return [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "--workers",
        "1",
        "--blocking-threads",
        "2",
        "--workers-kill-timeout",
        "5",  # browsers hold connections open, and it would wait for them
        "--no-log",
        "semesta.web.wsgi:application",
    ]


def _run(port: int, *, with_worker: bool) -> int:
    working = subprocess.Popen([sys.executable, "-m", "semesta.web.worker"]) if with_worker else None
    serving = subprocess.Popen(server_command(port))
    try:
        while (code := serving.poll()) is None:
            time.sleep(LOOK)  # a plain wait sleeps through Ctrl-C once Polars has put its own handler in place
        return code
    except KeyboardInterrupt:
        return 0
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second Ctrl-C must not leave server and worker running
        for process in filter(None, (serving, working)):
            process.terminate()
            try:
                process.wait(timeout=15)
            except subprocess.TimeoutExpired:
                process.kill()
