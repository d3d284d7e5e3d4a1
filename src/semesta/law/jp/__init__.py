"""Pension (jaminan pensiun)."""
