"""How long the first page of a province and of the nation takes 50 clients at once, against a page that does nothing.

python benchmarks/web/dashboard.py [seconds of each turn]
"""

from __future__ import annotations

import datetime as dt
import http.client
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

HERE = Path(__file__).parent
os.environ["SEMESTA_HOME"] = tempfile.mkdtemp(prefix="semesta-ukur-")
os.environ["DJANGO_SETTINGS_MODULE"] = "bench_settings"
os.environ["PYTHONPATH"] = str(HERE)
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
TODAY = dt.date(2025, 12, 31)


def main(seconds: float) -> None:
    prepare()
    user = make_user(by=None, username="ukur")
    grant(by=None, to=user, role=Role.OFFICER, place="ID")
    kept = _first(user)
    _rounds(user, kept, ["36", *(region.code for region in PLACES.regions("36"))], 10)
    queries = {"province": _queries(user, "/?wilayah=36")}
    times = {"empty": [], "province": [], "nation": []}
    cookie = _cookie(user)
    port, server = _served()
    try:
        for _ in range(TURNS):
            times["empty"] += _asked(port, "/kosong/", cookie, seconds)
            times["province"] += _asked(port, "/?wilayah=36", cookie, seconds)
        rest = _memory(server.pid)
        _rounds(user, kept, ["ID", *_every_region()], 4)
        queries["nation"] = _queries(user, "/")
        for _ in range(TURNS):
            times["empty"] += _asked(port, "/kosong/", cookie, seconds)
            times["nation"] += _asked(port, "/", cookie, seconds)
    finally:
        server.terminate()
        server.wait(timeout=20)
    _told(times, queries, rest)


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
    return f"sessionid={session.session_key}"


def _served() -> tuple[int, subprocess.Popen]:
    from semesta.web.serving import server_command

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(server_command(port))
    for _ in range(100):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return port, server
        time.sleep(0.2)
    raise SystemExit("the server did not start")


def _asked(port: int, address: str, cookie: str, seconds: float) -> list[float]:
    """Milliseconds of each answer to 50 clients that ask again as soon as they are answered; a first second is not counted."""
    times: list[float] = []
    begin = time.perf_counter() + 1

    def client() -> None:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        while (start := time.perf_counter()) < begin + seconds:
            line.request("GET", address, headers={"Cookie": cookie})
            answer = line.getresponse()
            answer.read()
            if answer.status != 200:
                raise SystemExit(f"{address}: {answer.status}")
            if start > begin:
                times.append((time.perf_counter() - start) * 1000)
        line.close()

    clients = [threading.Thread(target=client) for _ in range(CLIENTS)]
    for one in clients:
        one.start()
    for one in clients:
        one.join()
    return times


def _memory(pid: int) -> float:
    """Megabytes of a process and its children, shared pages counted by their share."""
    whole = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            if int(folder.name) == pid or parent == pid:
                rollup = (folder / "smaps_rollup").read_text()
                whole += int(rollup.split("Pss:")[1].split()[0])
        except (OSError, IndexError):
            continue
    return whole / 1024


def _told(times: dict[str, list[float]], queries: dict[str, int], memory: float) -> None:
    base = _p95(times["empty"])
    print(f"{'page':<22}{'answers':>9}{'median ms':>11}{'p95 ms':>9}{'× empty':>9}{'allowed':>9}{'queries':>9}")
    print(f"{'empty view':<22}{len(times['empty']):>9,}{_median(times['empty']):>11.1f}{base:>9.1f}{1:>9.1f}")
    for name, said, allowed in (("province", "8 regions × 10 rounds", 6), ("nation", "552 regions × 4 rounds", 10)):
        p95 = _p95(times[name])
        print(
            f"{said:<22}{len(times[name]):>9,}{_median(times[name]):>11.1f}{p95:>9.1f}{p95 / base:>9.1f}{allowed:>9}{queries[name]:>9}"
        )
    print(f"\nserver at rest {memory:.0f} MB; {CLIENTS} clients at once, no answer but 200")


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def _median(times: list[float]) -> float:
    return sorted(times)[len(times) // 2]


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 5)
