"""Death (jaminan kematian)."""
