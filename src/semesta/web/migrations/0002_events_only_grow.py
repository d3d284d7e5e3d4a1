"""The database itself refuses to change or delete an event of the audit."""

from __future__ import annotations

from django.db import migrations

SQLITE = (
    "CREATE TRIGGER event_no_update BEFORE UPDATE ON web_event BEGIN SELECT RAISE(ABORT, 'events only grow'); END",
    "CREATE TRIGGER event_no_delete BEFORE DELETE ON web_event BEGIN SELECT RAISE(ABORT, 'events only grow'); END",
)
POSTGRESQL = (
    "CREATE FUNCTION event_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'events only grow'; END $$",
    "CREATE TRIGGER event_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON web_event "
    "FOR EACH STATEMENT EXECUTE FUNCTION event_only_grows()",
)


def guard(apps, editor):
    for statement in SQLITE if editor.connection.vendor == "sqlite" else POSTGRESQL:
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("web", "0001_initial")]
    operations = [migrations.RunPython(guard, migrations.RunPython.noop)]
