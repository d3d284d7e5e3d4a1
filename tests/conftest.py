"""Tests say the same on every run: property tests draw the same data each time.

To look for new counterexamples: `pytest tests/property --hypothesis-profile=search`.
"""

from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None, max_examples=500)
settings.load_profile("repeatable")
