"""Contributions of migrant workers."""
