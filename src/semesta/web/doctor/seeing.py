"""All checks in their order: the folder first, since without it there is no office to set up."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from semesta.basics.words import Words
from semesta.web.doctor import folder
from semesta.web.doctor.told import Told, wrong


def seen(home: Path) -> Iterator[Told]:
    """What there is to tell of the office in this folder. Sets Django up for it: once in a process."""
    if not home.is_dir() or not any(home.iterdir()):
        yield wrong(
            Words(f"tidak ada kantor di {home}", f"there is no office in {home}"),
            Words(
                "periksa SEMESTA_HOME atau --home; semesta serve membuatnya",
                "check SEMESTA_HOME or --home; semesta serve makes one",
            ),
        )
        return
    for check in folder.CHECKS:  # each at once: setting up mends what they look for
        yield from list(check(home))
    os.environ["SEMESTA_HOME"] = str(home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "semesta.web.settings")
    import django

    django.setup()
    from semesta.web.doctor import database

    if (why := database.unreachable()) is not None:
        yield why
        return
    yield from seen_inside()


def seen_inside() -> Iterator[Told]:
    """What there is to tell of an office whose database answers."""
    from django.db import DatabaseError

    from semesta.web.doctor import database, holdings, work

    for check in (*database.CHECKS, *holdings.CHECKS, *work.CHECKS):
        try:
            yield from check()
        except DatabaseError as error:
            yield wrong(
                Words(
                    f"basis data tidak menjawab ({type(error).__name__})",
                    f"the database fails ({type(error).__name__})",
                ),
                database.RESTORE,
            )
