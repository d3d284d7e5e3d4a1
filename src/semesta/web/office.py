"""What who runs the office does from the command line, with the office set up first."""

from __future__ import annotations

import os

import django


def purged_today(*, only_tell: bool) -> str:
    """Deletes what is to be deleted by today, or only looks; what that was, as a line to read."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "semesta.web.settings")
    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    from semesta.web.actions import purging

    call_command("migrate", verbosity=0, interactive=False)
    today = timezone.localdate()
    if only_tell:
        uploads, cases = purging.over(today), purging.cases_over(today)
        return f"{len(uploads)} daftar orang dan {len(cases)} kasus akan dihapus. (To be deleted: lists and cases.)"
    gone = purging.purge(today, by=None)
    return (
        f"Dihapus (deleted): {gone.uploads} daftar orang (lists), {gone.size} bita (bytes), {gone.identities} berkas identitas "
        f"(identity files), {gone.matters} baris temuan (rows), {gone.cases} kasus (cases). Angka tetap (figures stay)."
    )
