"""Semesta: monitoring, evaluation and planning of Indonesia's employment social security."""

__version__ = "0.1.0"
