"""What nobody needs any more and no row names: files of work that was cut off, papers that no page offers, what signing in left."""

from __future__ import annotations

import datetime as dt
import shutil
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils import timezone

from semesta.web.actions.recorded import recorded
from semesta.web.actions.uploads import ARRIVING, MEASURING
from semesta.web.holdings import bytes_named, files_there, uploads_with_identities
from semesta.web.models import Upload, User
from semesta.web.papers_asked import folders_asked

A_DAY = 24 * 3600
"""Nothing works on a file for so many seconds."""
ATTEMPTS_KEPT = dt.timedelta(days=7)


def purge_leftovers(*, by: User | None) -> int:
    """Deletes what was left behind a day ago or before; how many files. Sessions and guesses that are over go too."""
    Session.objects.filter(expire_date__lt=timezone.now()).delete()
    AccessAttempt.objects.filter(attempt_time__lt=timezone.now() - ATTEMPTS_KEPT).delete()
    yesterday = time.time() - A_DAY
    those = [path for path in leftovers(Path(settings.HOME)) if _is_left(path, yesterday)]
    if those:
        with recorded("purge_leftovers", by=by) as event:
            event.detail = {"files": len(those)}
            for path in those:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
    return len(those)


def leftovers(home: Path) -> Iterator[Path]:
    """Uploads that were refused when their bytes stood there already, identities without their list, papers of what was measured
    or planned before, work that was cut off."""
    named = bytes_named()
    yield from (home / name for name in files_there(home) if name.startswith("files/") and name not in named)
    identities = uploads_with_identities(home)
    kept = set(Upload.objects.filter(pk__in=identities.values(), purged_at=None).values_list("pk", flat=True))
    yield from (home / name for name, upload in identities.items() if upload not in kept)
    yield from _papers_past(home / "papers")
    yield from (home / "files").glob(f"{ARRIVING}*")
    yield from (home / "files").glob(f"{MEASURING}*")


def _papers_past(papers: Path) -> Iterator[Path]:
    """Folders of papers that no page offers: all of a measurement or plan, or what another version of Semesta made of it."""
    asked = folders_asked()
    for folder in papers.iterdir() if papers.is_dir() else ():
        made = list(folder.glob("*"))
        past = [one for one in made if one not in asked]
        yield from [folder] if past == made else past


def _is_left(path: Path, since: float) -> bool:
    """Whether nothing in it was written since; what is young itself is not looked into, for it may be gone the next moment."""
    return all(one.stat().st_mtime < since for one in chain((path,), path.rglob("*")))
