"""Dated reliefs: laws that lower contributions for a while."""
