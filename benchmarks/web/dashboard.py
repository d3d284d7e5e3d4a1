"""How long the first page of a province and of the nation takes 50 people at once, against a page that does nothing.

python benchmarks/web/dashboard.py [minutes under load]

Each person has an account, a session and a connection of their own, and asks again as soon as they are answered. Pages and the empty
view take turns, so that other work on the machine slows both alike. No browser's copy is made use of: every answer is a whole page.
"""

from __future__ import annotations

import datetime as dt
import http.client
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
os.environ["SEMESTA_HOME"] = tempfile.mkdtemp(prefix="semesta-ukur-")
os.environ["DJANGO_SETTINGS_MODULE"] = "bench_settings"
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(HERE), os.environ.get("PYTHONPATH")]))
os.environ.pop("DATABASE_URL", None)
sys.path.insert(0, str(HERE))

import django

django.setup()

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from semesta.basics.places import PLACES
from semesta.rounds.run import measured_round, read_round
from semesta.web.actions.accounts import grant, make_user
from semesta.web.actions.snapshots import keep_snapshot
from semesta.web.models import Figure, Round, Snapshot, User
from semesta.web.roles import Role
from semesta.web.serving import prepare
from semesta.web.sessions import SessionStore

CLIENTS, TURNS = 50, 3
ALLOWED = {"province": 6, "nation": 10}
"""Times the empty view, of the slowest answer but five in a hundred."""
MOST_QUERIES, MOST_MEMORY = 10, 400
TODAY = dt.date(2025, 12, 31)


def main(minutes: float) -> None:
    prepare()
    users = [make_user(by=None, username=f"ukur-{number}") for number in range(CLIENTS)]
    for user in users:
        grant(by=None, to=user, role=Role.OFFICER, place="ID")
    kept = _first(users[0])
    queries, times = {}, defaultdict(list)
    port, running = _served()
    asked = _Asked(port, [_cookie(user) for user in users], seconds=minutes * 60 / (4 * TURNS))
    rest = _memory(running)
    try:
        for name, address, places, rounds in (
            ("province", "/?wilayah=36", ["36", *(region.code for region in PLACES.regions("36"))], 10),
            ("nation", "/", ["ID", *_every_region()], 4),
        ):
            _rounds(users[0], kept, places, rounds)
            queries[name] = _queries(users[0], address)
            for _ in range(TURNS):
                times["empty"] += asked.times("/kosong/")
                times[name] += asked.times(address)
        after = _memory(running)
    finally:
        for process in running:
            process.terminate()
            process.wait(timeout=20)
    _told(times, queries, (rest, after), asked.errors, minutes)


def _first(user: User) -> Snapshot:
    """A province measured from its example: its figures are copied, since the page does not read where they came from."""
    measured = measured_round(
        read_round([HERE.parents[1] / "examples" / "banten-2025"], today=TODAY), place="36", today=TODAY
    )
    made = Round.objects.create(place="36", title="contoh", made_by=user)
    return keep_snapshot(made, measured, None, by=user)


def _rounds(user: User, kept: Snapshot, places: list[str], many: int) -> None:
    """So many rounds of each place, a quarter apart, with the headline figures of the first."""
    pattern = list(Figure.objects.filter(snapshot=kept, place="36"))
    rounds, snapshots, figures = [], [], []
    for place in places:
        for number in range(many):
            day = dt.date(2025, 12, 22) - dt.timedelta(days=90 * number)
            rounds.append(Round(place=place, title=f"Putaran {number}", as_of=day, made_by=user))
    rounds = Round.objects.bulk_create(rounds, batch_size=500)
    for one in rounds:
        snapshots.append(
            Snapshot(round=one, sha256=kept.sha256, place=one.place, as_of=one.as_of, findings=kept.findings)
        )
    snapshots = Snapshot.objects.bulk_create(snapshots, batch_size=500)
    for one in snapshots:
        for figure in pattern:
            copied = Figure(**{f.attname: getattr(figure, f.attname) for f in Figure._meta.concrete_fields})
            copied.pk, copied.snapshot_id, copied.place = None, one.pk, one.place
            figures.append(copied)
    Figure.objects.bulk_create(figures, batch_size=500)


def _every_region() -> list[str]:
    provinces = [one.code for one in PLACES.regions("ID")]
    return [*provinces, *(region.code for province in provinces for region in PLACES.regions(province))]


def _queries(user: User, address: str) -> int:
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(user, backend="semesta.web.readers.Backend")
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def _cookie(user: User) -> str:
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    session = SessionStore()
    session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
    session[BACKEND_SESSION_KEY] = "semesta.web.readers.Backend"
    session.create()
    return f"sessionid={session.session_key}; csrftoken={secrets.token_hex(16)}"


def _served() -> tuple[int, list[subprocess.Popen]]:
    """The server and the worker beside it, as an office runs them."""
    from semesta.web.serving import server_command

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running = [subprocess.Popen(server_command(port)), subprocess.Popen([sys.executable, "-m", "semesta.web.worker"])]
    for _ in range(100):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                time.sleep(5)  # until both are at rest
                return port, running
        time.sleep(0.2)
    raise SystemExit("the server did not start")


@dataclass
class _Asked:
    port: int
    cookies: list[str]
    seconds: float
    errors: list[str] = field(default_factory=list)

    def times(self, address: str) -> list[float]:
        """Milliseconds of each answer; what is answered in a first second is not counted."""
        found: list[float] = []
        begin = time.perf_counter() + 1
        people = [threading.Thread(target=self._person, args=(address, one, begin, found)) for one in self.cookies]
        for one in people:
            one.start()
        for one in people:
            one.join()
        return found

    def _person(self, address: str, cookie: str, begin: float, found: list[float]) -> None:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        while (start := time.perf_counter()) < begin + self.seconds:
            try:
                line.request("GET", address, headers={"Cookie": cookie})
                answer = line.getresponse()
                answer.read()
            except (OSError, http.client.HTTPException) as broken:
                self.errors.append(f"{address}: {broken!r}")
                line.close()
                continue
            if answer.status != 200:
                self.errors.append(f"{address}: {answer.status}")
            elif start > begin:
                found.append((time.perf_counter() - start) * 1000)
        line.close()


def _memory(running: list[subprocess.Popen]) -> float:
    """Megabytes of processes and their children, shared pages counted by their share."""
    whole, ours = 0, {process.pid for process in running}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            if int(folder.name) in ours or parent in ours:
                rollup = (folder / "smaps_rollup").read_text()
                whole += int(rollup.split("Pss:")[1].split()[0])
        except (OSError, IndexError):
            continue
    return whole / 1024


def _told(
    times: dict[str, list[float]],
    queries: dict[str, int],
    memory: tuple[float, float],
    errors: list[str],
    minutes: float,
) -> None:
    base = _p95(times["empty"])
    print(
        f"{'page':<22}{'answers':>9}{'median ms':>11}{'p95 ms':>9}{'× empty':>9}{'allowed':>9}{'queries':>9}{'allowed':>9}"
    )
    print(f"{'empty view':<22}{len(times['empty']):>9,}{_median(times['empty']):>11.1f}{base:>9.1f}{1:>9.1f}")
    for name, said in (("province", "8 regions × 10 rounds"), ("nation", "552 regions × 4 rounds")):
        p95 = _p95(times[name])
        print(
            f"{said:<22}{len(times[name]):>9,}{_median(times[name]):>11.1f}{p95:>9.1f}{p95 / base:>9.1f}{ALLOWED[name]:>9}"
            f"{queries[name]:>9}{MOST_QUERIES:>9}"
        )
    print(
        f"\n{CLIENTS} people at once for {minutes:g} minutes: {len(errors)} errors",
        *sorted(set(errors))[:5],
        sep="\n  ",
    )
    print(f"server and worker at rest {memory[0]:.0f} MB, allowed {MOST_MEMORY}; after the load {memory[1]:.0f} MB")


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def _median(times: list[float]) -> float:
    return sorted(times)[len(times) // 2]


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 10)
