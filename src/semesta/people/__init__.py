"""People: cleaned, linked, looked at and counted."""
