"""Contributions of construction projects."""
