"""What in the database itself keeps the audit from being changed, and whether it is there."""

from __future__ import annotations

from django.db import connection

TRIGGERS = {
    "sqlite": {"event_no_update", "event_no_delete"},
    "postgresql": {"event_no_change"},
}
ASKED = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'web_event'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgrelid = 'web_event'::regclass AND tgenabled IN ('O', 'A')",
}


def guards_missing() -> set[str]:
    """The triggers that should hold the audit and are not there or not on."""
    with connection.cursor() as cursor:
        cursor.execute(ASKED[connection.vendor])
        return TRIGGERS[connection.vendor] - {name for (name,) in cursor.fetchall()}
