"""Loss of work (jaminan kehilangan pekerjaan)."""
