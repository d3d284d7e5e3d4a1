"""Scholarship of the children of those who died or were disabled for good."""
